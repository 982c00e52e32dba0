import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing
@testable import Inspections

/// Lists of audits as the database finds them, held against the same found one by one.
@Suite struct AuditListingTests {
    /// A filter, and whether it takes an audit.
    private typealias Choice = (filter: AuditFilter, takes: @Sendable (AuditFacts, Day) -> Bool)

    private static func filter(_ change: (inout AuditFilter) -> Void) -> AuditFilter {
        var filter = AuditFilter()
        change(&filter)
        return filter
    }

    private static func choice(_ change: (inout AuditFilter) -> Void, _ takes: @escaping @Sendable (AuditFacts, Day) -> Bool) -> Choice { (filter(change), takes) }

    private static var choices: [Choice] {
        var choices = [choice({ _ in }) { _, _ in true }]
        choices.append(choice { $0.state = "open" } _: { $0.state(on: $1).isOpen })
        choices.append(choice { $0.kind = .followUp } _: { facts, _ in facts.audit.kind == .followUp })
        choices.append(choice { $0.result = .unsatisfactory } _: { $0.state(on: $1) == .completed && $0.audit.sheet.result == .unsatisfactory })
        choices.append(choice { $0.type = .careHome } _: { facts, _ in facts.premises.type == .careHome })
        choices.append(choice { $0.officer = "wm birch" } _: { facts, _ in facts.officer == "WM Birch" })
        choices.append(choice { $0.office = "North" } _: { facts, _ in facts.offices.contains("North") })
        choices.append(choice { $0.words = "limes p-2" } _: { facts, _ in facts.premises.reference.text == "P-2" })
        choices.append(choice { $0.words = "A-2025-0003" } _: { facts, _ in facts.audit.reference.text == "A-2025-0003" })
        choices.append(choice { $0.whose = "own" } _: { facts, _ in facts.officer == "FF Ash" })
        for state in AuditState.allCases { choices.append(choice { $0.state = state.rawValue } _: { $0.state(on: $1) == state }) }
        for outcome in AuditOutcome.allCases.prefix(3) {
            choices.append(choice { $0.outcome = outcome } _: { $0.state(on: $1) == .completed && $0.audit.sheet.outcomes.contains(outcome) })
        }
        return choices
    }

    /// Audits by two officers, one of whom changes office; some done, one begun, one abandoned.
    private func begin(_ world: AuditWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let people = People()
            let (ash, north, south) = (try people.findOrAdd(name: "FF Ash", work).id, try people.add(NewParty(kind: .team, name: "North"), work).id, try people.add(NewParty(kind: .team, name: "South"), work).id)
            let stay = try people.join(team: north, person: ash, from: Day(2024, 1, 1)!, work)
            try people.endMembership(stay.id, through: Day(2025, 1, 31)!, work)
            try people.join(team: south, person: ash, from: Day(2025, 2, 1)!, work)
        }
        for (place, (officer, premises, level)) in [("FF Ash", "P-1", ComplianceLevel.four), ("WM Birch", "P-2", .two), ("FF Ash", "P-1", .two), ("WM Birch", "P-2", .four)].enumerated() {
            world.set(Day(2025, 1, 6)!.adding(days: place * 14))
            let audit = try await world.planned(at: premises, officer: officer)
            guard place < 3 else { continue }
            let sheet = AuditWorld.sheet(on: world.today, level)
            let filled = try await world.write(by: officer == "FF Ash" ? world.officer : world.senior) { try $0.fill(audit, sheet, version: 1, $1) }
            if place < 2 { try await world.write(by: officer == "FF Ash" ? world.officer : world.senior) { try $0.complete(filled, on: $1.today, $1) } }
        }
    }

    @Test(arguments: Engine.allCases)
    func `each choice and each order gives what looking at every audit gives`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            try await begin(world)
            let own = try await world.desk.read { [officer = world.officer, today = world.today] in try Parties($0).actedFor(by: officer, on: today) }
            for day in [Day(2025, 1, 1)!, Day(2025, 1, 10)!, Day(2025, 2, 3)!, world.today, Day(2025, 6, 1)!] {
                try await world.desk.read { session in
                    let all = try session.audits(AuditFilter(), own: own, on: Day(2030, 1, 1)!).all
                    #expect(all.count == 5 && all.map(\.day) == all.map(\.day).sorted(by: >))
                    for (number, choice) in Self.choices.enumerated() {
                        let found = try session.audits(choice.filter, own: own, on: day)
                        let wanted = all.filter { $0.isHere(on: day) && choice.takes($0, day) }
                        #expect(found.ids == wanted.map(\.audit.id), "choice \(number) on \(day)")
                        #expect(try found.all.map(\.audit) == wanted.map(\.audit))
                    }
                    for order in AuditFilter.Order.allCases {
                        let up = try session.audits(Self.filter { $0.sort = order.rawValue }, own: own, on: day)
                        let down = try session.audits(Self.filter { $0.sort = "-" + order.rawValue }, own: own, on: day)
                        #expect(up.ids.reversed() == down.ids, "\(order)")
                        let keys = try up.all.map { facts -> String in
                            switch order {
                            case .reference: facts.audit.reference.text
                            case .premises: facts.premises.nameKey
                            case .officer: facts.officer.lowercased()
                            case .day: facts.day.iso
                            case .state: "\(AuditState.allCases.firstIndex(of: facts.state(on: day)) ?? 9)"
                            case .next: facts.state(on: day) == .completed ? facts.audit.sheet.nextDue?.iso ?? "9999" : "9999"
                            }
                        }
                        #expect(keys == keys.sorted(), "\(order) on \(day)")
                    }
                }
            }
            let offered = try await world.desk.read { try $0.auditOfficersAndOffices() }
            #expect(offered.officers == ["FF Ash", "WM Birch"] && offered.offices == ["North", "South"])
        }
    }
}
