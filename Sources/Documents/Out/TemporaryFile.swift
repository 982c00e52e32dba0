import Foundation

/// A file of this process alone, removed when it goes out of use.
final class TemporaryFile {
    let name: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/muster-XXXXXX.xlsx").utf8CString)
        let descriptor = mkstemps(&template, 5)
        guard descriptor >= 0 else { throw WorkbookFault(code: 0) }
        close(descriptor)
        name = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { unlink(name) }

    func contents() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: name))) }
}
