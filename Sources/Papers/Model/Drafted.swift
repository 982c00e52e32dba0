public import Kernel

/// Whoever wrote a draft asks for it to be issued.
public struct IssueAsking: Codable, Equatable, Sendable {
    public let id: ID<IssueAsking>
    public var version: Int
    public let paper: ID<Paper>
    public let on: Day
    public let by: String

    public init(id: ID<IssueAsking>, version: Int = 1, paper: ID<Paper>, on: Day, by: String) {
        self.id = id
        self.version = version
        self.paper = paper
        self.on = on
        self.by = by
    }
}

/// A draft goes to no board, and no list shows it unasked. It stays readable.
public struct Discard: Codable, Equatable, Sendable {
    public let id: ID<Discard>
    public var version: Int
    public let paper: ID<Paper>
    public let on: Day
    public let by: String

    public init(id: ID<Discard>, version: Int = 1, paper: ID<Paper>, on: Day, by: String) {
        self.id = id
        self.version = version
        self.paper = paper
        self.on = on
        self.by = by
    }
}
