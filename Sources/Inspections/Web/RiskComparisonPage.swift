import Kernel
import Markup
import Web

/// Two editions over the whole stock: who moves from which band into which, and why.
struct RiskComparisonPage {
    let editions: [RiskEdition]
    /// Nil where two different editions are not chosen.
    let compared: ComparedEditions?
    let moved: [MovedItem]
    let count: Int
    let filter: RiskMoveFilter
    let number: Int
    let viewer: RiskViewer

    /// So many rows a page has.
    static let size = 50

    var page: Page {
        Page(title: "Try a method", crumbs: viewer.crumbs, section: "risk", body: """
            \(lead("Try a method", under: "What an edition would do to the premises there are, before it is adopted."))\(choice)\
            \(compared.map { "\(summary($0))\(matrix($0))\(reasons($0))\(types($0))\(list($0))" as HTML } ?? empty(
                editions.count < 2 ? "There is one edition at most. Draft another to try it beside it." : "Choose two editions.",
                action: viewer.mayKeep && editions.count < 2 ? button("Draft an edition", to: RiskLinks.newMethod) : nil))
            """)
    }

    private var choice: HTML {
        guard editions.count > 1 else { return .empty }
        let options = editions.map { ("\($0.id)", "\($0.name): \($0.method.title)") }
        return filters(to: RiskLinks.comparison, keep: viewer.kept, submit: "Compare", """
            \(select("before", "From edition", options: options, chosen: compared.map { "\($0.before.id)" }))\(select("after", "To edition", options: options, chosen: compared.map { "\($0.after.id)" }))
            """)
    }

    private func here(_ compared: ComparedEditions) -> Link { viewer.link(RiskLinks.comparison(compared.before, compared.after)) }

    private func summary(_ compared: ComparedEditions) -> HTML {
        let (comparison, direction) = (compared.comparison, compared.comparison.direction)
        let still = comparison.total - comparison.moved
        let across = comparison.moved - direction.more - direction.less
        let shares = [
            Share(direction.more, "to a band audited more often", .red), Share(direction.less, "to a band audited less often", .green), Share(max(0, across), "to another band audited as often", .amber),
            Share(still, "in the same band", .grey),
        ].filter { $0.count > 0 }
        return card("\(grouped(comparison.moved)) of \(grouped(comparison.total)) premises move band", id: "summary", "\(stack(shares, of: "score"))\(legend(shares))")
    }

    private func matrix(_ compared: ComparedEditions) -> HTML {
        let comparison = compared.comparison
        let (old, new) = (comparison.before.bands, comparison.after.bands)
        return card("From band to band", id: "bands", table(
            columns: [Column("By edition \(compared.before.name)", .wide)] + new.map { Column("\($0.title), \(compared.after.name)", .number) },
            rows: old.enumerated().map { from, band in
                [tag(band.title, comparison.before.tone(from))] + new.enumerated().map { to, other -> HTML in
                    let count = comparison.count(from, to)
                    guard count > 0 else { return quiet("0") }
                    guard band.code != other.code else { return "\(grouped(count))" }
                    return "<a href=\"\(here(compared).adding("from", band.code).adding("to", other.code).at("premises"))\">\(grouped(count))</a>"
                }
            }))
    }

    private func reasons(_ compared: ComparedEditions) -> HTML {
        let reasons = compared.comparison.reasons
        guard !reasons.isEmpty else { return .empty }
        return card("Which table makes most of the difference", id: "reasons", table(columns: [Column("Table", .wide), Column("Premises", .number)], rows: reasons.map { reason in
            let link = here(compared).adding("reason", reason.code.isEmpty ? Self.agreeing : reason.code).at("premises")
            return ["<a href=\"\(link)\">\(reason.title)</a>", "\(grouped(reason.count))"]
        }))
    }

    private func types(_ compared: ComparedEditions) -> HTML {
        let moving = PremisesType.allCases.filter { compared.comparison.moved($0) > 0 }
        guard moving.count > 1 else { return .empty }
        return card("Which types they are of", id: "types", table(columns: [Column("Type", .wide), Column("Premises", .number)], rows: moving.map { type in
            ["<a href=\"\(here(compared).adding("type", type.rawValue).at("premises"))\">\(type.words)</a>", "\(grouped(compared.comparison.moved(type)))"]
        }))
    }

    /// What stands in an address for those whose tables agree.
    static let agreeing = "none"

    private func list(_ compared: ComparedEditions) -> HTML {
        let (before, after) = (compared.before, compared.after)
        let link = filter.link(here(compared))
        guard count > 0 else {
            return card("Who moves", id: "premises", empty(filter.isNarrow ? "Nobody fits these choices." : "Nobody moves.", action: filter.isNarrow ? button("Show all", to: here(compared), quiet: true) : nil))
        }
        func export(_ format: String) -> Link {
            filter.link(viewer.link(RiskLinks.comparisonExport(format).adding("before", "\(before.id)").adding("after", "\(after.id)")))
        }
        let titles = Dictionary(compared.comparison.reasons.map { ($0.code, $0.title) }) { first, _ in first }
        let chosen = [
            filter.from.flatMap { code in before.method.bands.first { $0.code == code } }.map { "from \($0.title.lowercasedFirst)" },
            filter.to.flatMap { code in after.method.bands.first { $0.code == code } }.map { "to \($0.title.lowercasedFirst)" }, filter.cause.map { "by “\(titles[$0] ?? $0)”" }, filter.type?.words.lowercasedFirst,
        ].compactMap(\.self)
        return card("Who moves\(chosen.isEmpty ? "" : ", \(chosen.joined(separator: ", "))")", id: "premises", """
            \(small("\(grouped(count)) premises, those whose score differs most first."))\
            <p class="small onscreen">Take this away: <a href=\"\(export("csv"))\">CSV</a>, <a href=\"\(export("xlsx"))\">Excel</a>.\(filter.isNarrow ? " <a href=\"\(here(compared))\">Show all</a>." as HTML : .empty)</p>\
            \(table(columns: [
                Column("Reference", .reference), Column("Premises", .wide), Column("Type"), Column("Edition \(before.name)"), Column("Edition \(after.name)"), Column("Why", .wide),
            ], rows: moved.map { row($0, before.method, after.method) }))\(pager(number, of: (count + Self.size - 1) / Self.size, at: link))
            """)
    }

    private func row(_ moved: MovedItem, _ before: RiskMethod, _ after: RiskMethod) -> [HTML] {
        let (item, move) = (moved.item, moved.move)
        return [
            "\(item.reference)", "<a href=\"\(viewer.link(RiskLinks.premises(item.reference)))\">\(item.name)</a>", "\(item.facts.type.words)",
            "\(before.tag(move.before.band))<span class=\"why\">Score \(move.before.score.words)</span>", "\(after.tag(move.after.band))<span class=\"why\">Score \(move.after.score.words)</span>",
            "\(move.reasons.prefix(3).map(\.words).joined(separator: "; "))\(move.reasons.count > 3 ? "; and \(counted(move.reasons.count - 3, "table")) more" : "")",
        ]
    }
}

extension RiskMoveFilter {
    init(_ query: AddressQuery) {
        self.init()
        (from, to, type) = (query["from"], query["to"], query["type"].flatMap { PremisesType(rawValue: $0) })
        cause = query["reason"].map { $0 == RiskComparisonPage.agreeing ? "" : $0 }
    }

    func link(_ page: Link) -> Link {
        page.adding("from", from).adding("to", to).adding("type", type?.rawValue).adding("reason", cause.map { $0.isEmpty ? RiskComparisonPage.agreeing : $0 })
    }

    /// Without bands that the methods do not have.
    func within(_ before: RiskMethod, _ after: RiskMethod) -> RiskMoveFilter {
        var filter = self
        if let from, !before.bands.contains(where: { $0.code == from }) { filter.from = nil }
        if let to, !after.bands.contains(where: { $0.code == to }) { filter.to = nil }
        return filter
    }
}
