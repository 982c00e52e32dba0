import Documents
import Foundation
import Kernel
import Plans
import TestSupport
import Testing

/// Documents damaged by the dice, read as an import reads them: each is read or refused in a sentence, and none ends the program.
///
/// The bytes of the document being read stand in a file meanwhile, so that one that ends this process is left behind under the
/// name that the test prints. Put it into `Crashes/`, where the last test reads it from then on.
/// `MUSTER_MUTATIONS=200000` in the environment is a long mode.
@Suite(.timeLimit(.minutes(10))) struct AttackDocumentTests {
    static let count = ProcessInfo.processInfo.environment["MUSTER_MUTATIONS"].flatMap { Int($0) } ?? 10_000

    @Test func `ten thousand damaged documents are read or refused`() async throws {
        let bases = try Damage.bases()
        let outcomes = try await withThrowingTaskGroup(of: (read: Int, refused: Int).self) { group in
            for worker in 0..<2 {
                group.addTask {
                    let place = FileManager.default.temporaryDirectory.appending(path: "muster-damaged-\(ProcessInfo.processInfo.processIdentifier)-\(worker)")
                    var (read, refused) = (0, 0)
                    for seed in stride(from: worker, to: AttackDocumentTests.count, by: 2) {
                        let (bytes, name) = Damage(seed: UInt64(seed)).done(to: bases)
                        try Data(bytes).write(to: place)
                        if try AttackDocumentTests.reads(bytes, name, "seed \(seed)") { read += 1 } else { refused += 1 }
                    }
                    try FileManager.default.removeItem(at: place)
                    return (read, refused)
                }
            }
            return try await group.reduce(into: (read: 0, refused: 0)) { $0 = ($0.read + $1.read, $0.refused + $1.refused) }
        }
        #expect(outcomes.read + outcomes.refused == AttackDocumentTests.count)
        // Damage that is always noticed, or never, would be no test.
        #expect(outcomes.read > AttackDocumentTests.count / 20 && outcomes.refused > AttackDocumentTests.count / 20, "\(outcomes)")
    }

    @Test func `what the damage is done to can be read`() throws {
        for base in try Damage.bases() { #expect(try AttackDocumentTests.reads(base.bytes, base.name, base.name), "\(base.name)") }
    }

    @Test func `documents that ended the program once are read or refused`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Crashes")
        for file in (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [] {
            _ = try AttackDocumentTests.reads([UInt8](Data(contentsOf: file)), file.lastPathComponent, file.lastPathComponent)
        }
    }

    /// Whether a plan was read; false when it was refused as it should be.
    private static func reads(_ bytes: [UInt8], _ name: String, _ what: String) throws -> Bool {
        do {
            let reading = try Reading.of(bytes, named: name)
            let draft = try planDraft(from: reading)
            _ = try planDraft(from: reading, answers: draft.suggestedAnswers)
            return true
        } catch let refusal as Refusal {
            #expect(refusal.sentence.hasSuffix(".") && refusal.sentence.count < 400, "\(what): \(refusal.sentence.prefix(400))")
            return false
        } catch {
            Issue.record("\(what): \(error)")
            return false
        }
    }
}
