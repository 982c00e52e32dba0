import Foundation
public import Kernel

/// A file whose bytes are asked for piece by piece, as often as is needed: it is never in memory as a whole.
public struct FileBytes: Sendable {
    /// As whoever sent it calls it.
    public let name: String
    /// How many bytes it has.
    public let size: Int
    private let pieces: @Sendable ((UnsafeRawBufferPointer) throws -> Bool) throws -> Void

    /// - Parameter pieces: hands the bytes over from the first on, until it is answered false.
    public init(named name: String, size: Int, pieces: @escaping @Sendable ((UnsafeRawBufferPointer) throws -> Bool) throws -> Void) {
        (self.name, self.size, self.pieces) = (name, size, pieces)
    }

    /// Bytes that are in memory already.
    public init(_ bytes: [UInt8], named name: String) {
        self.init(named: name, size: bytes.count) { body in _ = try bytes.withUnsafeBytes(body) }
    }

    /// A file on the disk.
    ///
    /// - Throws: `file-not-readable`
    public init(path: String) throws(Refusal) {
        let notReadable = Refusal.invalid("file-not-readable", "\(path) can't be read. Check its name and that you may open it.")
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isThere, !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else { throw notReadable }
        let size = Int((try? file.seekToEnd()) ?? 0)
        try? file.close()
        self.init(named: URL(fileURLWithPath: path).lastPathComponent, size: size) { body in
            guard let file = FileHandle(forReadingAtPath: path) else { throw notReadable }
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
                guard try piece.withUnsafeBytes(body) else { return }
            }
        }
    }

    public func each(_ body: (UnsafeRawBufferPointer) throws -> Bool) throws { try pieces(body) }

    /// The first so many bytes.
    func start(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try each { piece in
            bytes += piece.prefix(count - bytes.count)
            return bytes.count < count
        }
        return bytes
    }

    /// All of it, for a format that can't be read from its beginning.
    func whole(atMost most: Int) throws -> [UInt8] {
        guard size <= most else { throw Refusal.tooLarge("It has \(grouped(size / 1_000_000)) MB; \(most / 1_000_000) MB is the most of this kind. Save it as CSV, which may be of any size.") }
        return try start(most)
    }
}
