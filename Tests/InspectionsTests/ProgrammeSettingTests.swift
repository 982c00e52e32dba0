@testable import Inspections
import Kernel
import Premises
import Solver
import TestSupport
import Testing

/// Objectives as they are written, the forecast, and what must hold of every plan.
@Suite struct ProgrammeSettingTests {
    @Test(arguments: ["care-home, Q2: 10", "very-high: 100%", "all: 400", "all, June: 30", "shop, low: 4"])
    func `a target is read as it is written`(_ line: String) { #expect(ProgrammeTarget(written: line)?.written == line) }

    @Test(arguments: ["care-home", "huge: 3", "Q5: 3", "all: 101%", "all: -1", "Q1, June: 2", "high, low: 2", "all: many", ""])
    func `what is no target is not taken for one`(_ line: String) { #expect(ProgrammeTarget(written: line) == nil) }

    @Test func `a theme has a title, a number and what it covers`() {
        let theme = ProgrammeTheme(written: "Licensed premises: night: 20 | Licensed, hotel")
        #expect(theme == ProgrammeTheme("Licensed premises: night", 20, ["licensed", "hotel"]) && theme?.written == "Licensed premises: night: 20 | licensed, hotel")
        for line in ["20 | hotel", "Night: 0 | hotel", "Night: 2", "Night: 2 | "] { #expect(ProgrammeTheme(written: line) == nil, "\(line)") }
    }

    private func sentences(_ targets: String...) throws -> [String] {
        ProgrammeSetting(targets: try targets.map { try #require(ProgrammeTarget(written: $0)) }).amiss(begins: try #require(Day(2026, 4, 1))).map(\.sentence)
    }

    @Test func `parts that ask for more than their whole do not add up`() throws {
        #expect(try sentences("all: 10", "all, Q1: 4", "all, Q2: 6").isEmpty)
        #expect(try sentences("all: 10", "all, Q1: 4", "all, Q2: 7") == ["The quarters of “all premises, the year” ask for 11 together and the year for 10. Make them the same."])
        #expect(try sentences("all, Q1: 5", "all, April: 3", "all, June: 3").first?.contains("The months of “all premises, first quarter” ask for 6 together and the first quarter for 5") == true)
        #expect(try sentences("all, Q1: 5", "all, July: 9").isEmpty, "July is in another quarter")
        #expect(try sentences("all: 10", "high: 6", "low: 5").first?.contains("The bands of") == true)
        #expect(try sentences("high: 10", "high, shop: 6", "high, hotel: 5").first?.contains("The premises types of") == true)
        #expect(try sentences("all, Q1: 3", "all, April: 1", "all, May: 1", "all, June: 0").count == 1, "all three months of a quarter are to make it up")
    }

    @Test func `a forecast takes the pace of six whole months and says its range`() {
        let months = (0..<12).compactMap { Day(2026, 4, 1)?.adding(months: $0) }
        func forecast(_ done: [Int], soFar: Int? = nil) -> ProgrammeForecast {
            ProgrammeForecast(done: done.map(Optional.some) + Array(repeating: nil, count: 12 - done.count), soFar: soFar ?? done.reduce(0, +), planned: 100, months: months)
        }
        #expect(forecast([9, 9]) == .tooEarly(months: 2))
        #expect(forecast([9, 9]).sentence.contains("cannot be said yet") && forecast([9, 9]).formula == nil)
        #expect(forecast([1, 9, 8, 7, 6, 5, 4, 3]) == .expected(.init(count: 65, least: 55, most: 75, planned: 100, months: 6, pace: 33, monthsLeft: 4, done: 43)))
        #expect(forecast([1, 1, 1], soFar: 20) == .expected(.init(count: 20, least: 20, most: 20, planned: 100, months: 3, pace: 3, monthsLeft: 9, done: 3)), "what is done already is not undone")
        #expect(forecast(Array(repeating: 8, count: 12)) == .over(done: 96, planned: 100))
    }

    /// Whatever the officers and premises: hours and authorisations are kept to, and the same again is the same.
    @Test(arguments: 0..<12)
    func `every plan keeps to hours, authorisations and what is fixed`(_ seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let begins = try #require(Day(2026, 4, 1))
        var basis = Self.basis(begins, &dice)
        let plan = try Allotting(basis).solved(within: 20, by: [.cbc], isNearEnough: true)
        try check(plan, basis)
        #expect(try Allotting(basis).solved(within: 20, by: [.cbc], isNearEnough: true) == plan)
        // Half a year later what was planned before stays, but for what somebody can do no longer.
        basis.from = begins.adding(months: 6)
        basis.done = plan.allotted.filter { $0.month < begins.adding(months: 6) }
        basis.before = plan.allotted.filter { $0.month >= begins.adding(months: 6) }
        basis.fixed = Set((basis.before ?? []).prefix(2).map(\.premises))
        let next = try Allotting(basis).solved(within: 20, by: [.cbc], isNearEnough: true)
        try check(next, basis)
        let now = Dictionary(uniqueKeysWithValues: next.allotted.map { ($0.premises, $0) })
        for own in basis.done ?? [] { #expect(now[own.premises] == own) }
        for own in basis.before ?? [] where basis.fixed?.contains(own.premises) == true { #expect(now[own.premises] == own) }
        #expect(next.moved <= max(2, (basis.before ?? []).count / 2), "\(next.kept) kept, \(next.moved) moved")
    }

    private func check(_ plan: AuditProgramme, _ basis: ProgrammeBasis) throws {
        let premises = Dictionary(uniqueKeysWithValues: basis.premises.map { ($0.reference, $0) })
        let done = Set((basis.done ?? []).map(\.premises))
        #expect(Set(plan.allotted.map(\.premises)).count == plan.allotted.count, "nobody is audited twice")
        for load in plan.officers { for (planned, free) in zip(load.planned, load.free) { #expect(planned <= free) } }
        for one in plan.allotted where !done.contains(one.premises) {
            let officer = try #require(basis.officers.first { $0.name == one.officer })
            let quarter = try #require(basis.quarter(of: one.month))
            let (place, days) = (try #require(premises[one.premises]), try #require(basis.open[quarter]))
            #expect(officer.mayAudit(place, in: days))
            #expect(one.month.endOfMonth >= basis.from ?? basis.begins)
        }
        #expect(plan.left.allSatisfy { left in !plan.allotted.contains { $0.premises == left.premises } })
    }

    private static func basis(_ begins: Day, _ dice: inout Dice) -> ProgrammeBasis {
        let bands = AuditRisk.allCases
        let officers = (0..<3).map { number -> ProgrammeOfficer in
            var officer = ProgrammeOfficer(name: "O\(number)", fte: Hundredths(.random(in: 40...100, using: &dice)), away: (0..<4).map { _ in .random(in: 5...30, using: &dice) }, auditPercent: 25, kinds: [])
            officer.levels = [ProgrammeLevel(
                kinds: number == 0 ? ["full", "short"] : ["short"], highestBand: number == 0 ? "very-high" : "medium", sleeping: number != 2, complex: true, from: begins.adding(days: -9),
                until: number == 1 ? begins.adding(months: 9).adding(days: -1) : nil)]
            return officer
        }
        let premises = (0..<40).map { number -> ProgrammePremises in
            let band = bands[Int.random(in: 0..<5, using: &dice)]
            var one = ProgrammePremises(
                reference: "P\(number)", type: number % 3 == 0 ? "hotel" : "shop", band: band.rawValue, kind: band > .low ? "full" : "short", due: begins.adding(days: .random(in: -40...360, using: &dice)))
            one.sleeping = number % 3 == 0
            return one
        }
        return ProgrammeBasis(
            begins: begins, officers: officers, hours: ["full": Hundredths(900), "short": Hundredths(400)], premises: premises,
            targets: [ProgrammeTarget(band: "very-high", percent: 100), ProgrammeTarget(month: 11, least: 2), ProgrammeTarget(type: "hotel", quarter: 2, least: 2)], demandPercent: 10, worth: ProgrammeSetting.worth)
    }
}
