import Inspections
import Kernel
import People
import Performance
import Premises
import Storage
import TestSupport

/// A service that has carried out very many audits over three years and measures itself by forty measures, ten of which are worked out from records.
struct AuditStory: Sendable {
    static let migrations = BenchmarkService.migrations + Gazetteer.migrations + Inspections.migrations + Performance.migrations
    private static let officers = (1...20).map { "Inspecting officer \($0)" }
    private static let months = 36
    /// Under the names that the program knows them by, since a measure names its figure.
    private static let performance = Performance(figures: [("audits-carried-out", PerformanceMeasure.Kind.count), ("audits-satisfactory", .rate), ("notices-served", .count)].map { name, kind in
        LiveFigure(name, name, kind: kind, meaning: "Worked out by the program.") { _, _, _ in [] }
    })

    let desk: Desk
    let clock: MovingClock
    let today: Day

    private var start: Day { today.startOfMonth.adding(months: -Self.months) }

    func tell(audits count: Int, by manager: Actor) async throws {
        clock.set(.inBritain(start.adding(days: -1), hour: 9))
        let audits = Audits()
        try await desk.write(by: .operator) { [start] work in
            for name in Self.officers { _ = try People().findOrAdd(name: name, work) }
            for number in 1...1000 {
                try work.add("added the premises") { id in
                    Premises(id: id, reference: try Reference("P-\(number)"), name: "Premises \(number)", address: ["\(number) Quay Street"], type: .office, since: work.today)
                }
            }
            try audits.define(NewAuthorisationLevel(code: "full", name: "Full", complexity: .complex, band: .veryHigh, sleeping: true, from: start.adding(days: -400)), work)
            for name in Self.officers { try audits.authorise(NewAuthorisation(officer: name, level: "full", from: start.adding(days: -400)), work) }
        }
        let days = start.days(until: today) - 1
        for first in stride(from: 0, to: count, by: 500) {
            let day = start.adding(days: first * days / count)
            clock.set(.inBritain(day, hour: 10))
            try await desk.write(by: manager) { work in
                for number in first..<min(first + 500, count) { try Self.audit(number, on: day, audits, work) }
            }
        }
        clock.set(.inBritain(today, hour: 8))
        try await desk.write(by: manager) { work in try measures(work) }
    }

    /// Planned, carried out and completed on one day; one in eight finds something that a letter answers.
    private static func audit(_ number: Int, on day: Day, _ audits: Audits, _ work: Work) throws {
        let audit = try audits.plan(NewAudit(premises: "P-\(number % 1000 + 1)", officer: officers[number % officers.count], kind: .full, complexity: .simple, band: .low, planned: day), work)
        var sheet = AuditSheet()
        sheet.carriedOut = day
        (sheet.onSite, sheet.besides) = (Quantity("2.5"), Quantity("1"))
        sheet.met = [PersonMet("J. Owner", "Manager")]
        sheet.evidence = AuditEvidence(seen: [.riskAssessment, .alarmLog], missing: [])
        let isPoor = number % 8 == 0
        sheet.findings = [AuditFinding("9", .two), AuditFinding("14", isPoor ? .four : .two, isPoor ? "Bins on the stairs" : nil)]
        sheet.result = isPoor ? .unsatisfactory : .satisfactory
        sheet.outcomes = [isPoor ? .letter : .broadlyCompliant]
        sheet.departure = isPoor ? "The manager cleared the stairs at once." : nil
        (sheet.nextDue, sheet.nextBecause) = (day.adding(days: 700), "By its risk.")
        let filled = try audits.fill(audit, sheet, version: audit.version, work)
        try audits.complete(filled, on: day, version: filled.version, work)
    }

    /// Thirty with a typed value for each month, ten that are worked out; each with a target, but for some.
    private func measures(_ work: Work) throws {
        var dice = Dice(seed: 19)
        for number in 1...40 {
            let isLive = number % 4 == 0
            let figure = ["audits-carried-out", "audits-satisfactory", "notices-served"][number / 4 % 3]
            let isRate = isLive ? figure == "audits-satisfactory" : number % 3 == 0
            let measure = try Self.performance.add(NewPerformanceMeasure(
                title: "Measure \(number) of the service", meaning: "What is counted for it, and what is not.", kind: isRate ? .rate : .count, unit: isRate ? "%" : "audits", decimals: isRate ? 1 : 0,
                numerator: isRate ? "So many" : nil, denominator: isRate ? "Of so many" : nil, multiplier: isRate ? 100 : 1, source: isLive ? .live : .typed, figure: isLive ? figure : nil,
                isCumulative: number % 5 == 0, measuredFrom: isLive ? start : nil), work)
            if number % 7 != 0 { try Self.performance.aim(NewMeasureTarget(from: start, figure: Quantity(isRate ? 90 : 60)), for: measure, work) }
            guard !isLive else { continue }
            for month in 0..<Self.months {
                let count = Int.random(in: 40...70, using: &dice)
                try Self.performance.record(
                    NewMeasureValue(from: start.adding(months: month), numerator: Quantity(count), denominator: isRate ? Quantity(count + Int.random(in: 0...12, using: &dice)) : nil), of: measure, work)
            }
        }
    }
}
