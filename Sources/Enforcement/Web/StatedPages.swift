import Kernel
import Markup
import Web

/// What is stated of years of which no records are kept here.
struct StatedPage {
    /// The latest year first.
    let stated: [StatedActivity]
    let viewer: PolicyViewer

    var page: Page {
        let deeds = viewer.mayKeep ? [button("State a number", to: PolicyLinks.newActivity)] : []
        return Page(title: "Stated years", crumbs: PolicyLinks.crumbs(viewer), section: "enforcement", body: """
            \(lead("Stated years", under: "Yearly numbers from before records were kept here, and of what is not kept here, each with where it stands.", actions: stated.isEmpty ? [] : deeds))\
            \(stated.isEmpty ? empty(viewer.isToday ? "No number is stated yet." : "No number was stated by this day.", action: deeds.first) : card(nil, list))
            """)
    }

    private var list: HTML {
        let columns = [Column("Year"), Column("What is counted"), Column("Number", .number), Column("Where it stands", .wide)] + (viewer.mayKeep ? [Column("")] : [])
        return table(columns: columns, rows: stated.map { one in
            let cells: [HTML] = ["\(one.year)", "\(one.measure.words)", "\(one.count.description)", "\(one.source)"]
            return viewer.mayKeep ? cells + [button("Correct", to: PolicyLinks.stated(one), quiet: true)] : cells
        })
    }
}

/// Stating a number, or correcting one.
struct StatedForm {
    let stated: StatedActivity?
    let filled: Filled
    let viewer: PolicyViewer

    var page: Page {
        let measures = ActivityMeasure.allCases.filter(\.mayBeStated)
        let what: HTML = if let stated {
            "<p>\(stated.measure.words) of \(stated.year).</p>"
        } else {
            pair(filled.text("year", "Year", hint: "2011, or 2011/12 for a financial year."), filled.choice("measure", "What is counted", measures.map { ($0.rawValue, $0.words) }))
        }
        return FormPage(
            title: stated == nil ? "State a number" : "Correct a number", crumbs: PolicyLinks.crumbs(viewer) + [("Stated years", PolicyLinks.activity)], section: "enforcement",
            filled: filled, link: stated.map(PolicyLinks.stated) ?? PolicyLinks.activity, token: viewer.csrf,
            above: overtaken(filled, stated.map { [("Number", "\($0.count.description)"), ("Where it stands", "\($0.source)")] } ?? []), body: """
                \(hidden("version", stated.map { String($0.version) } ?? ""))\(what)\
                \(filled.text("count", "Number", stated?.count.description, hint: "Officers may be a decimal, such as 7.6."))\
                \(filled.text("source", "Where the number stands", stated?.source, hint: "A report, a return, an answer to a request."))\
                \(buttons(submit(stated == nil ? "State it" : "Save"), button("Cancel", to: PolicyLinks.activity, quiet: true)))
                """).page
    }
}
