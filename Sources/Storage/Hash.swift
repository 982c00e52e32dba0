internal import CSodium

/// A SHA-256 hash. Written as 64 lowercase hexadecimal digits.
public struct Hash: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Returns: nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The hash of the parts, one after the other.
    public init(of parts: [UInt8]...) {
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        for part in parts { crypto_hash_sha256_update(&state, part, UInt64(part.count)) }
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &hash)
        bytes = hash
    }
}

extension Hash: CustomStringConvertible {
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Reads what `description` writes.
    public init?(hex: some StringProtocol) {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, hex.utf8.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension Hash: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let hash = Hash(hex: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a SHA-256 hash")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Kept as its 32 bytes.
extension Hash: Stored {
    public var stored: Value { .blob(bytes) }
    public static func read(_ row: Row, _ column: Int) throws -> Hash {
        guard let hash = Hash(bytes: row.blob(column)) else { throw StoredValueUnreadable(column: column, type: "Hash") }
        return hash
    }
}

/// Where the sixteen random bytes come from that keep a journal entry's commitment from being guessed.
///
/// A test gives a source of its own, so that two databases with one history have one head.
public struct Salt: Sendable {
    let make: @Sendable () -> [UInt8]

    public init(_ make: @escaping @Sendable () -> [UInt8]) { self.make = make }

    public static let random = Salt {
        var bytes = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }
}
