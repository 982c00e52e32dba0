@testable import Inspections
import Kernel
import People
import Premises
import Solver
import Storage
import TestSupport
import Testing

/// The verbs of the programmes of years, on both engines, with what the journal says of each.
@Suite struct ProgrammeVerbTests {
    @Test(arguments: Engine.allCases)
    func `a programme lives from its objectives to a plan, its adoption and the audits of a month`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let programme = try await world.programme()
            let plan = try await world.made()
            #expect(plan.number == 1 && plan.from == Day(2025, 4, 1)! && plan.content.method == "2025")
            let read = try await world.desk.read { try $0.yearPlan(1, of: programme) }
            #expect(read == plan && !plan.allotted.isEmpty)
            let homes = try await world.desk.read { session in Set(try session.all(Premises.self, "WHERE type = 'care-home'").map(\.id)) }
            let birch = try await world.desk.read { try Parties($0).named("WM Birch")?.id }
            #expect(plan.allotted.filter { homes.contains($0.premises) }.allSatisfy { $0.officer == birch }, "people sleep there, for which FF Ash is not authorised")
            #expect(plan.content.targets.allSatisfy { $0.why == nil }, "\(plan.content.targets)")
            #expect(plan.allotted.count { $0.month == Day(2025, 5, 1)! } >= 2)
            #expect(try await world.code { _ = try $0.planAudits(of: Day(2025, 4, 1)!, in: programme, $1) } == "year-plan-not-adopted")
            #expect(try await world.code { try $0.adopt(plan, of: programme, $1) } == "not-allowed", "a manager adopts nothing")
            try await world.write(by: world.approver) { try $0.adopt(plan, of: programme, $1) }
            #expect(try await world.code(by: world.approver) { try $0.adopt(plan, of: programme, $1) } == "year-plan-adopted")
            let april = plan.allotted.count { $0.month == Day(2025, 4, 1)! }
            let planning = try await world.write { try $0.planAudits(of: Day(2025, 4, 17)!, in: programme, $1) }
            #expect(planning.count == april && april > 0)
            let again = try await world.write { try $0.planAudits(of: Day(2025, 4, 1)!, in: programme, $1) }
            #expect(again.count == 0 && again.passed == [.open: april] && again.planned == nil, "nothing is planned twice")
            let audits = try await world.desk.read { try $0.all(Audit.self, "ORDER BY id") }
            #expect(audits.count == april && audits.allSatisfy { $0.planned.weekday <= 5 && $0.planned.startOfMonth == Day(2025, 4, 1)! && $0.origin.isOfProgramme })
            #expect(try await world.desk.told(programme.subject) == [
                "person/1 began the programme", "person/1 added the officer", "person/1 added the officer", "person/1 made a plan of the year", "person/2 adopted the plan",
                "person/1 planned the audits of the month",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan that is made again keeps what was done and planned, moves little, and says what it changed`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let (plan, programme) = (try await world.adopted(), try await world.programme())
            world.set(Day(2025, 4, 2)!)
            try await world.write { _ = try $0.planAudits(of: Day(2025, 4, 1)!, in: programme, $1) }
            let audits = try await world.desk.read { try $0.all(Audit.self, "ORDER BY id") }
            try await world.carryOut(audits[0], on: Day(2025, 4, 10)!)
            let next = try await world.made()
            #expect(next.number == 2 && next.from == Day(2025, 4, 10)!)
            let done = next.allotted.first { $0.premises == audits[0].premises }
            #expect(done?.month == Day(2025, 4, 1)! && done?.officer == audits[0].officer)
            let changes = YearPlanChanges(from: plan, to: next)
            #expect(changes.kept + changes.moved.count + changes.dropped.count == plan.allotted.count)
            #expect(changes.moved.count * 4 <= plan.allotted.count, "\(changes.words)")
            for audit in audits.dropFirst() { #expect(next.allotted.contains { $0.premises == audit.premises && $0.officer == audit.officer && $0.month == Day(2025, 4, 1)! }) }
            try await world.write(by: world.approver) { try $0.adopt(next, of: programme, $1) }
            #expect(try await world.code(by: world.approver) { try $0.adopt(plan, of: programme, $1) } == "year-plan-adopted")
            let facts = try await world.desk.read { try $0.facts(of: programme, on: Day(2025, 4, 10)!) }
            #expect(facts.inForce?.number == 2 && facts.standing(of: facts.plans[0]) == .replaced)
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same records and seed give the same plan, within hours and authorisations`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let (one, two) = (try await world.made(), try await world.made())
            #expect(one.entries == two.entries && one.content == two.content && two.number == 2)
            for load in one.content.officers { for (planned, free) in zip(load.planned, load.free) { #expect(planned <= free) } }
            let programme = try await world.programme()
            #expect(try await world.code(by: world.approver) { try $0.adopt(one, of: programme, $1) } == "year-plan-overtaken")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan is not kept when what it was made from changed meanwhile`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let programme = try await world.programme()
            let basis = try await world.desk.read { try $0.yearBasis(of: programme, from: Day(2025, 4, 1)!, on: ProgrammeWorld.first) }
            let made = try await world.programmes.solve(basis, within: 20)
            try await world.desk.write(by: .operator) { _ = try People().findOrAdd(name: "Somebody else", $0) }
            let capacity = try await world.desk.read { try $0.all(OfficerCapacity.self, "ORDER BY id")[0] }
            try await world.write { try $0.restaff(capacity, of: programme, NewOfficerCapacity(officer: "FF Ash", away: [1, 1, 1, 1]), version: 1, $1) }
            #expect(try await world.code { _ = try $0.keep(made, $1) } == "programme-basis-moved")
            #expect(try await world.code { try $0.restaff(capacity, of: programme, NewOfficerCapacity(officer: "FF Ash"), version: 1, $1) } == "changed-meanwhile")
            let again = try await world.programmes.solve(world.desk.read { try $0.yearBasis(of: programme, from: Day(2025, 4, 1)!, on: ProgrammeWorld.first) }, within: 20)
            try await world.desk.write(by: .operator) { _ = try People().findOrAdd(name: "Nobody to audits", $0) }
            #expect(try await world.write { try $0.keep(again, $1) }.number == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be done is refused`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let programme = try await world.programme()
            #expect(try await world.code { try $0.begin(NewProgramme(year: 2025), $1) } == "programme-taken")
            #expect(try await world.code(by: world.officer) { try $0.begin(NewProgramme(year: 2026), $1) } == "not-allowed")
            #expect(try await world.code { try $0.settle(programme, ProgrammeSetting(themes: [ProgrammeTheme("X", 1, ["none"])]), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.settle(programme, ProgrammeSetting(targets: [ProgrammeTarget(least: 10), ProgrammeTarget(quarter: 1, least: 11)]), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.settle(programme, ProgrammeSetting(), version: 9, $1) } == "changed-meanwhile")
            #expect(try await world.code { try $0.staff(NewOfficerCapacity(officer: "FF Ash"), in: programme, $1) } == "officer-there-already")
            #expect(try await world.code { try $0.staff(NewOfficerCapacity(officer: "Nobody"), in: programme, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.staff(NewOfficerCapacity(officer: "R. Okafor", from: Day(2024, 1, 1)!), in: programme, $1) } == "fields-need-attention")
            try await world.write { try $0.begin(NewProgramme(year: 2026), $1) }
            let nobody = try await refusal { _ = try await world.programmes.make(of: "P-2026", by: world.manager, at: world.desk) }
            #expect(nobody?.code == "programme-without-officers")
            #expect(try await refusal { _ = try await world.programmes.make(of: "P-2025", by: world.officer, at: world.desk) }?.code == "not-allowed")
            #expect(try await refusal { _ = try await world.programmes.make(of: "P-2025", from: Day(2024, 1, 1)!, by: world.manager, at: world.desk) }?.code == "fields-need-attention")
            #expect(try await refusal { _ = try await world.programmes.make(of: "P-1999", by: world.manager, at: world.desk) }?.code == "programme-not-found")
            try await world.adopted()
            #expect(try await world.code { _ = try $0.planAudits(of: Day(2026, 5, 1)!, in: programme, $1) } == "month-not-in-programme")
            world.set(Day(2025, 6, 2)!)
            #expect(try await world.code { _ = try $0.planAudits(of: Day(2025, 5, 1)!, in: programme, $1) } == "month-over")
            world.set(Day(2026, 6, 2)!)
            #expect(try await refusal { _ = try await world.programmes.make(of: "P-2025", by: world.manager, at: world.desk) }?.code == "programme-over")
            let early = try await refusal { _ = try await world.desk.read { try $0.facts(of: programme, on: Day(2024, 1, 1)!) } }
            #expect(early?.code == "programme-not-there-then")
            #expect(try await refusal { _ = try await world.desk.read { try $0.yearPlan(9, of: programme) } }?.code == "year-plan-not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `progress counts each premises once, tells others apart, and forecasts after three whole months`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            let (plan, programme) = (try await world.adopted(), try await world.programme())
            for month in 0..<4 {
                let first = programme.begins.adding(months: month)
                world.set(first)
                try await world.write { _ = try $0.planAudits(of: first, in: programme, $1) }
                let open = try await world.desk.read { try $0.all(Audit.self, "WHERE completed_on IS NULL ORDER BY id") }
                if let audit = open.first { try await world.carryOut(audit, on: first.adding(days: 20)) }
            }
            let complaint = try await world.desk.write(by: .operator) { try Audits().plan(NewAudit(premises: "N-1", officer: "WM Birch", kind: .specific, origin: .complaint, planned: $0.today), $0) }
            try await world.carryOut(complaint, on: world.today)
            let day = Day(2025, 7, 31)!
            world.set(day)
            let progress = try await world.desk.read { try $0.progress(of: programme, on: day) }
            #expect(progress.planned == plan.allotted.count && progress.done.count == 4)
            #expect(progress.months.map { $0.counts?.done } == [1, 1, 1, 1] + Array(repeating: nil, count: 8))
            #expect(progress.months[3].counts?.demand == [.complaint: 1] && progress.months[3].counts?.hours == Quantity("7.5"))
            #expect(progress.forecast == .expected(.init(count: 12, least: 12, most: 12, planned: plan.allotted.count, months: 4, pace: 4, monthsLeft: 8, done: 4)))
            #expect(progress.officers.values.reduce(0) { $0 + $1.done } == 4 && progress.bands.values.reduce(0) { $0 + $1.planned } == plan.allotted.count)
            let early = try await world.desk.read { try $0.progress(of: programme, on: Day(2025, 5, 15)!) }
            #expect(early.forecast == .tooEarly(months: 1) && early.done.count == 1)
        }
    }
}
