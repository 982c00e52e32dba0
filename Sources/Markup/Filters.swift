/// A form that narrows what is shown, and puts its choices in the address: it gets, and changes nothing.
///
/// - Parameter keep: the pieces of the address that the choices leave alone, such as the day shown.
public func filters(
    to link: Link, keep: [(name: String, value: String)] = [], submit words: String = "Show", clear: Link? = nil, _ fields: HTML
) -> HTML {
    let kept = keep.filter { !$0.value.isEmpty }.map { hidden($0.name, $0.value) }
    return """
        <form class="filters" role="search" method="get" action="\(link)">\(kept)\(fields)\
        <div class="actions"><button class="button quiet" type="submit">\(words)</button>\
        \(clear.map { "<a class=\"clear\" href=\"\($0)\">Clear</a>" as HTML })</div></form>
        """
}

/// Where a list is taken away, in each form.
public func takenAway(_ link: (String) -> Link) -> HTML {
    "<p class=\"small onscreen\">Take this away: <a href=\"\(link("csv"))\">CSV</a>, <a href=\"\(link("xlsx"))\">Excel</a>.</p>"
}

/// The pages of a long list; nothing when there is only one. Pages count from 1 and stand in the address as `page`.
public func pager(_ number: Int, of count: Int, at page: Link) -> HTML {
    guard count > 1 else { return .empty }
    func step(_ words: String, _ target: Int, _ relation: String) -> HTML? {
        guard (1...count).contains(target) else { return nil }
        let link = page.adding("page", target == 1 ? nil : String(target))
        return "<a class=\"button quiet\" rel=\"\(relation)\" href=\"\(link)\">\(words)</a>"
    }
    return """
        <nav class="pager" aria-label="Pages">\(step("Previous", number - 1, "prev"))\
        <span>Page \(number) of \(count)</span>\(step("Next", number + 1, "next"))</nav>
        """
}
