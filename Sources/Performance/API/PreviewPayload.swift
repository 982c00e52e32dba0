import Kernel
import Web

/// What a file of values would do, or did.
struct PreviewPayload: Encodable {
    static let schema = Schema.object("MeasureValuePreview", [
        "taken": Schema.count.meaning("How many values were recorded; none while it is only looked through."), "new": .count, "revised": .count, "same": .count, "wrong": .count,
        "rows": .list(.object("MeasureValueRow", [
            "row": Schema.number.meaning("As a spreadsheet counts."), "measure": .text, "period": .text.optional, "outcome": .choice(["new", "revised", "same", "wrong"]), "words": .text,
        ])),
    ])

    let taken: Int
    let new: Int
    let revised: Int
    let same: Int
    let wrong: Int
    let rows: [Row]

    struct Row: Encodable {
        let row: Int
        let measure: String
        let period: String?
        let outcome: String
        let words: String
    }

    init(_ preview: ValuePreview, taken: Int) {
        func count(_ code: String) -> Int { preview.count { $0.code == code } }
        (self.taken, new, revised, same, wrong) = (taken, count("new"), count("revised"), count("same"), count("wrong"))
        rows = preview.rows.map { line in
            Row(row: line.row.number, measure: line.measure?.reference.text ?? line.row.measure, period: line.period?.code, outcome: line.outcome.code, words: line.outcome.words)
        }
    }
}
