import Foundation
import SystemPackage

/// What a child is given, as a file that nobody else may read and that has no name any more: it goes when the last who has it open goes.
final class InputFile {
    let descriptor: FileDescriptor

    init(_ bytes: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.path + "/muster-input-\(UInt64.random(in: 0...UInt64.max))"
        descriptor = try .open(FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        do {
            try FileManager.default.removeItem(atPath: path)
            try descriptor.writeAll(bytes)
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            try? descriptor.close()
            throw error
        }
    }

    deinit { try? descriptor.close() }
}
