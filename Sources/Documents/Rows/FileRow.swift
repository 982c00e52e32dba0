import Kernel

/// One row of a file, good only while the closure runs that was given it.
public final class FileRow {
    /// As a spreadsheet counts them, from 1.
    public internal(set) var number = 0
    var bytes: [UInt8] = []
    /// Where each field ends among the bytes.
    var ends: [Int] = []
    var isWestern = false

    init() {}

    public var count: Int { ends.count }

    /// Whether no field holds anything.
    public var isBlank: Bool { bytes.allSatisfy { $0 <= 32 } }

    /// A field as the file has it.
    func field(_ column: Int) -> ArraySlice<UInt8> { bytes[(column == 0 ? 0 : ends[column - 1])..<ends[column]] }

    /// A field without white space at its ends; empty where the row is too short to have it.
    public func text(_ column: Int) -> String {
        guard ends.indices.contains(column) else { return "" }
        var field = field(column)
        var isPlain = true
        for byte in field where byte < 32 || byte > 126 {
            isPlain = false
            break
        }
        guard isPlain else {
            return isWestern ? tidied(field.withUnsafeBytes { TextEncoding.western($0) }) : tidied(field)
        }
        while field.first == 32 { field.removeFirst() }
        while field.last == 32 { field.removeLast() }
        return String(decoding: field, as: UTF8.self)
    }

    func begin() {
        number += 1
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
