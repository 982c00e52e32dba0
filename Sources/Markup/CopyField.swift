/// Text to be copied and kept elsewhere: one line that is selected whole when it gets the focus by the keyboard.
public func copyField(_ label: String, _ value: String, hint: HTML? = nil, id: String) -> HTML {
    """
    <div class="form">\(around(id, label, hint, nil, true, """
        <input class="text" id="\(id)" type="text" value="\(value)" readonly autocomplete="off" spellcheck="false"\(state(id, hint, nil, false))>
        """))</div>
    """
}
