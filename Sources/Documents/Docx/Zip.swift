import CZip

/// Parts put together as a zip archive, in their order and all at one fixed time, so that the same parts are the same bytes.
///
/// They are stored and not deflated: the bytes of deflated parts change with the library that deflates them, and a paper is
/// rebuilt to the byte on another machine.
enum Zip {
    static func archive(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        // libzip reads the parts only when it closes, so they must lie still until then.
        let held = parts.map { part in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(part.bytes.count, 1), alignment: 1)
            copy.copyBytes(from: part.bytes)
            return copy
        }
        defer { held.forEach { $0.deallocate() } }
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw ZipFault() }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let zip = zip_open_from_source(source, ZIP_TRUNCATE, nil) else { throw ZipFault() }
        for (part, copy) in Swift.zip(parts, held) {
            guard let content = zip_source_buffer(zip, copy.baseAddress, zip_uint64_t(part.bytes.count), 0) else {
                zip_discard(zip)
                throw ZipFault()
            }
            let index = zip_file_add(zip, part.name, content, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(content)
                zip_discard(zip)
                throw ZipFault()
            }
            zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_STORE, 0)
            // 1 January 1980, the first day that a zip can name.
            zip_file_set_dostime(zip, zip_uint64_t(index), 0, 0x21, 0)
        }
        guard zip_close(zip) == 0 else {
            zip_discard(zip)
            throw ZipFault()
        }
        return try contents(of: source)
    }

    private static func contents(of source: OpaquePointer) throws -> [UInt8] {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else { throw ZipFault() }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
        guard read == Int64(bytes.count) else { throw ZipFault() }
        return bytes
    }
}

/// An archive could not be put together: a fault of the machine.
struct ZipFault: Error {}
