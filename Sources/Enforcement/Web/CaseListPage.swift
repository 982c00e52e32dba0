import Kernel
import Markup
import Premises
import Web

/// The cases on a day.
struct CaseListPage {
    let cases: [CaseFacts]
    let filter: CaseFilter
    let viewer: Viewer
    /// Which page of the list, from 1.
    let number: Int

    var page: Page {
        Page(title: "Cases", crumbs: [("Enforcement", viewer.link(EnforcementLinks.list))], section: "enforcement", body: """
            \(lead("Cases", under: "What the service looks into, who leads it, and what came of it.", actions: viewer.mayOpen ? [button("Open a case", to: EnforcementLinks.newCase)] : []))\
            \(narrow)\(list)
            """)
    }

    private var narrow: HTML {
        filters(
            to: EnforcementLinks.cases, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], clear: filter.isNarrow ? viewer.link(EnforcementLinks.cases) : nil, """
            \(select("standing", "Standing", options: [("", "Any"), ("open", "Open"), ("closed", "Closed")], chosen: filter.standing?.rawValue))\
            \(select("origin", "How it arose", options: [("", "Any")] + EnforcementCase.Origin.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.origin?.rawValue))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var list: HTML {
        let shown = filter.shown(cases, on: viewer.day)
        guard !shown.isEmpty else {
            return empty(filter.isNarrow ? "No case fits these choices." : "No case was open yet.", action: viewer.mayOpen ? button("Open a case", to: EnforcementLinks.newCase, quiet: true) : nil)
        }
        let columns = [Column("Case", .reference), Column("What it is about", .wide), Column("Premises", .wide), Column("Officer"), Column("Opened", .day), Column("Notices"), Column("Standing")]
        let part = ListPart(shown, number, size: NoticeListPage.most)
        let here = filter.link(viewer.link(EnforcementLinks.cases))
        return "\(small("\(counted(shown.count, "case"))."))\(takenAway { filter.link(viewer.link(EnforcementLinks.caseExport($0))) })\(card(nil, table(columns: columns, rows: part.rows.map(row))))\(pager(part.number, of: part.count, at: here))"
    }

    private func row(_ facts: CaseFacts) -> [HTML] {
        let own = facts.enforcementCase
        return [
            referenceLink(own.reference.text, to: viewer.link(EnforcementLinks.enforcementCase(own))), "\(own.title)<span class=\"why\">\(own.origin.words).</span>", "\(facts.premises.line)",
            "\(facts.officer)", "\(own.opened)", facts.notices.isEmpty ? quiet("None") : "\(listed(facts.notices.map(\.notice.reference.text)))", caseTag(own, on: viewer.day),
        ]
    }
}
