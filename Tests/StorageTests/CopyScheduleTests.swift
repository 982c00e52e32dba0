internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// When a copy is due, which are kept, and what an administrator is warned of.
@Suite struct CopyScheduleTests {
    private let two = CopySchedule(hour: 2, minute: 0)

    private func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
        .inBritain(Day(2026, month, day)!, hour: hour, minute: minute)
    }

    private func round(_ id: Int64, _ begun: Moment, _ outcome: CopyRound.Outcome?, proven: Bool = false) -> CopyRound {
        var round = CopyRound(id: id, begunAt: begun, askedBy: "muster", place: "here")
        if outcome != nil { round.endedAt = begun.adding(seconds: 60) }
        round.outcome = outcome
        if proven { round.provenAt = begun.adding(seconds: 90) }
        if outcome == .failed { round.sentence = "The disk is full." }
        return round
    }

    @Test func `a copy is due once a day, at its time in Britain, winter and summer`() {
        #expect(two.isDue(after: nil, at: at(1, 5, 12)))
        #expect(!two.isDue(after: round(1, at(1, 5, 2, 1), .kept), at: at(1, 6, 1, 59)))
        #expect(two.isDue(after: round(1, at(1, 5, 2, 1), .kept), at: at(1, 6, 2)))
        #expect(two.isDue(after: round(1, at(7, 5, 2, 1), .unchanged), at: at(7, 6, 2)))
        #expect(!two.isDue(after: round(1, at(7, 5, 2, 1), .unchanged), at: at(7, 6, 1, 59)))
        #expect(two.latest(before: at(7, 6, 1)) == at(7, 5, 2))
        // A server that was off at the time makes it when it is on again.
        #expect(two.isDue(after: round(1, at(1, 5, 2, 1), .kept), at: at(1, 9, 14)))
    }

    @Test func `a try that failed is made again after an hour, and one under way is waited for`() {
        let failed = round(1, at(1, 5, 2), .failed)
        #expect(!two.isDue(after: failed, at: at(1, 5, 2, 30)))
        #expect(two.isDue(after: failed, at: at(1, 5, 3, 1)))
        let open = round(1, at(1, 5, 1, 55), nil)
        #expect(!two.isDue(after: open, at: at(1, 5, 2, 10)))
        #expect(two.isDue(after: open, at: at(1, 5, 2, 55)), "a server that was killed never says so")
    }

    @Test(arguments: ["2:00", "24:00", "02:60", "0200", "", "02:00:00", "aa:bb", "-1:00"])
    func `what is no time of the day is none`(text: String) { #expect(CopySchedule(text) == nil) }

    @Test func `of old copies the newest of each day, week and month stay, and never does the last good one go`() {
        let retention = CopyRetention(days: 3, weeks: 2, months: 2)
        // Two a day, from 1 February on, newest first.
        let rounds = (0..<120).map { index in
            round(Int64(1000 - index), at(5, 31, index % 2 == 0 ? 14 : 2).adding(seconds: -86_400 * (index / 2)), .kept)
        }
        let kept = Set(rounds.map(\.id)).subtracting(retention.removable(rounds).map(\.id))
        let days = rounds.filter { kept.contains($0.id) }.map { $0.begunAt.day }
        // Three days; the Sunday before that ends the week before; the last day of April.
        #expect(days == [Day(2026, 5, 31), Day(2026, 5, 30), Day(2026, 5, 29), Day(2026, 5, 24), Day(2026, 4, 30)])
        let few = Array(rounds.suffix(2))
        #expect(CopyRetention(days: 0, weeks: 0, months: 0).removable(few).map(\.id) == [few[1].id])
        let proven = [few[0], round(1, few[1].begunAt, .kept, proven: true)]
        #expect(CopyRetention(days: 1, weeks: 0, months: 0).removable(proven).isEmpty, "the last that was proven stays")
        #expect(retention.removable([]).isEmpty)
    }

    @Test func `the retention keeps no more than it says, whatever the history`() {
        var dice = Dice(seed: 11)
        for _ in 0..<200 {
            let retention = CopyRetention(days: .random(in: 0...5, using: &dice), weeks: .random(in: 0...5, using: &dice), months: .random(in: 0...5, using: &dice))
            var (moment, rounds) = (at(6, 1, 12), [CopyRound]())
            for id in (0..<Int64.random(in: 0...60, using: &dice)).reversed() {
                rounds.append(round(id, moment, .kept, proven: Bool.random(using: &dice)))
                moment = moment.adding(seconds: -Int.random(in: 60...900_000, using: &dice))
            }
            let gone = Set(retention.removable(rounds).map(\.id))
            #expect(rounds.count - gone.count <= retention.days + retention.weeks + retention.months + 2)
            #expect(rounds.first.map { !gone.contains($0.id) } ?? true)
            #expect(rounds.first { $0.provenAt != nil }.map { !gone.contains($0.id) } ?? true)
        }
    }

    @Test func `an administrator is warned of no copy, an old one, one never proven, and a try that failed`() {
        let now = at(3, 20, 12)
        func warnings(_ rounds: CopyRound...) -> [String] { CopyStanding(rounds, at: now).warnings }
        #expect(warnings() == ["There is no copy of this service yet. What is lost now can't be brought back."])
        #expect(warnings(round(1, at(3, 20, 2), .kept, proven: true)) == [])
        #expect(warnings(round(1, at(3, 20, 2), .kept)) == ["No copy was ever restored to prove it."])
        #expect(warnings(round(1, at(3, 10, 2), .unchanged, proven: true)) == ["The last copy is 10 days old.", "The last restore that was proven is 10 days ago."])
        #expect(warnings(round(2, at(3, 20, 2), .failed), round(1, at(3, 19, 2), .kept, proven: true))
            == ["The last try to make a copy, on 20 March 2026, 02:00, failed: The disk is full."])
        #expect(CopyStanding([round(1, at(3, 20, 2), .kept, proven: true)], at: now).secondsSinceProven == 10 * 3600 - 90)
    }

    @Test(arguments: Engine.allCases)
    func `of two who would begin at once one does, and what a dead server left open ends`(_ engine: Engine) async throws {
        try await TestStore.with(engine, CopyRounds.migrations) { store in
            let now = at(3, 20, 2)
            let codes = await withTaskGroup(of: String.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        do { return try await store.write { "\(try CopyRounds($0).begin(by: "muster", in: "a", at: now).id)" } } catch {
                            return (error as? Refusal)?.code ?? "\(error)"
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.sorted() == ["1"] + Array(repeating: "copy-under-way", count: 4))
            try await store.write { try CopyRounds($0).endInterrupted(in: "b", at: now) }
            try await #expect(store.read { try CopyRounds($0).latest()[0].outcome } == nil)
            try await store.write { try CopyRounds($0).endInterrupted(in: "a", at: now) }
            let rounds = try await store.read { try CopyRounds($0).latest() }
            #expect(rounds.map(\.sentence) == ["The server stopped before it was done."])
            let next = try await store.write { try CopyRounds($0).begin(by: "muster", in: "a", at: now) }
            #expect(next.id == 2)
        }
    }
}
