/// The service as its letters name it.
public struct Letterhead: Sendable, Equatable {
    public var name: String
    /// On one line; nil where none is set.
    public var address: String?

    public init(name: String, address: String? = nil) { (self.name, self.address) = (name, address) }

    /// `Northshire Fire and Rescue, 1 Beacon Road, Northport`
    public var line: String { name + (address.map { ", \($0)" } ?? "") }
}
