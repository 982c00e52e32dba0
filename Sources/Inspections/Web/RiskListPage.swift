import Kernel
import Markup
import Web

/// Scored premises in a list, to be narrowed, sorted and taken away.
struct RiskListPage {
    let edition: RiskEdition
    let items: [ScoredItem]
    /// How many fit the choices.
    let count: Int
    let filter: RiskFilter
    /// Which page of the list, from 1.
    let number: Int
    let viewer: RiskViewer

    /// So many rows a page has.
    static let size = 50
    private var here: Link { viewer.link(RiskLinks.list) }

    var page: Page {
        Page(title: "Scores", crumbs: viewer.crumbs, section: "risk", body: """
            \(lead("Scores", under: "Every premises by edition \(edition.name) of the risk method. The score shows its arithmetic.", actions: [button("The method", to: viewer.link(RiskLinks.method(edition)), quiet: true)]))\
            \(narrow)\(shown)
            """)
    }

    private var narrow: HTML {
        filters(to: RiskLinks.list, keep: viewer.kept + [("sort", filter.sort == "score" ? "" : filter.sort)], clear: filter.isNarrow ? here : nil, """
            \(select("band", "Band", options: [("", "Any")] + edition.method.bands.map { ($0.code, $0.title) }, chosen: filter.band))\
            \(select("type", "Type", options: [("", "Any")] + PremisesType.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.type?.rawValue))\
            \(select("due", "Next audit", options: [("", "Any")] + RiskFilter.Due.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.due?.rawValue))
            """)
    }

    private var shown: HTML {
        guard count > 0 else { return empty(filter.isNarrow ? "No premises fit these choices." : "No premises were on record.", action: filter.isNarrow ? button("Show all", to: here, quiet: true) : nil) }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        let columns = [
            Column("Reference", .reference), Column("Premises", .wide), Column("Type"), Column("Score", .number, key: "score", in: sorting), Column("Band", .text),
            Column("Known compliance"), Column("Next audit", .text, key: "due", in: sorting),
        ]
        return """
            \(small("\(grouped(count)) premises."))\(takenAway { filter.link(viewer.link(RiskLinks.export($0))) })\
            \(card(nil, table(columns: columns, rows: items.map(row))))\(pager(number, of: (count + Self.size - 1) / Self.size, at: filter.link(here)))
            """
    }

    private func row(_ scored: ScoredItem) -> [HTML] {
        let item = scored.item
        return [
            "\(item.reference)", "<a href=\"\(viewer.link(RiskLinks.premises(item.reference)))\">\(item.name)</a>", "\(item.facts.type.words)", "\(scored.score.words)",
            edition.method.tag(scored.band), item.facts.compliance.map { "Level \($0.level)<span class=\"why\">\($0.on).</span>" } ?? quiet("Not known"),
            scored.result.due.cell(on: viewer.day, scored.band),
        ]
    }
}

extension RiskFilter {
    /// What the address asks for; what can’t be read is left out.
    init(_ query: AddressQuery) {
        self.init()
        (band, type, due) = (query["band"], query["type"].flatMap { PremisesType(rawValue: $0) }, query["due"].flatMap { Due(rawValue: $0) })
        if let written = query["sort"] { _ = sort(by: written) }
    }

    func link(_ page: Link) -> Link {
        page.adding("band", band).adding("type", type?.rawValue).adding("due", due?.rawValue).adding("sort", sort == "score" ? nil : sort)
    }

    /// Without a band that the method does not have, so that an old address still shows something.
    func within(_ method: RiskMethod) -> RiskFilter {
        var filter = self
        if let band, !method.bands.contains(where: { $0.code == band }) { filter.band = nil }
        return filter
    }
}
