public import Kernel

/// Where the data is kept: `sqlite:PATH` or `postgres://…`.
public enum DatabaseAddress: Sendable, Hashable {
    case sqlite(path: String)
    case postgres(url: String)

    /// - Throws: `database-address-not-understood`
    public init(_ text: String) throws(Refusal) {
        if text.hasPrefix("sqlite:"), text.count > 7 {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            throw .invalid(
                "database-address-not-understood", "A database is named sqlite:PATH or postgres://USER@HOST/NAME.")
        }
    }
}
