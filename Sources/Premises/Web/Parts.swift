import Kernel
import Markup
import Web

/// The way on in a long list and back: none where everything is on the page.
func steps(back: Link?, on: Link?) -> HTML {
    guard back != nil || on != nil else { return .empty }
    let (previous, next): (HTML?, HTML?) = (
        back.map { "<a class=\"button quiet\" rel=\"prev\" href=\"\($0)\">Previous</a>" },
        on.map { "<a class=\"button quiet\" rel=\"next\" href=\"\($0)\">Next</a>" })
    return "<nav class=\"pager\" aria-label=\"Pages\">\(previous)\(next)</nav>"
}

/// `12 premises`, and `more than 10,000 premises` where nobody counted further.
func countedUpTo(_ count: Int, _ limit: Int, _ one: String, _ many: String) -> String {
    count > limit ? "more than \(grouped(limit)) \(many)" : "\(grouped(count)) \(count == 1 ? one : many)"
}

/// An address as it stands on an envelope.
func envelope(_ lines: [String], _ postcode: Postcode?) -> HTML {
    (lines + [postcode?.text].compactMap(\.self)).map { "\($0)" as HTML }.joined(by: "<br>")
}

/// The days of something that began: `From 1 May 2020`, `1 May 2020 to 3 June 2024`.
func daysWords(_ from: Day, _ through: Day?) -> HTML { through.map { "\(from) to \($0)" } ?? "From \(from)" }

func holderLink(_ holder: DutyHolder, _ viewer: Viewer) -> HTML {
    "<a href=\"\(viewer.link(DutyHolderLinks.holder(holder)))\">\(holder.name)</a>"
}
