import Documents
import Foundation
import Kernel
import Plans
import TestSupport
import Testing

/// Documents damaged by the dice, read as an import reads them: each is read or refused in a sentence, and none ends the program.
///
/// The bytes of the document being read stand in a file meanwhile, `muster-damaged-…` in the folder for temporary files, so that
/// one that ends this process is left behind. Put it into `Crashes/`, where the last test reads it from then on.
/// `MUSTER_MUTATIONS=200000` in the environment is a long mode.
@Suite(.timeLimit(.minutes(10))) struct AttackDocumentTests {
    static let count = ProcessInfo.processInfo.environment["MUSTER_MUTATIONS"].flatMap { Int($0) } ?? 10_000

    /// What came of reading documents.
    struct Outcome: Sendable {
        var read = 0
        var refused = 0
        /// What should not have come of it, with the seed or the name that it came of.
        var wrong: [String] = []

        mutating func take(_ bytes: [UInt8], _ name: String, _ what: String) {
            do {
                let reading = try Reading.of(bytes, named: name)
                let draft = try planDraft(from: reading)
                _ = try planDraft(from: reading, answers: draft.suggestedAnswers)
                read += 1
            } catch let refusal as Refusal {
                refused += 1
                if !refusal.sentence.hasSuffix(".") || refusal.sentence.count >= 400 { wrong.append("\(what): \(refusal.sentence.prefix(400))") }
            } catch {
                wrong.append("\(what): \(error)")
            }
        }
    }

    @Test func `ten thousand damaged documents are read or refused`() async throws {
        let bases = try Damage.bases()
        async let one = AttackDocumentTests.aside { try AttackDocumentTests.readAll(from: 0, by: 2, of: bases) }
        async let two = AttackDocumentTests.aside { try AttackDocumentTests.readAll(from: 1, by: 2, of: bases) }
        let outcomes = try await [one, two]
        #expect(outcomes.flatMap(\.wrong).isEmpty, "\(outcomes.flatMap(\.wrong).prefix(20))")
        let (read, refused) = (outcomes.reduce(0) { $0 + $1.read }, outcomes.reduce(0) { $0 + $1.refused })
        #expect(read + refused == AttackDocumentTests.count)
        // Damage that is always noticed, or never, would be no test.
        #expect(min(read, refused) > AttackDocumentTests.count / 20, "\(read) read, \(refused) refused")
    }

    private static func readAll(from first: Int, by step: Int, of bases: [Damage.Base]) throws -> Outcome {
        let place = FileManager.default.temporaryDirectory.appending(path: "muster-damaged-\(ProcessInfo.processInfo.processIdentifier)-\(first)")
        var outcome = Outcome()
        for seed in stride(from: first, to: count, by: step) {
            let (bytes, name) = Damage(seed: UInt64(seed)).done(to: bases)
            try Data(bytes).write(to: place)
            outcome.take(bytes, name, "seed \(seed)")
        }
        try FileManager.default.removeItem(at: place)
        return outcome
    }

    /// On a thread of its own: half a minute of work would keep the tests beside it from theirs.
    private static func aside<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { done in
            Thread { done.resume(with: Result { try body() }) }.start()
        }
    }

    @Test func `what the damage is done to can be read`() throws {
        var outcome = Outcome()
        let bases = try Damage.bases()
        for base in bases { outcome.take(base.bytes, base.name, base.name) }
        #expect(outcome.read == bases.count)
    }

    @Test func `documents that ended the program once are read or refused`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Crashes")
        var outcome = Outcome()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            outcome.take([UInt8](try Data(contentsOf: file)), file.lastPathComponent, file.lastPathComponent)
        }
        #expect(outcome.wrong.isEmpty, "\(outcome.wrong)")
        #expect(outcome.read + outcome.refused > 0, "there is nothing in \(folder.path)")
    }
}
