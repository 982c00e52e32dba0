import Kernel
import Storage

/// A record of the usual size: a few short columns and a paragraph.
struct Memo: Record {
    let id: ID<Memo>
    var version = 0
    var title: String
    var text: String
    var day: Day

    static let table = Table("memo", ["id", "version", "title", "text", "day_on"])
    /// As long as what an owner says of an action.
    static let paragraph = String(repeating: "The crews have been told and the registers agree with each other. ", count: 4)

    init(id: ID<Memo>, title: String, day: Day) {
        self.id = id
        self.title = title
        self.text = Memo.paragraph
        self.day = day
    }

    init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        title = try row.next()
        text = try row.next()
        day = try row.next()
    }

    var values: [Value] { Value.row(id, version, title, text, day) }

    static let migrations = [
        Migration("memos-1") { dialect in
            ["""
            CREATE TABLE memo (\(dialect.id), version BIGINT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, day_on TEXT NOT NULL)
            """]
        }
    ]
}
