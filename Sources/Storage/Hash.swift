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
        var hashing = Hashing()
        for part in parts { hashing.add(part) }
        self = hashing.hash
    }

    /// The hash of pieces that are handed over one after the other.
    public init(pieces: ((UnsafeRawBufferPointer) -> Void) throws -> Void) rethrows {
        var hashing = Hashing()
        try pieces { hashing.add($0) }
        self = hashing.hash
    }

    fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// A SHA-256 hash in the making, of parts that need not be brought together first.
struct Hashing {
    private var state = crypto_hash_sha256_state()

    init() { crypto_hash_sha256_init(&state) }

    mutating func add(_ part: some Collection<UInt8>) {
        let isDone: Void? = part.withContiguousStorageIfAvailable {
            crypto_hash_sha256_update(&state, $0.baseAddress, UInt64($0.count))
        }
        if isDone == nil { crypto_hash_sha256_update(&state, Array(part), UInt64(part.count)) }
    }

    mutating func add(_ byte: UInt8) { crypto_hash_sha256_update(&state, [byte], 1) }

    /// Asked for once, at the end.
    var hash: Hash {
        mutating get {
            var bytes = [UInt8](repeating: 0, count: 32)
            crypto_hash_sha256_final(&state, &bytes)
            return Hash(bytes)
        }
    }
}

extension Hash: CustomStringConvertible {
    public var description: String {
        bytes.hex
    }

    func writeHex(onto text: inout [UInt8]) { bytes.writeHex(onto: &text) }

    /// Reads what `description` writes.
    public init?(hex: some StringProtocol) {
        guard let bytes = [UInt8](hex: hex) else { return nil }
        self.init(bytes: bytes)
    }
}

extension [UInt8] {
    /// In lowercase hexadecimal digits.
    var hex: String {
        var digits: [UInt8] = []
        writeHex(onto: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    init?(hex: some StringProtocol) {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count & 1 == 0 else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    func writeHex(onto text: inout [UInt8]) {
        for byte in self {
            for half in [byte >> 4, byte & 15] { text.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10) }
        }
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
