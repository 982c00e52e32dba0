/// A doubtful place in a document, put to the person who imports it.
public struct Query: Sendable, Equatable, Identifiable {
    /// Where: `table 1, row 5, Delivery Date`.
    public let location: String
    /// What kind of doubt: `day-malformed`, `owner-missing`.
    public let code: String
    /// What the document says there.
    public let written: String
    /// The answer that is likely right, in the form an answer takes: a day `2021-12-31`, owners `AM Brook; Finance`, a word.
    public let suggestion: String?
    /// What is doubtful, in one sentence.
    public let sentence: String

    public init(location: String, code: String, written: String, suggestion: String? = nil, sentence: String) {
        self.location = location
        self.code = code
        self.written = written
        self.suggestion = suggestion
        self.sentence = sentence
    }

    /// What an answer is given under; the same each time the same document is read.
    public var key: String { "\(location)|\(code)" }
    public var id: String { key }
}

extension Query: Codable {
    enum CodingKeys: String, CodingKey { case location, code, written, suggestion, sentence }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(location, forKey: .location)
        try container.encode(code, forKey: .code)
        try container.encode(written, forKey: .written)
        try container.encode(suggestion, forKey: .suggestion)
        try container.encode(sentence, forKey: .sentence)
    }
}
