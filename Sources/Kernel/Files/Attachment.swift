/// A file that somebody attached: what it is called, and the bytes it stands for, which are kept once however often they
/// are attached. Neither ever changes.
public struct Attachment: Codable, Equatable, Sendable {
    public let id: ID<Attachment>
    public var version: Int
    /// Ends as its kind does.
    public let name: String
    public let kind: FileKind
    /// In bytes.
    public let size: Int
    /// Of the bytes, in 64 hexadecimal digits.
    public let sha256: String
    /// Whether a virus scanner looked at it before it was kept.
    public let isScanned: Bool

    public init(id: ID<Attachment>, version: Int = 1, name: String, kind: FileKind, size: Int, sha256: String, isScanned: Bool) {
        self.id = id
        self.version = version
        self.name = name
        self.kind = kind
        self.size = size
        self.sha256 = sha256
        self.isScanned = isScanned
    }

    /// `Word document, 1.4 MB`
    public var words: String { "\(kind.words), \(sizeInWords(size))" }
}

/// `820 bytes`, `14 kB`, `1.4 MB`
public func sizeInWords(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: counted(bytes, "byte")
    case ..<999_500: "\((bytes + 500) / 1000) kB"
    default: "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10) MB"
    }
}
