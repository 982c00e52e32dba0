import Kernel
import Markup
import Web

/// Premises on a day, a page at a time, however many there are.
struct PremisesListPage {
    /// The most that are counted; above it a page says “more than”.
    static let counts = 10_000

    let rows: [Premises]
    let responsible: [ID<Premises>: [String]]
    let back: Link?
    let on: Link?
    let count: Int
    /// Whether anything is on record at all.
    let isEmpty: Bool
    let areas: [String]
    /// The duty holder whose premises are shown, where that was asked for.
    let asked: AskedHolder
    /// Duty holders as the line that narrows by them offers them.
    let offered: [String]
    let filter: PremisesFilter
    let viewer: Viewer

    private var here: Link { viewer.link(PremisesLinks.list) }

    var page: Page {
        let deeds = (viewer.mayKeep && !isEmpty ? [button("Register premises", to: PremisesLinks.new)] : [])
            + (viewer.mayImport ? [button("Import a file", to: ImportLinks.new, quiet: true)] : [])
            + [button("Duty holders", to: viewer.link(DutyHolderLinks.list), quiet: true)]
        return Page(title: "Premises", section: "premises", body: """
            \(lead("Premises", under: "Where the Order applies, and who answers for it.", actions: deeds))\
            \(isEmpty ? nothing : "\(searchBox(nil, viewer))\(narrow)\(shown)")
            """)
    }

    private var nothing: HTML {
        empty(
            "No premises are on record yet. Register the first, or take over a file of all that the service knows.",
            action: viewer.mayKeep ? button("Register premises", to: PremisesLinks.new) : nil)
    }

    private var narrow: HTML {
        let offered = areas + [filter.area].compactMap(\.self).filter { !areas.contains($0) }
        return filters(
            to: PremisesLinks.list,
            keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort == "name" ? "" : filter.sort)],
            clear: filter.isNarrow ? here : nil, """
            \(select("type", "Type", options: [("", "Any")] + PremisesType.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.type?.rawValue))\
            \(select("area", "Area", options: [("", "Any")] + offered.map { ($0, $0) }, chosen: filter.area))\
            \(select("sleeping", "Sleeping", options: [("", "Any")] + Sleeping.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.sleeping?.rawValue))\
            \(suggesting("holder", "Who answers", value: asked.written, suggestions: offered, error: asked.fault, required: false))\
            \(select("merged", "Duplicates", options: [("", "Left out"), ("yes", "Alone")], chosen: filter.isMerged ? "yes" : ""))
            """)
    }

    private var shown: HTML {
        let words = countedUpTo(count, Self.counts, "premises fits these choices", "premises")
        let whose: HTML? = asked.holder.map { " that \(holderLink($0, viewer)) answers for" }
        guard !rows.isEmpty else {
            let none: HTML = "No premises\(whose) fit these choices on this day."
            return empty(none, action: button("Show all", to: here, quiet: true))
        }
        let exports: HTML = """
            <p class="small">\(count == 1 ? "1 premises" : words.capitalisedFirst)\(whose)\(count > rows.count ? ", \(rows.count) on this page" : ""). \
            <span class="onscreen">Take away what is shown: <a href="\(export("csv"))">CSV</a>, <a href="\(export("xlsx"))">Excel</a>, \
            at most \(PremisesExport.mostInWords) at once.</span></p>
            """
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        let columns = [
            Column("Reference", .reference, key: "reference", in: sorting), Column("Premises", .wide, key: "name", in: sorting),
            Column("Type", .text, key: "type", in: sorting), Column("Area"), Column("Sleeping"), Column("Responsible"),
        ]
        return "\(exports)\(card(nil, table(columns: columns, rows: rows.map(row))))\(steps(back: back, on: on))"
    }

    private func export(_ format: String) -> Link { filter.link(viewer.link(PremisesLinks.export(format))) }

    private func row(_ premises: Premises) -> [HTML] {
        let under = premises.addressLine
        return [
            "\(premises.reference)",
            "<a href=\"\(viewer.link(PremisesLinks.premises(premises)))\">\(premises.name)</a>\(under.isEmpty ? nil : "<span class=\"why\">\(under)</span>" as HTML)",
            "\(premises.type.words)", premises.area.map { "\($0)" } ?? quiet("Not known"),
            premises.sleeping.map { $0 ? "Yes" : "No" } ?? quiet("Not known"),
            responsible[premises.id].map { "\(listed($0))" } ?? quiet("Nobody named"),
        ]
    }
}
