/// The short name a person gives a thing and everyone uses: `peer-review-2021`, `R2`, `2.1`.
///
/// Letters, digits, dots, dashes and underscores, 1 to 40 of them, starting with a letter or digit;
/// compared without regard to case, so `r2` finds `R2`.
public struct Reference: Sendable, Codable {
    public let text: String

    /// - Throws: `reference-not-usable`
    public init(_ written: some StringProtocol) throws(Refusal) {
        guard let reference = Reference(checking: written) else {
            throw .invalid(
                "reference-not-usable",
                "“\(written.prefix(60))” can't be a reference. Use 1 to 40 letters, digits, dots and dashes, starting with a letter or digit.")
        }
        self = reference
    }

    public init?(checking written: some StringProtocol) {
        let allowed = written.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                 UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard allowed, (1...40).contains(written.utf8.count),
              let first = written.first, first.isLetter || first.isNumber else { return nil }
        text = String(written)
    }

    /// What it is compared and looked up by.
    public var key: String { text.lowercased() }
}

extension Reference: Hashable, CustomStringConvertible {
    public static func == (a: Reference, b: Reference) -> Bool { a.key == b.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let written = try container.decode(String.self)
        guard let reference = Reference(checking: written) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(written) is not a reference")
        }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Reference {
    /// Lower-case words joined by dashes: `peer-review-response` for “Peer review response”. Nil when the words hold no
    /// letter or digit that can stand in a reference.
    public init?(madeFrom words: some StringProtocol) {
        var slug = ""
        for character in words.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        slug = String(slug.prefix(40))
        while slug.last == "-" { slug.removeLast() }
        self.init(checking: slug)
    }

    /// The reference made from words, with a number behind it where it is taken: `peer-review-response-2`.
    ///
    /// - Parameter fallback: what stands in where the words make none.
    public static func free(
        madeFrom words: some StringProtocol, or fallback: String, isTaken: (Reference) throws -> Bool
    ) throws -> Reference {
        let base = Reference(madeFrom: words)?.text ?? fallback
        var number = 1
        while true {
            let candidate = try Reference(number == 1 ? base : "\(base.prefix(36))-\(number)")
            if !candidate.isNew, try !isTaken(candidate) { return candidate }
            number += 1
        }
    }

    /// `new` in an address is the form for what is not there yet, so nothing can be found under it.
    public var isNew: Bool { key == "new" }

    /// - Throws: `reference-not-usable`
    public func refuseNew() throws(Refusal) {
        guard isNew else { return }
        let sentence = "“\(text)” can't be a reference, since pages for adding things have that name. Choose another."
        throw .invalid("reference-not-usable", sentence, fields: [.init("reference", sentence)])
    }
}
