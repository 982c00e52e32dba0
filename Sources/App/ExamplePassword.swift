import Foundation

/// The example's password: made once for each copy of the data, and kept beside it for whoever runs it.
enum ExamplePassword {
    static func made() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in String((0..<4).compactMap { _ in letters.randomElement(using: &generator) }) }.joined(separator: "-")
    }

    static func keep(_ password: String, _ settings: Settings) throws {
        let file = WayIn.file(settings)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // One of an earlier life may be anybody's to read, so it is never written into.
        unlink(file.path)
        let descriptor = open(file.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data((password + "\n").utf8))
    }
}
