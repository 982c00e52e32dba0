import Kernel
import People
import Quality
import Storage
import TestSupport
import Testing

/// Reports of quality on both engines: what they say, and that a signed one keeps it.
@Suite struct QualityReportTests {
    private let quarter = ReportingPeriod(.quarter, of: Day(2026, 3, 31)!)

    @Test(arguments: Engine.allCases)
    func `a signed report keeps what it said, and tells what moved since`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            // WM Ferris has the even ones and codes six of eight wrongly; CC Adeyemi one of eight.
            for number in 1...16 { try await world.checked(number, number % 2 == 0 ? (number > 4 ? "fpppa" : "ppppa") : (number == 7 ? "fpppa" : "ppppa")) }
            let quarter = quarter
            @Sendable func view(_ session: Session) throws -> QualityReportView { try session.qualityReportView(quarter, on: TogetherWorld.first) }
            let draft = try await world.desk.read(view)
            func line(_ code: String, _ view: QualityReportView) -> String? { view.lines.first { $0.code == code }?.written }
            #expect(line("checks-of-period", draft) == "16")
            #expect(line("criterion:coded", draft) == "43.8% did not pass (7 of 16)")
            #expect(line("criterion:notice", draft) == "Nothing to judge")
            #expect(draft.report == nil && draft.obstacles(on: world.today) == ["Write the commentary."])
            #expect(try await world.refused { try $0.sign(quarter, $1) }?.code == "report-not-ready")
            #expect(try await world.refused(by: world.reviewers[0]) { try $0.comment("Mine", on: quarter, $1) }?.code == "not-allowed")
            try await world.write { try $0.comment("Coding needs work.", on: quarter, $1) }
            #expect(try await world.refused { try $0.comment("Others", on: quarter, version: 7, $1) }?.code == "changed-meanwhile")
            #expect(try await world.refused { try $0.sign(quarter, version: 7, $1) }?.code == "changed-meanwhile")
            let signed = try await world.write { try $0.sign(quarter, version: 1, $1) }
            #expect(signed.lines == draft.computed && signed.signedBy == "person/5")
            #expect(try await world.refused { try $0.comment("Late words", on: quarter, $1) }?.code == "report-signed")
            #expect(try await world.refused { try $0.sign(quarter, $1) }?.code == "report-signed")
            let kept = try await world.desk.read(view)
            #expect(kept.lines == draft.computed && !kept.isStale)
            try await world.checked(17, "fpppa")
            let moved = try await world.desk.read(view)
            #expect(line("checks-of-period", moved) == "16" && moved.isStale)
            #expect(moved.moved.contains { $0.signed?.written == "43.8% did not pass (7 of 16)" && $0.now?.written == "47.1% did not pass (8 of 17)" })
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was done is held against the checks before and after it`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            for number in stride(from: 2, through: 20, by: 2) { try await world.checked(number, "fpppa") }
            let check = try await world.checked(22, "fpppa")
            let done = Day(2026, 4, 7)!
            let remedial = try await world.write { quality, work in
                try quality.remedy(check, NewRemedialAction(criterion: "coded", kind: .coaching, what: "An hour on outcomes", owner: "GM Halloran", due: work.today.adding(days: 7)), work)
            }
            try await world.write { try $0.finish(remedial, on: done, doing: "Sat down together", lookBy: nil, $1) }
            let facts = try await world.desk.read { try $0.qualityReportFacts(on: done) }
            let found = try #require(facts.remedied.first)
            #expect(found.remedied.before.faults == 11 && found.remedied.before.cases == 11 && found.remedied.after.cases == 0 && found.remedied.verdict == .tooFew)
            let lines = facts.lines(ReportingPeriod(.quarter, of: done))
            #expect(lines.first { $0.code == "remedials-done" }?.written == "1")
            #expect(lines.contains { $0.section == .done && $0.title.hasPrefix("Coaching after Q-2026-0011") && $0.written.contains("too few") })
        }
    }

    @Test func `a month is too short for a report, and no code but the period’s own is its address`() async throws {
        let words = { (by: String, code: String) in try refusal { _ = try ReportingPeriod(qualityReport: by, code) }?.code }
        #expect(try words("month", "2026-03") == "report-not-found")
        #expect(try words("quarter", "2026-03-31") == "report-not-found")
        #expect(try words("quarter", "2025-26-q4") == nil)
        #expect(try words("year", "2025-26") == nil)
    }
}
