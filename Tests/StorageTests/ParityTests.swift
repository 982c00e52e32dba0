internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// One history, told to both engines, ends in the same records and the same head.
@Suite struct ParityTests {
    private static let words = ["fire", "Ω", "naïve", "🚒", "'", "\"", "\\", "\n", "zzz", "", "Z", "é", "e\u{301}", "$1", "%"]

    private static func text(_ dice: inout Dice) -> String {
        (0..<Int.random(in: 0...4, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
    }

    private static func tell(_ seed: UInt64, _ work: Work) throws {
        var dice = Dice(seed: seed)
        for step in 0..<12 {
            let letters = try work.session.all(Letter.self, "ORDER BY reference, id")
            if let letter = letters.randomElement(using: &dice), Bool.random(using: &dice) {
                var changed = letter
                changed.note = Bool.random(using: &dice) ? text(&dice) : nil
                changed.weight = Double.random(in: -1e6...1e6, using: &dice)
                changed.sealed.toggle()
                try work.change("changed the letter", changed, in: Subject(kind: "folder", number: letter.id.number % 3))
            } else {
                try work.add("sent \(text(&dice))") { Letter(
                    id: $0, reference: "\(text(&dice))\(seed).\(step)", pages: .random(in: 1...Int.max, using: &dice),
                    weight: .random(in: 0...1, using: &dice), sent: Day(number: .random(in: 10_000...20_000, using: &dice)),
                    scan: Bool.random(using: &dice) ? Array(text(&dice).utf8) + [0] : nil) }
            }
            if Int.random(in: 0..<20, using: &dice) == 0 { throw Refusal.invalid("undone", "Undone.") }
        }
    }

    private struct Ending: Equatable {
        let letters: String
        let entries: String
        let head: Head
    }

    private func ending(_ engine: Engine, seed: UInt64) async throws -> Ending {
        try await TestStore.with(engine, Letter.migrations) { store in
            for step in 0..<25 {
                let desk = Desk(store, clock: .fixed(Moment(milliseconds: Int64(step) * 86_400_000)))
                do {
                    try await desk.write(by: .operator, because: step % 2 == 0 ? "round \(step)" : nil) { work in
                        try Self.tell(seed &+ UInt64(step) &* 1_000_003, work)
                    }
                } catch let refusal as Refusal { #expect(refusal.code == "undone") }
            }
            return try await store.read { session in
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                return Ending(
                    letters: String(decoding: try encoder.encode(try session.all(Letter.self, "ORDER BY reference")), as: UTF8.self),
                    entries: String(decoding: try encoder.encode(try Journal(session).entries(after: 0, limit: .max)), as: UTF8.self),
                    head: try Journal(session).head())
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a random history ends the same on both engines`(_ seed: UInt64) async throws {
        let (one, other) = (try await ending(.sqlite, seed: seed), try await ending(.postgres, seed: seed))
        #expect(one == other)
        #expect(one.head.size > 50)
    }
}
