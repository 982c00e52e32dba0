import Kernel
import Markup

/// Notices by the year of service, their kinds one on the other, with an axis that can be read.
struct YearChart {
    let years: [RegisterStatistics.Year]

    private static let kinds = PublicEntry.Kind.allCases

    /// The highest line of the axis and the step between lines: five lines at the most, at 1, 2 or 5 and its tens.
    static func axis(to most: Int) -> (top: Int, step: Int) {
        var step = 1
        for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000] where most > step * 4 { step = factor }
        return (max(1, (most + step - 1) / step) * step, step)
    }

    var figure: HTML {
        let (top, step) = YearChart.axis(to: years.map(\.total).max() ?? 0)
        let first = String(years.first?.year ?? 0), last = String(years.last?.year ?? 0)
        let words = "Notices served by year, from \(first) through \(last); at most \(years.map(\.total).max() ?? 0) in a year. The table has the figures."
        let lines = stride(from: 0, through: top, by: step).map { level -> HTML in
            let y = written(180 - Double(level) * 170 / Double(top))
            return """
                <line class="\(level == 0 ? "base" : "level")" x1="0" x2="100%" y1="\(y)" y2="\(y)"/>\
                <text class="after" x="-8" y="\(y)" dy="4">\(grouped(level))</text>
                """
        }
        return """
            <figure class="columns"><svg width="100%" height="204" role="img" aria-label="\(words)"><title>\(words)</title>\
            \(lines)<svg y="10" width="100%" height="170" overflow="visible">\(columns(to: top))</svg>\(labels)</svg><ul class="legend">\(YearChart.kinds.map { "<li>\(tag($0.words, $0.tone))</li>" as HTML })</ul></figure>
            """
    }

    private var width: Double { 100.0 / Double(max(1, years.count)) }

    private func columns(to top: Int) -> HTML {
        years.enumerated().map { place, year -> HTML in
            var height = 0.0
            return zip(YearChart.kinds, year.counts).filter { $0.1 > 0 }.map { kind, count -> HTML in
                let tall = Double(count) * 100 / Double(top)
                height += tall
                return """
                    <rect class="fill \(kind.tone.rawValue)" x="\(written(Double(place) * width + width * 0.15))%" width="\(written(width * 0.7))%" \
                    y="\(written(100 - height))%" height="\(written(tall))%"/>
                    """
            }.joined()
        }.joined()
    }

    private var labels: HTML {
        years.enumerated().filter { place, _ in years.count < 9 || place % 2 == (years.count - 1) % 2 }.map { place, year -> HTML in
            "<text class=\"middle\" x=\"\(written((Double(place) + 0.5) * width))%\" y=\"198\">\(String(year.year))</text>"
        }.joined()
    }
}

/// With two digits behind the point at the most; what no whole number can hold is nothing.
func written(_ number: Double) -> String {
    let hundredths = Int(exactly: (number * 100).rounded()) ?? 0
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
}
