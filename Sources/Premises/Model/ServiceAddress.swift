public import Kernel

/// Where a duty holder is served, from a day and until one. There may be several at once.
public struct ServiceAddress: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case registeredOffice = "registered-office"
        case business
        case home
        /// Of somebody who takes what is served on their behalf.
        case agent
        case other

        public var words: String {
            switch self {
            case .registeredOffice: "Registered office"
            case .business: "Place of business"
            case .home: "Home"
            case .agent: "Agent"
            case .other: "Other address"
            }
        }
    }

    public let id: ID<ServiceAddress>
    public var version: Int
    public let holder: ID<DutyHolder>
    public var kind: Kind
    /// Without the postcode, a line each.
    public var lines: [String]
    public var postcode: Postcode?
    public var from: Day
    /// The last day; nil while it runs on.
    public var through: Day?

    public init(
        id: ID<ServiceAddress>, version: Int = 1, holder: ID<DutyHolder>, kind: Kind, lines: [String], postcode: Postcode? = nil, from: Day,
        through: Day? = nil
    ) {
        (self.id, self.version, self.holder, self.kind, self.lines) = (id, version, holder, kind, lines)
        (self.postcode, self.from, self.through) = (postcode, from, through)
    }

    public func holds(on day: Day) -> Bool { Span(unchecked: from, through).contains(day) }

    /// `1 Quay Street, Westmere, NR1 2AB`
    public var line: String { (lines + [postcode?.text].compactMap(\.self)).joined(separator: ", ") }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        var entries = ["kind": kind.rawValue, "postcode": postcode?.text ?? "", "from": from.iso, "through": through?.iso ?? ""].mapValues { [$0] }
        entries["address"] = lines
        return entries
    }
}

/// What a person enters of an address for service.
public struct NewServiceAddress: Sendable, Equatable {
    public var kind: ServiceAddress.Kind
    public var lines: [String]
    public var postcode: Postcode?
    public var from: Day
    public var through: Day?

    public init(kind: ServiceAddress.Kind, lines: [String], postcode: Postcode? = nil, from: Day, through: Day? = nil) {
        (self.kind, self.lines, self.postcode, self.from, self.through) = (kind, lines.asLines, postcode, from, through)
    }

    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "Kind", default: .registeredOffice)
        lines = fields.addressLines("address")
        if lines.isEmpty { fields.refuse("address", "Enter the address.") }
        postcode = fields.postcode("postcode")
        from = fields.day("from", "From")
        through = fields.optionalDay("through", "Until")
        fields.checkOrder(from, "through", through)
    }
}
