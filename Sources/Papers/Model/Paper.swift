public import Kernel

/// A report to a board on things on record, between two days. A draft follows the records; what is issued stays as it is.
public struct Paper: Codable, Equatable, Sendable {
    public let id: ID<Paper>
    public var version: Int
    public var reference: Reference
    public var title: String
    public var board: Subject
    public var meeting: Subject?
    public let template: ID<Template>
    /// What it tells of, in this order.
    public var covers: [Subject]
    /// It tells what happened after the end of this day,
    public var from: Day
    /// and until the end of this one.
    public var to: Day
    /// The day of the meeting after the one that receives it.
    public var next: Day?
    public let begunOn: Day
    /// Who wrote it, as the journal names them.
    public let author: String

    public init(
        id: ID<Paper>, version: Int = 1, reference: Reference, title: String, board: Subject, meeting: Subject? = nil, template: ID<Template>,
        covers: [Subject], from: Day, to: Day, next: Day? = nil, begunOn: Day, author: String
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.title = title
        self.board = board
        self.meeting = meeting
        self.template = template
        self.covers = covers
        self.from = from
        self.to = to
        self.next = next
        self.begunOn = begunOn
        self.author = author
    }

    var entries: [String: [String]] {
        ["title": [title], "board": [board.description], "meeting": [meeting?.description ?? ""], "covers": covers.map(\.description),
         "from": [from.iso], "to": [to.iso], "next": [next?.iso ?? ""], "reference": [reference.text]]
    }
}

/// A part of a paper under its own heading.
public struct Section: Codable, Equatable, Sendable {
    public let id: ID<Section>
    public var version: Int
    public let paper: ID<Paper>
    public let place: Int
    public var heading: String
    public let content: Content
    /// What it tells of, where it tells of one thing.
    public let about: Subject?
    /// The template's words when the paper was begun.
    public let standing: String
    /// The author's words; nil while what writes itself stands.
    public var words: String?
    /// What would have written itself when the author last saved: when the records move, this is no longer the same.
    public var seen: String?
    public var isLeftOut: Bool

    public init(
        id: ID<Section>, version: Int = 1, paper: ID<Paper>, place: Int, heading: String, content: Content, about: Subject? = nil,
        standing: String = "", words: String? = nil, seen: String? = nil, isLeftOut: Bool = false
    ) {
        self.id = id
        self.version = version
        self.paper = paper
        self.place = place
        self.heading = heading
        self.content = content
        self.about = about
        self.standing = standing
        self.words = words
        self.seen = seen
        self.isLeftOut = isLeftOut
    }

    /// What it holds now, under the names of its form. No words are the records' own.
    var entries: [String: [String]] {
        ["heading": heading, "words": words ?? "", "left-out": isLeftOut ? "yes" : ""].mapValues { [$0] }
    }
}

/// A paper went to its board: what it said, to the byte, and by what it is known.
public struct PaperIssue: Codable, Equatable, Sendable {
    public let id: ID<PaperIssue>
    public var version: Int
    public let paper: ID<Paper>
    public let at: Moment
    public let by: String
    /// The document in its one JSON form. Every file of the paper is made of it alone.
    public let content: String
    /// SHA-256 of the content, in hexadecimal.
    public let contentHash: String
    /// How many entries the journal had when the document was made, and its head then.
    public let journalSize: Int64
    public let journalHead: String
    /// SHA-256 of each file, by its format.
    public let files: [String: String]

    public init(
        id: ID<PaperIssue>, version: Int = 1, paper: ID<Paper>, at: Moment, by: String, content: String, contentHash: String, journalSize: Int64,
        journalHead: String, files: [String: String]
    ) {
        self.id = id
        self.version = version
        self.paper = paper
        self.at = at
        self.by = by
        self.content = content
        self.contentHash = contentHash
        self.journalSize = journalSize
        self.journalHead = journalHead
        self.files = files
    }
}

/// An issued paper counts no more, for a reason. It stays readable.
public struct Recall: Codable, Equatable, Sendable {
    public let id: ID<Recall>
    public var version: Int
    public let paper: ID<Paper>
    public let on: Day
    public let because: String
    public let by: String

    public init(id: ID<Recall>, version: Int = 1, paper: ID<Paper>, on: Day, because: String, by: String) {
        self.id = id
        self.version = version
        self.paper = paper
        self.on = on
        self.because = because
        self.by = by
    }
}

/// What a person enters to begin or edit a paper.
public struct NewPaper: Sendable, Equatable {
    public var reference: Reference?
    public var title: String?
    public var board: Subject?
    public var meeting: Subject?
    public var covers: [Subject]
    public var from: Day?
    public var to: Day?
    public var next: Day?

    public init(
        reference: Reference? = nil, title: String? = nil, board: Subject? = nil, meeting: Subject? = nil, covers: [Subject], from: Day? = nil,
        to: Day? = nil, next: Day? = nil
    ) {
        self.reference = reference
        self.title = title
        self.board = board
        self.meeting = meeting
        self.covers = covers
        self.from = from
        self.to = to
        self.next = next
    }

    /// What is left out is proposed: the board that had the last paper, its next meeting, the days since that paper.
    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        title = fields.optionalLine("title", "Title", atMost: 200)
        board = fields.subject("board", "Board", like: "board/1")
        meeting = fields.subject("meeting", "Meeting", like: "meeting/1")
        covers = []
        for written in fields.all("covers") {
            guard let subject = Subject(written) else {
                fields.refuse("covers", "“\(written.prefix(60))” names no record. Write its kind and number: plan/1.")
                continue
            }
            if !covers.contains(subject) { covers.append(subject) }
        }
        if covers.isEmpty { fields.refuse("covers", "Choose at least one plan that the paper tells of.") }
        if covers.count > 20 { fields.refuse("covers", "A paper covers 20 plans at most.") }
        from = fields.optionalDay("from", "Since the end of")
        to = fields.optionalDay("to", "Until")
        next = fields.optionalDay("next", "The meeting after that")
        if let from, let to, to < from { fields.refuse("to", "The last day, \(to), is before the first, \(from).") }
    }
}

/// What a person enters into a section.
public struct NewSection: Sendable, Equatable {
    public var heading: String
    /// Nil for what writes itself.
    public var words: String?
    public var isLeftOut: Bool

    /// In characters. What writes itself of a plan of 500 actions is some 90,000, and comes back with the form unchanged.
    public static let mostWords = 250_000

    public init(heading: String, words: String?, isLeftOut: Bool = false) {
        self.heading = heading
        self.words = words
        self.isLeftOut = isLeftOut
    }

    /// - Parameter suffix: what ends the names of its fields, where one form has those of several.
    public init(reading fields: inout Fields, named suffix: String = "") {
        heading = fields.line("heading\(suffix)", "Heading", atMost: 200)
        words = fields.optionalText("words\(suffix)", "Words", atMost: NewSection.mostWords)
        isLeftOut = fields.isOn("left-out\(suffix)")
    }
}
