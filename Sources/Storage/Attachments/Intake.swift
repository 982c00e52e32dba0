public import Kernel

/// A file that may be kept: it is of a kind that is taken, not too large, and the scanner, where there is one, let it pass.
/// Only `Intake` makes one, so nothing else is ever attached.
public struct CheckedFile: Sendable {
    /// Ends as its kind does.
    public let name: String
    public let kind: FileKind
    public let isScanned: Bool
    public let sha256: String
    let bytes: [UInt8]

    public var size: Int { bytes.count }
}

/// The door that files come in by: how large they may be, and who looks for viruses.
public struct Intake: Sendable {
    /// The most bytes of one file.
    public let most: Int
    public let scanner: VirusScanner?
    /// What became of the files that were sent.
    public let watch = IntakeWatch()

    /// - Parameter scanner: nil where nobody looks for viruses.
    public init(most: Int = 25 << 20, scanner: VirusScanner? = nil) {
        self.most = most
        self.scanner = scanner
    }

    /// - Throws: `file-empty`, `file-too-large`, `file-kind-not-taken`, `file-has-macros`, `file-refused-by-scanner`,
    ///   `file-not-scanned`
    public func check(_ bytes: [UInt8], named written: String) async throws(Refusal) -> CheckedFile {
        let name = FileName(written)
        guard bytes.count <= most else { throw tooLarge(name) }
        let kind: FileKind
        do {
            kind = try FileKind(of: bytes, named: name)
            if [.docx, .xlsx, .pptx].contains(kind) { try OfficeTypes.refuseMacros(in: bytes, named: name) }
        } catch {
            watch.notTaken.add()
            throw error
        }
        if let scanner { try await pass(bytes, name, scanner) }
        watch.taken.add()
        return CheckedFile(
            name: name.ending(as: kind).text, kind: kind, isScanned: scanner != nil, sha256: Hash(of: bytes).description, bytes: bytes)
    }

    /// What whoever sent more than is kept is told, also where it was not read to its end. It is counted.
    public func tooLarge(_ name: FileName) -> Refusal {
        watch.tooLarge.add()
        return Refusal("file-too-large", .tooLarge, "“\(name.text)” is larger than \(most >> 20) MB, the most that is kept here. Send a smaller one.")
    }

    private func pass(_ bytes: [UInt8], _ name: FileName, _ scanner: VirusScanner) async throws(Refusal) {
        switch await scanner.scan(bytes) {
        case .clean: return
        case .refused(let said):
            watch.refusedByScanner.add()
            throw Refusal("file-refused-by-scanner", .unsupported, """
                The virus scanner refused “\(name.text)”, so it was not kept.\(said.isEmpty ? "" : " It said: \(said)") Tell whoever sent it to you, and your IT.
                """)
        case .unanswered:
            watch.notScanned.add()
            throw Refusal("file-not-scanned", .unavailable, """
                “\(name.text)” could not be checked for viruses just now, so it was not kept. Send it again in a while; if that is no better, tell your IT.
                """)
        }
    }
}

/// What is counted of files that were sent.
public final class IntakeWatch: Sendable {
    let (taken, tooLarge, notTaken, refusedByScanner, notScanned) = (Tally(), Tally(), Tally(), Tally(), Tally())

    init() {}

    public var measure: Measure {
        var measure = Measure(.counter, "muster_files_total", "Files that were sent, by what became of them.")
        measure.add(taken, ["outcome": "taken"])
        measure.add(tooLarge, ["outcome": "too-large"])
        measure.add(notTaken, ["outcome": "kind-not-taken"])
        measure.add(refusedByScanner, ["outcome": "refused-by-scanner"])
        measure.add(notScanned, ["outcome": "not-scanned"])
        return measure
    }
}
