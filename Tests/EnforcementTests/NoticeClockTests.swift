import Enforcement
import Foundation
import Kernel
import Testing

/// The days that the Order and the Act set, by histories whose answers were worked out by hand.
struct NoticeClockTests {
    private static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    private func clock(
        _ type: NoticeType = .enforcement, served: String..., appeal: (String, String?, NoticeHistory.Appeal.Outcome?)? = nil, complied: String? = nil,
        withdrawn: String? = nil, amended: [String] = [], objection: (String, String?)? = nil
    ) throws -> NoticeClock {
        let day = NoticeClockTests.day
        return try #require(NoticeClock(NoticeHistory(
            type, served: served.map(day), appeal: appeal.map { .init(brought: day($0.0), disposed: $0.1.map(day), outcome: $0.2) }, complied: complied.map(day),
            withdrawn: withdrawn.map(day), amended: amended.map(day), objection: objection.map { .init(made: day($0.0), resolved: $0.1.map(day)) })))
    }

    private func states(_ clock: NoticeClock, _ days: [(String, RegisterState)], _ location: SourceLocation = #_sourceLocation) {
        for (iso, state) in days { #expect(clock.register(on: NoticeClockTests.day(iso)) == state, "on \(iso)", sourceLocation: location) }
    }

    @Test func `counts the days of a notice that nobody appeals against`() throws {
        let clock = try clock(served: "2021-01-04")
        #expect(clock.objectionLimit?.iso == "2021-01-18")
        #expect(clock.appealLimit?.iso == "2021-01-25")
        #expect(clock.entry?.lowerBound.iso == "2021-01-26" && clock.entry?.upperBound.iso == "2021-02-08")
        #expect(clock.retainUntil?.iso == "2024-01-04")
        #expect(clock.changeBy == nil && clock.complianceEntryBy == nil)
        states(clock, [("2021-01-25", .notDue), ("2021-01-26", .window), ("2021-02-08", .window), ("2021-02-09", .published), ("2024-01-05", .published)])
        let working = clock.steps.map { "\($0.day.iso) \($0.event): \($0.working)\($0.provision.map { " (\($0))" } ?? "")" }
        #expect(working == [
            "2021-01-04 served: served 4 January 2021", "2021-01-18 last day to object: served 4 January 2021, 14 days (section 4)",
            "2021-01-25 last day to appeal: served 4 January 2021, 21 days (article 35)",
            "2021-01-26 entry due from: last day to appeal 25 January 2021, 14 days (section 3(1)(b))",
            "2021-02-08 entry due by: last day to appeal 25 January 2021, 14 days (section 3(1)(b))",
            "2024-01-04 entry kept until: served 4 January 2021, 3 years (section 3(5))",
        ])
    }

    @Test(arguments: NoticeType.allCases) func `holds the entry back while an appeal is pending, and suspends all but a prohibition`(type: NoticeType) throws {
        let pending = try clock(type, served: "2021-01-04", appeal: ("2021-01-20", nil, nil))
        #expect(pending.entry == nil)
        states(pending, [("2021-01-26", .notDue), ("2022-01-01", .notDue)])
        #expect(pending.isInForce(on: NoticeClockTests.day("2021-01-19")))
        #expect(pending.isInForce(on: NoticeClockTests.day("2021-01-20")) == (type == .prohibition))
        let affirmed = try clock(type, served: "2021-01-04", appeal: ("2021-01-20", "2021-03-10", .affirmed))
        #expect(affirmed.entry?.lowerBound.iso == "2021-03-11" && affirmed.entry?.upperBound.iso == "2021-03-24")
        #expect(affirmed.isInForce(on: NoticeClockTests.day("2021-03-10")))
        states(affirmed, [("2021-03-10", .notDue), ("2021-03-11", .window), ("2021-03-25", .published)])
    }

    @Test func `never enters what a court cancelled or the authority withdrew before its time`() throws {
        let cancelled = try clock(served: "2021-01-04", appeal: ("2021-01-20", "2021-03-10", .cancelled))
        #expect(cancelled.entry == nil && !cancelled.isInForce(on: NoticeClockTests.day("2021-03-10")))
        states(cancelled, [("2021-02-01", .notDue), ("2021-03-09", .notDue), ("2021-03-10", .never)])
        let withdrawn = try clock(served: "2021-01-04", withdrawn: "2021-01-25")
        #expect(withdrawn.entry == nil && withdrawn.changeBy == nil)
        states(withdrawn, [("2021-01-24", .notDue), ("2021-01-25", .never)])
    }

    @Test func `takes a withdrawn entry out within seven days, and enters compliance and amendments within as many`() throws {
        let withdrawn = try clock(served: "2021-01-04", withdrawn: "2021-03-01")
        #expect(withdrawn.changeBy?.iso == "2021-03-08")
        states(withdrawn, [("2021-03-08", .published), ("2021-03-09", .removed)])
        #expect(withdrawn.removed(by: NoticeClockTests.day("2021-03-08")) == nil)
        #expect(withdrawn.removed(by: NoticeClockTests.day("2026-11-27"))?.iso == "2021-03-09")
        let changed = try clock(served: "2021-01-04", complied: "2021-04-01", amended: ["2021-01-10", "2021-02-20", "2021-03-01"])
        #expect(changed.complianceEntryBy?.iso == "2021-04-08" && changed.changeBy?.iso == "2021-03-08")
        #expect(changed.isInForce(on: NoticeClockTests.day("2021-03-31")) && !changed.isInForce(on: NoticeClockTests.day("2021-04-01")))
        states(changed, [("2024-01-04", .published), ("2024-01-05", .removed)])
        #expect(changed.removed(by: NoticeClockTests.day("2026-11-27"))?.iso == "2024-01-05")
    }

    @Test func `shows three particulars while a trade secret is claimed in time`() throws {
        let open = try clock(served: "2021-01-04", objection: ("2021-01-18", nil))
        states(open, [("2021-01-25", .notDue), ("2021-01-26", .interim), ("2023-01-01", .interim)])
        let resolved = try clock(served: "2021-01-04", objection: ("2021-01-18", "2021-03-01"))
        states(resolved, [("2021-02-28", .interim), ("2021-03-01", .published)])
        let late = try clock(served: "2021-01-04", objection: ("2021-01-19", nil))
        states(late, [("2021-01-26", .window), ("2021-02-09", .published)])
    }

    @Test func `says where an entry was made, and where it was not made in time`() throws {
        let day = NoticeClockTests.day
        func clock(_ entry: NoticeHistory.Entry, _ withdrawn: String? = nil) throws -> NoticeClock {
            try #require(NoticeClock(NoticeHistory(.enforcement, served: [day("2021-01-04")], withdrawn: withdrawn.map(day), entry: entry)))
        }
        states(try clock(.made(day("2021-02-01"))), [("2021-01-31", .window), ("2021-02-01", .published), ("2021-02-09", .published)])
        states(try clock(.made(day("2021-02-10"))), [("2021-02-08", .window), ("2021-02-09", .overdue), ("2021-02-10", .published)])
        states(try clock(.notMade), [("2021-02-08", .window), ("2021-02-09", .overdue)])
        states(try clock(.notMade, "2021-01-28"), [("2021-01-27", .window), ("2021-01-28", .never), ("2021-03-01", .never)])
    }

    @Test func `reads a history as it is written`() throws {
        let written = """
            {"type": "prohibition", "recipients": [{"served": "2021-01-04"}, {"served": "2021-01-06"}],
             "appeal": {"brought": "2021-01-20", "disposed": "2021-03-10", "outcome": "modified"}, "complied": null, "withdrawn": null,
             "amended": ["2021-05-01"], "objection": {"made": "2021-01-10", "resolved": null}}
            """
        let history = try JSONDecoder().decode(NoticeHistory.self, from: Data(written.utf8))
        let day = NoticeClockTests.day
        #expect(history == NoticeHistory(
            .prohibition, served: [day("2021-01-04"), day("2021-01-06")], appeal: .init(brought: day("2021-01-20"), disposed: day("2021-03-10"), outcome: .modified),
            amended: [day("2021-05-01")], objection: .init(made: day("2021-01-10"))))
        #expect(history.faults.isEmpty && history.entry == .inTime)
        let bare = try JSONDecoder().decode(NoticeHistory.self, from: Data(#"{"type": "alterations", "recipients": [{"served": "2021-01-04"}], "entered": null}"#.utf8))
        #expect(bare == NoticeHistory(.alterations, served: [day("2021-01-04")], entry: .notMade))
    }

    @Test func `says what can't have happened, and where it stands`() {
        let day = NoticeClockTests.day
        func fields(_ history: NoticeHistory) -> [String] { history.faults.map(\.name) }
        #expect(fields(NoticeHistory(.enforcement, served: [])) == ["recipients"])
        #expect(fields(NoticeHistory(
            .enforcement, served: [day("2021-01-04")], appeal: .init(brought: day("2021-01-01"), disposed: day("2020-12-31")), complied: day("2021-01-03"),
            withdrawn: day("2021-01-03"), amended: [day("2021-01-03"), day("2021-01-05")], objection: .init(made: day("2021-01-03"), resolved: day("2021-01-02")),
            entry: .made(day("2021-01-03"))))
            == ["complied", "withdrawn", "amended", "appeal.brought", "appeal.disposed", "appeal.outcome", "entered", "objection.made", "objection.resolved"])
    }

    @Test func `counts from the last of several services, and by the calendar over leap days`() throws {
        let several = try clock(.prohibition, served: "2024-02-01", "2024-02-08")
        #expect(several.appealLimit?.iso == "2024-02-29" && several.entry?.lowerBound.iso == "2024-03-01" && several.entry?.upperBound.iso == "2024-03-14")
        #expect(several.isInForce(on: NoticeClockTests.day("2024-02-01")))
        #expect(try clock(served: "2024-02-29").retainUntil?.iso == "2027-02-28")
    }

    @Test func `heeds no appeal that came too late`() throws {
        let late = try clock(served: "2021-01-04", appeal: ("2021-01-26", nil, nil))
        #expect(late.entry?.lowerBound.iso == "2021-01-26" && late.isInForce(on: NoticeClockTests.day("2021-02-01")))
        let cancelled = try clock(served: "2021-01-04", appeal: ("2021-01-26", "2021-03-10", .cancelled))
        #expect(cancelled.entry == nil && cancelled.isInForce(on: NoticeClockTests.day("2021-03-09")) && !cancelled.isInForce(on: NoticeClockTests.day("2021-03-10")))
        states(cancelled, [("2021-03-09", .notDue), ("2021-03-10", .never)])
    }

    @Test func `counts by the period that was in force on the day`() throws {
        let day = NoticeClockTests.day
        let periods = StatutoryPeriods(StatutoryPeriods.published.all + [
            StatutoryPeriod(rule: .appeal, length: .days(28), since: day("2030-01-01"), provision: "article 35 as amended"),
        ])
        func limit(_ served: String) throws -> String? { NoticeClock(NoticeHistory(.enforcement, served: [day(served)]), by: periods)?.appealLimit?.iso }
        #expect(try limit("2029-12-31") == "2030-01-21")
        #expect(try limit("2030-01-01") == "2030-01-29")
    }

    @Test func `keeps the days in their order, whatever happened`() {
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let start = Day(number: Int.random(in: 7000...25000, using: &chance))
            func after(_ day: Day, _ most: Int) -> Day { day.adding(days: Int.random(in: 0...most, using: &chance)) }
            let served = (0..<Int.random(in: 1...3, using: &chance)).map { _ in after(start, 10) }
            let first = served.min() ?? start
            let appeal: NoticeHistory.Appeal? = Bool.random(using: &chance) ? nil : {
                let brought = after(first, 30)
                return Bool.random(using: &chance) ? .init(brought: brought) : .init(brought: brought, disposed: after(brought, 200), outcome: .allCases.randomElement(using: &chance))
            }()
            let history = NoticeHistory(
                NoticeType.allCases.randomElement(using: &chance) ?? .enforcement, served: served, appeal: appeal,
                complied: Bool.random(using: &chance) ? after(first, 400) : nil, withdrawn: Bool.random(using: &chance) ? after(first, 400) : nil,
                amended: Bool.random(using: &chance) ? [after(first, 400)] : [], objection: Bool.random(using: &chance) ? .init(made: after(first, 20)) : nil)
            #expect(history.faults.isEmpty)
            guard let clock = NoticeClock(history) else { continue }
            let days = [clock.objectionLimit, clock.appealLimit, clock.retainUntil].compactMap(\.self)
            #expect(days == days.sorted() && days.count == 3, "\(history)")
            if let entry = clock.entry {
                #expect(entry.lowerBound.days(until: entry.upperBound) == 13, "\(history)")
                #expect(history.appeal?.disposed != nil || entry.lowerBound > clock.appealLimit ?? first, "\(history)")
                if let changeBy = clock.changeBy { #expect(changeBy >= entry.lowerBound, "\(history)") }
            } else {
                #expect(clock.changeBy == nil && clock.complianceEntryBy == nil, "\(history)")
            }
            // What never enters the register was never in it, and what left does not come back.
            var wasIn = false, isOut = false
            for number in stride(from: 0, through: 1600, by: 7) {
                let state = clock.register(on: first.adding(days: number))
                if [.window, .published, .interim].contains(state) { wasIn = true }
                if state == .never { #expect(!wasIn, "\(history)") }
                if isOut { #expect(state == .removed, "\(history)") }
                isOut = state == .removed
            }
            #expect(clock.steps.map(\.day) == clock.steps.map(\.day).sorted())
        }
    }
}
