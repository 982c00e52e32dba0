import Kernel
import Markup
import Storage
import Web

/// An edition of the risk method as it is published: whoever reads it can work out a score by hand.
struct RiskMethodPage {
    let edition: RiskEdition
    /// All that were here by the day.
    let editions: [RiskEdition]
    /// What boards say of this edition.
    let said: [MentionGroup]
    let viewer: RiskViewer

    private var method: RiskMethod { edition.method }
    private var current: RiskEdition? { editions.inForce(on: viewer.day) }

    var page: Page {
        Page(title: "Risk method, edition \(edition.name)", crumbs: viewer.methodCrumbs, section: "risk", scope: "risk_edition/\(edition.id)", body: """
            \(lead("Risk method, edition \(edition.name)", under: "\(method.title)", standing: riskStanding(edition, current, on: viewer.day), actions: deeds))\
            \(text)\(tables)\(score)\(bands)\(intervals)\(shares)\(markers)\(fairness)\(mentionCards(said, for: viewer, names: [edition.subject: "This edition"]))
            """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayKeep, edition.adopted == nil {
            deeds += [button("Adopt it", to: RiskLinks.method(edition, "adoption")), button("Edit", to: RiskLinks.method(edition, "edit"), quiet: true)]
        }
        if let other = current, other.id != edition.id { deeds.append(button("Compare with edition \(other.name)", to: viewer.link(RiskLinks.comparison(other, edition)), quiet: true)) }
        return deeds + [button("As a file", to: RiskLinks.method(edition, "file"), quiet: true)]
    }

    private var text: HTML {
        let sources: HTML? = method.sources.isEmpty ? nil : "<h3>What was read for it</h3><ul>\(method.sources.map { "<li>\($0)</li>" as HTML })</ul>"
        return card("What it is", id: "text", """
            \(method.text.map { "<p>\($0)</p>" as HTML })<h3>Where the weights come from</h3><p>\(method.weights)</p>\(sources)
            """)
    }

    private var tables: HTML {
        let used = RiskClass.allCases.filter { category in method.factors.contains { $0.knownClass == category } }
        return used.map { category -> HTML in
            card(category.words, id: category.rawValue, method.factors.filter { $0.knownClass == category }.map(table).joined())
        }.joined()
    }

    private func table(_ factor: RiskFactor) -> HTML {
        let titles = method.markerTitles
        let rows = factor.rows.map { row -> [HTML] in
            [factor.knownFact.map { "\(row.words($0, markers: titles))" } ?? .empty, "\(row.points.words)", "\(product(row.points, factor))"]
        }
        var unknown: [[HTML]] = []
        if let rule = factor.unknown { unknown.append(["Not known<span class=\"why\">\(rule.why)</span>", "\(rule.points.words)", "\(product(rule.points, factor))"]) }
        let none: [[HTML]] = factor.knownFact == .markers ? [["None of these", "0", "0"]] : []
        return """
            <h3>\(factor.title)</h3>\(factor.why.map { "<p>\($0)</p>" as HTML })\
            <p class="small">\(factor.knownFact?.words ?? factor.fact)\(factor.knownFact == .markers ? "; the points of all that are there are added" : ""). Weight \(String(factor.weight)).</p>\
            \(Markup.table(columns: [Column("Where it is", .wide), Column("Points", .number), Column("By weight", .number)], rows: rows + unknown + none))
            """
    }

    private func product(_ points: RiskPoints, _ factor: RiskFactor) -> String { RiskPoints(Hundredths(points.count * Int64(factor.weight))).words }

    private var score: HTML {
        card("The score", id: "score", """
            <ol><li>Find in each table the row that fits the premises, and take its points by weight.</li>\
            <li>Add them up, class by class.</li><li>\(method.knownCombination?.words ?? method.combination)</li>\
            <li>Find the first band below whose least score is reached.</li></ol>
            """)
    }

    private var bands: HTML {
        card("Bands", id: "bands", Markup.table(columns: [Column("Band", .wide), Column("Score from", .number), Column("Audited")], rows: method.bands.enumerated().map { place, band in
            [tag(band.title, method.tone(place)), "\(band.from.words)", "\(band.interval)"]
        }))
    }

    private var intervals: HTML {
        let poor: HTML = "Levels run from 1, the best, to 5, the poorest. As poor count: \(listed(method.poor.map(KnownCompliance.words)))."
        let effects = method.effects.map { effect -> HTML in
            "<li>\(listed(effect.levels.map(KnownCompliance.words), joinedBy: "or").capitalisedFirst): \(effect.known?.words ?? effect.effect).</li>"
        }
        return card("What known compliance does", id: "compliance", """
            <p>\(poor)</p>\(effects.isEmpty ? "<p>It leaves the interval of the band as it is.</p>" : "<p>The next audit is so long after the last as the band has it, and</p><ul>\(effects)</ul>" as HTML)\
            <p>Premises that have an interval and were never audited are due at once.</p>
            """)
    }

    private var shares: HTML {
        guard !method.shares.isEmpty else { return .empty }
        return card("Yearly shares", id: "shares", """
            <p>Of the premises of these types whose compliance counts as poor, at least so many are audited in a year, rounded up.</p>\
            \(Markup.table(columns: [Column("Types", .wide), Column("At least", .number)], rows: method.shares.map { ["\(listed($0.knownTypes.map(\.words)))", "\($0.percent)%"] }))
            """)
    }

    private var markers: HTML {
        guard !method.markers.isEmpty else { return .empty }
        return card("Markers", id: "markers", "<p>Officers put them on premises that they know.</p>" + Markup.table(
            columns: [Column("Marker", .wide), Column("Put when", .wide)], rows: method.markers.map { ["\($0.title)", $0.meaning.map { "\($0)" } ?? .empty] }))
    }

    private var fairness: HTML {
        let asked = RiskFact.allCases.filter { fact in method.factors.contains { $0.knownFact == fact } }
        return card("What it does not ask", id: "fairness", """
            <p>It asks for \(listed(asked.map { $0.words.lowercasedFirst })) and for nothing else. None of these is a protected characteristic under section 4 of the Equality Act 2010, and a method \
            that asks for one, or for what stands in for one, is refused. Whether its scores still fall unevenly on people is not something that these records can tell.</p>
            """)
    }
}

/// All editions of the method.
struct RiskMethodListPage {
    let editions: [RiskEdition]
    let viewer: RiskViewer

    var page: Page {
        let current = editions.inForce(on: viewer.day)
        let drafting = viewer.mayKeep ? [button("Draft an edition", to: RiskLinks.newMethod)] : []
        let rows = editions.stablySorted { -($0.adopted ?? Day.entered.upperBound).number }.map { edition -> [HTML] in
            [
                "<a href=\"\(viewer.link(RiskLinks.method(edition)))\">\(edition.name)</a>", "\(edition.method.title)", edition.adopted.map { "\($0)" } ?? quiet("Not settled"),
                riskStanding(edition, current, on: viewer.day),
            ]
        }
        return Page(title: "Risk methods", crumbs: viewer.crumbs, section: "risk", body: """
            \(lead("Risk methods", under: "Every edition of the method by which premises are scored.", actions: drafting + (editions.count > 1 ? [button("Compare two", to: viewer.link(RiskLinks.comparison), quiet: true)] : [])))\
            \(editions.isEmpty ? empty(viewer.isToday ? "There is no edition yet. Draft one from a file." : "There was no edition on this day.", action: drafting.first)
                : card(nil, table(columns: [Column("Edition", .reference), Column("Title", .wide), Column("In force from", .day), Column("Standing")], rows: rows)))
            """)
    }
}

/// Where an edition stands on a day.
func riskStanding(_ edition: RiskEdition, _ current: RiskEdition?, on day: Day) -> HTML {
    guard let adopted = edition.adopted else { return tag("Draft", .grey) }
    if edition.id == current?.id { return tag("In force", .green) }
    return adopted > day ? tag("To come", .blue) : tag("Superseded", .grey)
}
