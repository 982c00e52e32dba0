import Kernel
import Markup
import Web

extension MeasurePage {
    var targets: HTML {
        guard measure.polarity != .neutral else { return .empty }
        let add = viewer.mayKeep ? button("Set a target", to: PerformanceLinks.new("targets", of: measure), quiet: true) : nil
        guard !view.targets.isEmpty else { return card("Targets", id: "targets", empty("There is none, so nothing can be judged.", action: add)) }
        let columns = [Column("From"), Column("Target"), Column("Near it", .text), Column("Set", .day), Column("Why", .wide)] + (viewer.mayKeep ? [Column("")] : [])
        let order = view.targets.sorted { ($0.from, $0.id) > ($1.from, $1.id) }
        return card("Targets", id: "targets", table(columns: columns, rows: order.map { target in
            let tolerance: HTML = target.figure.millionths == 0
                ? "less than \(measure.written(target.tolerance)) away" : "less than \(target.tolerance.description)% away"
            let months: HTML? = target.months.isEmpty ? nil : "<span class=\"why\">April to March: \(target.months.map(\.description).joined(separator: ", "))</span>"
            let cells: [HTML] = [
                "\(ReportingPeriod(measure.frequency, of: target.from).words)", "\(target.words(measure))\(months)", tolerance, "\(target.since)", target.reason.map { "\($0)" } ?? .empty,
            ]
            return viewer.mayKeep ? cells + [postButton("Take back", to: PerformanceLinks.removal(target, of: measure), token: viewer.csrf)] : cells
        }))
    }

    var rebases: HTML {
        guard !view.rebases.isEmpty else { return .empty }
        let columns = [Column("Limits anew from"), Column("Because", .wide), Column("Recorded", .day)] + (viewer.mayKeep ? [Column("")] : [])
        return card("Where the chart is rebased", id: "rebases", table(columns: columns, rows: view.rebases.map { rebase in
            let cells: [HTML] = ["\(ReportingPeriod(measure.frequency, of: rebase.from).words)", "\(rebase.reason)", "\(rebase.since)"]
            return viewer.mayKeep ? cells + [postButton("Take back", to: PerformanceLinks.removal(rebase, of: measure), token: viewer.csrf)] : cells
        }))
    }

    var about: HTML {
        var lines: [(String, HTML)] = [
            ("Owner", view.facts.owner.map { "\($0)" } ?? quiet("Nobody named")), ("Measured", "\(measure.frequency.adverb)"), ("Kind", "\(measure.kind.words)"),
            ("Which way is better", "\(measure.polarity.words)"),
        ]
        if let numerator = measure.numerator { lines.append((measure.kind == .rate ? "Numerator" : "What is counted", "\(numerator)")) }
        if let denominator = measure.denominator { lines += [("Denominator", "\(denominator)"), ("For every", "\(grouped(measure.multiplier))")] }
        lines.append(("Source", figure.map { "\(measure.source.words): \($0.title)<span class=\"why\">\($0.meaning)</span>" } ?? "\(measure.source.words)"))
        lines.append(("Here since", "\(measure.since)"))
        return card("How it is measured", id: "about", facts(lines))
    }
}
