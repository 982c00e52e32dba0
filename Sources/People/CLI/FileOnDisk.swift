public import Foundation
public import Kernel
public import Storage

/// A file that a command was told to send, or to write.
public enum FileOnDisk {
    /// All that is in a file.
    ///
    /// - Throws: `file-not-readable`
    public static func read(_ path: String) throws -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw Refusal.invalid("file-not-readable", "\(path) can't be read. Check its name and that you may open it.")
        }
    }

    /// The file, looked at as one is that is sent by a page.
    ///
    /// - Throws: `file-not-readable`, and what `Intake` refuses
    public static func checked(_ path: String, by intake: Intake) async throws -> CheckedFile {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        // What is too large is not read: the door says so of its first bytes beyond.
        guard let handle = FileHandle(forReadingAtPath: path), let bytes = try handle.read(upToCount: min(size, intake.most) + 1) else {
            throw Refusal.invalid("file-not-readable", "\(path) can't be read. Check its name, that you may open it, and that there is something in it.")
        }
        return try await intake.check([UInt8](bytes), named: URL(fileURLWithPath: path).lastPathComponent)
    }

    /// Writes a file that was made for the command, over one that is there.
    ///
    /// - Throws: `file-not-writable`
    public static func write(_ bytes: [UInt8], to path: String) throws {
        do { try Data(bytes).write(to: URL(fileURLWithPath: path)) } catch {
            throw Refusal.invalid("file-not-writable", "\(path) can't be written. Check that its folder is there and that you may write to it.")
        }
    }

    /// Writes what was made for the command to the file that it names and says so, or to standard output where it names none.
    ///
    /// - Throws: `file-not-writable`
    public static func hand(_ bytes: [UInt8], to path: String?) throws {
        guard let path else { return FileHandle.standardOutput.write(Data(bytes)) }
        try write(bytes, to: path)
        Output.line("Wrote \(path).")
    }

    /// Writes a file that was attached. Nothing is overwritten.
    ///
    /// - Parameter path: its own name, where the command runs, when nil.
    /// - Returns: where it was written.
    /// - Throws: `file-not-writable`
    public static func save(_ file: Attachment, _ bytes: [UInt8], at path: String?) throws -> String {
        let path = path ?? file.name
        do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting) } catch {
            throw Refusal.invalid("file-not-writable", "\(path) can't be written. Check that its folder is there, that you may write to it, and that no such file is there yet.")
        }
        return path
    }
}
