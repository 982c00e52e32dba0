import Enforcement
import Kernel
import Testing

/// Figures of activity, by numbers that were worked out by hand. The Essex series are those of Essex County Fire and Rescue Service's answers FOI 4039/2019 and 3789/2018.
@Suite struct `Figures of activity` {
    private static let essex: [StatedActivity] = {
        func stated(_ measure: ActivityMeasure, _ counts: [Int], _ year: (Int) -> String) -> [StatedActivity] {
            counts.enumerated().map { StatedActivity(id: ID(Int64($0)), year: year($0), measure: measure, count: Quantity($1), source: "FOI", since: Day(2026, 1, 1)!) }
        }
        return stated(.enforcement, [28, 18, 34, 14, 12, 14, 7, 1, 0, 0, 1]) { "\(2009 + $0)" } + stated(.prohibition, [15, 7, 11, 2, 4, 5, 13, 4, 3, 3, 5]) { "\(2009 + $0)" }
            + stated(.officers, [9, 11, 11, 13, 17, 18]) { "\(2011 + $0)/\(12 + $0)" }
    }()

    private func year(_ text: String) -> ActivityPeriod { ActivityPeriod(year: text)! }

    @Test func `shows the Essex years as they were stated, with their means and rates`() {
        let activity = Activity(ActivityFacts(stated: Self.essex), on: Day(2026, 11, 27)!)
        let years = (2009...2019).map { year("\($0)") }
        #expect(years.map { activity.figure(.enforcement, in: $0).value } == [28, 18, 34, 14, 12, 14, 7, 1, 0, 0, 1].map { Quantity($0) })
        #expect(activity.mean(.enforcement, over: years) == Quantity("11.727"))
        #expect(activity.mean(.prohibition, over: years) == Quantity("6.545"))
        #expect(Activity(Self.facts, on: Day(2025, 12, 30)!).mean(.enforcement, over: [year("2025")]) == nil, "the year is not over")
        #expect(activity.perOfficer(.enforcement, in: year("2011")) == Quantity("3.78"))
        #expect(activity.perOfficer(.enforcement, in: year("2016")) == Quantity("0.06"))
        #expect(activity.perOfficer(.enforcement, in: year("2009")) == nil, "the officers of 2009 are not known")
        #expect(activity.figure(.enforcement, in: year("2011")).words == "34 (stated)")
        #expect(activity.figure(.alterations, in: year("2011")).words == "Unknown")
        #expect(activity.figure(.notices, in: year("2011")).value == nil, "a sum with an unknown part is unknown")
        #expect(activity.years(.year).first?.words == "2009" && activity.years(.year).last?.words == "2026")
        #expect(activity.figure(.enforcement, in: year("2020")).value == nil)
        #expect(Activity(ActivityFacts(stated: Self.essex), on: Day(2025, 12, 31)!).figure(.enforcement, in: year("2011")).value == nil, "nobody had stated it yet")
    }

    private static func notice(
        _ type: NoticeType, _ served: String, complyBy: String? = nil, complied: String? = nil, withdrawn: String? = nil,
        appeal: (String, String, NoticeHistory.Appeal.Outcome)? = nil, entry: NoticeHistory.Entry = .inTime
    ) -> NoticeFact {
        let day = { (iso: String) in Day(iso: iso)! }
        return NoticeFact(
            reference: served, history: NoticeHistory(
                type, served: [day(served)], appeal: appeal.map { .init(brought: day($0.0), disposed: day($0.1), outcome: $0.2) }, complied: complied.map(day),
                withdrawn: withdrawn.map(day), entry: entry), complyBy: complyBy.map(day))
    }

    private static let facts = ActivityFacts(
        notices: [
            notice(.enforcement, "2025-03-03", complyBy: "2025-05-01", complied: "2025-04-30"),
            notice(.enforcement, "2025-04-01", complyBy: "2025-06-30", complied: "2025-07-10"),
            notice(.enforcement, "2025-04-02", complyBy: "2025-06-30", withdrawn: "2025-06-01"),
            notice(.enforcement, "2025-04-03", complyBy: "2025-06-30", appeal: ("2025-04-10", "2025-05-20", .cancelled)),
            notice(.prohibition, "2025-05-05", complied: "2025-05-15"),
            notice(.alterations, "2025-06-30", appeal: ("2025-07-01", "2025-07-31", .affirmed)),
        ],
        deeds: [ActivityDeed(.informal, on: Day(2025, 5, 1)!), ActivityDeed(.prosecution, on: Day(2025, 12, 1)!)])

    @Test(arguments: [
        (ActivityMeasure.enforcement, "4"), (.prohibition, "1"), (.alterations, "1"), (.notices, "6"), (.informal, "1"), (.prosecution, "1"), (.caution, "0"), (.appeal, "2"),
        (.daysToComply, "58 days, of 3"), (.compliance, "50%, of 2"), (.audit, "Unknown"), (.officers, "Unknown"),
    ])
    func `is counted from the records`(_ measure: ActivityMeasure, _ words: String) {
        var facts = Self.facts
        facts.begins = Day(2025, 1, 1)!
        #expect(Activity(facts, on: Day(2026, 1, 1)!).figure(measure, in: year("2025")).words == words)
    }

    @Test func `of a period that began before the records is part of it, and before them unknown`() {
        let activity = Activity(Self.facts, on: Day(2025, 12, 31)!)
        let quarters = ActivitySpan.quarter.periods(4, through: Day(2025, 12, 31)!)
        #expect(quarters.map(\.words) == ["January to March 2025", "April to June 2025", "July to September 2025", "October to December 2025"])
        #expect(quarters.map { activity.figure(.enforcement, in: $0).words } == ["1 (part of the period)", "3", "0", "0"])
        #expect(quarters.map { activity.figure(.compliance, in: $0).words } == ["Unknown", "50%, of 2", "None to measure", "None to measure"])
        #expect(quarters.map { activity.figure(.compliance, in: $0).count } == [0, 1, 0, 0] && activity.figure(.notices, in: quarters[1]).count == nil, "the count itself, not what a rounded share gives")
        #expect(activity.figure(.enforcement, in: year("2024")).words == "Unknown")
        #expect(activity.outcomes(in: quarters[1]) == [.cancelled: 1] && activity.outcomes(in: quarters[2]) == [.affirmed: 1])
        #expect(Activity(Self.facts, on: Day(2025, 5, 1)!).figure(.notices, in: quarters[1]).recorded == Quantity(3), "what had not happened yet is not counted")
    }

    @Test(arguments: [
        ("2011", "2011-01-01", "2011-12-31", "2011"), ("2011/12", "2011-04-01", "2012-03-31", "2011/12"), ("1999-2000", "1999-04-01", "2000-03-31", "1999/00"), (" 2008/09", "2008-04-01", "2009-03-31", "2008/09"),
    ])
    func `has years as they are written`(_ text: String, _ from: String, _ through: String, _ words: String) throws {
        let period = try #require(ActivityPeriod(year: text))
        #expect(period.from.iso == from && period.through.iso == through && period.words == words)
    }

    @Test(arguments: ["", "11", "2011/13", "2011/2", "2011/12/13", "MMXI", "0999", "2011/"]) func `has no years that are none`(_ text: String) {
        #expect(ActivityPeriod(year: text) == nil)
    }

    @Test(arguments: ActivitySpan.allCases) func `has periods that follow each other without a gap`(_ span: ActivitySpan) {
        for start in [Day(2024, 2, 29)!, Day(2025, 12, 31)!, Day(2026, 4, 1)!, Day(2026, 3, 31)!] {
            let periods = span.periods(30, through: start)
            #expect(periods.count == 30 && periods.last?.contains(start) == true && span.period(of: start) == periods.last)
            for (one, next) in zip(periods, periods.dropFirst()) { #expect(one.through.adding(days: 1) == next.from && next.before == one) }
        }
    }

    @Test func `is held against objectives`() {
        func standing(_ measure: ActivityMeasure, _ polarity: EnforcementObjective.Polarity, _ target: Int, _ day: String, _ period: String) -> ObjectiveStanding.Outcome {
            let objective = EnforcementObjective(id: ID(1), policy: ID(1), NewObjective(sentence: "x", measure: measure, polarity: polarity, target: Quantity(target)))
            var facts = Self.facts
            facts.begins = Day(2025, 1, 1)!
            return ObjectiveStanding(objective, Activity(facts, on: Day(iso: day)!), in: year(period)).outcome
        }
        #expect(standing(.enforcement, .atLeast, 4, "2025-06-01", "2025") == .met, "a count that reached its target stays there")
        #expect(standing(.enforcement, .atLeast, 5, "2025-06-01", "2025") == .open)
        #expect(standing(.enforcement, .atLeast, 5, "2026-01-01", "2025") == .missed)
        #expect(standing(.enforcement, .atMost, 3, "2025-06-01", "2025") == .missed)
        #expect(standing(.enforcement, .atMost, 5, "2025-06-01", "2025") == .open)
        #expect(standing(.compliance, .atLeast, 40, "2025-08-01", "2025") == .open, "a rate may still go either way")
        #expect(standing(.compliance, .atLeast, 40, "2026-01-01", "2025") == .met)
        #expect(standing(.enforcement, .atLeast, 1, "2026-01-01", "2024") == .unknown)
        #expect(standing(.audit, .atLeast, 1, "2026-01-01", "2025") == .unknown)
        #expect(standing(.inTime, .atLeast, 100, "2027-01-01", "2026") == .nothing, "no entry was due")
    }
}
