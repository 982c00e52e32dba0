import Kernel
import Markup
import Premises
import Web

/// How premises score on a day, line by line, and what is known of them by which they do.
struct ScorePage {
    let scored: ScoredPremises
    /// What markers are called, those of other editions too.
    let kinds: [RiskMarkerKind]
    let viewer: RiskViewer

    private var score: RiskScore { scored.score }
    private var premises: Premises { scored.premises }
    private var method: RiskMethod { scored.edition.method }

    var page: Page {
        Page(title: "Risk of \(premises.name)", crumbs: viewer.crumbs, section: "risk", scope: "premises/\(premises.id)", body: """
            \(lead("Risk of \(premises.name)", under: "<span class=\"ref\">\(premises.reference)</span> \(premises.line)", standing: method.tag(score.band), actions: deeds))\
            \(gone)\(outcome)\(arithmetic)\(known)\(markers)
            """)
    }

    private var deeds: [HTML] {
        (viewer.mayMark ? [button("Put a marker", to: RiskLinks.premises(premises, "markers", "new")), button("Note compliance", to: RiskLinks.premises(premises, "compliance", "new"), quiet: true)] : [])
            + [button("The premises", to: viewer.link(Link("premises", premises.reference)), quiet: true)]
    }

    private var gone: HTML? {
        scored.survivor.map { survivor in
            notice("This is a duplicate, so it is in no count and no list. See the score of <a href=\"\(viewer.link(RiskLinks.premises(survivor.reference.text)))\">\(survivor.name) (\(survivor.reference))</a>.", .amber)
        }
    }

    private var outcome: HTML {
        card("Score \(score.score.words): \(score.band.title.lowercasedFirst)", id: "outcome", """
            \(facts([
                ("Next audit", score.due.cell(on: viewer.day, score.band)), ("Interval", score.interval.months.map { "\(counted($0, "month"))" } ?? "None"),
                ("Method", "<a href=\"\(viewer.link(RiskLinks.method(scored.edition)))\">Edition \(scored.edition.name)</a><span class=\"why\">\(method.title).</span>"),
            ]))<p>\(score.interval.sentence)</p>
            """)
    }

    private var arithmetic: HTML {
        let rows = score.sums.flatMap { sum in score.lines.filter { $0.category == sum.category } }.map { line -> [HTML] in
            let known: HTML = line.known.map { "\($0)" } ?? "\(tag("Not known", .amber))<span class=\"why\">\(line.why ?? "")</span>"
            return [
                "\(line.title)<span class=\"why\">\(line.category.words)</span>", known, "\(line.row)", "\(line.points.words)", "\(String(line.weight))",
                "\(line.product.words)",
            ]
        }
        let columns = [Column("Table", .wide), Column("What is known"), Column("Row that fits"), Column("Points", .number), Column("Weight", .number), Column("By weight", .number)]
        return card("The arithmetic", id: "arithmetic", """
            \(table(columns: columns, rows: rows))<h3>Added up, class by class</h3>\(facts(score.sums.map { ($0.category.words, "\($0.points.words)") }))\
            <h3>Score</h3><p><b>\(formula) = \(score.score.words)</b></p><p>\(score.combination.words)</p><p class="small">\(method.weights)</p>
            """)
    }

    /// `75 × (60 + 10 + 8) ÷ 100`
    private var formula: String {
        let likelihood = score.sums.first { $0.category == .likelihood }?.points.words ?? "0"
        let harms = score.sums.filter(\.category.isHarm).map(\.points)
        let added = harms.count > 1 ? "(\(harms.map(\.words).joined(separator: " + ")))" : harms.first?.words ?? "0"
        return switch score.combination {
        case .sum: score.sums.map(\.points.words).joined(separator: " + ")
        case .product: "\(likelihood) × \(added) ÷ 100"
        case .productWithGreatest: "\(likelihood) × \(harms.max()?.words ?? "0") ÷ 100"
        case .greatest: "The greatest of \(listed(score.sums.map(\.points.words)))"
        }
    }

    private var known: HTML {
        let rows = scored.noted.map { noted -> [HTML] in
            let standing: HTML = noted.struck.map { "\(tag("Struck out", .grey))<span class=\"why\">\($0)</span>" } ?? (noted.id == scored.noted.first { $0.struck == nil }?.id ? tag("Counts", .green) : quiet("Earlier"))
            let deed: HTML = viewer.mayMark && noted.struck == nil ? button("Strike out", to: RiskLinks.premises(premises, "compliance", "\(noted.id)", "retraction"), quiet: true) : .empty
            return ["\(noted.on)", "Level \(String(noted.level))", "\(noted.source)", standing] + (viewer.mayMark ? [deed] : [])
        }
        return card("Known compliance", id: "compliance", rows.isEmpty ? empty("Nothing is known. \(method.countsAsPoor(nil) ? "That counts as poor by this method." : "")")
            : table(columns: [Column("Found on", .day), Column("Level"), Column("Where it stands", .wide), Column("Standing")] + (viewer.mayMark ? [Column("")] : []), rows: rows))
    }

    private var markers: HTML {
        let titles = Dictionary(kinds.map { ($0.code, $0.title) }) { first, _ in first }
        let rows = scored.markers.map { marker -> [HTML] in
            let deed: HTML = viewer.mayMark && marker.ended == nil ? button("Take off", to: RiskLinks.premises(premises, "markers", "\(marker.id)", "ending"), quiet: true) : .empty
            let ended: HTML? = marker.ended.flatMap { $0 <= viewer.day ? $0 : nil }.map { "\(tag("Taken off", .grey))<span class=\"why\">On \($0). \(marker.whyEnded ?? "")</span>" }
            return ["\(titles[marker.marker] ?? marker.marker)", "\(marker.since)", "\(marker.why)", ended ?? tag("There", .green)] + (viewer.mayMark ? [deed] : [])
        }
        return card("Markers", id: "markers", rows.isEmpty ? empty("No marker was put on these premises.")
            : table(columns: [Column("Marker", .wide), Column("Since", .day), Column("Why", .wide), Column("Standing")] + (viewer.mayMark ? [Column("")] : []), rows: rows))
    }
}
