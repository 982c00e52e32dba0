import Kernel
import Markup

/// Words of one look, with line feeds as breaks.
func run(_ text: String, _ style: HTML? = nil) -> HTML {
    guard !text.isEmpty else { return .empty }
    let look: HTML? = style.map { "<w:rPr><w:rStyle w:val=\"\($0)\"/></w:rPr>" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> HTML in
        line.isEmpty ? .empty : "<w:t xml:space=\"preserve\">\(line)</w:t>"
    }
    return "<w:r>\(look)\(lines.joined(by: "<w:br/>"))</w:r>"
}

extension DocxBody {
    mutating func runs(_ words: Words) -> HTML {
        var xml = HTML.empty
        for each in words.runs { xml += linked(each) }
        return xml
    }

    private mutating func linked(_ each: Run) -> HTML {
        guard let to = each.to else { return plain(each, isLink: false) }
        if let anchor = to.anchor {
            return isPlace(anchor) ? "<w:hyperlink w:anchor=\"\(place(anchor))\" w:history=\"1\">\(plain(each, isLink: true))</w:hyperlink>" : plain(each, isLink: false)
        }
        guard let whole = to.whole(at: paper.base) else { return plain(each, isLink: false) }
        return "<w:hyperlink r:id=\"rLink\(number(of: whole))\" w:history=\"1\">\(plain(each, isLink: true))</w:hyperlink>"
    }

    private func plain(_ each: Run, isLink: Bool) -> HTML {
        if let tone = each.tone {
            // The shape tells standings apart in black and white.
            return run("\u{A0}\(tone.sign)\u{A0}\(each.text.split(separator: " ").joined(separator: "\u{A0}"))\u{A0}", "Standing\(tone.name)")
        }
        if isLink { return run(each.text, "Hyperlink") }
        return switch each.look {
        case .strong: run(each.text, "Strong")
        case .emphasis: run(each.text, "Emphasis")
        case nil: run(each.text)
        }
    }
}

extension Tone {
    var name: HTML {
        switch self {
        case .red: "Red"
        case .amber: "Amber"
        case .green: "Green"
        case .blue: "Blue"
        case .grey: "Grey"
        }
    }

    /// The shape of a standing as a letter.
    var sign: String {
        switch self {
        case .red: "■"
        case .amber: "▲"
        case .green: "●"
        case .blue: "◆"
        case .grey: "○"
        }
    }

    /// The colour of its words and of what lies under them.
    var inks: (ink: String, tint: String) {
        switch self {
        case .red: ("A3231A", "FBE9E7")
        case .amber: ("8A4B00", "FFF1D6")
        case .green: ("0B6239", "E3F4EA")
        case .blue: ("1A4F8F", "E4EEFB")
        case .grey: ("4D5663", "ECEFF3")
        }
    }
}
