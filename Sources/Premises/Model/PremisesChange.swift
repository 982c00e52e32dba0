import Kernel

/// What a file says otherwise of premises than the record does.
public struct PremisesChange: Codable, Equatable, Sendable {
    /// One thing that differs.
    public struct Part: Codable, Equatable, Sendable {
        /// `Name`
        public let what: String
        /// As on record, and as in the file; empty where nothing is said.
        public let old, new: String
    }

    public let reference: String
    public let name: String
    public let parts: [Part]

    init(_ old: Premises, to new: Premises) {
        (reference, name) = (old.reference.text, old.name)
        parts = zip(old.said, new.said).compactMap { old, new in old.1 == new.1 ? nil : Part(what: old.0, old: old.1, new: new.1) }
    }

    /// `P1, Harbour House: name Harbour House → Harbour Court`
    public var line: String {
        "\(reference), \(name): " + parts.map { "\($0.what.lowercasedFirst) \($0.old.isEmpty ? "nothing" : $0.old) → \($0.new.isEmpty ? "nothing" : $0.new)" }.joined(separator: "; ")
    }
}

extension Premises {
    /// What a file can say of it, in words.
    fileprivate var said: [(String, String)] {
        [
            ("Reference", reference.text), ("UPRN", uprn?.description ?? ""), ("Name", name), ("Address", address.joined(separator: ", ")), ("Postcode", postcode?.text ?? ""),
            ("Area", area ?? ""), ("Place", place.map { "\(decimal($0.latitude, places: 6)), \(decimal($0.longitude, places: 6))" } ?? ""), ("Type", type.words),
            ("Storeys", storeys.map(String.init) ?? ""), ("Height", height?.plain ?? ""), ("Sleeping", Sleeping(sleeping).words), ("Notes", notes ?? ""),
        ]
    }
}
