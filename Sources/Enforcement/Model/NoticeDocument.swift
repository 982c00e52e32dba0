public import Kernel

/// A notice as it was served: the paper's content, from which each file of it is made, the same bytes every time.
public struct NoticeDocument: Codable, Equatable, Sendable {
    public let id: ID<NoticeDocument>
    public var version: Int
    public let notice: ID<Notice>
    /// The document in its one JSON form.
    public let content: String
    /// SHA-256 of the content in hexadecimal digits.
    public let sha256: String
    public let frozen: Day

    public init(id: ID<NoticeDocument>, version: Int = 1, notice: ID<Notice>, content: String, sha256: String, frozen: Day) {
        (self.id, self.version, self.notice, self.content, self.sha256, self.frozen) = (id, version, notice, content, sha256, frozen)
    }
}
