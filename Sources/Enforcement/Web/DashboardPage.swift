import Kernel
import Markup
import Web

/// Enforcement against its objectives, by month, quarter or year, as it was known on a day.
struct DashboardPage {
    let activity: Activity
    let objectives: [EnforcementObjective]
    let policy: EnforcementPolicy?
    let span: ActivitySpan
    let viewer: PolicyViewer

    private var periods: [ActivityPeriod] { activity.shown(by: span) }

    var page: Page {
        Page(title: "Figures of enforcement", crumbs: viewer.crumbs, section: "enforcement", body: """
            \(lead("Figures of enforcement", under: "What was done, against what the enforcement policy sets out to reach.", actions: [
                button("Enforcement policy", to: viewer.link(PolicyLinks.policies), quiet: true), button("Timeliness", to: viewer.link(PolicyLinks.timeliness), quiet: true),
                button("Stated years", to: viewer.link(PolicyLinks.activity), quiet: true),
            ]))\
            \(aims)\(choice)\(known)\(notices)\(others)\(appeals)\(rates)
            """)
    }

    private var choice: HTML {
        filters(to: PolicyLinks.dashboard, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], """
            \(select("by", "By", options: ActivitySpan.allCases.map { ($0.rawValue, $0.words) }, chosen: span.rawValue))
            """) + """
            <p class="small onscreen">Take these figures away: <a href="\(viewer.link(PolicyLinks.activityExport("csv", by: span)))">CSV</a>, \
            <a href="\(viewer.link(PolicyLinks.activityExport("xlsx", by: span)))">Excel</a>.</p>
            """
    }

    /// From when figures come from records, and what is otherwise.
    private var known: HTML {
        let records = activity.facts.begins.map { "Figures from \($0) on come from the records of cases and notices." } ?? "No notice is on record yet."
        return small("\(records) Earlier years are shown as they were stated, with where the number stands, or as unknown. \(activity.facts.stated.isEmpty && viewer.mayKeep ? "<a href=\"\(PolicyLinks.newActivity)\">State the number of a year</a>." as HTML : .empty)")
    }

    private var aims: HTML {
        guard let policy else {
            return card("Objectives", id: "objectives", empty(
                "No edition of the enforcement policy had taken effect by \(viewer.day), so there is nothing to hold the figures against.",
                action: viewer.mayKeep ? button("Draft the policy", to: PolicyLinks.newPolicy) : nil))
        }
        guard !objectives.isEmpty else {
            return card("Objectives", id: "objectives", empty("Edition \(policy.edition) of the enforcement policy has no objectives."))
        }
        let rows = activity.standings(objectives).map { standing -> [HTML] in
            [
                "\(standing.now.objective.sentence)<span class=\"why\">\(standing.now.objective.measure.words): \(standing.now.objective.aim).</span>",
                cell(standing.before), cell(standing.now),
            ]
        }
        return card("Objectives", id: "objectives", actions: [button("Edition \(policy.edition)", to: viewer.link(PolicyLinks.policy(policy)), quiet: true)],
                    table(columns: [Column("Objective", .wide), Column("Last whole period", .wide), Column("So far", .wide)], rows: rows))
    }

    private func cell(_ standing: ObjectiveStanding) -> HTML {
        "\(tag(standing.outcome.words, standing.outcome.tone))<span class=\"why\">\(standing.figure.period.words): \(standing.figure.words)</span>"
    }

    private var notices: HTML {
        let measures: [ActivityMeasure] = [.enforcement, .prohibition, .alterations, .notices]
        let tones: [(ActivityMeasure, Tone)] = [(.enforcement, .amber), (.prohibition, .red), (.alterations, .blue)]
        return card("Formal notices served", id: "notices", "\(chart(tones, of: "notice"))\(figures(measures, perOfficer: .enforcement))")
    }

    private var others: HTML {
        let tones: [(ActivityMeasure, Tone)] = [(.informal, .grey), (.caution, .amber), (.prosecution, .red)]
        return card("Other action", id: "other", "\(chart(tones, of: "action"))\(figures(tones.map(\.0)))")
    }

    private var appeals: HTML {
        let columns = [Column(span.words), Column("Brought", .number)] + NoticeHistory.Appeal.Outcome.allCases.map { Column("\($0.rawValue.capitalisedFirst)", .number) }
        return card("Appeals", id: "appeals", """
            <p>Appeals by the period in which they were brought, and how those ended that were disposed of in it.</p>\
            \(table(columns: columns, rows: periods.reversed().map { period in
                let (brought, outcomes) = (activity.figure(.appeal, in: period), activity.outcomes(in: period))
                return ["\(period.words)", words(brought)] + NoticeHistory.Appeal.Outcome.allCases.map { brought.recorded == nil ? quiet("Unknown") : "\(outcomes[$0] ?? 0)" }
            }))
            """)
    }

    private var rates: HTML {
        card("Compliance and timeliness", id: "rates", """
            <p>Days to comply run from the first service to the day on which the authority was satisfied. Complied with in time: of enforcement notices whose last \
            day lies in the period. Published in time: of entries of the public register whose last day does.</p>\
            \(figures([.daysToComply, .compliance, .inTime]))
            """)
    }

    // MARK: Parts

    private func chart(_ measures: [(ActivityMeasure, Tone)], of noun: String) -> HTML {
        overPeriods(periods.map { period in
            let figures = measures.map { ($0, activity.figure($0.0, in: period).value) }
            let shares: [Share]? = figures.allSatisfy { $0.1 == nil } ? nil : figures.map { measure, value in
                Share(Int((value ?? Quantity(0)).millionths / 1_000_000), measure.0.words.lowercased(), measure.1)
            }
            return SharesOfPeriod(period.words, from: period.from, through: period.through, shares)
        }, of: noun)
    }

    private func figures(_ measures: [ActivityMeasure], perOfficer: ActivityMeasure? = nil) -> HTML {
        // Without officers on record there is no rate to show.
        let rate = span.months == 12 && periods.contains { activity.figure(.officers, in: $0).value != nil } ? perOfficer : nil
        var columns = [Column(span.words)] + measures.map { Column($0.words, .number) }
        if let rate { columns.append(Column("\(rate.words) for each officer", .number)) }
        var rows: [[HTML]] = periods.reversed().map { period in
            var row: [HTML] = ["\(period.words)"]
            for measure in measures { row.append(words(activity.figure(measure, in: period))) }
            if let rate { row.append(words(activity.perOfficer(rate, in: period))) }
            return row
        }
        if measures.contains(where: \.isCount), periods.count > 1 {
            var means: [HTML] = ["Mean of whole periods"]
            for measure in measures { means.append(words(activity.mean(measure, over: periods))) }
            if rate != nil { means.append(.empty) }
            rows.append(means)
        }
        return table(columns: columns, rows: rows)
    }

    private func words(_ figure: Quantity?) -> HTML { figure.map { "\($0.description)" } ?? quiet("Unknown") }
    private func words(_ figure: ActivityFigure) -> HTML { figure.value == nil ? quiet("\(figure.words)") : "\(figure.words)" }
}
