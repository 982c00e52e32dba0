import CZip
import Kernel

/// What an Office file says that its parts are (ECMA-376, part 2): Office runs a part as a macro by its type there, whatever its name.
enum OfficeTypes {
    /// Of a project of macros, of a document that may hold one, and of an Excel 4 macro sheet.
    private static let ofMacros = ["vbaproject", "macroenabled", "macrosheet"]
    /// Of the list, in bytes once inflated; a long book has some thousand parts, of which each takes a line.
    private static let most = 4 << 20
    private static let mostParts: zip_int64_t = 20_000

    /// - Throws: `file-has-macros`; `file-kind-not-taken` where what it says can't be read, or could be read otherwise than it is written
    static func refuseMacros(in bytes: [UInt8], named name: FileName) throws(Refusal) {
        guard let list = list(in: bytes) else { throw .notTaken(name) }
        // Of two bytes a letter or of one, what counts here is ASCII.
        let text = String(decoding: list.filter { $0 != 0 }, as: UTF8.self).lowercased()
        if ofMacros.contains(where: text.contains) { throw .macros(name) }
        // No program writes a type in numbers of letters or behind a name of its own, but Office would understand it.
        if text.contains("&#") || text.contains("<!doctype") { throw .notTaken(name) }
    }

    /// The part that lists the types. Nil where there is none or more than one, as nobody knows which Office would go by, where it can't be
    /// read whole, and where there are too many parts.
    private static func list(in bytes: [UInt8]) -> [UInt8]? {
        bytes.withUnsafeBytes { raw -> [UInt8]? in
            guard let source = zip_source_buffer_create(raw.baseAddress, zip_uint64_t(raw.count), 0, nil) else { return nil }
            guard let zip = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                return nil
            }
            defer { zip_discard(zip) }
            let count = zip_get_num_entries(zip, 0)
            guard (1...mostParts).contains(count) else { return nil }
            let lists = (0..<zip_uint64_t(count)).filter { index in
                zip_get_name(zip, index, 0).map { String(cString: $0).lowercased() == "[content_types].xml" } ?? false
            }
            return lists.count == 1 ? part(lists[0], of: zip) : nil
        }
    }

    private static func part(_ index: zip_uint64_t, of zip: OpaquePointer) -> [UInt8]? {
        guard let file = zip_fopen_index(zip, index, 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let got = Int(buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) })
            guard got >= 0, bytes.count + got <= most else { return nil }
            guard got > 0 else { return bytes }
            bytes += buffer.prefix(got)
        }
    }
}
