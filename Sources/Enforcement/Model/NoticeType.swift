/// A formal notice under the Regulatory Reform (Fire Safety) Order 2005.
public enum NoticeType: String, Codable, Sendable, CaseIterable {
    case alterations, enforcement, prohibition

    public var words: String {
        switch self {
        case .alterations: "Alterations notice"
        case .enforcement: "Enforcement notice"
        case .prohibition: "Prohibition notice"
        }
    }

    /// The article that it is served under.
    public var article: Int {
        switch self {
        case .alterations: 29
        case .enforcement: 30
        case .prohibition: 31
        }
    }

    /// Whether an appeal suspends it until the appeal is disposed of: article 35. A prohibition notice goes on unless the court directs otherwise.
    public var isSuspendedByAppeal: Bool { self != .prohibition }
}
