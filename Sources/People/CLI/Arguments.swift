public import ArgumentParser
public import Kernel

/// Values of ours as arguments of commands.
extension Role: ExpressibleByArgument {}
extension PartyKind: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    /// `2026-03-31`
    public init?(argument: String) { self.init(iso: argument) }
}

extension Reference: ExpressibleByArgument {
    public init?(argument: String) { self.init(checking: argument) }
}
