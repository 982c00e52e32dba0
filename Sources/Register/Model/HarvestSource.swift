public import Kernel

/// Another service whose register is shown beside this one's, and the last good copy of it.
public struct HarvestSource: Codable, Equatable, Sendable {
    public let id: ID<HarvestSource>
    public var version: Int
    /// Short and of its own: `westmarch`. Its entries are known here by it.
    public var code: Reference
    /// The name of the service.
    public var name: String
    /// The address of its data package.
    public var package: WebAddress
    /// Whether it may be at an address that is not on the public internet: a service on the same network.
    public var allowsPrivate: Bool
    public let addedOn: Day
    /// Its entries are shown no more from then on.
    public var removedOn: Day?
    /// What was last taken over from it whole; nil before the first time.
    public var copy: Copy?

    /// A copy of another service's register, as it was taken over.
    public struct Copy: Codable, Equatable, Sendable {
        /// When it was fetched.
        public var at: Moment
        public var entries: Int
        /// Lines of its file that were no entries, and were left out.
        public var refused: Int
        /// SHA-256 of the file, in hexadecimal: what the entry of the journal commits to.
        public var hash: String

        public init(at: Moment, entries: Int, refused: Int, hash: String) {
            (self.at, self.entries, self.refused, self.hash) = (at, entries, refused, hash)
        }
    }

    public init(
        id: ID<HarvestSource>, version: Int = 1, code: Reference, name: String, package: WebAddress, allowsPrivate: Bool = false, addedOn: Day,
        removedOn: Day? = nil, copy: Copy? = nil
    ) {
        (self.id, self.version, self.code, self.name, self.package) = (id, version, code, name, package)
        (self.allowsPrivate, self.addedOn, self.removedOn, self.copy) = (allowsPrivate, addedOn, removedOn, copy)
    }
}

extension HarvestSource {
    /// As a form holds it: what can be changed of it.
    var entries: [String: [String]] { ["name": [name], "package": [package.text], "allows-private": allowsPrivate ? ["on"] : []] }
}

/// What a person enters to have another service's register shown beside this one's.
public struct NewHarvestSource: Sendable, Equatable {
    public var name: String
    public var code: Reference?
    public var package: WebAddress
    public var allowsPrivate: Bool

    public init(name: String, code: Reference? = nil, package: WebAddress, allowsPrivate: Bool = false) {
        (self.name, self.code, self.package, self.allowsPrivate) = (name, code, package, allowsPrivate)
    }

    /// Nil where the fields have errors.
    public init?(reading fields: inout Fields) {
        let name = fields.line("name", "Name of the service", atMost: 200)
        let code = fields.reference("code", "Code")
        if fields.written("package").isEmpty { fields.refuse("package", "Enter the address of its data package, such as https://register.westmarch.example/register/datapackage.json.") }
        guard let package = fields.optionalWebAddress("package", "The address of its data package") else { return nil }
        let allowsPrivate = fields.isOn("allows-private")
        if !allowsPrivate, InternetAddress.isPrivate(host: package.host) {
            fields.refuse("package", "\(package.host) is not on the public internet. Give the address that others reach it by, or say that it is on your own network.")
        }
        self.init(name: name, code: code, package: package, allowsPrivate: allowsPrivate)
    }

    /// Of fields that hold nothing besides.
    ///
    /// - Throws: `fields-need-attention`
    init(all fields: inout Fields) throws(Refusal) {
        let new = NewHarvestSource(reading: &fields)
        try fields.finish()
        guard let new else { throw Refusal.fields([.init("package", "Enter the address of its data package.")]) }
        self = new
    }
}
