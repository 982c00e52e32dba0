/// A doubtful cell of an imported table, put to the person who knows: where it is, what was written, what is wrong with it.
///
/// - Parameters:
///   - suggestion: what Muster would put there, when it has a suggestion.
///   - answer: the control to answer with; its id may be that of the query.
public func queryCard(
    id: String, place: String, written: String, sentence: String, suggestion: String? = nil, answered: Bool = false, answer: HTML
) -> HTML {
    let hint: HTML? = suggestion.map { "<div><dt>Suggestion</dt><dd>\($0)</dd></div>" }
    let quoted: HTML = written.isEmpty ? "nothing" : "<q class=\"written\">\(written)</q>"
    return """
        <article class="query\(answered ? " answered" : "")" id="query-\(id)"><header><h3>\(place)</h3>\
        \(answered ? tag("Answered", .green) : tag("To answer", .amber))</header><p>\(sentence)</p>\
        <dl class="facts"><div><dt>Written</dt><dd>\(quoted)</dd></div>\(hint)</dl>\
        <div class="answer">\(answer)</div></article>
        """
}
