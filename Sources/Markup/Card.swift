/// One subject on its own sheet. The heading is of the second level; an id makes the card a place to link to.
public func card(_ title: String?, id: String? = nil, actions: [HTML] = [], _ body: HTML) -> HTML {
    guard let title else { return "<section class=\"card\" \(attribute: "id", id)>\(body)</section>" }
    let heading: HTML = "<h2 \(attribute: "id", id.map { $0 + "-title" })>\(title)</h2>"
    let top: HTML = actions.isEmpty
        ? heading
        : "<header>\(heading)<div class=\"actions\">\(actions)</div></header>"
    return """
        <section class="card" \(attribute: "id", id) \(attribute: "aria-labelledby", id.map { $0 + "-title" })>\(top)\(body)</section>
        """
}

/// A finding with what answers it: reference, heading, standing, the full wording if there is more of it, and its table.
public func findingCard(
    _ reference: String, _ title: String, link: Link? = nil, standing: HTML? = nil, under: HTML? = nil,
    id: String? = nil, actions: [HTML] = [], _ body: HTML
) -> HTML {
    let words: HTML = link.map { "<a href=\"\($0)\">\(title)</a>" } ?? "\(title)"
    return """
        <section class="card finding" \(attribute: "id", id)><header><span class="ref">\(reference)</span>\
        <div class="what"><h2>\(words)</h2>\(under)</div>\(standing)\
        \(actions.isEmpty ? nil : "<div class=\"actions\">\(actions)</div>" as HTML)</header>\(body)</section>
        """
}

/// The top of a page: its one heading of the first level, a line under it, and what can be done here.
public func lead(_ title: String, under: HTML? = nil, standing: HTML? = nil, actions: [HTML] = []) -> HTML {
    let line: HTML? = under.map { "<p class=\"under\">\($0)</p>" }
    let deeds: HTML? = actions.isEmpty ? nil : "<div class=\"actions\">\(actions)</div>"
    return "<div class=\"lead\"><div><div class=\"title\"><h1>\(title)</h1>\(standing)</div>\(line)</div>\(deeds)</div>"
}

/// Named facts, side by side.
public func facts(_ pairs: [(String, HTML)]) -> HTML {
    let rows = pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML }
    return "<dl class=\"facts\">\(rows)</dl>"
}

/// Links to the parts of a long page.
public func onThisPage(_ parts: [(String, Link)]) -> HTML {
    let items = parts.map { words, link in "<li><a href=\"\(link)\">\(words)</a></li>" as HTML }
    return "<nav class=\"parts\" aria-label=\"On this page\"><ul>\(items)</ul></nav>"
}

/// Where this page is: the steps above it as links, itself as words.
public func crumbs(_ steps: [(String, Link?)]) -> HTML {
    let items = steps.map { words, link -> HTML in
        if let link { "<li><a href=\"\(link)\">\(words)</a></li>" } else { "<li aria-current=\"page\">\(words)</li>" }
    }
    return "<nav class=\"crumbs\" aria-label=\"You are here\"><ol>\(items)</ol></nav>"
}
