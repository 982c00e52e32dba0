public import Kernel

/// The headings that a board wants of a paper, in their order, with the words that stand under each unless its author writes
/// others.
///
/// It is kept as it is typed: a line that begins with `# ` is a heading, the code in braces at its end says what writes
/// itself there, and the lines under it are its words.
///
///     # Background {background}
///     # Legal implications
///     This report has no legal implications of its own.
public struct Template: Codable, Equatable, Sendable {
    public let id: ID<Template>
    public var version: Int
    public var reference: Reference
    public var title: String
    /// The board whose papers have these headings; nil for those of any board that has none of its own.
    public var board: Subject?
    public var text: String

    public init(id: ID<Template>, version: Int = 1, reference: Reference, title: String, board: Subject? = nil, text: String) {
        self.id = id
        self.version = version
        self.reference = reference
        self.title = title
        self.board = board
        self.text = text
    }

    /// What stands under each heading. Kept text is well formed, since it was read before it was kept.
    public var headings: [Heading] { (try? Heading.all(in: text)) ?? [] }

    var entries: [String: [String]] {
        ["title": title, "board": board?.description ?? "", "text": text, "reference": reference.text].mapValues { [$0] }
    }
}

/// What writes itself in a section.
public enum Content: String, Codable, Sendable, CaseIterable {
    /// Nothing: the author's words, or the template's.
    case words
    case recommendations, background
    /// What happened, what is late and what comes next: a section for each thing that the paper covers.
    case updates
    /// What the things that the paper covers cost, in all and in part.
    case financial
    /// Who is needed for them, in full-time equivalents.
    case workforce
    /// All of each thing that the paper covers, with its statuses, as a table on pages of its own.
    case fullPlan = "full-plan"

    public var meaning: String {
        switch self {
        case .words: "the author’s own words"
        case .recommendations: "what the board is asked to do"
        case .background: "what each plan is and where it comes from"
        case .updates: "what happened to each plan between the two days"
        case .financial: "what each plan costs, and what of it is funded"
        case .workforce: "who each plan needs, in full-time equivalents"
        case .fullPlan: "each plan in full, with its statuses"
        }
    }
}

/// One heading of a template.
public struct Heading: Equatable, Sendable {
    public let title: String
    public let content: Content
    public let words: String

    public init(_ title: String, _ content: Content = .words, words: String = "") {
        self.title = title
        self.content = content
        self.words = words
    }

    static let most = 40

    /// - Throws: `template-not-readable`, naming the line.
    public static func all(in text: String) throws(Refusal) -> [Heading] {
        var headings: [Heading] = []
        var (title, content, words): (String?, Content, [Substring]) = (nil, .words, [])
        func end() {
            guard let title else { return }
            headings.append(Heading(title, content, words: String(words.joined(separator: "\n").trimmed)))
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard line.hasPrefix("# ") else {
                guard title != nil || line.allSatisfy(\.isWhitespace) else {
                    throw .templateNotReadable("Line \(index + 1) stands before the first heading. A heading is a line that begins with “# ”.")
                }
                words.append(line)
                continue
            }
            end()
            (title, content) = try heading(line.dropFirst(2), at: index + 1)
            words = []
        }
        end()
        guard !headings.isEmpty else { throw .templateNotReadable("There is no heading yet. A heading is a line that begins with “# ”.") }
        guard headings.count <= most else { throw .templateNotReadable("There are \(headings.count) headings; \(most) is the most.") }
        return headings
    }

    private static func heading(_ line: Substring, at number: Int) throws(Refusal) -> (String, Content) {
        var title = line.trimmed
        var content = Content.words
        if title.last == "}", let open = title.lastIndex(of: "{") {
            let code = title[title.index(after: open)...].dropLast().trimmed
            guard let known = Content(rawValue: String(code)) else {
                throw .templateNotReadable("Line \(number) asks for “\(code.prefix(40))”. What writes itself is one of \(listed(Content.allCases.map(\.rawValue), joinedBy: "or")).")
            }
            content = known
            title = title[..<open].trimmed
        }
        guard !title.isEmpty, title.count <= 200 else { throw .templateNotReadable("Line \(number) is a heading without words, or with more than 200 characters.") }
        return (String(title), content)
    }
}

extension Refusal {
    static func templateNotReadable(_ sentence: String) -> Refusal {
        .invalid("template-not-readable", sentence, fields: [.init("text", sentence)])
    }
}

/// What a person enters to add or edit a template.
public struct NewTemplate: Sendable, Equatable {
    public var reference: Reference?
    public var title: String
    public var board: Subject?
    public var text: String

    public init(reference: Reference? = nil, title: String, board: Subject? = nil, text: String) {
        self.reference = reference
        self.title = title
        self.board = board
        self.text = text
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        title = fields.line("title", "Title", atMost: 200)
        board = fields.subject("board", "Board", like: "board/1")
        text = fields.text("text", "Headings", atMost: 40_000)
        if !text.isEmpty {
            do { _ = try Heading.all(in: text) } catch { fields.refuse("text", error.sentence) }
        }
    }
}

extension Fields {
    /// A record as the journal names it, or nothing.
    mutating func subject(_ name: String, _ label: String, like example: String) -> Subject? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        if let subject = Subject(text) { return subject }
        refuse(name, "\(label): “\(text.prefix(60))” names no record. Write its kind and number: \(example).")
        return nil
    }
}
