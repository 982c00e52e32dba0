import Enforcement
import Kernel
import People
import Storage
import TestSupport
import Testing

/// Figures and timeliness out of the records of cases and notices, and what the policy makes of the register. It is 6 January 2025.
@Suite struct ActivityRecordTests {
    private func begin(_ world: EnforcementWorld, _ register: RegisterPolicy) async throws {
        try await world.desk.write(by: world.manager) { work in
            let policies = EnforcementPolicies()
            let policy = try policies.draft(NewEnforcementPolicy(edition: "1", register: register), work)
            try policies.aim(NewObjective(sentence: "Enough", measure: .enforcement, target: Quantity(1)), in: policy, work)
            try policies.takeEffect(policy, on: Day(2025, 1, 1)!, work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an entry is made on the day that the policy settles, and is late where its service was recorded late`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            try await begin(world, RegisterPolicy(retentionYears: 5, publishAfter: 3, sensitive: .articlesUnlessProhibition))
            let prompt = try await world.served(.enforcement)
            let slow = try await world.approved(.prohibition)
            world.set(Day(2025, 2, 20)!)
            try await world.record(.services, NewNoticeEvent(.served, on: Day(2025, 1, 6)!, who: "Harbour Homes Ltd", method: .byHand), of: slow)
            let entries = try await world.desk.read { try $0.timeliness(on: Day(2025, 2, 28)!) }
            #expect(Set(entries.map { "\($0.fact.reference) \($0.standing) \($0.entered?.iso ?? "") \($0.lateness ?? -1)" }) == [
                "\(prompt.reference) inTime 2025-01-31 0", "\(slow.reference) late 2025-02-20 10",
            ])
            let particulars = try await world.desk.read { try $0.publishedEditions(on: Day(2025, 2, 28)!).compactMap(\.first) }
            #expect(particulars.map(\.register) == [.published, .published])
            #expect(particulars.map { $0.substance == nil } == [true, false], "of a prohibition alone the substance is read")
            #expect(particulars.map(\.retainUntil) == [Day(2030, 1, 6)!, Day(2030, 1, 6)!], "kept for as long as the policy says")
            let before = try await world.desk.read { try $0.publishedEditions(on: Day(2025, 1, 30)!).compactMap(\.first) }
            #expect(before.first { $0.reference == prompt.reference.text }?.register == .window, "its days have begun, and the policy waits for 3 of them")
        }
    }

    @Test(arguments: Engine.allCases)
    func `figures count what was served and done by the day`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            try await begin(world, .law)
            _ = try await world.served(.enforcement)
            let own = try await world.openCase()
            try await world.write { try $0.add(NewCaseOutcome(kind: .informal, on: $1.today, words: "Keep it clear"), to: own, $1) }
            let (activity, objectives, policy) = try await world.desk.read { try $0.activity(on: Day(2025, 1, 31)!) }
            let period = ActivitySpan.month.period(of: Day(2025, 1, 31)!)
            #expect([ActivityMeasure.enforcement, .prohibition, .notices, .informal].map { activity.figure($0, in: period).recorded } == [1, 0, 1, 1].map { Quantity($0) })
            #expect(activity.facts.begins == Day(2025, 1, 6)! && policy?.edition == "1" && objectives.count == 1)
            let earlier = try await world.desk.read { try $0.activity(on: Day(2025, 1, 5)!).activity }
            #expect(earlier.facts.begins == nil && earlier.figure(.enforcement, in: period).value == nil)
        }
    }
}
