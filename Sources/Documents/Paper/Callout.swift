public import Markup

extension Block {
    public static func callout(_ tone: Tone, _ title: String? = nil, _ paragraphs: [Words]) -> Block {
        .callout(Callout(tone, title, paragraphs))
    }

    /// Something that must not be passed over, in a frame of its own.
    public struct Callout: Sendable, Hashable, Codable {
        public var tone: Tone
        public var title: String?
        public var paragraphs: [Words]

        public init(_ tone: Tone, _ title: String? = nil, _ paragraphs: [Words]) {
            self.tone = tone
            self.title = title
            self.paragraphs = paragraphs
        }
    }

    /// The proof that a paper is what was issued: the head of the journal, say, in words and as a code that a telephone reads.
    public struct Seal: Sendable, Hashable, Codable {
        public var title: String
        public var words: Words
        /// Named values, such as a hash, which are printed in figures of one width.
        public var facts: [Fact]
        /// What the code holds, at most 1,000 bytes: an address, or the values themselves. None where it is empty.
        public var code: String

        public init(_ title: String, _ words: Words, facts: [Fact], code: String) {
            self.title = title
            self.words = words
            self.facts = facts
            self.code = code
        }
    }
}
