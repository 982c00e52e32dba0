import Enforcement
import Kernel
import Testing

/// Whether entries came into the register in time, and what the service's policy makes of the days that the law gives.
@Suite struct `Timeliness of entries` {
    private func told(
        _ day: String, appeal: NoticeHistory.Appeal? = nil, withdrawn: Day? = nil, enters: Bool = true, entered: NoticeHistory.Entry
    ) -> EntryTimeliness? {
        EntryTimeliness(
            NoticeFact(reference: "N-1", history: NoticeHistory(.enforcement, served: [Day(2021, 1, 4)!], appeal: appeal, withdrawn: withdrawn, entry: entered), entersRegister: enters),
            on: Day(iso: day)!)
    }

    @Test(arguments: [
        ("2021-01-25", nil, EntryTimeliness.Standing.notDue, nil), ("2021-01-26", nil, .open, nil), ("2021-02-08", nil, .open, nil), ("2021-02-09", nil, .missing, nil),
        ("2021-02-10", "2021-02-08", .inTime, 0), ("2021-02-08", "2021-02-10", .open, nil), ("2021-02-10", "2021-02-10", .late, 2), ("2021-12-31", "2021-03-08", .late, 28),
    ] as [(String, String?, EntryTimeliness.Standing, Int?)])
    func `are told from the days the law gives and the day they stood there`(_ day: String, _ entered: String?, _ standing: EntryTimeliness.Standing, _ lateness: Int?) throws {
        let entry = try #require(told(day, entered: entered.map { NoticeHistory.Entry.made(Day(iso: $0)!) } ?? .notMade))
        #expect(entry.standing == standing && entry.lateness == lateness)
        #expect(entry.due == Day(2021, 1, 26)!...Day(2021, 2, 8)! && entry.provision == "section 3(1)(b)")
    }

    @Test func `are never owed for what never enters, nor before an appeal is over`() {
        #expect(told("2020-12-31", entered: .notMade) == nil, "it was not served yet")
        #expect(told("2021-06-01", enters: false, entered: .notMade)?.standing == .never)
        for day in [20, 28] { #expect(told("2021-06-01", withdrawn: Day(2021, 1, day)!, entered: .notMade)?.standing == .never) }
        #expect(told("2021-06-01", appeal: .init(brought: Day(2021, 1, 10)!), entered: .notMade)?.standing == .notDue)
        #expect(told("2021-06-01", appeal: .init(brought: Day(2021, 1, 10)!, disposed: Day(2021, 5, 1)!, outcome: .cancelled), entered: .notMade)?.standing == .never)
        let affirmed = told("2021-06-01", appeal: .init(brought: Day(2021, 1, 10)!, disposed: Day(2021, 5, 1)!, outcome: .affirmed), entered: .made(Day(2021, 5, 2)!))
        #expect(affirmed?.standing == .inTime && affirmed?.provision == "section 3(1)(c)")
    }

    @Test func `are summed up by the year in which they were due`() {
        let entries = [told("2022-01-01", entered: .made(Day(2021, 2, 1)!)), told("2022-01-01", entered: .made(Day(2021, 2, 18)!)), told("2022-01-01", entered: .notMade),
                       told("2021-01-20", entered: .notMade)].compactMap(\.self)
        let years = TimelinessOfYear.all(entries)
        #expect(years.map(\.year) == [2021] && years.map(\.due) == [3] && years.map(\.late) == [1] && years.map(\.missing) == [1] && years.map(\.worst) == [10])
        #expect(years.first?.share == Quantity("33.3"))
    }

    @Test(arguments: [
        (0, RegisterPolicy.Count.days, "2021-01-26", "on the first day that the law allows, 26 January 2021"), (3, .days, "2021-01-29", "on 29 January 2021, 3 days after 26 January 2021"),
        (5, .workingDays, "2021-02-02", "on 2 February 2021, 5 working days (weekends left out) after 26 January 2021"),
        (13, .days, "2021-02-08", "on 8 February 2021, 13 days after 26 January 2021"),
        (13, .workingDays, "2021-02-08", "on 8 February 2021, the last day that the law allows, since the service’s 13 working days would end later"),
    ])
    func `follow the service’s policy within what the law allows`(_ after: Int, _ count: RegisterPolicy.Count, _ day: String, _ words: String) {
        let (policy, window) = (RegisterPolicy(publishAfter: after, count: count), Day(2021, 1, 26)!...Day(2021, 2, 8)!)
        #expect(policy.day(in: window).iso == day && policy.words(in: window) == words)
    }

    @Test func `are kept for 3 years whatever the policy says, and longer where it does`() {
        func kept(_ years: Int, served: Day) -> Day? {
            let policy = EnforcementPolicy(id: ID(1), edition: "1", effective: Day(2020, 1, 1)!, register: RegisterPolicy(retentionYears: years), since: Day(2020, 1, 1)!)
            return StatutoryPeriods.published.keeping(by: [policy]).period(.retention, from: served)?.end(after: served)
        }
        #expect(kept(1, served: Day(2024, 2, 29)!) == Day(2027, 2, 28)!)
        #expect(kept(5, served: Day(2024, 2, 29)!) == Day(2029, 2, 28)!)
    }
}
