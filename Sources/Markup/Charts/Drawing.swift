import Kernel

/// A chart as a picture that stands alone, for paper.
///
/// It is drawn by the same hand as on a page, with the same classes. On a page the style sheet colours them; a picture has
/// its colours within, as a few rules of the same classes.
public struct Drawing: Sendable {
    /// A whole SVG document.
    public let svg: HTML
    /// In CSS pixels, 96 to the inch.
    public let width: Int
    public let height: Int
    /// What it shows, for those who don't see it.
    public let words: String

    init(width: Int, height: Int, words: String, _ marks: HTML) {
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)"><title>\(words)</title><style>\(Drawing.style)</style>\(Drawing.patterns)\(marks)</svg>
            """
        self.width = width
        self.height = height
        self.words = words
    }

    /// Black squares on white, `side` of them each way: a code that a telephone reads.
    ///
    /// - Parameter dark: whether a square is, row by row.
    public init(code dark: [Bool], side: Int, words: String) {
        // Four squares of white around it are part of the code (ISO/IEC 18004).
        let whole = side + 8
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard dark[row * side + column] else { column += 1; continue }
                let start = column
                while column < side, dark[row * side + column] { column += 1 }
                path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
            }
        }
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" class="code" width="120" height="120" viewBox="0 0 \(whole) \(whole)" role="img" aria-label="\(words)">\
            <path class="ground" d="M0 0h\(whole)v\(whole)H0z" fill="#fff"/><path d="\(path)" fill="#000" shape-rendering="crispEdges"/></svg>
            """
        (width, height) = (120, 120)
        self.words = words
    }

    /// The colours of the style sheet's light scheme, by the same classes.
    static let style: HTML = """
        text{fill:#4a5361;font-family:Inter,Arial,sans-serif;font-size:12px}\
        .name,.standing{fill:#15191f}.year,text.shown{fill:#15191f;font-weight:600}.after{text-anchor:end}\
        .ground{fill:#eceff3}.gap{stroke:#fff;stroke-width:3}.rule,.level{stroke:#dfe3e8}.base{stroke:#818b99}\
        line.shown{stroke:#15191f;stroke-width:1.5}line.ends{stroke:#4a5361;stroke-dasharray:4 4}\
        text.shown,text.ends,text.none{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}\
        .run{stroke-width:8;opacity:.85}.over{stroke-width:3;stroke-dasharray:2 4}line.due{stroke-width:3}\
        .expected{fill:#fff;stroke-width:3}path.done{stroke:#fff;stroke-width:2}\
        .lines path{fill:none;stroke-width:2.5}.lines .due{stroke:#8a94a2;stroke-dasharray:6 4}.lines .done{stroke:#2a62a8;fill:none}.lines .area{fill:#e4eefb;stroke:none}\
        .keys .due{stroke:#4a5361}.keys .expected{stroke:#4a5361}.keys .done{fill:#4a5361}\(Drawing.tones)\
        .hatch.amber{fill:url(#amber)}.hatch.green{fill:url(#green)}.hatch.blue{fill:url(#blue)}.hatch.red,.hatch.grey{fill:none}
        """

    /// What lies over a part of a whole: stripes and dots tell the parts apart where the paper is printed in black.
    private static let patterns: HTML = """
        <defs><pattern id="amber" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#fff" stroke-opacity=".8"/></pattern>\
        <pattern id="green" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M3 0v6" stroke="#fff" stroke-opacity=".7"/></pattern>\
        <pattern id="blue" width="6" height="6" patternUnits="userSpaceOnUse">\
        <circle cx="1.5" cy="1.5" r=".7" fill="#fff"/><circle cx="4.5" cy="4.5" r=".7" fill="#fff"/></pattern></defs>
        """

    private static let tones = Tone.allCases.map { tone -> HTML in
        let (name, colour) = (tone.rawValue, tone.fill)
        return """
            .fill.\(name),path.done.\(name){fill:\(colour)}.run.\(name),.over.\(name),line.due.\(name),.expected.\(name){stroke:\(colour)}
            """
    }.joined()
}

extension Tone {
    /// What a surface of this tone is filled with where the style sheet does not reach, as `--fill-…` has it.
    var fill: String {
        switch self {
        case .red: "#b3362c"
        case .amber: "#c47400"
        case .green: "#2b8457"
        case .blue: "#2a62a8"
        case .grey: "#8a94a2"
        }
    }

    /// The shape that a standing has beside its word, 10 by 10, with its upper left corner there.
    func shape(_ x: Int, _ y: Int) -> HTML {
        switch self {
        case .red: "<rect class=\"fill red\" x=\"\(x)\" y=\"\(y)\" width=\"10\" height=\"10\"/>"
        case .amber: "<path class=\"fill amber\" d=\"M\(x + 5) \(y)l5 10H\(x)z\"/>"
        case .green: "<circle class=\"fill green\" cx=\"\(x + 5)\" cy=\"\(y + 5)\" r=\"5\"/>"
        case .blue: "<path class=\"fill blue\" d=\"M\(x + 5) \(y)l5 5-5 5-5-5z\"/>"
        case .grey: "<path class=\"fill grey\" fill-rule=\"evenodd\" d=\"M\(x) \(y + 5)a5 5 0 1 1 10 0a5 5 0 1 1-10 0zM\(x + 2) \(y + 5)a3 3 0 1 1 6 0a3 3 0 1 1-6 0z\"/>"
        }
    }
}

/// Words in a row from the left, each with its mark before it, on as many lines as it takes.
func keyed(_ items: [(mark: (Int, Int) -> HTML, words: String)], y: Int, width: Int) -> (marks: HTML, height: Int) {
    var (x, line) = (0, 0)
    var marks = HTML.empty
    for item in items {
        let taken = 16 + Int(Letters.width(item.words, size: 12).rounded(.up)) + 20
        if x > 0, x + taken - 20 > width { (x, line) = (0, line + 1) }
        marks += "\(item.mark(x, y + line * 20))<text x=\"\(x + 16)\" y=\"\(y + line * 20 + 10)\">\(item.words)</text>"
        x += taken
    }
    return (marks, items.isEmpty ? 0 : (line + 1) * 20)
}

/// What the parts of a whole mean: a patch of each with its words.
func keyed(_ shares: [Share], y: Int, width: Int) -> (marks: HTML, height: Int) {
    keyed(shares.map { share in
        (mark: { x, y in "\(["fill", "hatch"].map { look -> HTML in "<rect class=\"\(look) \(share.tone.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"12\" height=\"11\"/>" })" }, words: "\(share.count) \(share.words)")
    }, y: y, width: width)
}
