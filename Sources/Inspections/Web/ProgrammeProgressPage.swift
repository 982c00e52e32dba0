import Kernel
import Markup
import People
import Web

/// How far the programme of a year is: a chart, month by month, by officer and band, and what can be expected by its end.
struct ProgrammeProgressPage {
    let progress: ProgrammeProgress
    let viewer: ProgrammeViewer

    private var facts: ProgrammeFacts { progress.facts }
    private var programme: Programme { facts.programme }

    var page: Page {
        Page(
            title: "Progress of \(programme.reference)", crumbs: [("Programmes", viewer.link(ProgrammeLinks.list)), (programme.reference.text, viewer.link(ProgrammeLinks.programme(programme)))],
            section: "programme", scope: "programme/\(programme.id)", body: """
                \(lead("Progress of \(programme.title.lowercasedFirst)", under: facts.inForce.map { "Against plan \($0.number), on \(viewer.day)." }, standing: standing))\
                \(facts.inForce == nil ? notice("No plan was adopted by \(viewer.day), so there is nothing to be behind. What was done is counted all the same.", .blue) : .empty)\
                \(ahead)\(chart)\(months)\(officers)\(bands)\(how)
                """)
    }

    private var standing: HTML? {
        guard facts.inForce != nil else { return nil }
        let gap = progress.due - progress.done.count
        return gap > 0 ? tag("\(gap) behind", .red) : tag(gap == 0 ? "On plan" : "\(-gap) ahead", .green)
    }

    private var ahead: HTML {
        guard facts.inForce != nil else { return .empty }
        return card("By the end of the year", id: "forecast", "<p>\(progress.forecast.sentence)</p>\(progress.forecast.formula.map { small("\($0)") })")
    }

    private var chart: HTML {
        let due = progress.months.flatMap { month in Array(repeating: month.month.endOfMonth, count: month.planned) }
        guard !due.isEmpty else { return .empty }
        return card("Planned and done", id: "chart", burnUp(due: due, done: progress.done, on: viewer.day, from: programme.begins, planEnds: programme.ends, of: "audit"))
    }

    private var months: HTML {
        let columns = [
            Column("Month"), Column("Planned", .number), Column("By then", .number), Column("Done", .number), Column("By then", .number), Column("Besides", .number), Column("Arrived", .number),
            Column("Follow-ups", .number), Column("Hours", .number),
        ]
        var (planned, done) = (0, 0)
        let rows = progress.months.map { month -> [HTML] in
            planned += month.planned
            done += month.counts?.done ?? 0
            let first: HTML? = month.first == month.planned ? nil : "<span class=\"why\">At first \(month.first)</span>"
            guard let counts = month.counts else {
                return ["\(month.month.monthName)", "\(month.planned)\(first)", "\(grouped(planned))", "", "", "", "", "", "<span class=\"why\">of \(whole(month.hours))</span>"]
            }
            return [
                "\(month.month.monthName)", "\(month.planned)\(first)", "\(grouped(planned))", "\(counts.done)", "\(grouped(done))", "\(counts.beside)", arrived(counts), "\(counts.followUps)",
                "\(grouped(Int(counts.hours.number.rounded())))<span class=\"why\">of \(whole(month.hours))\(counts.withoutHours > 0 ? ", \(counts.withoutHours) without hours" : "")</span>",
            ]
        }
        return card("Month by month", id: "months", "\(takenAway { viewer.link(ProgrammeLinks.progressExport(programme, $0)) })\(table(columns: columns, rows: rows))")
    }

    private func arrived(_ counts: ProgrammeProgress.Counts) -> HTML {
        let parts = ProgrammeSetting.demandOrigins.compactMap { origin in counts.demand[origin].map { "\(origin.words) \($0)" } }
        return "\(counts.arrived)\(parts.isEmpty ? nil : "<span class=\"why\">\(parts.joined(separator: ", "))</span>" as HTML)"
    }

    private func whole(_ hours: Hundredths) -> String { grouped(Int(hours.count / 100)) }

    private func lines(_ title: String, _ id: String, _ first: String, _ rows: [(String, ProgrammeProgress.Line)]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        let columns = [Column(first, .wide), Column("Planned", .number), Column("Due by now", .number), Column("Done", .number), Column("Standing", .wide)]
        return card(title, id: id, table(columns: columns, rows: rows.map { name, line in
            let gap = line.due - line.done
            return ["\(name)", "\(line.planned)", "\(line.due)", "\(line.done)", gap > 0 ? tag("\(gap) behind", .amber) : tag("On plan", .green)]
        }))
    }

    private var officers: HTML {
        lines("By officer", "by-officer", "Officer", progress.officers.map { (facts.names[$0.key] ?? "", $0.value) }.stablySorted { $0.0.lowercased() })
    }

    private var bands: HTML {
        lines("By risk", "by-band", "Risk", AuditRisk.allCases.reversed().compactMap { band in progress.bands[band].map { (band.words, $0) } })
    }

    private var how: HTML {
        card("How it is counted", id: "how", """
            <ul><li>Done are completed full and short audits of the plan’s premises that the programme, a theme or the sample asked for, each premises once, in the month in which they were carried out.</li>\
            <li>Besides are other audits of these origins: of premises that the plan has not, or audited again. Arrived is what complaints, fires, false alarms and consultations brought.</li>\
            <li>What another officer did counts for the officer who the plan has for the premises. Due by now is what was planned for months that are over.</li>\
            <li>Hours are those that officers wrote down for all of these audits, beside the hours that they have for audits.</li></ul>
            """)
    }
}
