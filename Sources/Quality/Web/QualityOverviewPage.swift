import Kernel
import Markup
import Web

/// Where the checks stand: planned against done, what is open and overdue, and openly what lapsed.
struct QualityOverviewPage {
    let checks: [QualityCheckFacts]
    /// Empty for whoever does not read plans.
    let plans: [SamplingPlanFacts]
    let form: QualityForm?
    let viewer: QualityViewer

    private var day: Day { viewer.day }
    private func to(_ state: String) -> Link { viewer.link(QualityLinks.checks).adding("state", state) }

    var page: Page {
        var deeds = [button("Checks", to: viewer.link(QualityLinks.checks), quiet: true), button("Remedial actions", to: viewer.link(QualityLinks.remedials), quiet: true)]
        if viewer.readsPlans { deeds.append(button("Sampling plans", to: viewer.link(QualityLinks.plans), quiet: true)) }
        deeds.append(button("Calibrations", to: viewer.link(QualityLinks.calibrations), quiet: true))
        if viewer.readsTrends {
            deeds += [button("Trends", to: viewer.link(QualityLinks.trends), quiet: true), button("Reports", to: viewer.link(QualityLinks.reports), quiet: true)]
        }
        deeds.append(button("Form", to: viewer.link(QualityLinks.forms), quiet: true))
        return Page(title: "Quality", section: "quality", body: """
            \(lead("Quality", under: "Finished audits, looked at again by somebody who did not make them.", actions: deeds))\(missing)\(lapses)\(standing)\
            \(viewer.readsPlans ? "\(months)\(officers)" : .empty)\(waiting)
            """)
    }

    private var missing: HTML {
        guard form == nil else { return .empty }
        return notice("No edition of the form is in force, so nothing can be checked. \(viewer.mayDraft ? "<a href=\"\(QualityLinks.newForm)\">Draft one</a>, and have an approver adopt it." : "A manager drafts one, and an approver adopts it." as HTML)", .amber)
    }

    private var lapses: HTML {
        let lapsed = plans.compactMap { facts in facts.lapse(on: day).map { (facts.plan, $0) } }
        guard !lapsed.isEmpty else { return .empty }
        return notice("The programme lapsed:<ul>\(lapsed.map { plan, sentence in "<li><a href=\"\(viewer.link(QualityLinks.plan(plan)))\">\(plan.title)</a>: \(sentence)</li>" as HTML })</ul>", .red)
    }

    private var standing: HTML {
        let figures = PlannedAndDone(checks, on: day)
        let remedials = checks.flatMap(\.remedials).filter { $0.isHere(on: day) }
        guard figures.planned > 0 else { return empty("No check is on record yet that you read.", action: viewer.mayPlan ? button("Plan a sample", to: QualityLinks.newPlan, quiet: true) : nil) }
        return tiles([
            Share(figures.done, figures.done == 1 ? "check completed" : "checks completed", .green, link: to(QualityCheckState.completed.rawValue)),
            Share(figures.open - figures.overdue, "open and in time", .blue, link: to(QualityCheckState.open.rawValue)),
            Share(figures.overdue, "overdue", figures.overdue == 0 ? .grey : .red, link: to(QualityFilter.overdueWord)),
            Share(remedials.count { [.open, .inPlan].contains($0.state(on: day)) }, "remedial actions to be done", .amber, link: viewer.link(QualityLinks.remedials)),
        ])
    }

    private var recent: PlannedAgainstDone { PlannedAgainstDone(checks, on: day) }

    private var months: HTML {
        let recent = recent
        guard !recent.months.isEmpty else { return .empty }
        let periods = recent.months.map { month, figures in
            SharesOfPeriod("\(Day.months[month.parts.month - 1]) \(month.parts.year)", from: month, through: month.endOfMonth, [
                Share(figures.done, "done", .green), Share(figures.calledOff, "called off", .grey), Share(figures.open - figures.overdue, "open", .blue), Share(figures.overdue, "overdue", .red),
            ])
        }
        return card("Planned against done, by month", id: "months", """
            \(small("Checks that a plan drew, by the month in which each was due: the last twelve months, and those to come."))\(overPeriods(periods, of: "check"))\
            \(table(columns: [Column("Month", .reference)] + figureColumns, rows: recent.months.map { month, figures in
                ["\(Day.months[month.parts.month - 1]) \(month.parts.year)"] + figureCells(figures)
            } + [["<strong>All</strong>"] + figureCells(recent.total)]))
            """)
    }

    private var officers: HTML {
        let recent = recent
        guard !recent.officers.isEmpty else { return .empty }
        return card("Planned against done, by officer", id: "officers", table(columns: [Column("Work of", .reference)] + figureColumns, rows: recent.officers.map { line in
            ["<a href=\"\(viewer.link(QualityLinks.checks).adding("auditor", line.label))\">\(line.label)</a>"] + figureCells(line.figures)
        }))
    }

    private var waiting: HTML {
        let open = checks.filter { $0.state(on: day) == .open && viewer.mayRead($0) }.stablySorted(by: \.check.due).prefix(12)
        guard !open.isEmpty else { return .empty }
        return card("Next to be done", id: "waiting", table(columns: [Column("Check", .reference), Column("Work", .wide), Column("Reviewer"), Column("Due and standing", .day)], rows: open.map { facts in
            [
                wholeLink(facts.check.reference.text, to: viewer.link(QualityLinks.check(facts.check))), "\(facts.check.place)<span class=\"why\">\(facts.check.workReference), \(facts.auditor)</span>",
                "\(facts.reviewer)", dueCell(facts.check, on: day),
            ]
        }))
    }
}
