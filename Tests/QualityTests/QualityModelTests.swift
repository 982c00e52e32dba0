import Kernel
import People
@testable import Quality
import Testing

/// What is decided without a database: grades, reading forms, spreading reviewers, drawing again.
@Suite struct QualityModelTests {
    @Test(arguments: [
        ("pppppppppp", QualityGrade.good), ("pppppppppn", .good), ("ppppppppnn", .adequate), ("pppppppppf", .adequate), ("ppppppppff", .adequate), ("pppppppfff", .needsImprovement),
        ("pppppppnff", .needsImprovement), ("ffaaaaaaaa", .needsImprovement), ("paaaaaaaaa", .good), ("pppf", .needsImprovement),
    ])
    func `the answers lead to a grade`(_ answers: String, _ grade: QualityGrade) throws {
        let findings = answers.enumerated().map { QualityFinding("c\($0)", $1 == "p" ? .pass : $1 == "f" ? .fail : $1 == "n" ? .notEvidenced : .notApplicable) }
        #expect(try #require(SuggestedGrade(findings)).grade == grade)
    }

    @Test func `where nothing applies, no grade is suggested`() { #expect(SuggestedGrade([QualityFinding("a", .notApplicable)]) == nil && SuggestedGrade([]) == nil) }

    @Test(arguments: ["", "letter-sent", "Letter | x", "letter-sent |", "a | x\na | y"])
    func `criteria that can't be kept are refused`(_ written: String) {
        var fields = Fields(["title": ["x"], "criteria": [written]])
        _ = NewQualityForm(reading: &fields)
        #expect(!fields.errors.isEmpty)
    }

    private static let form = QualityForm(
        id: ID(1), edition: 1, title: "x", criteria: [QualityCriterion("a", "A"), QualityCriterion("b", "B")], draftedBy: "person/1", since: Day(number: 0))

    @Test func `answers are read from fields of their own and from lines, in the order of the form`() {
        var fields = Fields(["answer-b": ["fail"], "note-b": ["Late"], "answer-a": ["pass"]])
        let one = QualitySheet(reading: &fields, by: Self.form)
        var lines = Fields(["answers": ["b: fail | Late\na: pass"]])
        let other = QualitySheet(reading: &lines, by: Self.form)
        #expect(fields.errors.isEmpty && lines.errors.isEmpty && one == other && one.findings.map(\.criterion) == ["a", "b"])
        for wrong in [["answer-a": ["maybe"]], ["note-a": ["x"], "answer-a": [""]], ["answers": ["a"]], ["answers": ["c: pass"]], ["answers": ["a: pass\na: fail"]], ["grade": ["fine"]]] {
            var fields = Fields(wrong)
            _ = QualitySheet(reading: &fields, by: Self.form)
            #expect(!fields.errors.isEmpty, "\(wrong)")
        }
    }

    @Test func `the edition in force is the latest by its day`() {
        func form(_ number: Int64, _ day: Int?) -> QualityForm {
            QualityForm(id: ID(number), edition: Int(number), title: "x", criteria: [], draftedBy: "x", since: Day(number: 0), effective: day.map { Day(number: $0) }, adoptedBy: day.map { _ in "y" })
        }
        let forms = [form(1, 10), form(2, 20), form(3, nil)]
        #expect([9, 10, 19, 20, 99].map { forms.inForce(on: Day(number: $0))?.edition } == [nil, 1, 1, 2, 2])
    }

    @Test(arguments: ["every prohibition-notice", "each-officer 2", "type hospital 10", "outcome letter 5", "all 10"])
    func `a rule is written and read`(_ written: String) { #expect(SamplingRule(written: written)?.written == written) }

    @Test(arguments: ["", "every", "each-officer 0", "each-officer x", "type hospital", "type hospital 101", "all 0", "some 5"])
    func `what is no rule is none`(_ written: String) { #expect(SamplingRule(written: written) == nil) }

    @Test func `reviewers get as many each as can be, never their own, two of their own office for one of another`() {
        let (north, south) = (ID<Party>(100), ID<Party>(200))
        func reviewer(_ number: Int64, _ office: ID<Party>) -> ReviewerSpread.Reviewer { ReviewerSpread.Reviewer(ID(number), office: office, behind: []) }
        let reviewers = [reviewer(1, north), reviewer(2, south)]
        let work = (0..<12).map { ReviewerSpread.Drawn(office: $0 % 2 == 0 ? north : south, barred: [ID(50)]) }
        let spread = ReviewerSpread(of: work, among: reviewers).reviewers
        for number in [1, 2] { #expect(spread.count { $0 == ID(Int64(number)) } == 6) }
        let others = zip(work, spread).count { drawn, chosen in (chosen == ID(1)) != (drawn.office == north) }
        #expect((2...6).contains(others), "\(others) of 12 by the other office")
        #expect(ReviewerSpread(of: [ReviewerSpread.Drawn(office: north, barred: [ID(1), ID(2)])], among: reviewers).reviewers == [nil])
        #expect(ReviewerSpread(of: [ReviewerSpread.Drawn(office: north, barred: [ID(1)])], among: reviewers).reviewers == [ID(2)])
    }

    @Test func `checks are due evenly up to the last day`() {
        let (first, last) = (Day(2026, 1, 1)!, Day(2026, 1, 31)!)
        #expect(ReviewerSpread.days(3, after: first, through: last) == [Day(2026, 1, 11)!, Day(2026, 1, 21)!, last])
        #expect(ReviewerSpread.days(0, after: first, through: last).isEmpty)
    }

    @Test func `drawn again, a sample tells what differs`() throws {
        let stock = try (1...30).map { StockedAudit(reference: try Reference("A-\($0)"), officer: $0 % 2 == 0 ? "X" : "Y", office: nil, premisesType: "office", outcomes: $0 == 3 ? ["letter"] : []) }
        let rules: [SamplingRule] = [.every(outcome: "letter"), .all(percent: 20)]
        let drawn = QualitySample(of: stock.map(\.sampled), by: rules, seed: 5).drawn.map { found in DrawnAudit(found.audit.reference, rule: rules.firstIndex(of: found.rule)!) }
        func draw(_ drawn: [DrawnAudit], seed: Int = 5) -> SampleDraw { SampleDraw(id: ID(1), plan: ID(1), on: Day(number: 0), seed: seed, journalSize: nil, stock: stock, drawn: drawn) }
        let same = SampleComparison(of: draw(drawn), by: rules, against: stock)
        #expect(same.isSame && same.isStockSame)
        let tampered = SampleComparison(of: draw(Array(drawn.dropLast()) + [DrawnAudit(try Reference("A-99"), rule: 1)]), by: rules, against: stock)
        #expect(!tampered.isSame && tampered.onlyThen.map(\.text) == ["A-99"] && tampered.onlyNow == [drawn.last!.reference])
        #expect(!SampleComparison(of: draw(drawn, seed: 6), by: rules, against: stock).isSame)
        var now = stock
        now[0] = StockedAudit(reference: stock[0].reference, officer: "Y", office: nil, premisesType: "office", outcomes: ["letter"])
        now.remove(at: 29)
        now.append(StockedAudit(reference: try Reference("A-31"), officer: "Y", office: nil, premisesType: "office", outcomes: []))
        let moved = SampleComparison(of: draw(drawn), by: rules, against: now)
        #expect(moved.isSame && moved.added.map(\.text) == ["A-31"] && moved.gone.map(\.text) == ["A-30"] && moved.changed == [stock[0].reference])
    }

    @Test func `what a sample finds is told in a sentence`() {
        let power = DetectionPower(stock: 80, sample: 10, faultPercent: 20)
        #expect(power.sentence(20) == "Looking at 10 of 80 audits finds a fault rate of 20% with a probability of 90.8%.", "\(power.sentence(20))")
        #expect(DetectionPower(stock: 0, sample: 0, faultPercent: 20).sentence(20) == "There is nothing to draw from.")
    }
}
