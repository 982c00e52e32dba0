internal import CLibpq

/// A statement's values as libpq takes them: text, and blobs as they are.
///
/// Each value says its type, so that `$1 || 'x'` or `COALESCE($1, $2)` means the same on both engines; only NULL
/// leaves it to the server. A parameter that may be NULL therefore can't stand where nothing tells its type: write
/// another statement instead of `$1 IS NULL`.
struct PostgresParameters {
    let types: [Oid]
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    var count: Int32 { Int32(types.count) }

    init(_ values: [Value]) {
        types = values.map { value in
            switch value {
            case .null: 0
            case .text: 25
            case .integer: 20
            case .real: 701
            case .blob: 17
            }
        }
        for value in values {
            starts.append(value == .null ? nil : bytes.count)
            let start = bytes.count
            switch value {
            case .null: break
            case .text(let text): bytes += text.utf8
            case .integer(let number): bytes += number.description.utf8
            case .real(let number): bytes += number.description.utf8
            case .blob(let blob): bytes += blob
            }
            lengths.append(Int32(bytes.count - start))
            if case .blob = value { formats.append(1) } else { formats.append(0) }
            bytes.append(0)
        }
    }

    func with<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> T
    ) rethrows -> T {
        try bytes.withUnsafeBytes { all in
            let base = all.baseAddress?.assumingMemoryBound(to: CChar.self)
            let addresses = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
            return try body(addresses, lengths, formats)
        }
    }
}
