import Kernel

/// The five colours a standing is told in. What each means is the rule set's business.
public enum Colour: String, Codable, Sendable, CaseIterable {
    case blue, green, amber, red, grey

    /// The word that always stands beside the colour.
    public var words: String {
        switch self {
        case .blue: "Done"
        case .green: "On track"
        case .amber: "At risk"
        case .red: "Late"
        case .grey: "Not scheduled"
        }
    }

    /// What needs attention first comes first.
    public var urgency: Int {
        switch self {
        case .red: 0
        case .amber: 1
        case .grey: 2
        case .green: 3
        case .blue: 4
        }
    }

    public var name: String { rawValue.capitalisedFirst }
}
