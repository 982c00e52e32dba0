public import Kernel

/// Kept as it is written, since no engine's own numbers are exact on both.
extension Quantity: Stored {
    public var stored: Value { .text(description) }

    public static func read(_ row: Row, _ column: Int) throws -> Quantity {
        guard let quantity = Quantity(row.text(column)) else { throw StoredValueUnreadable(column: column, type: "Quantity") }
        return quantity
    }
}
