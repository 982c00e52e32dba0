/// What a field takes; the browser picks its keyboard and its calendar by it.
public enum FieldKind: String, Sendable {
    case text, email, password, date, number, search
}

/// One line to fill in. Its id is its name unless another is given, so an error summary can link to it.
public func field(
    _ name: String, _ label: String, value: String = "", hint: HTML? = nil, error: String? = nil,
    kind: FieldKind = .text, autocomplete: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    // A refused password is typed again: it is never sent back.
    let value = kind == .password ? "" : value
    let must = required && kind != .search
    return around(id, label, hint, error, required, """
        <input class="\(kind.rawValue)" id="\(id)" name="\(name)" type="\(kind.rawValue)" value="\(value)" \
        \(attribute: "autocomplete", autocomplete)\(state(id, hint, error, must))>
        """)
}

/// One line to fill in, with what is on record offered as one types. Anything may be typed.
public func suggesting(
    _ name: String, _ label: String, value: String = "", suggestions: [String], hint: HTML? = nil, error: String? = nil,
    required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    let list: HTML = Markup.suggestions("\(id)-list", suggestions.map { ($0, "") })
    return around(id, label, hint, error, required, "\(offered(id, name, value, list: "\(id)-list", state(id, hint, error, required)))\(list)")
}

private func offered(_ id: String, _ name: String, _ value: String, list: String, _ state: HTML) -> HTML {
    "<input class=\"text\" id=\"\(id)\" name=\"\(name)\" type=\"text\" value=\"\(value)\" list=\"\(list)\" autocomplete=\"off\"\(state)>"
}

/// A line for which what is on record is offered as one types, from a list that several lines of the page share.
///
/// - Parameter list: the id of the list, which `suggestions` puts on the page once.
public func suggesting(
    _ name: String, _ label: String, value: String = "", list: String, hint: HTML? = nil, error: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    return around(id, label, hint, error, required, offered(id, name, value, list: list, state(id, hint, error, required)))
}

/// What is offered in lines of a form; a value whose label says more than itself has one.
public func suggestions(_ id: String, _ options: [(value: String, label: String)]) -> HTML {
    "<datalist id=\"\(id)\">\(options.map { "<option value=\"\($0.value)\">\($0.label)</option>" as HTML })</datalist>"
}

/// Several lines to fill in.
public func area(
    _ name: String, _ label: String, value: String = "", hint: HTML? = nil, error: String? = nil,
    rows: Int = 4, required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    // A browser drops the first line break inside a textarea, so one is given to it.
    return around(id, label, hint, error, required, """
        <textarea id="\(id)" name="\(name)" rows="\(rows)"\(state(id, hint, error, required))>
        \(value)</textarea>
        """)
}

/// A file to send. The form around it must be multipart.
///
/// - Parameter most: bytes that it may have, said at the end of the hint; the script tells at once of a file that has more.
public func fileField(
    _ name: String, _ label: String, accept: String? = nil, most: Int, hint: HTML? = nil, error: String? = nil,
    required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    let hint: HTML = "\(hint.map { "\($0) " as HTML })At most \(most >> 20) MB."
    return around(id, label, hint, error, required, """
        <input class="file" id="\(id)" name="\(name)" type="file" data-most="\(most)" \(attribute: "accept", accept)\(state(id, hint, error, required))>
        """)
}

/// A control between its label, its hint and what was refused about it.
func around(_ id: String, _ label: String, _ hint: HTML?, _ error: String?, _ required: Bool, _ control: HTML) -> HTML {
    """
    <div class="field\(error == nil ? "" : " wrong")"><label for="\(id)">\(label)\(optional(required))</label>\
    \(told(id, hint, error))\(control)</div>
    """
}

/// The hint and the error of a field, with the ids that `state` points to.
func told(_ id: String, _ hint: HTML?, _ error: String?) -> HTML {
    let line: HTML? = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" }
    let wrong: HTML? = error.map { "<p class=\"error\" id=\"\(id)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" }
    return "\(line)\(wrong)"
}

func optional(_ required: Bool) -> HTML { required ? .empty : " <span class=\"optional\">(optional)</span>" }

/// The attributes that tell assistive technology how a control stands.
func state(_ id: String, _ hint: HTML?, _ error: String?, _ required: Bool) -> HTML {
    let described: String? = switch (hint != nil, error != nil) {
    case (false, false): nil
    case (true, false): id + "-hint"
    case (false, true): id + "-error"
    case (true, true): "\(id)-hint \(id)-error"
    }
    return """
         \(attribute: "aria-describedby", described) \
        \(attribute: "aria-invalid", error == nil ? nil : "true") \(flag: "required", required)
        """
}
