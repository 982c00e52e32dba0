import Kernel
import Markup
import Web

/// What a method would have found in a period that has passed, and when; with those that it would have found later.
struct BackTestPage {
    let editions: [RiskEdition]
    let report: BackTestReport
    let viewer: RiskViewer

    /// The most of those found later that are listed; a program has them all.
    private static let most = 100
    private var method: RiskMethod { report.edition.method }

    var page: Page {
        Page(title: "Back-test", crumbs: viewer.crumbs, section: "risk", body: """
            \(lead("Back-test", under: "What edition \(report.edition.name) would have found from \(report.from) to \(report.through), by what was known on \(report.known)."))\
            \(choice)\(outcome)\(losers)\(stability)\(limits)
            """)
    }

    private var choice: HTML {
        filters(to: RiskLinks.backTest, keep: viewer.kept, submit: "Test", """
            \(select("edition", "Edition", options: editions.map { ("\($0.id)", "\($0.name): \($0.method.title)") }, chosen: "\(report.edition.id)"))\
            \(field("from", "From", value: report.from.iso, kind: .date))\(field("through", "Through", value: report.through.iso, kind: .date))
            """)
    }

    private var outcome: HTML {
        let test = report.test
        guard let mean = test.meanDaysEarlier, let actual = test.firstHalfActual, let byMethod = test.firstHalfByMethod else {
            return card("What it would have found", id: "outcome", empty("\(report.sentences[0]) Choose a period in which audits found something."))
        }
        return card("What it would have found", id: "outcome", """
            \(facts([
                ("Audits", "\(grouped(test.count))<span class=\"why\">\(grouped(test.findings.count)) found premises poor.</span>"),
                ("Days earlier, on average", "\(decimal(mean, places: 2))"), ("Found later than they were", "\(grouped(test.losers.count))<span class=\"why\">Of \(grouped(test.findings.count)).</span>"),
                ("Found in the first half", "\(percent(byMethod))<span class=\"why\">As it was: \(percent(actual)).</span>"),
                ("Told apart", test.auc.map { auc in "\(percent(auc.value))\(auc.interval.map { "<span class=\"why\">\(percent($0.lowerBound)) to \(percent($0.upperBound)).</span>" as HTML })" } ?? quiet("Nothing to tell")),
            ]))<ul>\(report.sentences.map { "<li>\($0)</li>" as HTML })</ul>
            """)
    }

    private var losers: HTML {
        let losers = report.test.losers
        guard !losers.isEmpty else {
            return report.test.findings.isEmpty ? .empty : card("Who would have been found later", id: "losers", empty("Nobody: each of those that were found poor would have been found as early or earlier."))
        }
        let rows = losers.prefix(Self.most).compactMap { loser in
            report.names[loser.premises].map { item -> [HTML] in
                [
                    "\(item.reference)", "<a href=\"\(viewer.link(RiskLinks.premises(item.reference)))\">\(item.name)</a>", "\(item.facts.type.words)", "\(RiskPoints(Hundredths(loser.score)).words)", "\(loser.found)",
                    "\(decimal(-loser.daysEarlier, places: 1))",
                ]
            }
        }
        return card("Who would have been found later", id: "losers", """
            <p>An average hides them: these were poor, and the method would have sent nobody until later.</p>\
            \(table(columns: [Column("Reference", .reference), Column("Premises", .wide), Column("Type"), Column("Score then", .number), Column("Was found on", .day), Column("Days later", .number)], rows: rows))\
            \(losers.count > Self.most ? small("The first \(String(Self.most)) of \(grouped(losers.count)).") : .empty)
            """)
    }

    private var stability: HTML {
        let stability = report.stability
        guard stability.total > 0 else { return .empty }
        let columns = [Column("On \(report.known.short)", .wide)] + method.bands.map { Column("\($0.title), \(report.through.short)", .number) }
        return card("How steady the bands were", id: "stability", table(columns: columns, rows: method.bands.enumerated().map { before, band in
            [tag(band.title, method.tone(before))] + method.bands.indices.map { after in
                let count = stability.count(before, after)
                return count == 0 ? quiet("0") : "\(grouped(count))"
            }
        }))
    }

    private var limits: HTML {
        card("What this can't say", id: "limits", """
            <ul><li>It takes for granted that what was found on one day would have been found as well on another.</li>\
            <li>Only premises that were audited in the period are in it. Of those that nobody looked at it says nothing.</li>\
            <li>The days of the audits stay as they were; premises of one score share theirs evenly.</li>\
            <li>As poor counts compliance of level \(String(KnownCompliance.poor.lowerBound)) or \(String(KnownCompliance.poor.upperBound)). \(report.leftOut == 0 ? .empty : "\(counted(report.leftOut, "audit").capitalisedFirst) at premises that were not on record before the period \(report.leftOut == 1 ? "is" : "are") left out." as HTML)</li>\
            <li>Scores are from what is on record now of what was known on \(report.known); what was entered later about an earlier day counts.</li>\
            <li>The method asks for no protected characteristic under section 4 of the Equality Act 2010; these records can't tell whether its scores fall unevenly on people all the same.</li></ul>
            """)
    }
}
