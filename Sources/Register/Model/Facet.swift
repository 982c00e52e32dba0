import Kernel

/// A side from which the register is looked at: its name is what stands in an address.
public enum Facet: String, CaseIterable, Codable, Sendable {
    case type, status, premises, area, year, article, extent, service

    public var words: String {
        switch self {
        case .type: "Type of notice"
        case .status: "Status"
        case .premises: "Type of premises"
        case .area: "Authority area"
        case .year: "Year of service"
        case .article: "Article"
        case .extent: "How much is shown"
        case .service: "Service"
        }
    }

    /// What an entry is found under. An entry of several articles stands under each.
    public func keys(of entry: PublicEntry) -> [String] {
        switch self {
        case .type: [entry.kind?.rawValue ?? Facet.notShown]
        case .status: [entry.status?.rawValue ?? Facet.notShown]
        case .premises: [entry.premisesType?.rawValue ?? Facet.notShown]
        case .area: [entry.full.map { $0.area ?? Facet.noArea } ?? Facet.notShown]
        case .year: [entry.served.map { String($0.parts.year) } ?? Facet.notShown]
        case .article: entry.articles
        case .extent: [entry.extent.rawValue]
        case .service: [entry.source?.code ?? Facet.own]
        }
    }

    /// What stands in an address for entries of which the law lets nothing be shown but three particulars.
    static let notShown = "not-shown"

    /// What stands in an address for entries whose area is not given.
    static let noArea = "none"
    /// What stands in an address for the entries of the register's own service.
    static let own = "own"

    /// What a value is called on a page; of a service only the register knows its name.
    public func words(of key: String) -> String {
        if key == Facet.notShown { return "Not shown" }
        return switch self {
        case .type: PublicEntry.Kind(rawValue: key)?.words ?? key
        case .status: PublicEntry.Status(rawValue: key)?.words ?? key
        case .premises: PremisesType(rawValue: key)?.words ?? key
        case .area: key == Facet.noArea ? "Not given" : key
        case .year: key
        case .article: "Article \(key)"
        case .extent: PublicEntry.Extent(rawValue: key)?.words ?? key
        case .service: key
        }
    }

    /// The values that stand on the page whether or not an entry has them, in their order; nil where the entries decide.
    var known: [String]? {
        switch self {
        case .type: PublicEntry.Kind.allCases.map(\.rawValue)
        // What is withdrawn or has ended is taken out; another service's register may have it all the same, and then it stands here too.
        case .status: [PublicEntry.Status.inForce, .complied].map(\.rawValue)
        case .premises: PremisesType.allCases.map(\.rawValue)
        case .extent: PublicEntry.Extent.allCases.map(\.rawValue)
        case .service: [Facet.own]
        case .area, .year, .article: nil
        }
    }

    /// The order in which values stand that the entries decide: areas by name, years from the newest, articles by number.
    func precedes(_ a: String, _ b: String) -> Bool {
        if a == Facet.notShown || b == Facet.notShown { return b == Facet.notShown && a != b }
        return switch self {
        case .year: a > b
        case .article: Facet.number(a) == Facet.number(b) ? a < b : Facet.number(a) < Facet.number(b)
        default: a == Facet.noArea || b == Facet.noArea ? b == Facet.noArea && a != b : a < b
        }
    }

    /// Values in the order in which they stand: first all those that are there whether or not an entry has them.
    func ordered(_ found: some Sequence<String>) -> [String] {
        (known ?? []) + found.filter { known?.contains($0) != true }.sorted(by: precedes)
    }

    private static func number(_ article: String) -> Int { Int(article.prefix { $0.isNumber }) ?? .max }
}

extension PublicEntry.Kind {
    public var words: String {
        switch self {
        case .alterations: "Alterations notice"
        case .enforcement: "Enforcement notice"
        case .prohibition: "Prohibition notice"
        }
    }
}

extension PublicEntry.Status {
    public var words: String {
        switch self {
        case .inForce: "In force"
        case .complied: "Complied with"
        case .withdrawn: "Withdrawn"
        case .ended: "Ended"
        }
    }
}

extension PublicEntry {
    /// What it is called: by its kind, where that may be told.
    var title: String { kind?.words ?? "Notice" }
}

extension PublicEntry.Extent {
    public var words: String {
        switch self {
        case .full: "The whole entry"
        case .threeParticulars: "Three particulars only"
        }
    }
}
