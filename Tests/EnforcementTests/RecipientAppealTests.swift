import Enforcement
import Kernel
import Storage
import TestSupport
import Testing

/// That each whom a notice was served on appeals and objects for themselves.
@Suite struct RecipientAppealTests {
    private static func day(_ number: Int) -> Day { Day(2025, 1, 6)!.adding(days: number) }

    private static func clock(_ recipients: (Int, NoticeHistory.Appeal?)..., entered: Int? = nil) throws -> NoticeClock {
        var history = NoticeHistory(.enforcement, served: [], entry: entered.map { .made(day($0)) } ?? .notMade)
        history.recipients = recipients.map { NoticeHistory.Recipient(served: day($0.0), appeal: $0.1) }
        return try #require(NoticeClock(history))
    }

    private static func appeal(_ brought: Int, _ disposed: Int? = nil, _ outcome: NoticeHistory.Appeal.Outcome = .affirmed) -> NoticeHistory.Appeal {
        NoticeHistory.Appeal(brought: day(brought), disposed: disposed.map(day), outcome: disposed == nil ? nil : outcome)
    }

    @Test func `the entry waits for the last appeal and for each who may still bring one`() throws {
        #expect(try Self.clock((0, Self.appeal(5, 30)), (0, nil)).entry == Self.day(31)...Self.day(44))
        #expect(try Self.clock((0, Self.appeal(5, 30)), (0, Self.appeal(20))).entry == nil, "one of two is pending")
        #expect(try Self.clock((0, Self.appeal(5, 30)), (0, Self.appeal(20, 60))).entry == Self.day(61)...Self.day(74))
        #expect(try Self.clock((0, Self.appeal(5, 10)), (0, nil)).entry == Self.day(22)...Self.day(35), "the other has until the last day")
        #expect(try Self.clock((0, Self.appeal(5, 10)), (15, nil)).entry == Self.day(37)...Self.day(50), "and from their own service")
        #expect(try Self.clock((0, Self.appeal(25, nil)), (15, nil)).entry == Self.day(37)...Self.day(50), "after the last day for who brought it")
        #expect(try Self.clock((0, nil), (15, Self.appeal(36, 40))).entry == Self.day(41)...Self.day(54), "on the last day for who brought it")
        #expect(try Self.clock((0, Self.appeal(5, 30)), (0, Self.appeal(6, 20, .cancelled))).entry == nil)
    }

    @Test func `a notice is suspended until the last appeal is disposed of`() throws {
        let both = try Self.clock((0, Self.appeal(5, 30)), (0, Self.appeal(20, 60)))
        for (day, isInForce) in [(4, true), (5, false), (30, false), (59, false), (60, true)] { #expect(both.isInForce(on: Self.day(day)) == isInForce, "\(day)") }
        #expect(both.steps.count { $0.event == "appeal brought" } == 2 && both.steps.contains { $0.working.contains("last appeal disposed of") })
        let cancelled = try Self.clock((0, Self.appeal(5, 30, .cancelled)), (0, Self.appeal(20)))
        #expect(!cancelled.isInForce(on: Self.day(30)) && cancelled.register(on: Self.day(30)) == .never)
    }

    @Test(arguments: Engine.allCases) func `each appeals once, and the notice waits for the last`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.enforcement)
            world.set(Self.day(3))
            try await world.record(.services, NewNoticeEvent(.served, on: Self.day(3), who: "J. Owner", method: .post, note: "Tracked"), of: notice)
            world.set(Self.day(10))
            func appeal(_ who: String?, on day: Int = 10) -> NewNoticeEvent { NewNoticeEvent(.appealed, on: Self.day(day), who: "The court", recipient: who) }
            #expect(try await world.refused(.appeals, appeal(nil), of: notice)?.fields.map(\.name) == ["recipient"], "whose it is")
            #expect(try await world.refused(.appeals, appeal("A. Stranger"), of: notice)?.fields.map(\.name) == ["recipient"])
            let first = try await world.record(.appeals, appeal("harbour homes ltd"), of: notice)
            #expect(first.recipient == "Harbour Homes Ltd")
            #expect(try await world.refused(.appeals, appeal("Harbour Homes Ltd"), of: notice)?.code == "notice-move-refused", "once each")
            let second = try await world.record(.appeals, appeal(nil, on: 8), of: notice)
            #expect(second.recipient == "J. Owner", "only one is left, and their days are their own")
            #expect(try await world.refused(.disposals, NewNoticeEvent(.disposed, on: Self.day(10), outcome: .affirmed), of: notice)?.fields.map(\.name) == ["recipient"])
            world.set(Self.day(40))
            try await world.record(.disposals, NewNoticeEvent(.disposed, on: Self.day(40), recipient: "J. Owner", outcome: .affirmed), of: notice)
            let held = try await world.view(notice)
            #expect(held.state == .suspended && held.clock?.entry == nil && held.why.contains("16 January 2025"))
            world.set(Self.day(50))
            try await world.record(.disposals, NewNoticeEvent(.disposed, on: Self.day(50), outcome: .withdrawn), of: notice)
            let view = try await world.view(notice)
            #expect(view.state == .inForce && view.clock?.entry == Self.day(51)...Self.day(64))
            #expect(try await world.refused(.disposals, NewNoticeEvent(.disposed, on: Self.day(50), recipient: "J. Owner", outcome: .affirmed), of: notice)?.code == "notice-move-refused")
        }
    }

    @Test(arguments: Engine.allCases) func `each objects once, and a full entry waits for the last`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.alterations)
            try await world.record(.services, NewNoticeEvent(.served, on: Self.day(0), who: "J. Owner", method: .post, note: "Tracked"), of: notice)
            world.set(Self.day(5))
            for who in ["Harbour Homes Ltd", "J. Owner"] { try await world.record(.objections, NewNoticeEvent(.objected, on: Self.day(5), recipient: who, note: "x"), of: notice) }
            #expect(try await world.refused(.objections, NewNoticeEvent(.objected, on: Self.day(5), recipient: "J. Owner", note: "x"), of: notice)?.code == "notice-move-refused")
            world.set(Self.day(30))
            try await world.record(.resolutions, NewNoticeEvent(.resolved, on: Self.day(30), recipient: "J. Owner", note: "x"), of: notice)
            #expect(try await world.view(notice).register == .interim)
            world.set(Self.day(33))
            try await world.record(.resolutions, NewNoticeEvent(.resolved, on: Self.day(33), note: "x"), of: notice)
            #expect(try await world.view(notice).register == .published)
            let editions = try await world.desk.read { try $0.publishedEditions(on: Self.day(40)) }
            #expect(editions[0].allSatisfy { $0.register == .interim || ($0.changed ?? $0.served) >= Self.day(33) })
        }
    }

    @Test(arguments: Engine.allCases) func `the database keeps no second appeal of one recipient`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.served(.enforcement)
            try await world.record(.appeals, NewNoticeEvent(.appealed, on: Self.day(0), who: "The court"), of: notice)
            let again = NewNoticeEvent(.appealed, on: Self.day(0), who: "The court", recipient: "Harbour Homes Ltd")
            await #expect(throws: (any Error).self) {
                try await world.write { _, work in
                    _ = try work.add("recorded an appeal", in: notice.subject) { NoticeEvent(id: $0, notice: notice.id, again, by: "person/1", recorded: work.today) }
                }
            }
        }
    }
}
