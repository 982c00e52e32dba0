internal import Foundation
internal import Kernel

/// A file that is there under its name only when it is whole and on the disk; never in place of another.
struct NewFile: Sendable {
    let path: String
    /// The name it has while it is written: hidden, and beside the other, so that both are on one disk.
    let partial: String

    static let partialMark = ".muster-partial-"

    /// Makes an empty file that its owner alone may read.
    ///
    /// - Throws: `file-already-there`, `folder-not-usable`, `no-room-left`
    init(_ path: String, number: UInt32 = .random(in: 0...UInt32.max)) throws {
        let name = URL(fileURLWithPath: path)
        self.path = name.path
        partial = name.deletingLastPathComponent()
            .appendingPathComponent("\(Self.partialMark)\(number)-\(name.lastPathComponent.prefix(80))").path
        guard !Self.isThere(self.path) else { throw Refusal.fileAlreadyThere(path) }
        let file = open(partial, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Refusal.notWritten(path, errno) }
        Glibc.close(file)
    }

    /// Whether anything has that name, a broken link too.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Brings the bytes to the disk and gives the file its name.
    func finish() throws {
        try Self.sync(partial)
        try Self.rename(partial, path)
    }

    func discard() { unlink(partial) }

    /// A link is refused where the name is taken, which a rename would overwrite. Some file systems know no links.
    static func rename(_ old: String, _ new: String) throws {
        if link(old, new) == 0 {
            unlink(old)
        } else {
            let reason = errno
            guard reason == EPERM || reason == ENOTSUP || reason == ENOSYS, !isThere(new) else { throw Refusal.notWritten(new, reason) }
            guard Glibc.rename(old, new) == 0 else { throw Refusal.notWritten(new, errno) }
        }
        try sync(URL(fileURLWithPath: new).deletingLastPathComponent().path)
    }

    private static func sync(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Refusal.notWritten(path, errno) }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 || errno == EINVAL else { throw Refusal.notWritten(path, errno) }
    }
}
