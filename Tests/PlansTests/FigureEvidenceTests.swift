import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// Evidence that rests on a figure of another record. It begins on 30 January 2021.
struct FigureEvidenceTests {
    private let naming = Naming(Plans.naming + [NamedKind(Party.self, "Parties") { Name($0.name, at: ["people", "\($0.id)"]) }])
    private let record = Subject(kind: "party", number: 2)

    @Test(arguments: [
        ("92", "88", nil, nil, "was 92% when, is 88% now"),
        ("92", "92", "90%", "95%", "was 92% (target 90%, near target) when, is 92% (target 95%, near target) now"),
    ] as [(String, String, String?, String?, String)])
    func `what has moved is told with both numbers, and with what they were to be where the numbers are the same`(
        _ was: String, _ now: String, _ target: String?, _ later: String?, _ words: String
    ) {
        func figure(_ value: String, _ target: String?) -> StatedFigure {
            StatedFigure(value: Quantity(value), written: "\(value)%", target: target, standing: target == nil ? nil : "Near target")
        }
        let (before, after) = (figure(was, target), figure(now, later))
        #expect(!before.says(after) && before.moved(to: after, since: "when") == words)
        #expect(before.says(StatedFigure(value: Quantity(was), written: "other", target: target, standing: before.standing, isProvisional: true)), "provisional or final changes nothing")
    }

    @Test(arguments: Engine.allCases)
    func `it keeps what was said that day, is stale once the number moves, and a look takes the new one`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, finding, action) = try await world.plan()
            said.say(record, "1", "92.1", since: Day(2021, 1, 10)!, target: "95%", provisional: true)
            let new = NewEvidence(shows: "It is on time", record: record)
            let piece = try await world.desk.write(by: world.owner) { try world.plans.show(new, for: action, of: plan, naming: naming, $0) }
            let ofFinding = try await world.desk.write(by: world.manager) {
                try world.plans.show(NewEvidence(shows: "And so the finding is answered", record: record, period: "1"), for: finding, of: plan, naming: naming, $0)
            }
            #expect(piece.stated?.words == "92.1% (provisional) for Period 1, target 95%, near target" && piece.stated?.isProvisional == true && ofFinding.stated == piece.stated)
            let fresh = try await world.view()
            #expect(fresh.actions[0].evidence[0].stale == nil && fresh.actions[0].evidence[0].current == piece.stated && !fresh.findings[0].standing.sentence.contains("stale"))

            world.set(Day(2021, 2, 20)!)
            said.say(record, "1", "88.4", since: Day(2021, 2, 15)!, target: "95%")
            let moved = try await world.view()
            let sentence = "stale: was 92.1% (provisional) when it was put here on 30 January 2021, is 88.4% now"
            #expect(moved.actions[0].evidence[0].stale == sentence && moved.actions[0].evidence[0].holds, "it stays what it is, and says so")
            #expect(moved.actions[0].standing.reasons.contains("evidence is \(sentence)"))
            #expect(moved.findings[0].standing.reasons.contains("evidence is \(sentence)") && moved.findings[0].standing.reasons.contains("evidence of 1.1 is stale"))
            #expect(moved.actions[0].evidence[0].inWords.contains(sentence), "and so does a list of a paper")
            #expect(try await world.view(on: Day(2021, 2, 14)!).actions[0].evidence[0].stale == nil, "on the day before it was not")
            let kept = try await world.desk.read { try $0.find(piece.id) }
            #expect(kept == piece, "nothing of what was stated is changed")

            try await world.desk.write(by: world.owner) { try world.plans.look(at: piece, in: plan, $0) }
            let looked = try await world.view().actions[0].evidence[0]
            #expect(looked.stale == nil && looked.stated?.written == "88.4%")
            world.set(Day(2021, 3, 1)!)
            said.say(record, "1", "80", since: Day(2021, 3, 1)!, target: "95%")
            #expect(try await world.view().actions[0].evidence[0].stale == "stale: was 88.4% when it was looked at on 20 February 2021, is 80% now")
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record that says one thing is evidence with what it said, and one that is gone is not known`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, _, action) = try await world.plan()
            let piece = try await world.desk.write(by: world.owner) {
                try world.plans.show(NewEvidence(shows: "The plan", record: plan.subject), for: action, of: plan, naming: naming, $0)
            }
            #expect(piece.stated == StatedFigure(value: Quantity(20), written: "20 letters"))
            try await world.desk.write(by: world.manager) {
                try world.plans.edit(plan, NewPlan(title: "Peer review", kind: plan.kind, from: plan.period.from, through: plan.period.through), $0)
            }
            #expect(try await world.view().actions[0].evidence[0].stale == "stale: was 20 letters when it was put here on 30 January 2021, is 11 letters now")
            let bare = try await Desk(world.desk.store, clock: world.clock.clock).read { session in PlanView(try session.facts(of: plan), on: piece.on) }
            #expect(bare.actions[0].evidence[0].stale == "stale: was 20 letters when it was put here on 30 January 2021, and is not known now")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what says nothing yet, or has no such period, is refused beside the field`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, _, action) = try await world.plan()
            func refused(_ new: NewEvidence) async throws -> [String] {
                let found = try await refusal { _ = try await world.desk.write(by: world.owner) { try world.plans.show(new, for: action, of: plan, naming: naming, $0) } }
                return found?.fields.map(\.sentence) ?? []
            }
            #expect(try await refused(NewEvidence(shows: "x", record: record)) == ["Nothing is known of party/2 in any period, so it shows nothing. Choose another period, or wait for its value."])
            #expect(try await refused(NewEvidence(shows: "x", record: record, period: "1")) == ["Nothing is known of party/2 for 1, so it shows nothing. Choose another period, or wait for its value."])
            #expect(try await refused(NewEvidence(shows: "x", record: record, period: "soon")) == ["“soon” is no period that party/2 has a figure for. Write 2026-03, 2025-26-q4 or 2025-26."])
            #expect(try await refused(NewEvidence(shows: "x", record: plan.subject, period: "1")) == ["\(plan.subject) has no figure for a period. Leave the period empty."])
            var fields = Fields(["shows": "x", "link": "https://a.example", "period": "1"])
            _ = NewEvidence(reading: &fields)
            #expect(fields.errors.map(\.name) == ["period"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `facts that rest on figures are read anew once anything was written, and on another day`(_ engine: Engine) async throws {
        let said = SaidFigures()
        try await PlanWorld.with(engine, figures: said.figures) { world in
            let (plan, _, action) = try await world.plan()
            said.say(record, "1", "92", since: Day(2021, 1, 10)!)
            try await world.desk.write(by: world.owner) { try world.plans.show(NewEvidence(shows: "x", record: record), for: action, of: plan, naming: naming, $0) }
            let shelf = PlanShelf(most: 1000)
            @Sendable func known(_ session: Session) throws -> (String?, Int) {
                let kept = try shelf.facts(of: plan, session)
                return (kept.facts.courses.values.first?.days.last?.figure.written, kept.version)
            }
            let first = try await world.desk.read(known)
            let again = try await world.desk.read(known)
            #expect(first.0 == "92%" && again.1 == first.1, "nothing happened, so it is kept")
            said.say(record, "1", "80", since: Day(2021, 1, 30)!)
            try await world.desk.write(by: .operator) { _ = try $0.add("said something elsewhere", in: Subject(kind: "elsewhere", number: 1)) { Party(id: $0, kind: .person, name: "N. Body") } }
            #expect(try await world.desk.read(known).0 == "80%")
            said.say(record, "1", "70", since: Day(2021, 2, 1)!)
            world.set(Day(2021, 2, 1)!)
            #expect(try await world.desk.read(known).0 == "70%", "a period may be over at midnight, and no entry says so")
        }
    }
}
