public import Kernel

extension WebAddress: Stored {
    public var stored: Value { .text(text) }
    public static func read(_ row: Row, _ column: Int) throws -> WebAddress {
        guard let address = WebAddress(kept: row.text(column)) else { throw StoredValueUnreadable(column: column, type: "WebAddress") }
        return address
    }
}
