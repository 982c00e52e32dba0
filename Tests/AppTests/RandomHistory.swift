@testable import App
import Boards
import Kernel
import People
import Plans
import Reviews
import Storage
import TestSupport

/// People at work with every verb there is, rightly and wrongly, by seed: two databases that answer alike are told the
/// same history.
struct RandomHistory: Sendable {
    let desk: Desk
    let clock: MovingClock
    /// What may be done. Whoever asks for plans alone wants few others, since each takes room from them.
    var deeds = Deeds.all + Deeds.harvestDeeds

    /// Tells the history of a seed after what the database holds already.
    ///
    /// - Returns: how each piece of work ended: what was done, or why it was refused.
    func tell(_ seed: UInt64) async throws -> [String] {
        var (dice, endings) = (Dice(seed: seed), [String]())
        try await begin()
        for _ in 0..<12 {
            clock.set(clock.clock.now.adding(seconds: .random(in: 0...200_000, using: &dice)))
            let actor = try await actor(&dice)
            let reason = Bool.random(using: &dice) ? RandomWords.text(&dice) : nil
            let seed = dice.next()
            do {
                endings.append(try await desk.write(by: actor, because: reason) { work in
                    var dice = Dice(seed: seed)
                    return try (0..<max(1, Int.random(in: -3...3, using: &dice))).map { _ in
                        guard let (name, deed) = deeds.randomElement(using: &dice) else { return "" }
                        var work = Deeds(work: work, dice: dice)
                        defer { dice = work.dice }
                        try deed(&work)
                        return name
                    }.joined(separator: ", ")
                })
            } catch let refusal as Refusal {
                endings.append("refused: \(refusal.code): \(refusal.sentence)")
            } catch let fault as StorageFault {
                endings.append("broke a rule of the schema: \(fault.cause)")
            }
        }
        return endings
    }

    /// Something to work on, in an empty database.
    private func begin() async throws {
        guard try await desk.read({ try Journal($0).head().size == 0 }) else { return }
        try await desk.write(by: .operator) { work in
            for name in ["GM 1", "WM 2", "Group Manager Protection", "Crew 3"] { _ = try People().findOrAdd(name: name, work) }
            try People().add(NewParty(kind: .team, name: "Team 1"), work)
            let plan = try Plans().begin(NewPlan(title: "Review", kind: .audit, from: work.today, through: work.today.adding(days: 300)), work)
            let board = try Boards(naming: naming).begin(NewBoard(name: "Board", oversees: "Risk", since: work.today.adding(days: -500)), work)
            try Boards(naming: naming).call(NewMeeting(on: work.today.adding(days: 10), title: "Meeting"), of: board, work)
            try Reviews(naming: naming).begin(NewReview(
                title: "Inspection", kind: .inspection, reviewer: "HMICFRS", round: "round-3", scope: "Everything",
                commissionedOn: work.today.adding(days: -500), reportedOn: work.today.adding(days: -400)), work)
            let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap"), to: plan, work)
            for text in ["Close it", "Keep it closed"] { try Plans().add(NewAction(text: text, owners: ["GM 1"]), to: finding, of: plan, work) }
        }
    }

    /// The operator half of the time, so that things happen; else somebody who may not do everything.
    private func actor(_ dice: inout Dice) async throws -> Actor {
        if Int.random(in: 0..<3, using: &dice) > 0 { return .operator }
        let persons = try await desk.read { try $0.all(Party.self, "WHERE kind = 'person' ORDER BY id") }
        guard let person = persons.randomElement(using: &dice) else { return .operator }
        let roles = Role.allCases.filter { _ in Int.random(in: 0..<3, using: &dice) == 0 }
        return Actor(person: person.id.number, name: person.name, roles: Set(roles))
    }
}

/// Text that has broken programs before, days and references, some of them wrong.
enum RandomWords {
    private static let words = [
        "rota", "Ω", "naïve", "🚒", "'", "\"", "\\", "\n", "zzz", "Z", "é", "e\u{301}", "$1", "%", "_", "ﬁre", "İ", "ß", "null", " ",
        "<b>", "\u{202E}", "\t", "0", "-1", "\u{1}",
    ]

    static func text(_ dice: inout Dice) -> String {
        let text = (0..<Int.random(in: 1...4, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
        return switch Int.random(in: 0..<40, using: &dice) {
        case 0: ""
        case 1: text + "\0"
        case 2: String(repeating: text, count: 200)
        default: text
        }
    }

    static func optionalText(_ dice: inout Dice) -> String? { Bool.random(using: &dice) ? text(&dice) : nil }

    static func name(_ dice: inout Dice) -> String {
        Int.random(in: 0..<8, using: &dice) == 0 ? text(&dice)
            : ["GM", "WM", "Group Manager", "Crew", "Team"].randomElement(using: &dice).map { "\($0) \(Int.random(in: 1...12, using: &dice))" } ?? ""
    }

    static func day(_ dice: inout Dice, near today: Day) -> Day { today.adding(days: .random(in: -400...30, using: &dice)) }

    static func optionalDay(_ dice: inout Dice, near today: Day) -> Day? { Bool.random(using: &dice) ? day(&dice, near: today) : nil }

    static func reference(_ dice: inout Dice) -> Reference? {
        Int.random(in: 0..<3, using: &dice) > 0 ? nil
            : Reference(checking: ["R2", "r2", "1", "1.1", "new", "a-b", "A_b", "x.y"].randomElement(using: &dice) ?? "")
    }
}
