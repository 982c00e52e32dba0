/// The styles of a Word document, as far as they hide text, number it or make it a heading.
final class WordStyles: XMLListener {
    struct Style {
        var name = ""
        var basedOn: String?
        var number: Int?
        var level: Int?
        var hides: Bool?
    }

    private var styles: [String: Style] = [:]
    private var open: (id: String, style: Style)?

    func opened(_ tag: Tag, _ attributes: Attributes) {
        if tag == "style" {
            open = attributes["styleId"].map { ($0, Style()) }
            return
        }
        guard open != nil else { return }
        switch tag {
        case "name": open?.style.name = attributes["val"]?.lowercased() ?? ""
        case "basedOn": open?.style.basedOn = attributes["val"]
        case "numId": open?.style.number = attributes.int("val")
        case "ilvl": open?.style.level = attributes.int("val")
        case "vanish": open?.style.hides = attributes.flag("val") ?? true
        default: break
        }
    }

    func closed(_ tag: Tag) {
        guard tag == "style", let style = open, styles.count < Limits.parts else { return }
        styles[style.id] = style.style
        open = nil
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The style and those it is based on, nearest first.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var next = id
        while let id = next, let style = styles[id], chain.count < 20 {
            chain.append(style)
            next = style.basedOn
        }
        return chain
    }

    func hides(_ id: String?) -> Bool { chain(id).lazy.compactMap(\.hides).first ?? false }

    /// The list a style puts its paragraphs in.
    func number(_ id: String?) -> (number: Int, level: Int?)? {
        let chain = chain(id)
        guard let number = chain.lazy.compactMap(\.number).first else { return nil }
        return (number, chain.lazy.compactMap(\.level).first)
    }

    func isHeading(_ id: String?) -> Bool {
        chain(id).contains { $0.name == "title" || $0.name.hasPrefix("heading ") }
    }

    /// A line of a table of contents: a heading told twice.
    func isContents(_ id: String?) -> Bool { styles[id ?? ""].map { $0.name.hasPrefix("toc ") } ?? false }
}
