import Kernel
import Markup
import Premises
import Web

/// Enforcement on a day: what is due next, and every notice with where it stands.
struct NoticeListPage {
    /// All there were on the day.
    let views: [NoticeView]
    let filter: NoticeFilter
    let viewer: Viewer
    /// Which page of the list, from 1.
    let number: Int

    /// So many rows a page has.
    static let most = 25
    private static let mostDue = 8
    private var here: Link { viewer.link(EnforcementLinks.list) }

    var page: Page {
        let deeds = (viewer.mayOpen ? [button("Open a case", to: EnforcementLinks.newCase)] : [])
            + [button("Figures", to: viewer.link(PolicyLinks.dashboard), quiet: true), button("Cases", to: viewer.link(EnforcementLinks.cases), quiet: true), button("Who may sign", to: EnforcementLinks.signing, quiet: true)]
        return Page(title: "Enforcement", section: "enforcement", body: """
            \(lead("Enforcement", under: "Notices under articles 29, 30 and 31, where each stands, and what the law asks for next.", actions: deeds))\
            \(views.isEmpty ? nothing : "\(attention)\(due)\(narrow)\(shown)")
            """)
    }

    private var nothing: HTML {
        empty(
            viewer.isToday ? "No notice was drafted yet. A notice is drafted from a case: open one where something was found." : "On this day there was no notice.",
            action: viewer.mayOpen ? button("Open a case", to: EnforcementLinks.newCase) : nil)
    }

    private var attention: HTML {
        guard !filter.isNarrow else { return .empty }
        let counts = Dictionary(grouping: views, by: \.state).mapValues(\.count)
        let shares = NoticeState.allCases.compactMap { state in
            counts[state].map { Share($0, state.words.lowercased(), state.tone, link: here.adding("state", state.rawValue)) }
        }
        return card(nil, id: "summary", "\(stack(shares))\(legend(shares))")
    }

    private var due: HTML {
        guard !filter.isNarrow else { return .empty }
        let next = views.compactMap { view in view.next.map { (view, $0) } }.stablySorted { $0.1.day }.prefix(Self.mostDue)
        guard !next.isEmpty else { return .empty }
        return card("What is due next", id: "next", table(
            columns: [Column("Day", .day), Column("What", .wide), Column("Notice", .reference), Column("Premises", .wide)],
            rows: next.map { view, next in
                ["\(next.day)", "\(next.words.capitalisedFirst)", link(view), "\(view.facts.premises.line)"]
            }))
    }

    private var narrow: HTML {
        let states = [("", "Any"), (NoticeFilter.openWord, "Open")] + NoticeState.allCases.map { ($0.rawValue, $0.words) }
        return filters(
            to: EnforcementLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort ?? "")], clear: filter.isNarrow ? here : nil, """
            \(select("type", "Type", options: [("", "Any")] + NoticeType.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.type?.rawValue))\
            \(select("state", "Standing", options: states, chosen: filter.state))\
            \(select("register", "Register", options: [("", "Any")] + RegisterState.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.register?.rawValue))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var shown: HTML {
        let shown = filter.shown(views)
        guard !shown.isEmpty else { return empty("No notice fits these choices.", action: button("Show all", to: here, quiet: true)) }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        let columns = [
            Column("Notice", .reference, key: "reference", in: sorting), Column("Type", .text, key: "type", in: sorting), Column("Premises", .wide),
            Column("Served", .day, key: "served", in: sorting), Column("Standing", .wide, key: "state", in: sorting), Column("Next", .text, key: "next", in: sorting),
        ]
        let part = ListPart(shown, number, size: NoticeListPage.most)
        return """
            \(small("\(counted(shown.count, "notice"))."))\(takenAway { filter.link(viewer.link(EnforcementLinks.noticeExport($0))) })\
            \(card(nil, table(columns: columns, rows: part.rows.map(row))))\(pager(part.number, of: part.count, at: filter.link(here)))
            """
    }

    private func link(_ view: NoticeView) -> HTML { referenceLink(view.notice.reference.text, to: viewer.link(EnforcementLinks.notice(view.notice))) }

    private func row(_ view: NoticeView) -> [HTML] {
        [
            link(view), "\(view.notice.type.words)", "\(view.facts.premises.line)", view.clock.map { "\($0.served.lowerBound.short)" } ?? quiet("Not served"),
            "\(standingCell(view))\(view.register.map { "<span class=\"why\">Register: \($0.words.lowercasedFirst).</span>" as HTML })",
            view.next.map { "\($0.day.short)<span class=\"why\">\($0.words.capitalisedFirst).</span>" } ?? quiet("Nothing"),
        ]
    }
}
