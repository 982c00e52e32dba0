internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// Files in the database, and the door they come in by.
@Suite struct AttachmentTests {
    private static let large = Array("%PDF-1.7\n".utf8) + (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    /// The harmless file that every scanner refuses (eicar.org), written so that no scanner refuses this one.
    private static let eicar = #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*"

    @Test(arguments: Engine.allCases)
    func `the same bytes are kept once, and come back as they were`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Kernel.Attachment.migrations) { store in
            let file = try await Intake().check(Self.large, named: "report.pdf")
            let desk = Desk(store, clock: .fixed(Moment(milliseconds: 0)))
            let (first, second) = try await desk.write(by: .operator) { work in (try work.attach(file), try work.attach(file)) }
            #expect(first.id != second.id && first.sha256 == second.sha256)
            #expect(first.sha256 == Hash(of: Self.large).description)
            #expect(first.pieceCount == 3)
            try await store.read { session in
                #expect(try session.bytes(of: second) == Self.large)
                #expect(try session.attachment(first.id) == first)
                #expect(try session.value("SELECT COUNT(*) FROM attachment_content", as: Int.self) == 1)
                let verbs = try Journal(session).entries(after: 0, limit: 9).map(\.verb)
                #expect(verbs == ["attached the file", "attached the file"])
                #expect(throws: Refusal.self) { try session.attachment(ID(9)) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a check of the data finds a byte that was changed`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Kernel.Attachment.migrations) { store in
            let file = try await Intake().check(Self.large, named: "report.pdf")
            _ = try await Desk(store).write(by: .operator) { work in try work.attach(file) }
            let before = try await store.read { try FullCheck.make($0, of: Kernel.Attachment.records) }
            #expect(before.isWhole)
            try await store.write { session in
                _ = try session.run("UPDATE attachment_piece SET bytes = \([UInt8](repeating: 7, count: Kernel.Attachment.pieceSize)) WHERE place = 1")
            }
            let check = try await store.read { try FullCheck.make($0, of: Kernel.Attachment.records) }
            #expect(check.departures.map(\.sentence) == ["The bytes of “report.pdf” (attachment/1) are not those that were attached."])
        }
    }

    @Test func `files go with a copy from one engine to the other`() async throws {
        try await TestStore.with(.sqlite, Kernel.Attachment.migrations) { store in
            let file = try await Intake().check(Self.large, named: "report.pdf")
            _ = try await Desk(store).write(by: .operator) { work in try work.attach(file) }
            let (copies, folder) = (Copies(migrations: Kernel.Attachment.migrations, staysBehind: []), try TestStore.folder())
            let made = try await copies.make(of: store, at: folder + "/copy")
            let place = try await TestStore.empty(.postgres)
            try await copies.restore(folder + "/copy", into: place)
            let restored = try await TestStore.open(place, Kernel.Attachment.migrations)
            let bytes = try await restored.read { session in try session.bytes(of: session.attachment(ID(1))) }
            #expect(bytes == Self.large)
            let again = try await copies.make(of: restored, at: folder + "/again")
            #expect(again == made)
            try await restored.close()
        }
    }

    @Test func `what is too large or of another kind is refused and counted`() async throws {
        let intake = Intake(most: 1 << 20)
        #expect(await code { try await intake.check([UInt8](repeating: 65, count: 1 << 20 + 1), named: "a.txt") } == "file-too-large")
        #expect(await code { try await intake.check(Array("<html>".utf8), named: "a.txt") } == "file-kind-not-taken")
        #expect(try await intake.check(Array("words".utf8), named: "a.txt").isScanned == false)
        let told = Measure.text([intake.watch.measure])
        for line in [#"{outcome="taken"} 1"#, #"{outcome="too-large"} 1"#, #"{outcome="kind-not-taken"} 1"#] { #expect(told.contains(line)) }
    }

    // MARK: The scanner

    /// A scanner as an operator might write one.
    private func script(_ body: String) throws -> String {
        let path = try TestStore.folder() + "/scan it"
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return "\"\(path)\""
    }

    /// A Word document with a second part beside its text.
    private static func document(_ part: String, _ bytes: [UInt8] = [1, 2, 3], types: String, wide: Bool = false, twice: Bool = false) -> [UInt8] {
        let list = """
            <?xml version="1.0" encoding="UTF-\(wide ? 16 : 8)" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\(types)</Types>
            """
        let main = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>"
        let written = wide ? [0xFF, 0xFE] + list.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } : Array(list.utf8)
        let types = TinyZip.Part(name: "[Content_Types].xml", data: written)
        let harmless = TinyZip.Part(name: "[Content_Types].xml", data: Array("<Types/>".utf8))
        return TinyZip.archive((twice ? [harmless, types] : [types]) + [.init(name: "word/document.xml", data: Array(main.utf8)), .init(name: part, data: bytes)])
    }

    private static func type(_ part: String, _ type: String) -> String { "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>" }
    private static let project = "application/vnd.ms-office.vbaProject"

    @Test func `a macro is one by the type of its part, whatever that is called`() async throws {
        func code(_ bytes: [UInt8]) async -> String? {
            do { _ = try await Intake().check(bytes, named: "rota.docx"); return nil } catch { return error.code }
        }
        let image = Self.type("word/v.bin", "image/png")
        #expect(await code(Self.document("word/v.bin", types: image)) == nil)
        let macro = Self.type("word/v.bin", Self.project)
        #expect(await code(Self.document("word/v.bin", types: macro)) == "file-has-macros")
        #expect(await code(Self.document("word/v.bin", types: macro, wide: true)) == "file-has-macros")
        for types in [macro, image] {
            #expect(await code(Self.document("word/v.bin", types: types, twice: true)) == "file-kind-not-taken", "nobody knows which list Office goes by")
        }
        #expect(await code(Self.document("word/v.bin", types: "<Default Extension='bin' ContentType='\(Self.project.uppercased())'/>")) == "file-has-macros")
        for type in ["application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-excel.macrosheet+xml"] {
            #expect(await code(Self.document("word/v.bin", types: Self.type("word/document.xml", type))) == "file-has-macros", "\(type)")
        }
        #expect(await code(Self.document("word/v.bin", types: Self.type("word/v.bin", "application/vnd.ms-office.vba&#80;roject"))) == "file-kind-not-taken")
    }

    /// A part of that name, which a hundredth of its bytes make.
    private static func swelling(_ count: Int) -> TinyZip.Part {
        .init(name: "[Content_Types].xml", data: TinyZip.swelling("<Types>", by: count), method: 8, claimedSize: 7)
    }

    @Test func `a list of types that swells, or stands among too many parts, is not read`() async throws {
        func code(_ parts: [TinyZip.Part]) async -> String? {
            do { _ = try await Intake().check(TinyZip.archive(parts), named: "rota.docx"); return nil } catch { return error.code }
        }
        let main = TinyZip.Part(name: "word/document.xml", data: Array("<w:document/>".utf8))
        let list = TinyZip.Part(name: "[Content_Types].xml", data: Array("<Types/>".utf8))
        func parts(_ count: Int) -> [TinyZip.Part] { (0..<count).map { .init(name: "word/\($0).xml", data: [1]) } }
        #expect(await code([list, main] + parts(40)) == nil)
        #expect(await code([list, main] + parts(19_999)) == "file-kind-not-taken")
        #expect(await code([Self.swelling(20_000_000), main]) == "file-kind-not-taken")
        #expect(await code([main] + Array(repeating: Self.swelling(3_000_000), count: 300)) == "file-kind-not-taken")
    }

    private func intake(_ command: String, patience: Int = 20) throws -> Intake { Intake(scanner: try VirusScanner(command, patience: patience)) }

    @Test func `a scanning command refuses the test virus and lets the rest pass`() async throws {
        let intake = try intake(script("if grep -q 'EICAR-STANDARD-ANTIVIRUS' ; then echo 'stream: Eicar-Signature FOUND'; exit 1; fi"))
        #expect(try await intake.check(Array("A harmless note".utf8), named: "note.txt").isScanned)
        do {
            _ = try await intake.check(Array(Self.eicar.utf8), named: "note.txt")
            Issue.record("The test virus was taken.")
        } catch {
            #expect(error.code == "file-refused-by-scanner")
            #expect(error.sentence.contains("It said: stream: Eicar-Signature FOUND."))
        }
        #expect(Measure.text([intake.watch.measure]).contains(#"{outcome="refused-by-scanner"} 1"#))
        #expect(await intake.scanner?.probe() == .clean)
    }

    @Test func `ClamAV itself refuses the test virus, where it is installed`() async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/clamscan") else { return }
        let signatures = try TestStore.folder() + "/own.ndb"
        let sign = "EICAR-STANDARD-ANTIVIRUS".utf8.map { String($0, radix: 16) }.joined()
        try Data("Test.Eicar:0:*:\(sign)\n".utf8).write(to: URL(fileURLWithPath: signatures))
        let intake = try intake("clamscan --no-summary --database \(signatures) -", patience: 60)
        #expect(try await intake.check(Array("A harmless note".utf8), named: "note.txt").isScanned)
        #expect(await code { try await intake.check(Array(Self.eicar.utf8), named: "note.txt") } == "file-refused-by-scanner")
    }

    @Test func `no file is kept without a scanner's word`() async throws {
        let slow = ContinuousClock().now
        for command in try [script("exit 2"), script("kill -9 $$"), script("sleep 600"), "/no/such/scanner", "no-such-scanner-anywhere"] {
            let intake = try intake(command, patience: 1)
            #expect(await code { try await intake.check(Array("A note".utf8), named: "note.txt") } == "file-not-scanned")
            #expect(Measure.text([intake.watch.measure]).contains(#"{outcome="not-scanned"} 1"#))
        }
        #expect(ContinuousClock().now - slow < .seconds(300), "it was not waited for")
    }

    @Test func `a scanner that does not read its input to the end answers all the same`() async throws {
        let intake = try intake(script("exit 0"))
        #expect(try await intake.check(Self.large, named: "a.pdf").isScanned)
    }

    @Test func `a scanner learns nothing of our settings`() async throws {
        setenv("MUSTER_DATABASE", "postgres://secret", 1)
        defer { unsetenv("MUSTER_DATABASE") }
        let intake = try intake(script("test -z \"$MUSTER_DATABASE\""))
        #expect(try await intake.check(Array("A note".utf8), named: "note.txt").isScanned)
    }

    @Test func `a command is taken apart as a shell would, and no shell reads it`() throws {
        #expect(try VirusScanner("scan --name 'a b' \"\" x\"y\"z", patience: 1).command == ["scan", "--name", "a b", "", "xyz"])
        #expect(throws: Refusal.self) { try VirusScanner("scan 'a", patience: 1) }
        #expect(throws: Refusal.self) { try VirusScanner("  ", patience: 1) }
    }

    private func code(_ body: () async throws -> CheckedFile) async -> String? {
        do { _ = try await body(); return nil } catch { return (error as? Refusal)?.code }
    }
}
