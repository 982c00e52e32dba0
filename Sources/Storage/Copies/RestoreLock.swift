internal import Foundation
internal import Kernel

/// Keeps a second restoration away from the place of one that is under way: the operating system's own lock on a file beside
/// it, which ends with the process however that ends.
struct RestoreLock {
    private let path: String
    private let descriptor: Int32

    private static func path(_ unfinished: String) -> String { unfinished + ".lock" }

    /// - Parameter unfinished: the file that is being restored into; its folder is there.
    /// - Throws: `restore-under-way`
    init(_ unfinished: String) throws {
        path = Self.path(unfinished)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Refusal.notWritten(path, errno) }
        var (held, named) = (stat(), stat())
        // A file that the other took away on its way out, just when we had opened it, keeps nobody away.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino else {
            close(descriptor)
            throw Refusal.restoreUnderWay(unfinished)
        }
    }

    func release() {
        unlink(path)
        close(descriptor)
    }

    /// Whether somebody restores into a place just now.
    static func isHeld(_ unfinished: String) -> Bool {
        let descriptor = open(path(unfinished), O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }
}

extension Refusal {
    static func restoreUnderWay(_ path: String) -> Refusal {
        .conflict("restore-under-way", "A copy is being restored into \(path) just now. Wait until that is done, and then look at the place again.")
    }
}
