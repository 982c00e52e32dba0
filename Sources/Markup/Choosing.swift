/// Some of a long list, each on its own line under one name: what is on record is offered as one types, by its words, and its
/// code is what is sent.
///
/// - Parameter values: the codes that stand there, and an empty one for each line that is still free.
public func choosing(
    _ name: String, _ legend: String, options: [(value: String, label: String)], values: [String], hint: HTML? = nil,
    error: String? = nil, required: Bool = false, id: String? = nil
) -> HTML {
    let id = id ?? name
    let list = options.map { "<option value=\"\($0.value)\">\($0.label)</option>" as HTML }
    let lines = values.enumerated().map { index, value -> HTML in
        """
        <input class="text" id="\(index == 0 ? id : "\(id)-\(index)")" name="\(name)" type="text" value="\(value)" list="\(id)-list" \
        autocomplete="off" aria-label="\(legend), \(String(index + 1))">
        """
    }
    return """
        <fieldset class="field\(error == nil ? "" : " wrong")"\(state(id, hint, error, false))>\
        <legend>\(legend)\(optional(required))</legend>\(told(id, hint, error))\(lines)<datalist id="\(id)-list">\(list)</datalist></fieldset>
        """
}
