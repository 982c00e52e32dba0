import Kernel
import Markup

/// The register in figures: by year, type, premises, area and time to comply. Each figure leads to the notices behind it.
struct StatisticsPage {
    let register: Register
    let answer: RegisterAnswer
    let statistics: RegisterStatistics

    init(_ register: Register, _ query: RegisterQuery) {
        self.register = register
        answer = register.answer(query, length: 1)
        statistics = RegisterStatistics(register.entries(query.filter))
    }

    var page: PublicPage {
        let query = answer.query.filter
        let form = FilterForm(register: register, query: query, facets: answer.facets, page: RegisterLinks.statistics)
        return PublicPage(
            title: "Statistics", section: .statistics, filter: query, status: query.status, canonical: query.isNarrow ? nil : RegisterLinks.statistics, body: """
                <div class="opening"><h1>The register in figures</h1><p>Counted from the notices that stand in the register. Those that were withdrawn, cancelled or \
                have been taken out after their time are not among them, so figures of past years may fall.</p>\(form.search)</div>\
                <div class="browse">\(form.side)<section class="outcome" aria-label="Figures"><div id="results">\(results(form))</div></section></div>
                """)
    }

    private func results(_ form: FilterForm) -> HTML {
        let count: HTML = "<p class=\"total\" role=\"status\">\(howMany(statistics.total))</p>\(form.chips)"
        guard statistics.total > 0 else { return "\(count)\(empty("No notice is like that, so there is nothing to count."))" }
        let withheld: HTML? = statistics.withheld == 0 ? nil : """
            <p>Of \(howMany(statistics.withheld)) the law lets three particulars alone be shown while an objection about a trade secret is open: person, place and \
            provisions. They are counted as “Not shown”.</p>
            """
        return """
            \(count)\(withheld)\(part("years", "By year of service", "\(YearChart(years: statistics.years).figure)\(yearTable)"))\(part("comply", "Time to comply", compliance))\
            \(part("premises", "By type of premises", rows(.premises)))\(part("areas", "By authority area", rows(.area)))\
            \(part("articles-named", "By article that is named", rows(.article)))
            """
    }

    private func part(_ id: String, _ title: String, _ body: HTML) -> HTML {
        "<section class=\"figures\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\(body)</section>"
    }

    private func link(_ facet: Facet, _ key: String, type: PublicEntry.Kind? = nil) -> HTML {
        var query = answer.query.filter
        query[facet] = [key]
        if let type { query[.type] = [type.rawValue] }
        return "\(query.link())"
    }

    // MARK: Years

    private static let kinds = PublicEntry.Kind.allCases

    private var yearTable: HTML {
        let rows = statistics.years.reversed().map { year -> [HTML] in
            let key = String(year.year)
            return ["<a href=\"\(link(.year, key))\">\(key)</a>"]
                + zip(StatisticsPage.kinds, year.counts).map { kind, count in count == 0 ? "0" : "<a href=\"\(link(.year, key, type: kind))\">\(grouped(count))</a>" }
                + ["\(grouped(year.total))"]
        } + withheld
        return table(
            columns: [Column("Year", .reference)] + StatisticsPage.kinds.map { Column($0.words + "s", .number) } + [Column("All", .number)], rows: rows)
    }

    /// Entries of three particulars alone stand under no year and no kind.
    private var withheld: [[HTML]] {
        guard statistics.withheld > 0 else { return [] }
        return [["<a href=\"\(link(.year, Facet.notShown))\">Not shown</a>"] + StatisticsPage.kinds.map { _ in quiet("–") } + ["\(grouped(statistics.withheld))"]]
    }

    // MARK: Compliance

    private var compliance: HTML {
        let figures = statistics.compliance
        guard figures.count > 0, let median = figures.median, let quarter = figures.quarter, let most = figures.threeQuarters else {
            return "<p>None of these has been complied with yet.</p>"
        }
        let kept: HTML? = figures.withDay == 0 ? nil : """
             Of \(grouped(figures.withDay)) that gave a day to comply by and were complied with, \(grouped(figures.inTime)) were by that day\
            \(" (\(figures.inTime * 100 / figures.withDay) in a hundred)").
            """
        let top = max(1, figures.bands.map(\.count).max() ?? 1)
        let rows = figures.bands.map { band in ["\(band.words)" as HTML, bar(band.count, of: top, .green), "\(grouped(band.count))"] }
        return """
            <p>\(grouped(figures.count)) have been complied with. Half of them were within <strong>\(median) days</strong> of service, and the middle half took from \
            \(quarter) to \(most) days.\(kept)</p>\(table(columns: [Column("From service to compliance", .reference), Column("Share", .wide), Column("Notices", .number)], rows: rows))
            """
    }

    // MARK: Facets

    private func rows(_ facet: Facet) -> HTML {
        let rows = statistics.rows(by: facet)
        guard !rows.isEmpty else { return "<p>None of these names any.</p>" }
        let top = max(1, rows.map(\.total).max() ?? 1)
        let sorted = facet == .article ? rows : rows.stablySorted { -$0.total }
        return table(
            columns: [Column(facet.words, .reference), Column("Share", .wide), Column("Notices", .number), Column("Complied with", .number), Column("Median days to comply", .number)],
            rows: sorted.map { row in
                ["<a href=\"\(link(facet, row.key))\">\(register.words(of: facet, row.key))</a>", bar(row.total, of: top, .blue), "\(grouped(row.total))",
                 "\(grouped(row.complied))", row.days.map { "\($0)" } ?? quiet("none")]
            })
    }

    private func bar(_ count: Int, of top: Int, _ tone: Tone) -> HTML {
        "<svg class=\"bar-of\" width=\"100%\" height=\"12\" aria-hidden=\"true\"><rect class=\"fill \(tone.rawValue)\" width=\"\(written(Double(count) * 100 / Double(top)))%\" height=\"12\"/></svg>"
    }
}
