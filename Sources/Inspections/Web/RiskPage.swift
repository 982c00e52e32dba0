import Kernel
import Markup
import Web

/// How the whole stock stands by the method in force on a day: bands, types, what is overdue, yearly shares.
struct RiskPage {
    /// Nil where no method was in force.
    let standing: RiskStanding?
    let drafts: [RiskEdition]
    let viewer: RiskViewer

    var page: Page {
        guard let standing else { return nothing }
        let method = standing.edition.method
        return Page(title: "Risk", section: "risk", scope: "risk_edition/\(standing.edition.id)", body: """
            \(lead("Risk", under: "Which premises are looked at first, by edition \(method.edition) of the method: \(method.title.lowercasedFirst).", actions: deeds(standing)))\
            \(bands(standing))\(shares(standing))\(types(standing))
            """)
    }

    private var nothing: Page {
        let deed = viewer.mayKeep ? (drafts.isEmpty ? button("Draft a method", to: RiskLinks.newMethod) : button("Look at the drafts", to: RiskLinks.methods)) : nil
        return Page(title: "Risk", section: "risk", body: """
            \(lead("Risk", under: "Which premises are looked at first, and why."))\
            \(empty(viewer.isToday ? "No edition of the risk method is adopted yet, so premises have no score. Draft one, look at what it would do, then adopt it." : "No edition of the risk method was in force on this day.", action: deed))
            """)
    }

    private func deeds(_ standing: RiskStanding) -> [HTML] {
        [
            button("All scores", to: viewer.link(RiskLinks.list)), button("The method", to: viewer.link(RiskLinks.method(standing.edition)), quiet: true),
            button("Try another", to: viewer.link(RiskLinks.comparison(standing.edition, drafts.last)), quiet: true), button("Back-test", to: viewer.link(RiskLinks.backTest), quiet: true),
        ]
    }

    private func bands(_ standing: RiskStanding) -> HTML {
        let (method, tally) = (standing.edition.method, standing.tally)
        guard tally.total > 0 else { return card("Bands", id: "bands", empty("No premises were on record.")) }
        let shares = method.bands.enumerated().map { place, band in
            Share(tally.count(place), band.title.lowercasedFirst, method.tone(place), link: viewer.link(RiskLinks.list).adding("band", band.code))
        }
        return card("Bands", id: "bands", """
            \(facts([
                ("Premises", "\(grouped(tally.total))"), ("Overdue", "\(grouped(tally.overdue))"),
                ("Compliance not known", "\(grouped(tally.unknownCompliance))"),
            ]))\(small("\(unknown(method))"))\(stack(shares, of: "score"))\
            \(table(
                columns: [Column("Band", .wide), Column("Score from", .number), Column("Audited"), Column("Premises", .number), Column("Overdue", .number), Column("Never audited", .number)],
                rows: method.bands.enumerated().map { place, band in
                    let list = viewer.link(RiskLinks.list).adding("band", band.code)
                    return [
                        "<a href=\"\(list)\">\(tag(band.title, method.tone(place)))</a>", "\(band.from.words)", "\(band.interval)", "\(grouped(tally.count(place)))",
                        counted(tally.overdue(place), list.adding("due", "overdue")), counted(tally.never(place), list.adding("due", "never")),
                    ]
                }))
            """)
    }

    private func unknown(_ method: RiskMethod) -> String { method.countsAsPoor(nil) ? "Compliance that is not known counts as poor by this method." : "Compliance that is not known does not count as poor by this method." }

    private func counted(_ count: Int, _ link: Link) -> HTML { count == 0 ? "0" : "<a href=\"\(link)\">\(grouped(count))</a>" }

    private func shares(_ standing: RiskStanding) -> HTML {
        let all = standing.edition.method.shares.map { standing.tally.standing(of: $0) }
        guard !all.isEmpty else { return .empty }
        return card("Yearly shares", id: "shares", """
            <p>Of premises with poor compliance the method has at least so many audited in a year. Beside it, all audits of those types in the twelve months up to \(viewer.day).</p>\
            \(table(
                columns: [Column("Types", .wide), Column("Share", .number), Column("Poor", .number), Column("At least", .number), Column("Audited", .number), Column("Standing")],
                rows: all.map { standing in
                    [
                        "\(listed(standing.share.knownTypes.map(\.words)))", "\(standing.share.percent)%", "\(grouped(standing.poor))", "\(grouped(standing.least))", "\(grouped(standing.audited))",
                        standing.isMet ? tag("Reached", .green) : tag("\(grouped(standing.least - standing.audited)) to go", .amber),
                    ]
                }))
            """)
    }

    private func types(_ standing: RiskStanding) -> HTML {
        let (method, tally) = (standing.edition.method, standing.tally)
        let here = PremisesType.allCases.filter { tally.count($0) > 0 }
        guard !here.isEmpty else { return .empty }
        let columns = [Column("Type", .wide)] + method.bands.map { Column($0.title, .number) } + [Column("All", .number), Column("Overdue", .number)]
        return card("By type", id: "types", table(columns: columns, rows: here.map { type in
            let list = viewer.link(RiskLinks.list).adding("type", type.rawValue)
            return ["<a href=\"\(list)\">\(type.words)</a>"] + method.bands.indices.map { place in
                counted(tally.count(place, type), list.adding("band", method.bands[place].code))
            } + ["\(grouped(tally.count(type)))", counted(tally.overdue(type), list.adding("due", "overdue"))]
        }))
    }
}
