public import Foundation

extension Document {
    /// The document as JSON of one form only: members in the order of their names, nothing between them. What is frozen when
    /// a paper is issued, and what its hash is of.
    public var canonical: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    public init(canonical: Data) throws { self = try JSONDecoder().decode(Document.self, from: canonical) }
}
