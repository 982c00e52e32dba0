import Kernel
import Markup
import Web

/// Premises on a day, a page at a time, however many there are.
struct PremisesListPage {
    /// The most that are counted; above it a page says “more than”.
    static let counts = 10_000
    /// The most that are shown of those that have the words that were looked for.
    static let mostFound = 50

    /// What was looked for; nil for the list itself.
    let words: String?
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
    private var all: Link { here.adding("words", words) }

    var page: Page {
        let deeds = (viewer.mayKeep && !isEmpty ? [button("Register premises", to: PremisesLinks.new)] : [])
            + (viewer.mayImport ? [button("Import a file", to: ImportLinks.new, quiet: true)] : [])
            + [button("Duty holders", to: viewer.link(DutyHolderLinks.list), quiet: true)]
        return Page(title: words == nil ? "Premises" : "Find premises", crumbs: words == nil ? [] : [("Premises", here)], section: "premises", body: """
            \(words == nil ? lead("Premises", under: "Where the Order applies, and who answers for it.", actions: deeds) : lead("Find premises"))\
            \(isEmpty ? nothing : "\(searchBox(words, filter, viewer))\(narrow)\(shown)")
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
            keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort == "name" ? "" : filter.sort), ("words", words ?? "")],
            clear: filter.isNarrow ? all : nil, """
            \(select("type", "Type", options: [("", "Any")] + PremisesType.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.type?.rawValue))\
            \(select("area", "Area", options: [("", "Any")] + offered.map { ($0, $0) }, chosen: filter.area))\
            \(select("sleeping", "Sleeping", options: [("", "Any")] + Sleeping.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.sleeping?.rawValue))\
            \(suggesting("holder", "Who answers", value: asked.written, suggestions: offered, error: asked.fault, required: false))\
            \(select("merged", "Duplicates", options: [("", "Left out"), ("yes", "Alone")], chosen: filter.isMerged ? "yes" : ""))
            """)
    }

    private var shown: HTML {
        let sum = countedUpTo(count, Self.counts, "premises fits these choices", "premises")
        let whose: HTML? = asked.holder.map { " that \(holderLink($0, viewer)) answers for" }
        guard !rows.isEmpty else {
            let none: HTML = words == nil ? "No premises\(whose) fit these choices on this day."
                : filter.isNarrow ? "No premises\(whose) that fit these choices have words that begin so." : "No premises have words that begin so."
            return empty(none, action: button("Show all", to: words != nil && filter.isNarrow ? all : here, quiet: true))
        }
        let exports: HTML = """
            <p class="small">\(words != nil && count == Self.mostFound ? "The \(Self.mostFound) likeliest. More letters, or more words, narrow them" : count == 1 ? "1 premises" : sum.capitalisedFirst)\(whose)\(count > rows.count ? ", \(rows.count) on this page" : ""). \
            <span class="onscreen">Take away what is shown: <a href="\(export("csv"))">CSV</a>, <a href="\(export("xlsx"))">Excel</a>, \
            at most \(PremisesExport.mostInWords) at once.</span></p>
            """
        // What is found stands in the order of likeliness.
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        func column(_ title: String, _ kind: Column.Kind, _ key: String) -> Column { words == nil ? Column(title, kind, key: key, in: sorting) : Column(title, kind) }
        let columns = [
            column("Reference", .reference, "reference"), column("Premises", .wide, "name"), column("Type", .text, "type"), Column("Area"), Column("Sleeping"), Column("Responsible"),
        ]
        return "\(exports)\(card(nil, table(columns: columns, rows: rows.map(row))))\(steps(back: back, on: on))"
    }

    private func export(_ format: String) -> Link { filter.link(viewer.link(PremisesLinks.export(format))).adding("words", words) }

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
