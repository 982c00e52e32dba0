import Foundation
import Kernel
public import Storage

extension Papers {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Template.self), RecordKind(Paper.self), RecordKind(Section.self), RecordKind(PaperIssue.self), RecordKind(Recall.self),
        RecordKind(IssueAsking.self), RecordKind(Discard.self),
    ]
}

extension Template: Record {
    public static let table = Table("paper_template", ["id", "version", "reference", "reference_key", "title", "board", "text"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        board = try row.next()
        text = try row.next()
    }

    public var values: [Value] { Value.row(id, version, reference, reference.key, title, board, text) }
}

extension Paper: Record {
    static let subjectTable = ListTable("paper_subject", of: "paper", item: "subject")
    public static let table = Table("paper", [
        "id", "version", "reference", "reference_key", "title", "board", "meeting", "template", "from_on", "to_on", "next_on", "begun_on", "author",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        board = try row.next()
        meeting = try row.next()
        template = try row.next()
        covers = []
        from = try row.next()
        to = try row.next()
        next = try row.next()
        begunOn = try row.next()
        author = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, title, board, meeting, template, from, to, next, begunOn, author)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Paper] {
        try session.rows(of: Paper.self, clause, with: \.covers, from: subjectTable)
    }
}

extension Section: Record {
    public static let table = Table("paper_section", [
        "id", "version", "paper", "place", "heading", "content", "about", "standing", "words", "seen", "is_left_out",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        paper = try row.next()
        place = try row.next()
        heading = try row.next()
        content = try row.next()
        about = try row.next()
        standing = try row.next()
        words = try row.next()
        seen = try row.next()
        isLeftOut = try row.next()
    }

    public var values: [Value] { Value.row(id, version, paper, place, heading, content, about, standing, words, seen, isLeftOut) }
}

extension Content: Stored {}

extension PaperIssue: Record {
    public static let table = Table("paper_issue", [
        "id", "version", "paper", "issued_at", "made_by", "content", "content_hash", "journal_size", "journal_head", "files",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        paper = try row.next()
        at = try row.next()
        by = try row.next()
        content = try row.next()
        contentHash = try row.next()
        journalSize = try row.next()
        journalHead = try row.next()
        files = try (row.next() as FileHashes).byFormat
    }

    public var values: [Value] {
        Value.row(id, version, paper, at, by, content, contentHash, journalSize, journalHead, FileHashes(byFormat: files))
    }
}

/// The hashes of a paper's files in one column, as JSON in one form.
private struct FileHashes: Stored {
    let byFormat: [String: String]

    var stored: Value {
        // Formats and hexadecimal digits need no escape.
        .text("{" + byFormat.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}")
    }

    static func read(_ row: Row, _ column: Int) throws -> FileHashes {
        FileHashes(byFormat: try JSONDecoder().decode([String: String].self, from: Data(String.read(row, column).utf8)))
    }
}

extension Recall: Record {
    public static let table = Table("paper_recall", ["id", "version", "paper", "recalled_on", "because", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        paper = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, paper, on, because, by) }
}

extension IssueAsking: Record {
    public static let table = Table("paper_asking", ["id", "version", "paper", "asked_on", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        paper = try row.next()
        on = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, paper, on, by) }
}

extension Discard: Record {
    public static let table = Table("paper_discard", ["id", "version", "paper", "discarded_on", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        paper = try row.next()
        on = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, paper, on, by) }
}
