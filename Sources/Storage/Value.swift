public import Kernel

/// What a column can hold, on both engines.
public enum Value: Hashable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)
    case blob([UInt8])

    /// The values of a record, in the order of its columns.
    public static func row(_ parts: any Stored...) -> [Value] { parts.map(\.stored) }
}

/// A type that is kept in one column.
public protocol Stored {
    var stored: Value { get }
    /// - Throws: `StoredValueUnreadable` when the column holds a text or bytes that the type can't be made from. Texts, numbers,
    ///   flags and bytes themselves never throw: each engine gives its nearest.
    static func read(_ row: Row, _ column: Int) throws -> Self
}

/// A column held what its type can't be made from: the database was changed by something else.
public struct StoredValueUnreadable: Error, Sendable {
    public let column: Int
    public let type: String
}

extension String: Stored {
    public var stored: Value { .text(self) }
    public static func read(_ row: Row, _ column: Int) throws -> String { row.text(column) }
}

extension Int64: Stored {
    public var stored: Value { .integer(self) }
    public static func read(_ row: Row, _ column: Int) throws -> Int64 { row.integer(column) }
}

extension Int: Stored {
    public var stored: Value { .integer(Int64(self)) }
    public static func read(_ row: Row, _ column: Int) throws -> Int { Int(row.integer(column)) }
}

extension Double: Stored {
    public var stored: Value { .real(self) }
    public static func read(_ row: Row, _ column: Int) throws -> Double { row.real(column) }
}

/// Kept as 0 or 1.
extension Bool: Stored {
    public var stored: Value { .integer(self ? 1 : 0) }
    public static func read(_ row: Row, _ column: Int) throws -> Bool { row.integer(column) != 0 }
}

extension [UInt8]: Stored {
    public var stored: Value { .blob(self) }
    public static func read(_ row: Row, _ column: Int) throws -> [UInt8] { row.blob(column) }
}

extension Optional: Stored where Wrapped: Stored {
    public var stored: Value { self?.stored ?? .null }
    public static func read(_ row: Row, _ column: Int) throws -> Wrapped? {
        row.isNull(column) ? nil : try Wrapped.read(row, column)
    }
}

/// Kept as its code.
extension Stored where Self: RawRepresentable, RawValue == String {
    public var stored: Value { .text(rawValue) }
    public static func read(_ row: Row, _ column: Int) throws -> Self {
        guard let value = Self(rawValue: row.text(column)) else {
            throw StoredValueUnreadable(column: column, type: "\(Self.self)")
        }
        return value
    }
}

extension Day: Stored {
    public var stored: Value { .text(iso) }
    public static func read(_ row: Row, _ column: Int) throws -> Day {
        guard let day = Day(iso: row.text(column)) else { throw StoredValueUnreadable(column: column, type: "Day") }
        return day
    }
}

extension Moment: Stored {
    public var stored: Value { .text(iso) }
    public static func read(_ row: Row, _ column: Int) throws -> Moment {
        guard let moment = Moment(iso: row.text(column)) else { throw StoredValueUnreadable(column: column, type: "Moment") }
        return moment
    }
}

extension ID: Stored {
    public var stored: Value { .integer(number) }
    public static func read(_ row: Row, _ column: Int) throws -> ID { ID(row.integer(column)) }
}

extension Reference: Stored {
    public var stored: Value { .text(text) }
    public static func read(_ row: Row, _ column: Int) throws -> Reference {
        guard let reference = Reference(checking: row.text(column)) else {
            throw StoredValueUnreadable(column: column, type: "Reference")
        }
        return reference
    }
}
