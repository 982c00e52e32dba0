import Kernel
import Markup
import People
import Web

/// What many checks show together: what stands out, each criterion, officers and offices between the limits of chance, quarters, and whether what was done worked.
struct TrendPage {
    let facts: QualityReportFacts
    let filter: TrendFilter
    let trend: QualityTrend
    let viewer: QualityViewer

    init(facts: QualityReportFacts, filter: TrendFilter, viewer: QualityViewer) {
        (self.facts, self.filter, self.viewer) = (facts, filter, viewer)
        trend = facts.trend(filter.period, by: filter.criterion)
    }

    private var here: Link { viewer.link(QualityLinks.trends) }
    private func title(_ code: String) -> String { facts.title(code) }
    private func name(_ party: ID<Party>) -> String { facts.names[party] ?? "Somebody" }
    private var asked: String { filter.criterion.map { "“\(title($0))”" } ?? "any criterion" }

    var page: Page {
        Page(title: "Trends", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Trends", under: "What \(counted(trend.checks.count, "check")) of work done from \(filter.period.from) to \(filter.period.through) \(trend.checks.count == 1 ? "shows" : "show together")."))\
            \(choice)\(trend.checks.isEmpty ? empty("No completed check is of work done in this time. Choose another, or see which checks are open.") : shown)
            """)
    }

    private var shown: HTML {
        """
        \(standouts)\(criteria)\(compared("By officer", "officers", trend.officers, link: "auditor"))\(compared("By office", "offices", trend.offices, link: "office"))\(quarters)\(remedied)\(limits)\
        \(takenAway { filter.link(viewer.link(QualityLinks.trendExport($0))) })
        """
    }

    private var choice: HTML {
        filters(to: QualityLinks.trends, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], """
            \(field("from", "Work done from", value: filter.period.from.iso, kind: .date))\(field("through", "Through", value: filter.period.through.iso, kind: .date))\
            \(select("criterion", "Compared by", options: [("", "Anything that did not pass")] + facts.criteria.map { ($0.code, $0.title) }, chosen: filter.criterion))
            """)
    }

    private var standouts: HTML {
        let judged = trend.judged == 0
            ? "Nobody has as many as \(FunnelLimits.fewest) cases of any criterion, so nobody is judged."
            : "\(counted(trend.judged, "pair")) of a criterion and an officer or office had \(FunnelLimits.fewest) cases or more. If nobody differed, chance alone would put about \(decimal(trend.byChance, places: 2)) of them above the limits."
        guard !trend.standouts.isEmpty else { return card("What stands out", id: "standouts", "<p>Nobody lies beyond what chance allows on any criterion.</p>\(small("\(judged)"))") }
        return card("What stands out", id: "standouts", """
            \(table(columns: [Column("Who", .reference), Column("On what", .wide), Column("Did not pass"), Column("Of all", .number), Column("Standing")], rows: trend.standouts.map { standout in
                [
                    "<a href=\"\(viewer.link(QualityLinks.checks).adding(standout.isOffice ? "office" : "auditor", name(standout.party)).adding("criterion", standout.criterion))\">\(name(standout.party))</a>",
                    "<a href=\"\(filter.link(here, by: standout.criterion))\">\(title(standout.criterion))</a>",
                    "\(standout.counts.share.map { percent($0) } ?? "")<span class=\"why\">\(standout.counts.faults) of \(standout.counts.cases)</span>", "\(percent(standout.share))",
                    tag(standout.standing.words, standout.standing.tone),
                ]
            }))\(small("\(judged) Who stands out may have harder work, or may be checked more strictly: look at the checks before anything else."))
            """)
    }

    private var criteria: HTML {
        card("By criterion", id: "criteria", table(columns: [
            Column("Criterion", .wide), Column("Passed", .number), Column("Failed", .number), Column("Not evidenced", .number), Column("Does not apply", .number), Column("Did not pass"),
        ], rows: trend.criteria.map { code, counts in
            [
                "<a href=\"\(filter.link(here, by: code))\">\(title(code))</a>", "\(counts.pass)", "\(counts.fail)", "\(counts.notEvidenced)", "\(counts.notApplicable)",
                counts.share.map { "\(percent($0))<span class=\"why\">\(counts.faults) of \(counts.cases)</span>" } ?? quiet("Nothing to judge"),
            ]
        }))
    }

    private func compared(_ heading: String, _ id: String, _ own: [QualityTrend.Own], link: String) -> HTML {
        guard !own.isEmpty, let share = trend.all.share else { return .empty }
        let plot = own.count > 1 ? funnelPlot(funnel(own, share: share)) : .empty
        return card("\(heading), on \(asked)", id: id, """
            \(plot)\
            \(table(columns: [Column("Who", .reference), Column("Checks", .number), Column("Did not pass"), Column("Chance allows (95 in 100)"), Column("Standing")], rows: own.map { own in
                [
                    "<a href=\"\(viewer.link(QualityLinks.checks).adding(link, name(own.party)).adding("criterion", filter.criterion))\">\(name(own.party))</a>", "\(own.checks)",
                    own.counts.share.map { "\(percent($0))<span class=\"why\">\(own.counts.faults) of \(own.counts.cases)</span>" } ?? quiet("Nothing to judge"), allowed(own, share),
                    tag(own.standing.words, own.standing.tone),
                ]
            }))\(small("All together: \(percent(share)), \(String(trend.all.faults)) of \(String(trend.all.cases)). Exact binomial limits around it, as Spiegelhalter has them; fewer than \(String(FunnelLimits.fewest)) cases are not judged."))
            """)
    }

    private func allowed(_ own: QualityTrend.Own, _ share: Double) -> HTML {
        guard own.standing != .tooFew else { return quiet("Too few cases") }
        let limits = FunnelLimits(around: share, cases: own.counts.cases).warning
        return "\(percent(limits.lowerBound)) to \(percent(limits.upperBound))"
    }

    private func funnel(_ own: [QualityTrend.Own], share: Double) -> Funnel {
        let judged = own.filter { $0.standing != .tooFew }
        let out = own.filter(\.standing.standsOut)
        let most = (own.map(\.counts.cases).max() ?? 1) * 11 / 10 + 1
        return Funnel(
            own.filter { $0.counts.cases > 0 }.map { one in
                Funnel.Point(name(one.party), cases: one.counts.cases, share: one.counts.share ?? 0, tone: one.standing.tone, told: [.within, .tooFew].contains(one.standing) ? nil : one.standing.words)
            }, share: share, limits: stride(from: 1, through: most, by: max(1, most / 80)).map { cases in
                let limits = FunnelLimits(around: share, cases: cases)
                return Funnel.Limits(cases, inner: limits.warning, outer: limits.control)
            },
            words: out.isEmpty
                ? "None of \(judged.count) who can be judged lies beyond what chance allows." : "\(listed(out.map { name($0.party) })) \(out.count == 1 ? "lies" : "lie") beyond what chance allows.")
    }

    private var quarters: HTML {
        let quarters = trend.quarters()
        guard quarters.count > 1 else { return .empty }
        let periods = quarters.map { from, counts in
            SharesOfPeriod(ReportingPeriod(.quarter, of: from).words, from: from, through: from.adding(months: 3).adding(days: -1), counts.cases == 0 ? nil : [
                Share(counts.pass, "passed", .green), Share(counts.notEvidenced, "not evidenced", .amber), Share(counts.fail, "failed", .red),
            ])
        }
        return card("By quarter, on \(asked)", id: "quarters", """
            \(overPeriods(periods, of: "case"))\
            \(table(columns: [Column("Quarter", .reference), Column("Passed", .number), Column("Failed", .number), Column("Not evidenced", .number), Column("Did not pass", .number)], rows: quarters.map { from, counts in
                [
                    "\(ReportingPeriod(.quarter, of: from).words)", "\(counts.pass)", "\(counts.fail)", "\(counts.notEvidenced)", counts.share.map { "\(percent($0))" } ?? quiet("Unknown"),
                ]
            }))
            """)
    }

    private var remedied: HTML {
        let done = facts.remedied.filter { filter.criterion == nil || $0.remedial.criterion == filter.criterion }
        guard !done.isEmpty else { return .empty }
        return card("Whether it worked", id: "remedied", """
            \(table(columns: [Column("What was done", .wide), Column("Done", .day), Column("Before and since", .wide), Column("Said to have")], rows: done.map { facts, remedial, remedied in
                [
                    "<a href=\"\(viewer.link(QualityLinks.remedial(remedial)))\">\(remedial.kind.words): \(facts.auditor)</a><span class=\"why\">\(remedial.criterion.map(title) ?? "The whole"), after \(facts.check.reference)</span>",
                    remedial.done.map { "\($0)" } ?? .empty, "\(tag(remedied.verdict.words, remedied.verdict.tone))<span class=\"why\">\(remedied.words)</span>",
                    remedial.state(on: viewer.day) == .done ? quiet("Nobody has said yet") : "\(remedial.outcome?.words ?? "")",
                ]
            }))\(small("Counted over all their checks, by the day of the work; the chance is that of Fisher’s exact test. Whoever was picked because they stood out would do somewhat better next time by chance alone."))
            """)
    }

    private var limits: HTML {
        card("What this can’t say", id: "limits", """
            <ul><li>Checks that were drawn by outcome or premises type weigh more than their share of the work; shares are those of what was checked.</li>\
            <li>What left no evidence counts as not passed, since it can’t be told from what was not done.</li>\
            <li>Differences between reviewers are in it. Calibrations show how large those are.</li></ul>
            """)
    }
}

extension FunnelLimits.Standing {
    var tone: Tone {
        switch self {
        case .farAbove: .red
        case .above: .amber
        case .within: .green
        case .below, .farBelow: .blue
        case .tooFew: .grey
        }
    }
}

extension Remedied.Verdict {
    var words: String {
        switch self {
        case .better: "Better"
        case .notShown: "Not shown"
        case .tooFew: "Too few to say"
        }
    }

    var tone: Tone {
        switch self {
        case .better: .green
        case .notShown: .amber
        case .tooFew: .grey
        }
    }
}
