import Enforcement
import Kernel
import Premises
import TestSupport
import Testing

/// What stands between a draft and its approval.
@Suite struct NoticeObstacleTests {
    private static let first = NoticeMoveTests.first

    private static func codes(_ type: NoticeType, on day: Int = 0, _ events: [NewNoticeEvent] = [], facts change: (inout NoticeFacts) -> Void = { _ in }, draft: (inout NewNotice) -> Void = { _ in }) throws -> [String] {
        var facts = try NoticeMoveTests.facts(type, events, draft)
        change(&facts)
        return facts.obstacles(on: first.adding(days: day)).map(\.code)
    }

    @Test(arguments: NoticeType.allCases) func `nothing stands before a draft that is whole and rests on its case`(_ type: NoticeType) throws {
        #expect(try Self.codes(type) == [])
        let view = NoticeView(try NoticeMoveTests.facts(type, []), on: Self.first)
        #expect(view.why.contains("ready to be approved"))
    }

    @Test(arguments: NoticeType.allCases) func `it rests on a finding and on the rationale, and names no article that nothing was found against`(_ type: NoticeType) throws {
        #expect(try Self.codes(type, facts: { $0.findings = [] }) == ["finding-missing"])
        #expect(try Self.codes(type, facts: { $0.findings[0].struck = "Another building" }) == ["finding-missing"])
        #expect(try Self.codes(type, on: -1) == ["finding-missing"], "found later")
        #expect(try Self.codes(type, facts: { $0.isReasoned = false }) == ["rationale-missing"])
        #expect(try Self.codes(type, draft: { $0.articles = ["14", "17", "21A"] }) == ["article-without-finding", "article-without-finding"])
        #expect(try Self.codes(type, facts: { $0.findings = []; $0.isReasoned = false }, draft: { $0.grounds = nil }) == ["notice-incomplete", "finding-missing", "rationale-missing"])
    }

    @Test func `an enforcement notice leaves 28 days and waits for who is consulted`() throws {
        let consulted = NewNoticeEvent(.consulted, on: Self.first.adding(days: 2), who: "Borough", consultee: .localAuthority)
        #expect(try Self.codes(.enforcement, on: 32) == [], "28 days to the day")
        #expect(try Self.codes(.enforcement, on: 33) == ["period-too-short"])
        #expect(try Self.codes(.enforcement, on: 1, [consulted], draft: { $0.altersPremises = true }) == ["consultation-missing"], "it was the day after")
        #expect(try Self.codes(.enforcement, on: 2, [consulted], draft: { $0.altersPremises = true }) == [])
    }

    @Test func `a prohibition waits for nobody and for no day`() throws {
        let house = Premises(id: ID(1), reference: try Reference("P-1"), name: "x", type: .hmo, since: Self.first)
        #expect(try Self.codes(.prohibition, facts: { $0.premises = house }) == [])
        #expect(try Self.codes(.prohibition, draft: { $0.isImmediate = false; $0.effective = Self.first }) == [])
        #expect(try Self.codes(.prohibition, on: 1, draft: { $0.isImmediate = false; $0.effective = Self.first }) == ["effect-passed"])
    }

    @Test func `each says what is to be done, with its provision`() throws {
        var facts = try NoticeMoveTests.facts(.enforcement, []) { $0.articles = ["14", "17"] }
        facts.isReasoned = false
        let obstacles = facts.obstacles(on: Self.first.adding(days: 40))
        #expect(obstacles.map(\.provision) == ["article 30", nil, "article 30"])
        #expect(obstacles.map(\.sentence) == [
            "It names article 17, and nothing was found against that in C-2025-0001. Record the finding, or leave the article out: article 30.",
            "Record the rationale in C-2025-0001: how risk, gap and circumstances lead to this notice.",
            "It asks to be complied with by 7 March 2025, and served on 15 February 2025 it may ask for nothing before 15 March 2025, 28 days later. Change its last day: article 30.",
        ])
        let approval = NewNoticeEvent(.approved, on: Self.first.adding(days: 40))
        do throws(Refusal) {
            try facts.check(.approval, approval, today: Self.first.adding(days: 40))
            Issue.record("it was approved")
        } catch {
            #expect(error.code == "article-without-finding" && obstacles.allSatisfy { error.sentence.contains($0.sentence) } && error.fields.map(\.name) == ["articles", "comply-by"])
        }
    }

    @Test(arguments: Engine.allCases) func `a draft whose case holds nothing is not approved, by night or day`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase(at: "P-2")
            let notice = try await world.write { try $0.draft(.prohibition, EnforcementWorld.filled(.prohibition), in: own, $1) }
            let approval = NewNoticeEvent(.approved, on: Self.first)
            let refused = try #require(try await world.refused(.approval, approval, of: notice, by: world.signer))
            #expect(refused.code == "finding-missing" && refused.sentence.contains("rationale"))
            try await world.ground(own)
            try await world.record(.approval, approval, of: notice, by: world.signer)
            #expect(try await world.view(notice).state == .authorised)
        }
    }
}
