/// A link that looks like a button: it goes somewhere and changes nothing.
public func button(_ words: String, to link: Link, quiet: Bool = false) -> HTML {
    "<a class=\"button\(quiet ? " quiet" : "")\" href=\"\(link)\">\(words)</a>"
}

/// The button that sends the form it stands in; a name and value say which of several was pressed.
public func submit(
    _ words: String, name: String? = nil, value: String? = nil, quiet: Bool = false, danger: Bool = false
) -> HTML {
    let look = (quiet ? " quiet" : "") + (danger ? " danger" : "")
    return "<button class=\"button\(look)\" type=\"submit\" \(attribute: "name", name) \(attribute: "value", value)>\(words)</button>"
}

/// A form of one button, for a deed that needs no more words: it always posts.
public func postButton(
    _ words: String, to link: Link, token: String, quiet: Bool = true, danger: Bool = false, _ fields: HTML = .empty
) -> HTML {
    """
    <form class="one" method="post" action="\(link)">\(hidden("csrf", token))\(fields)\(submit(words, quiet: quiet, danger: danger))</form>
    """
}
