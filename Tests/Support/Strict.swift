/// Reads markup as strictly as it is meant to be written, and names everything that is wrong with it.
///
/// Every element is closed in its turn, attributes are in double quotes and stand once, ids are used once and every
/// reference to one leads somewhere; nothing is styled or scripted in place.
public struct Strict {
    private(set) var faults: [String] = []
    private(set) var ids: Set<String> = []
    private var references: [(from: String, id: String)] = []
    private var open: [String] = []

    public static func faults(in markup: String) -> [String] {
        var page = Strict()
        page.read(Array(markup.unicodeScalars))
        return page.faults
    }

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]
    private static let drawn: Set<String> = ["rect", "line", "path", "circle", "use", "image"]
    /// What may not stand inside a paragraph: a browser would end the paragraph there.
    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "dl", "table", "section", "article", "header", "form", "details", "h1", "h2", "h3", "fieldset", "figure", "nav",
    ]
    private static let doors: Set<String> = ["a", "button", "input", "select", "textarea", "summary"]

    private mutating func read(_ text: [Unicode.Scalar]) {
        var index = 0
        while index < text.count {
            switch text[index] {
            case "<":
                guard let end = close(text, from: index) else {
                    faults.append("a tag is not closed")
                    return
                }
                tag(String(String.UnicodeScalarView(text[(index + 1)..<end])))
                index = end + 1
            case "&":
                guard let end = text[index...].prefix(9).firstIndex(of: ";") else {
                    faults.append("a bare ampersand")
                    index += 1
                    continue
                }
                index = end + 1
            case ">":
                faults.append("a bare >")
                index += 1
            default:
                index += 1
            }
        }
        for tag in open { faults.append("<\(tag)> is never closed") }
        for reference in references where !ids.contains(reference.id) { faults.append("\(reference.from) names \(reference.id), which is not there") }
    }

    /// The end of a tag: the first `>` outside quotes.
    private func close(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        var isQuoted = false
        for index in start..<text.count {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private mutating func tag(_ inside: String) {
        if inside == "!DOCTYPE html" { return }
        if inside.hasPrefix("/") {
            let name = String(inside.dropFirst())
            if open.last == name { open.removeLast() } else { faults.append("</\(name)> closes <\(open.last ?? "nothing")>") }
            return
        }
        let isEmpty = inside.hasSuffix("/")
        let body = isEmpty ? inside.dropLast() : inside[...]
        let name = String(body.prefix { $0.isLetter || $0.isNumber })
        if name.isEmpty { faults.append("<\(inside.prefix(20))> is not a tag") }
        if isEmpty != Strict.drawn.contains(name) { faults.append("<\(name)> is \(isEmpty ? "" : "not ")closed in itself") }
        if Strict.blocks.contains(name), open.contains("p") { faults.append("<\(name)> inside <p>") }
        if Strict.doors.contains(name), let outer = open.first(where: { ["a", "button", "summary"].contains($0) }) {
            faults.append("<\(name)> inside <\(outer)>")
        }
        if name == "form", open.contains("form") { faults.append("<form> inside <form>") }
        attributes(body.dropFirst(name.count), of: name)
        if !isEmpty, !Strict.void.contains(name) { open.append(name) }
    }

    private mutating func attributes(_ text: Substring, of tag: String) {
        var rest = text
        var seen: Set<String> = []
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            if start == rest.startIndex { faults.append("no space before an attribute of <\(tag)>: \(rest.prefix(20))") }
            rest = rest[start...]
            let name = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
            rest = rest.dropFirst(name.count)
            if !seen.insert(name).inserted { faults.append("<\(tag)> has \(name) twice") }
            if name == "style" || name.hasPrefix("on") { faults.append("<\(tag)> has \(name)") }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                faults.append("<\(tag)> has \(name) without double quotes")
                return
            }
            let value = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            if value.contains("<") { faults.append("<\(tag)> has a bare < in \(name)") }
            note(name, value, of: tag)
        }
    }

    private mutating func note(_ name: String, _ value: String, of tag: String) {
        switch name {
        case "id":
            if !ids.insert(value).inserted { faults.append("the id \(value) is used twice") }
        case "for", "aria-labelledby", "aria-describedby":
            references += value.split(separator: " ").map { ("<\(tag)> \(name)", String($0)) }
        case "href" where value.hasPrefix("#"):
            references.append(("<\(tag)> href", String(value.dropFirst())))
        default: break
        }
    }
}
