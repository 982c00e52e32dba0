import Foundation
import Kernel

/// Reads a multipart/form-data body (RFC 7578) as it comes, holding no more of it than its fields and files may have.
///
/// A file that is too large is read past and not kept, so that the fields around it arrive and the form can be given back.
struct Multipart {
    static let mostParts = 10_000
    /// How many times as large as allowed files may be and are still read past.
    private static let patience = 10
    private static let mostHead = 8 * 1024

    private enum State { case outside, head, inside, ended }

    private let delimiter: [UInt8]
    private let filesLimit: Int
    private let fieldsLimit: Int
    private var state = State.outside
    /// What has come and was not yet understood. The line end that a first boundary lacks is put before everything.
    private var pending: [UInt8] = [13, 10]
    private var taken = 0
    private var announced = 0
    private var fieldBytes = 0
    private var fileBytes = 0
    private var parts = 0
    private var name = ""
    private var value: [UInt8] = []
    private var isFile = false

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [UploadedFile] = []

    /// Nil when the boundary is none that RFC 2046 allows.
    init?(boundary: String, filesUpTo limit: Int, fieldsUpTo mostFields: Int = Form.mostFields) {
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        filesLimit = limit
        fieldsLimit = mostFields
    }

    /// The most that is read of a body: what may be kept, and as much again several times that is read past.
    private var most: Int { Multipart.patience * filesLimit + 2 * fieldsLimit }
    /// Whether the files are larger than may be kept, which the length that was announced may tell at once.
    private var isOver: Bool { fileBytes > filesLimit || announced > filesLimit + 2 * fieldsLimit }

    /// Refuses by the length that was announced, before a byte is read.
    mutating func expect(length: Int?) throws(Refusal) {
        guard let length else { return }
        if length > most { throw .fileTooLarge(limit: filesLimit) }
        announced = length
    }

    mutating func take(_ bytes: some Collection<UInt8>) throws(Refusal) {
        taken += bytes.count
        guard taken <= most else { throw .fileTooLarge(limit: filesLimit) }
        guard state != .ended else { return }
        pending.append(contentsOf: bytes)
        var start = 0
        while try step(&start) {}
        pending.removeFirst(start)
    }

    /// - Throws: `form-cut-short` when the closing boundary never came.
    mutating func finish() throws(Refusal) {
        guard state == .ended else { throw .formCutShort }
    }

    /// Understands one more piece from `start` on; false when it needs more bytes.
    private mutating func step(_ start: inout Int) throws(Refusal) -> Bool {
        switch state {
        case .outside, .inside:
            guard let found = index(of: delimiter, from: start) else {
                // The end of what is here may be the beginning of a boundary.
                let safe = max(start, pending.count - delimiter.count + 1)
                try keep(start..<safe)
                start = safe
                return false
            }
            // The line tells whether it is the boundary or only begins like it.
            guard let line = lineEnd(found + delimiter.count) else {
                try keep(start..<found)
                start = found
                return false
            }
            switch line {
            case .closes:
                try keep(start..<found)
                try closePart()
                start = pending.count
                state = .ended
                return false
            case .opens(let next):
                try keep(start..<found)
                try closePart()
                start = next
                state = .head
            case .isNone:
                try keep(start..<found + delimiter.count)
                start = found + delimiter.count
            }
            return true
        case .head:
            // A head without a field begins with the empty line that ends it.
            let end = pending[start...].starts(with: [13, 10]) ? start : index(of: [13, 10, 13, 10], from: start)
            guard let end else {
                guard pending.count - start <= Multipart.mostHead else { throw .formNotReadable }
                return false
            }
            try openPart(String(decoding: pending[start..<end], as: UTF8.self))
            start = end == start ? start + 2 : end + 4
            state = .inside
            return true
        case .ended:
            return false
        }
    }

    private enum Line { case opens(Int), closes, isNone }

    /// What follows a boundary: two dashes close; blanks and a line end open a part. Nil when too little has come.
    private func lineEnd(_ start: Int) -> Line? {
        var index = start
        while index < pending.count, pending[index] == 32 || pending[index] == 9, index - start < 100 { index += 1 }
        guard index + 1 < pending.count else { return nil }
        if index == start, pending[index] == UInt8(ascii: "-"), pending[index + 1] == UInt8(ascii: "-") { return .closes }
        return pending[index] == 13 && pending[index + 1] == 10 ? .opens(index + 2) : .isNone
    }

    private mutating func openPart(_ head: String) throws(Refusal) {
        parts += 1
        guard parts <= Multipart.mostParts else { throw .formTooLarge }
        var disposition = HeaderValue("")
        var type = "application/octet-stream"
        for line in head.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw .formNotReadable }
            let text = String(line[line.index(after: colon)...].trimmed)
            switch line[..<colon].trimmed.lowercased() {
            case "content-disposition": disposition = HeaderValue(text)
            case "content-type": type = String(HeaderValue(text).value.prefix(200))
            default: break
            }
        }
        guard disposition.value == "form-data", let name = disposition.parameters["name"] else { throw .formNotReadable }
        self.name = Multipart.unescaped(name)
        fieldBytes += name.utf8.count
        isFile = false
        if let written = Multipart.fileName(disposition.parameters) {
            isFile = true
            files.append(UploadedFile(field: self.name, name: FileName(written).text, type: type, bytes: []))
            // Room for the whole of a first file, so that it need not grow by copying itself.
            if files.count == 1, !isOver { files[0].bytes.reserveCapacity(max(0, min(announced - taken, filesLimit))) }
            // No file chosen is sent as a file without a name and without a byte.
            if written.isEmpty { unnamed = files.count - 1 }
        }
    }

    private var unnamed: Int?

    private mutating func closePart() throws(Refusal) {
        guard state == .inside else { return }
        if isFile {
            if let index = unnamed, files[index].bytes.isEmpty { files.remove(at: index) }
            unnamed = nil
        } else {
            guard let text = String(validating: value, as: UTF8.self) else { throw .formNotReadable }
            fields.append((name, URLEncoded.clean(text)))
            value = []
        }
    }

    private mutating func keep(_ range: Range<Int>) throws(Refusal) {
        guard state == .inside, !range.isEmpty else { return }
        if isFile {
            fileBytes += range.count
            if isOver {
                files[files.count - 1].isTooLarge = true
                files[files.count - 1].bytes = []
            } else {
                files[files.count - 1].bytes.append(contentsOf: pending[range])
            }
        } else {
            fieldBytes += range.count
            guard fieldBytes <= fieldsLimit else { throw .formTooLarge }
            value.append(contentsOf: pending[range])
        }
    }

    /// Where a pattern begins at or after a place. The C library looks for its first byte, which is rare.
    private func index(of pattern: [UInt8], from start: Int) -> Int? {
        pending.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var from = start
            while from + pattern.count <= bytes.count,
                  let hit = memchr(base + from, Int32(pattern[0]), bytes.count - from - pattern.count + 1) {
                let index = UnsafeRawPointer(hit) - base
                if memcmp(hit, pattern, pattern.count) == 0 { return index }
                from = index + 1
            }
            return nil
        }
    }

    /// `filename*` is what programs send for letters beyond ASCII; browsers send them as they are.
    private static func fileName(_ parameters: [String: String]) -> String? {
        if let extended = parameters["filename*"] {
            let pieces = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
            if pieces.count == 3, pieces[0].lowercased() == "utf-8" { return URLEncoded.decoded(pieces[2].utf8, plus: false) }
        }
        return parameters["filename"].map(unescaped)
    }

    /// The three characters that a browser writes by percent within quotes (WHATWG HTML, multipart/form-data encoding).
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
