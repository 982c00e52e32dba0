@testable import Inspections
import Kernel
import Testing

/// What an audit leads to and lacks, as pure arithmetic over its sheet.
struct AuditModelTests {
    private static let day = AuditWorld.first

    @Test func `a whole sheet can be completed and each thing that it lacks has its code`() {
        let whole = AuditWorld.sheet(.four)
        #expect(whole.obstacles(on: Self.day).isEmpty)
        func codes(_ change: (inout AuditSheet) -> Void) -> [String] {
            var sheet = whole
            change(&sheet)
            return sheet.obstacles(on: Self.day).map(\.code)
        }
        #expect(codes { $0.carriedOut = nil } == ["audit-without-day"])
        #expect(codes { $0.carriedOut = Self.day.adding(days: 1) } == ["audit-without-day"])
        #expect(codes { $0.onSite = Quantity(0) } == ["audit-without-hours"])
        #expect(codes { $0.findings = [] } == ["audit-without-findings"])
        #expect(codes { $0.findings[1].found = nil } == ["finding-without-words", "unsatisfactory-without-finding"])
        #expect(codes { $0.result = nil } == ["audit-without-result"])
        #expect(codes { $0.outcomes = [] } == ["audit-without-outcome"])
        #expect(codes { $0.followUp = nil } == ["follow-up-missing"])
        #expect(codes { $0.nextBecause = nil } == ["next-due-missing"])
        #expect(codes { $0.nextDue = nil } == [], "not due again, and why stands there")
        #expect(codes { $0.result = .satisfactory } == ["outcome-unexplained"])
        #expect(codes { ($0.result, $0.departure) = (.satisfactory, "Put right while we were there") } == [])
    }

    @Test(arguments: [
        (1, AuditResult.satisfactory, AuditOutcome.broadlyCompliant), (2, .satisfactory, .educateAndInform), (3, .unsatisfactory, .letter),
        (4, .unsatisfactory, .letterWithRevisit), (5, .unsatisfactory, .enforcementNotice),
    ])
    func `the worst finding suggests the result and what follows`(_ level: Int, _ result: AuditResult, _ outcome: AuditOutcome) throws {
        var sheet = AuditSheet()
        #expect(AuditJudgement(sheet) == nil)
        sheet.findings = [AuditFinding("8", .one), AuditFinding("14", try #require(ComplianceLevel(rawValue: level)))]
        let judgement = try #require(AuditJudgement(sheet))
        #expect(judgement.result == result && judgement.outcome == outcome)
        (sheet.result, sheet.outcomes) = (result, [outcome])
        #expect(sheet.contradictions.isEmpty, "what is suggested contradicts nothing")
    }

    @Test func `a form and lines of text give the same sheet, and a wrong line says what would be right`() throws {
        var form = Fields(["carried-out": ["2025-01-06"], "level-14": ["4"], "found-14": ["Bins on the stairs"], "level-9": ["2"], "level-8": [""], "evidence-drills": ["missing"], "evidence-training": ["seen"], "outcomes": ["letter", "alterations-notice"]])
        var lines = Fields(["carried-out": ["2025-01-06"], "findings": ["A14: 4 | Bins on the stairs", "9: 2"], "seen": ["training"], "missing": ["drills"], "outcomes": ["alterations-notice,letter"]])
        let (one, other) = (AuditSheet(reading: &form), AuditSheet(reading: &lines))
        try form.finish()
        try lines.finish()
        #expect(one == other && one.findings == [AuditFinding("9", .two), AuditFinding("14", .four, "Bins on the stairs")])
        for (name, value) in [("findings", "14: 7 | x"), ("findings", "35: 2"), ("level-14", "6"), ("found-14", "x"), ("on-site", "501"), ("outcomes", "prison"), ("next-due", "2024-01-01")] {
            var fields = Fields(["carried-out": ["2025-01-06"], name: [value]])
            _ = AuditSheet(reading: &fields)
            #expect(!fields.errors.isEmpty, "\(name): \(value)")
        }
        var early = Fields(["carried-out": ["2020-01-06"], "findings": ["21A: 2"]])
        _ = AuditSheet(reading: &early)
        #expect(early.errors.map(\.name) == ["findings"], "article 21A came in 2023")
    }

    @Test func `what a sheet holds comes back through its entries`() throws {
        let sheet = AuditWorld.sheet(.four)
        var fields = Fields(Fields([:]), over: sheet.entries)
        let read = AuditSheet(reading: &fields)
        try fields.finish()
        #expect(read == sheet)
    }

    @Test func `a level refuses each thing that goes beyond it in a sentence of its own`() {
        let level = AuthorisationLevel(id: ID(1), code: "basic", name: "Basic", kinds: [.full], complexity: .simple, band: .medium, sleeping: false, from: Self.day)
        func count(_ kind: AuditKind, _ complexity: AuditComplexity, _ band: AuditRisk?, _ sleeping: Bool) -> Int {
            level.whyNot(AuthorisationDemand(kind: kind, complexity: complexity, band: band, sleeping: sleeping)).count
        }
        #expect(count(.full, .simple, .medium, false) == 0)
        #expect(count(.postFire, .simple, .medium, false) == 1)
        #expect(count(.full, .complex, .high, false) == 2)
        #expect(count(.full, .simple, nil, false) == 1, "a risk that nobody knows counts as the most")
        #expect(count(.specific, .complex, .veryHigh, true) == 4)
    }
}
