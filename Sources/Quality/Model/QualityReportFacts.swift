public import Kernel
public import People

/// What the records hold of a period, as far as a report tells it.
public struct QualityReportFacts: Sendable {
    /// Every check that was there on the day, whatever its period.
    public let checks: [QualityCheckFacts]
    public let calibrations: [CalibrationFacts]
    public let names: [ID<Party>: String]
    public let day: Day
    /// The criteria of all editions that checks were made with, the latest edition’s words first.
    public let criteria: [QualityCriterion]
    private let titles: [String: String]
    private let completed: [TrendCheck]

    public init(checks: [QualityCheckFacts], calibrations: [CalibrationFacts], names: [ID<Party>: String], on day: Day) {
        (self.checks, self.calibrations, self.names, self.day) = (checks.filter { $0.check.isHere(on: day) }, calibrations.filter { $0.calibration.isHere(on: day) }, names, day)
        let forms = Dictionary(self.checks.map { ($0.form.id, $0.form) }) { first, _ in first }.values.sorted { $0.edition > $1.edition }
        var (known, found): (Set<String>, [QualityCriterion]) = ([], [])
        for criterion in forms.flatMap(\.criteria) where known.insert(criterion.code).inserted { found.append(criterion) }
        criteria = found
        titles = Dictionary(uniqueKeysWithValues: found.map { ($0.code, $0.title) })
        completed = self.checks.compactMap { TrendCheck($0, on: day) }
    }

    /// What a criterion asks; its code where no form has it.
    public func title(_ code: String) -> String { titles[code] ?? code }

    public func trend(_ period: Period, by criterion: String? = nil) -> QualityTrend {
        QualityTrend(completed, criteria: criteria.map(\.code), in: period, by: criterion)
    }

    /// What was done about findings and is done, each with the faults before and after it.
    public var remedied: [(facts: QualityCheckFacts, remedial: RemedialAction, remedied: Remedied)] {
        let own = Dictionary(grouping: completed, by: \.auditor)
        return checks.flatMap { facts in
            facts.remedials.compactMap { remedial in
                guard let done = remedial.done, done <= day else { return nil }
                return (facts, remedial, Remedied(own[facts.check.auditor] ?? [], criterion: remedial.criterion, done: done))
            }
        }
    }

    /// The lines of the report of a period.
    public func lines(_ period: ReportingPeriod) -> [QualityReportLine] {
        guard let days = try? Period(from: period.from, through: period.through) else { return [] }
        let trend = trend(days)
        return planned(period) + found(trend) + standsOut(trend) + done(period) + agreement(period)
    }

    private func planned(_ period: ReportingPeriod) -> [QualityReportLine] {
        let figures = PlannedAndDone(checks.filter { period.contains($0.check.due) && $0.check.sample != nil }, on: day)
        let asked = checks.filter { $0.check.sample == nil && $0.check.completed.map { period.contains($0) && $0 <= day } ?? false }
        return [
            QualityReportLine(.planned, "checks-done", "Checks that a plan drew and that were due, done", "\(figures.done) of \(figures.planned)"),
            QualityReportLine(.planned, "checks-late", "Of these, done after their day", "\(figures.done - figures.inTime)"),
            QualityReportLine(.planned, "checks-undone", "Due and not done", "\(figures.open)"),
            QualityReportLine(.planned, "checks-called-off", "Called off", "\(figures.calledOff)"),
            QualityReportLine(.planned, "checks-asked", "Checks that somebody asked for besides, done", "\(asked.count)"),
        ]
    }

    private func found(_ trend: QualityTrend) -> [QualityReportLine] {
        let known = Set(trend.checks.map(\.reference))
        let grades = checks.filter { known.contains($0.check.reference) }.compactMap { $0.grade(on: day) }
        return [QualityReportLine(.found, "checks-of-period", "Checks of work done in the period", "\(trend.checks.count)")]
            + QualityGrade.allCases.map { grade in QualityReportLine(.found, "grade:\(grade.rawValue)", grade.words, "\(grades.count { $0 == grade })") }
            + trend.criteria.map { code, counts in
                QualityReportLine(.found, "criterion:\(code)", title(code), counts.share.map { "\(percent($0)) did not pass (\(counts.faults) of \(counts.cases))" } ?? "Nothing to judge")
            }
    }

    private func standsOut(_ trend: QualityTrend) -> [QualityReportLine] {
        trend.standouts.map { standout in
            QualityReportLine(
                .standsOut, "standout:\(standout.criterion):\(standout.isOffice ? "office" : "officer"):\(standout.party)", "\(names[standout.party] ?? "Somebody"): \(title(standout.criterion))",
                "\(standout.counts.faults) of \(standout.counts.cases) did not pass; \(percent(standout.share)) of all. \(standout.standing.words).")
        } + [QualityReportLine(
            .standsOut, "judged", "Pairs of a criterion and an officer or office with cases enough",
            trend.judged == 0 ? "None, so nobody is judged" : "\(trend.judged), of which chance alone puts about \(decimal(trend.byChance, places: 2)) above the limits")]
    }

    private func done(_ period: ReportingPeriod) -> [QualityReportLine] {
        let all = checks.flatMap(\.remedials).filter { $0.isHere(on: day) }
        let begun = all.filter { period.contains($0.since) }
        let finished = remedied.filter { $0.remedial.done.map(period.contains) ?? false }
        let looked = all.filter { $0.looked.map { period.contains($0) && $0 <= day } ?? false }
        return [
            QualityReportLine(.done, "remedials-begun", "Remedial actions begun", "\(begun.count)"),
            QualityReportLine(.done, "remedials-done", "Remedial actions done", "\(finished.count)"),
            QualityReportLine(.done, "remedials-overdue", "Overdue on \(min(day, period.through))", "\(all.count { $0.isOverdue(on: min(day, period.through)) })"),
            QualityReportLine(.done, "remedials-worked", "Looked at again, and it worked", "\(looked.count { $0.outcome == .worked }) of \(looked.count)"),
        ] + finished.map { facts, remedial, remedied in
            let title = remedial.criterion.map(title) ?? "The whole"
            return QualityReportLine(.done, "remedial:\(remedial.id)", "\(remedial.kind.words) after \(facts.check.reference): \(title)", remedied.words)
        }
    }

    private func agreement(_ period: ReportingPeriod) -> [QualityReportLine] {
        calibrations.compactMap { facts in
            guard facts.calibration.closed.map(period.contains) ?? false, let result = facts.result(on: day) else { return nil }
            return QualityReportLine(.agreement, "calibration:\(facts.calibration.reference)", "\(facts.calibration.reference), on \(facts.calibration.workReference)", result.words)
        }
    }
}

extension TrendCheck {
    /// Nil of a check that was not completed by a day.
    public init?(_ facts: QualityCheckFacts, on day: Day) {
        guard facts.state(on: day) == .completed else { return nil }
        let check = facts.check
        self.init(
            check.reference, auditor: check.auditor, office: check.office, worked: check.carriedOut,
            answers: Dictionary(check.sheet.findings.map { ($0.criterion, $0.answer) }) { first, _ in first })
    }
}
