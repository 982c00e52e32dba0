import Kernel
public import Markup
public import Web

/// The field of a form that names premises. Those who are meant, or the likeliest, are offered below it, with JavaScript as one types.
///
/// - Parameters:
///   - premises: what stands in it where nobody wrote anything.
///   - meant: those that are meant by what stands in it, or the likeliest.
public func premisesField(_ filled: Filled, _ premises: String?, meant: [Premises]) -> HTML {
    let written = filled.value("premises", premises)
    let hint: HTML = meant.count == 1 && meant[0].reference.key == written.lowercased()
        ? "\(meant[0].line)." : "Their reference, or the beginnings of words of their name, address or postcode, which are then looked for."
    return """
        \(suggestions("premises-meant", meant.map { ($0.reference.text, $0.line) }))\
        <div data-finds="/premises/search">\(filled.suggested("premises", "Premises", premises, list: "premises-meant", hint: hint))</div>
        """
}
