import Documents
import Foundation
import Kernel
import TestSupport
import Testing

@Suite struct PDFTests {
    struct Found: Decodable {
        struct Stamp: Decodable {
            let part: String
            let title: String
        }

        struct Finding: Decodable {}

        let language, title, author: String
        let marked, shows_title: Bool
        let xmp: Stamp
        let tags, scopes: [String: Int]
        let alts, links, outline, pages, fonts: [String]
        /// Of each figure, the page it is on and its edges in points: left, foot, right and top.
        let boxes: [[Double]]
        /// Of each page, how wide and high it is, and how far to the right its words go.
        let sizes: [[Double]]
        let right: [Double]
        let wide: [Bool]
        let findings: [Finding]
    }

    @Test func `another program reads the PDF as tagged, in its language and with its title`() async throws {
        let found: Found = try Reader.read(await SamplePaper.document.pdf(), with: "read_pdf.py")
        #expect(found.findings.isEmpty)
        #expect(found.marked && found.shows_title && found.xmp.part == "1" && found.language == "en-GB")
        #expect([found.title, found.author, found.xmp.title] == ["Protection improvement plan: progress", "Priya Raman", "Protection improvement plan: progress"])
        #expect(found.tags["Title"] == 1 && found.tags["H1"] == 3 && found.tags["H2"] == 1 && found.tags["TOCI"] == 4)
        // Six headings of columns and two over the rows.
        #expect(found.tags["Table"] == 1 && found.tags["TH"] == 8 && found.tags["TD"] == 18 && found.scopes == ["Column": 8])
        #expect(found.tags["Figure"] == 5 && found.alts.first == "2 done, 1 at risk and 3 late, of 6 actions")
        #expect(found.alts.allSatisfy { !$0.isEmpty })
        #expect(found.outline == ["Recommendations", "Updates", "Appendix: the full plan"])
        #expect(found.links == [
            "https://muster.northshire.example/plans/protection?standing=red", "https://muster.northshire.example/plans/protection/findings/1",
        ])
        // The seal stands under the appendix, where there is room for it.
        #expect(found.wide == [false, false, true])
        #expect(found.fonts.allSatisfy { $0.hasPrefix("Inter") || $0.hasPrefix("DejaVu") })
    }

    @Test func `every page says its number and its marking, and a long table repeats its head`() async throws {
        var document = SamplePaper.document
        var table = SamplePaper.table
        table.rows = (1...60).flatMap { _ in SamplePaper.table.rows.map { Block.Row($0.cells) } }
        document.blocks.append(.table(table))
        let found: Found = try Reader.read(await document.pdf(), with: "read_pdf.py")
        #expect(found.pages.count > 6)
        for (index, page) in found.pages.enumerated() {
            #expect(page.contains("Page \(index + 1) of \(found.pages.count)") && page.contains("DRAFT") && page.contains("Northshire Fire and Rescue Service"))
        }
        for page in found.pages.dropFirst(4).dropLast() { #expect(page.contains("Standing") && page.contains("Owner")) }
        #expect(found.tags["Table"] == 2 && found.findings.isEmpty)
    }

    @Test func `the same document is the same bytes, and another is not`() async throws {
        let file = try await SamplePaper.document.pdf()
        let again = try await SamplePaper.document.pdf()
        #expect(again == file)
        var other = SamplePaper.document
        other.made = other.made.adding(seconds: 1)
        let differs = try await other.pdf() != file
        #expect(differs)
    }

    @Test func `without a printer it says what to install`() async {
        await #expect { try await SamplePaper.document.pdf(by: Printer(folder: "/nowhere")) } throws: { error in
            (error as? Refusal)?.code == "printer-missing" && "\(error)".contains("bin/setup run")
        }
    }

    @Test func `a printer that takes too long is ended, and so is one that nobody waits for`() async throws {
        let slow = try SlowPrinter()
        let folder = slow.folder
        await #expect { try await SamplePaper.document.pdf(by: Printer(folder: folder, seconds: 0.5)) } throws: { error in
            (error as? Refusal)?.code == "printing-took-too-long"
        }
        let task = Task { try await SamplePaper.document.pdf(by: Printer(folder: folder)) }
        try await Task.sleep(for: .milliseconds(500))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // What it began has ended with it.
        let pids = try slow.pids()
        #expect(!pids.isEmpty && pids.allSatisfy { kill($0, 0) != 0 })
    }
}

/// A printer that says who it is and never prints.
final class SlowPrinter {
    let folder = NSTemporaryDirectory() + "slow-printer-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
        try "#!/bin/sh\necho $$ >> \(folder)/pids\nexec sleep 600\n".write(toFile: folder + "/bin/python", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/bin/python")
    }

    func pids() throws -> [Int32] { try String(contentsOfFile: folder + "/pids", encoding: .utf8).split(separator: "\n").compactMap { Int32($0) } }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
