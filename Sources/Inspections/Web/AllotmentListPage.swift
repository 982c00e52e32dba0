import Kernel
import Markup
import Premises
import Web

/// The audits of a plan as a list: which premises, by whom, in which month, and how each stands.
struct AllotmentListPage {
    private static let size = 100

    let facts: ProgrammeFacts
    let lines: [AllotmentLine]
    let filter: AllotmentFilter
    /// Which page of the list, from 1.
    let number: Int
    let viewer: ProgrammeViewer

    private var programme: Programme { facts.programme }
    private var plan: YearPlan? { facts.plan }
    private var asked: YearPlan? { plan?.number == facts.plans.last?.number ? nil : plan }
    private var here: Link { viewer.link(ProgrammeLinks.plan(asked, of: programme, "audits")) }

    var page: Page {
        Page(
            title: "Audits of \(programme.reference)", crumbs: [("Programmes", viewer.link(ProgrammeLinks.list)), (programme.reference.text, viewer.link(ProgrammeLinks.plan(asked, of: programme)))],
            section: "programme", body: """
                \(lead("Audits of \(programme.title.lowercasedFirst)", under: plan.map { "Plan \($0.number), \(facts.standing(of: $0).words.lowercased())." }))\(plan == nil ? empty("No plan was made yet.") : "\(narrow)\(list)")
                """)
    }

    private func offering(_ options: [(value: String, label: String)]) -> [(value: String, label: String)] { [("", "Any")] + options }

    private var narrow: HTML {
        let officers = Set(lines.compactMap(\.officer) + [filter.officer].compactMap(\.self)).sorted()
        return filters(
            to: ProgrammeLinks.programme(programme, "audits"), keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("plan", asked.map { "\($0.number)" } ?? ""), ("sort", filter.sort ?? "")],
            clear: filter.isNarrow ? here : nil, """
            \(select("whose", "Whose", options: [("", "All"), ("own", "My own")], chosen: filter.whose))\
            \(select("standing", "Standing", options: offering(AllotmentStanding.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.standing?.rawValue))\
            \(select("officer", "Officer", options: offering(officers.map { ($0, $0) }), chosen: filter.officer))\
            \(select("month", "Month", options: offering(programme.months.map { (String($0.iso.prefix(7)), $0.monthName) }), chosen: filter.month.map { String($0.iso.prefix(7)) }))\
            \(select("band", "Risk", options: offering(AuditRisk.allCases.reversed().map { ($0.rawValue, $0.words) }), chosen: filter.band?.rawValue))\
            \(select("why", "Why", options: offering(YearPlanEntry.Why.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.why?.rawValue))\
            \(select("type", "Premises type", options: offering(PremisesType.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.type?.rawValue))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var list: HTML {
        let shown = filter.shown(lines) { $0.officer.map(viewer.parties.contains) ?? false }
        guard !shown.isEmpty else { return empty("Nothing in this plan fits these choices.", action: button("Show all", to: here, quiet: true)) }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        func column(_ title: String, _ kind: Column.Kind, _ key: AllotmentFilter.Order) -> Column { Column(title, kind, key: key.rawValue, in: sorting) }
        let columns = [
            column("Premises", .wide, .premises), column("Month", .text, .month), column("Officer", .text, .officer), column("Risk", .text, .band), Column("Why", .text), column("Standing", .text, .standing),
        ]
        let part = ListPart(shown, number, size: Self.size)
        return """
            \(small("\(counted(shown.count, "premises", "premises"))."))\(takenAway { filter.link(viewer.link(ProgrammeLinks.export(programme, $0).adding("plan", asked.map { "\($0.number)" }))) })\
            \(card(nil, table(columns: columns, rows: part.rows.map(row))))\(pager(part.number, of: part.count, at: filter.link(here)))
            """
    }

    private func row(_ line: AllotmentLine) -> [HTML] {
        let entry = line.entry
        let audit: HTML? = line.audit.map { "<a href=\"\(viewer.link(Link("audits", $0)))\">\($0)</a>\(line.day.map { ", \($0)" })" }
        let standing: HTML = (line.standing == .left ? entry.left : nil).map { tag(line.standing.words, line.standing.tone, why: "\($0.words)") } ?? audit.map { tag(line.standing.words, line.standing.tone, why: $0) } ?? tag(line.standing.words, line.standing.tone)
        return [
            "<a href=\"\(viewer.link(Link("premises", line.reference)))\">\(line.name)</a><span class=\"why\">\(line.type.words), \(line.reference)</span>",
            entry.month.map { "\($0.monthName)" } ?? quiet("None"), line.officer.map { "\($0)" } ?? quiet("Nobody"), "\(entry.band.words)<span class=\"why\">\(entry.kind.words)</span>",
            "\(entry.why.words)\(entry.theme.map { "<span class=\"why\">\($0)</span>" as HTML })", standing,
        ]
    }
}
