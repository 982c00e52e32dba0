/// A rule said no: an answer for the person who asked, not a fault.
///
/// It prints as a form with its errors, as problem+json (RFC 9457), or as one line on standard error.
public struct Refusal: Error, Hashable, Sendable {
    public enum Kind: String, Sendable, Codable {
        case invalid, missing, forbidden, conflict, unauthenticated, unsupported
        case tooLarge = "too-large"
        case tooMany = "too-many"
        /// Something outside the program stands in the way, and passes.
        case unavailable
    }

    /// What is wrong with one field of a form or a body.
    public struct Field: Hashable, Sendable, Codable {
        public let name: String
        public let sentence: String

        public init(_ name: String, _ sentence: String) {
            self.name = name
            self.sentence = sentence
        }
    }

    /// A kebab-case sentence that never changes its meaning: `plan-already-closed`.
    public let code: String
    public let kind: Kind
    /// What was wrong, where, and what would be right.
    public let sentence: String
    public let fields: [Field]
    /// Seconds after which the same may be asked again, where that is known.
    public let wait: Int?

    public init(_ code: String, _ kind: Kind, _ sentence: String, fields: [Field] = [], wait: Int? = nil) {
        self.code = code
        self.kind = kind
        self.sentence = sentence
        self.fields = fields
        self.wait = wait
    }

    public static func invalid(_ code: String, _ sentence: String, fields: [Field] = []) -> Refusal {
        Refusal(code, .invalid, sentence, fields: fields)
    }

    public static func missing(_ code: String, _ sentence: String) -> Refusal { Refusal(code, .missing, sentence) }
    public static func forbidden(_ code: String, _ sentence: String) -> Refusal { Refusal(code, .forbidden, sentence) }
    public static func conflict(_ code: String, _ sentence: String) -> Refusal { Refusal(code, .conflict, sentence) }

    /// One refusal for all the fields of a form that are wrong.
    public static func fields(_ fields: [Field]) -> Refusal {
        .invalid("fields-need-attention", fields.map(\.sentence).joined(separator: " "), fields: fields)
    }
}

extension Refusal: CustomStringConvertible {
    public var description: String { sentence }
}
