/// One of a list. The first option stands when nothing was chosen.
public func select(
    _ name: String, _ label: String, options: [(value: String, label: String)], chosen: String? = nil,
    hint: HTML? = nil, error: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    let items = options.map { option($0, chosen) }
    return around(id, label, hint, error, required, """
        <select id="\(id)" name="\(name)"\(state(id, hint, error, false))>\(items)</select>
        """)
}

/// One of a long list that is parted by kinds. What was chosen and is not in the list stands there as it was written.
///
/// - Parameter first: what stands when nothing was chosen.
public func select(
    _ name: String, _ label: String, first: (value: String, label: String), groups: [(title: String, options: [(value: String, label: String)])],
    chosen: String? = nil, hint: HTML? = nil, error: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    let id = id ?? name
    let isOther = chosen.map { chosen in chosen != first.value && !groups.contains { $0.options.contains { $0.value == chosen } } } ?? false
    let other = isOther ? chosen.map { [(value: $0, label: $0)] } ?? [] : []
    let parts = groups.map { "<optgroup label=\"\($0.title)\">\($0.options.map { option($0, chosen) })</optgroup>" as HTML }
    return around(id, label, hint, error, required, """
        <select id="\(id)" name="\(name)"\(state(id, hint, error, false))>\(([first] + other).map { option($0, chosen) })\(parts)</select>
        """)
}

private func option(_ option: (value: String, label: String), _ chosen: String?) -> HTML {
    "<option value=\"\(option.value)\" \(flag: "selected", option.value == chosen)>\(option.label)</option>"
}

/// Any of a list, each its own box under one name.
public func checkboxes(
    _ name: String, _ legend: String, options: [(value: String, label: String)], chosen: Set<String> = [],
    hint: HTML? = nil, error: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    choices("checkbox", name, legend, options, chosen, hint, error, required, id ?? name)
}

/// One of a few, all of them in sight.
public func radios(
    _ name: String, _ legend: String, options: [(value: String, label: String)], chosen: String? = nil,
    hint: HTML? = nil, error: String? = nil, required: Bool = true, id: String? = nil
) -> HTML {
    choices("radio", name, legend, options, chosen.map { [$0] } ?? [], hint, error, required, id ?? name)
}

/// One box that is on or off.
public func checkbox(_ name: String, _ label: String, value: String = "yes", on: Bool = false, id: String? = nil) -> HTML {
    "<div class=\"field\">\(choice("checkbox", name, value, label, on, id ?? name))</div>"
}

private func choices(
    _ type: String, _ name: String, _ legend: String, _ options: [(value: String, label: String)], _ chosen: Set<String>,
    _ hint: HTML?, _ error: String?, _ required: Bool, _ id: String
) -> HTML {
    // The first choice carries the field's own id, so a link from an error summary lands on something that can be used.
    let items = options.enumerated().map { index, option in
        choice(type, name, option.value, option.label, chosen.contains(option.value), index == 0 ? id : "\(id)-\(index)")
    }
    return """
        <fieldset class="field\(error == nil ? "" : " wrong")"\(state(id, hint, error, false))>\
        <legend>\(legend)\(optional(required))</legend>\(told(id, hint, error))\(items)</fieldset>
        """
}

private func choice(_ type: String, _ name: String, _ value: String, _ label: String, _ on: Bool, _ id: String) -> HTML {
    """
    <label class="choice" for="\(id)"><input id="\(id)" type="\(type)" name="\(name)" value="\(value)" \(flag: "checked", on)> <span>\(label)</span></label>
    """
}
