import CZip
import Kernel

/// A zip archive in memory, read part by part, with every inflated byte counted.
///
/// The sizes an archive states about itself may lie, so they only serve to refuse early.
final class Archive {
    private let zip: OpaquePointer
    private var inflated = 0

    /// The bytes must outlive the archive.
    init(_ bytes: UnsafeRawBufferPointer) throws {
        // Some programs write archives that are sound but fail the strict check; what is read is counted and checked anyway.
        guard let zip = try Archive.open(bytes, ZIP_CHECKCONS) ?? Archive.open(bytes, 0) else {
            throw Refusal.damaged("its table of contents")
        }
        self.zip = zip
        try check()
    }

    deinit { zip_discard(zip) }

    private static func open(_ bytes: UnsafeRawBufferPointer, _ flags: Int32) throws -> OpaquePointer? {
        guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
            throw Refusal.damaged("its table of contents")
        }
        if let zip = zip_open_from_source(source, ZIP_RDONLY | flags, nil) { return zip }
        zip_source_free(source)
        return nil
    }

    private func check() throws {
        let count = zip_get_num_entries(zip, 0)
        if count > Limits.parts { throw Refusal.tooLarge("It holds \(grouped(Int(count))) parts; \(grouped(Limits.parts)) is the most.") }
        var total: UInt64 = 0
        for index in 0..<zip_uint64_t(max(count, 0)) {
            var stat = zip_stat_t()
            guard zip_stat_index(zip, index, 0, &stat) == 0 else { throw Refusal.damaged("its table of contents") }
            total = total.addingReportingOverflow(stat.size).partialValue
            try check(size: stat.size, packed: stat.comp_size)
            if total > UInt64(Limits.inflated) { throw Archive.swells }
        }
    }

    private func check(size: UInt64, packed: UInt64) throws {
        if size > UInt64(Limits.part) { throw Archive.swells }
        if size > UInt64(Limits.unremarkable), size / UInt64(Limits.ratio) > packed { throw Archive.swells }
    }

    private static let swells = Refusal.tooLarge("It unpacks to far more than its size, as a file made to do harm would.")

    func holds(_ name: String) -> Bool { locate(name) != nil }

    private func locate(_ name: String) -> zip_uint64_t? {
        let index = zip_name_locate(zip, name, zip_flags_t(ZIP_FL_NOCASE))
        return index < 0 ? nil : zip_uint64_t(index)
    }

    /// Opens a part for reading, or nil when there is none of this name.
    func part(_ name: String) throws -> Part? {
        guard let index = locate(name) else { return nil }
        var stat = zip_stat_t()
        guard zip_stat_index(zip, index, 0, &stat) == 0 else { throw Refusal.damaged("the part \(name)") }
        if stat.encryption_method != ZIP_EM_NONE { throw Refusal.fileEncrypted }
        guard let file = zip_fopen_index(zip, index, 0) else { throw Refusal.damaged("the part \(name)") }
        return Part(archive: self, name: name, file: file, packed: stat.comp_size)
    }

    /// One part while it is being read.
    final class Part {
        let name: String
        private let archive: Archive
        private let file: OpaquePointer
        private let packed: UInt64
        private var count: UInt64 = 0

        fileprivate init(archive: Archive, name: String, file: OpaquePointer, packed: UInt64) {
            self.archive = archive
            self.name = name
            self.file = file
            self.packed = packed
        }

        deinit { zip_fclose(file) }

        /// The number of bytes read; zero at the end.
        func read(into buffer: UnsafeMutableRawPointer?, atMost size: Int) throws -> Int {
            let got = Int(zip_fread(file, buffer, zip_uint64_t(size)))
            guard got >= 0 else { throw Refusal.damaged("the part \(name)") }
            count += UInt64(got)
            archive.inflated += got
            try archive.check(size: count, packed: packed)
            if archive.inflated > Limits.inflated { throw Archive.swells }
            return got
        }

        /// The whole of a small part.
        func start(atMost size: Int) throws -> [UInt8] {
            var bytes = [UInt8](repeating: 0, count: size)
            let got = try bytes.withUnsafeMutableBytes { try read(into: $0.baseAddress, atMost: size) }
            return Array(bytes.prefix(got))
        }
    }
}
