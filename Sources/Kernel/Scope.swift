/// What a program may be let do: `plans:read`. A slice names its own.
public struct Scope: RawRepresentable, Hashable, Sendable, Codable, Comparable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ name: String) { rawValue = name }

    public static func < (one: Scope, other: Scope) -> Bool { one.rawValue < other.rawValue }
}

/// A scope that may be chosen for a token, with what it lets a program do.
public struct OfferedScope: Hashable, Sendable {
    public let scope: Scope
    /// In words for the page where it is chosen: `Read plans, their history and figures`.
    public let meaning: String

    public init(_ scope: Scope, _ meaning: String) {
        self.scope = scope
        self.meaning = meaning
    }
}
