internal import Foundation

/// The operating system's own lock on a file that lies beside what it guards: it ends with the process, however that ends.
struct FileLock: Sendable {
    enum Failure: Error {
        /// With what the system said, as `errno` has it.
        case notOpened(Int32)
        case held
    }

    let path: String
    let file: FileHandle

    /// Makes the file, for its owner alone, where it is missing.
    init(_ path: String) throws(Failure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notOpened(errno) }
        self.path = path
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // A file that the last holder took away on its way out, just when we had opened it, locks nobody out.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillThere else { throw .held }
    }

    private var isStillThere: Bool {
        var (held, named) = (stat(), stat())
        return fstat(file.fileDescriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
    }

    /// Takes the file away and lets go of it.
    func release() {
        unlink(path)
        flock(file.fileDescriptor, LOCK_UN)
    }

    /// Whether anybody holds it now.
    static func isHeld(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        return flock(file.fileDescriptor, LOCK_SH | LOCK_NB) != 0
    }
}
