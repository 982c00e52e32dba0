public import Kernel

/// A form that changes something: it posts, and carries the token that proves it came from our own page.
public func form(to link: Link, token: String, multipart: Bool = false, id: String? = nil, _ body: HTML) -> HTML {
    """
    <form class="form" method="post" action="\(link)" \(attribute: "id", id) \
    \(attribute: "enctype", multipart ? "multipart/form-data" : nil) novalidate>\(hidden("csrf", token))\(body)</form>
    """
}

/// What a form carries without showing it.
public func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

/// Fields that belong together under one question.
public func fieldset(_ legend: String, hint: HTML? = nil, _ body: HTML) -> HTML {
    let line: HTML? = hint.map { "<p class=\"hint\">\($0)</p>" }
    return "<fieldset><legend>\(legend)</legend>\(line)\(body)</fieldset>"
}

/// Short fields side by side, as far as there is room.
public func pair(_ fields: HTML...) -> HTML { "<div class=\"pair\">\(fields)</div>" }

/// Fields of which one is wanted: none of them alone is called optional.
public func either(_ fields: HTML...) -> HTML { "<div class=\"either\">\(fields)</div>" }

/// The buttons at the end of a form, in a row.
public func buttons(_ parts: HTML...) -> HTML { "<div class=\"actions\">\(parts)</div>" }

/// What was refused, at the top of the page, each sentence linked to the field it speaks of.
///
/// Nothing when nothing was refused, so a page can always ask for it.
public func errorSummary(_ refusal: Refusal?) -> HTML {
    guard let refusal else { return .empty }
    let items = refusal.fields.map { "<li><a href=\"#\($0.name)\">\($0.sentence)</a></li>" as HTML }
    let body: HTML = items.isEmpty ? "<p>\(refusal.sentence)</p>" : "<ul>\(items)</ul>"
    return """
        <div class="errors" role="alert" tabindex="-1"><h2>\(items.isEmpty ? "That can’t be done" : "Please put this right")</h2>\(body)</div>
        """
}

extension Refusal? {
    /// What was refused about one field, for the place beside it.
    public func about(_ name: String) -> String? {
        guard let sentences = self?.fields.filter({ $0.name == name }).map(\.sentence), !sentences.isEmpty else { return nil }
        return sentences.joined(separator: " ")
    }
}
