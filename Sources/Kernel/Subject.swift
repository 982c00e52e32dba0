/// A record's name in the journal, on links and in the API: `action/17`.
public struct Subject: Hashable, Sendable, CustomStringConvertible {
    public let kind: String
    public let number: Int64

    public init(kind: String, number: Int64) {
        self.kind = kind
        self.number = number
    }

    /// Reads `kind/number`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let number = Int64(parts[1]) else { return nil }
        self.init(kind: String(parts[0]), number: number)
    }

    /// What a person or a program wrote.
    ///
    /// - Parameter example: a subject that would do there.
    /// - Throws: `subject-not-understood`
    public init(written text: String, like example: String) throws(Refusal) {
        guard let subject = Subject(text) else {
            throw .invalid("subject-not-understood", "“\(text)” names no record. Write its kind and number: \(example).")
        }
        self = subject
    }

    public var description: String { "\(kind)/\(number)" }
}

/// By kind, then by number.
extension Subject: Comparable {
    public static func < (a: Subject, b: Subject) -> Bool { (a.kind, a.number) < (b.kind, b.number) }
}

/// Written as `kind/number`.
extension Subject: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let subject = Subject(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a kind and a number")
        }
        self = subject
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Fields {
    /// Subjects as the journal names them, each once, in the order in which they were sent.
    public mutating func subjects(_ name: String) -> [Subject] {
        var subjects: [Subject] = []
        for written in all(name) {
            guard let subject = Subject(written) else {
                refuse(name, "“\(written.prefix(60))” names nothing on record. Choose it from the list, or write its kind and number, as in plan/1.")
                continue
            }
            if !subjects.contains(subject) { subjects.append(subject) }
        }
        return subjects
    }
}
