/// Whether people sleep at premises, as far as it is known.
public enum Sleeping: String, Codable, Sendable, CaseIterable {
    case yes, no, unknown

    public init(_ known: Bool?) { self = known.map { $0 ? .yes : .no } ?? .unknown }

    /// Nil where it is not known.
    public var known: Bool? { self == .unknown ? nil : self == .yes }

    public var words: String {
        switch self {
        case .yes: "People sleep here"
        case .no: "Nobody sleeps here"
        case .unknown: "Not known"
        }
    }
}
