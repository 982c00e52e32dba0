import Markup

/// What the marks of the map say: the kind by shape and colour, where the notice stands by whether the shape is filled.
struct MapKey {
    /// Those that are drawn.
    let kinds: [PublicEntry.Kind]
    let statuses: [PublicEntry.Status]
    let hasMany: Bool

    var list: HTML {
        guard !kinds.isEmpty || hasMany else { return .empty }
        let each = kinds.map { item($0.words, MapKey.mark($0, .inForce, x: 12, y: 12)) } + statuses.map { item($0.words, MapKey.sign(of: $0)) }
        let many: HTML? = hasMany ? item("Several, and how many", "<circle class=\"many\" cx=\"12\" cy=\"12\" r=\"11\"/><text class=\"middle\" x=\"12\" y=\"16\">9</text>") : nil
        return "<ul class=\"keys-of-map\" aria-label=\"What the marks mean\">\(each)\(many)</ul>"
    }

    private func item(_ words: String, _ drawing: HTML) -> HTML {
        "<li><svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(drawing)</svg>\(words)</li>"
    }

    /// A status by itself, of no kind.
    private static func sign(of status: PublicEntry.Status) -> HTML { shape("M2 12a10 10 0 0 1 20 0a10 10 0 0 1 -20 0z", "grey", status, x: 12, y: 12) }

    /// A mark around a point.
    static func mark(_ kind: PublicEntry.Kind, _ status: PublicEntry.Status, x: Double, y: Double) -> HTML {
        let outline = switch kind {
        case .enforcement: "m-10 0a10 10 0 0 1 20 0a10 10 0 0 1 -20 0z"
        case .prohibition: "m-9 -9h18v18h-18z"
        case .alterations: "m0 -12l12 12l-12 12l-12 -12z"
        }
        return shape("M\(written(x)) \(written(y))\(outline)", kind.tone.rawValue, status, x: x, y: y)
    }

    /// Filled while it is in force, hollow when it was complied with, crossed out when it ended otherwise.
    private static func shape(_ path: String, _ tone: String, _ status: PublicEntry.Status, x: Double, y: Double) -> HTML {
        let cross: HTML? = status == .withdrawn || status == .ended ? "<path class=\"cross\" d=\"M\(written(x - 5)) \(written(y - 5))l10 10m0 -10l-10 10\"/>" : nil
        return "<path class=\"one \(tone) \(status == .inForce ? "filled" : "hollow")\" d=\"\(path)\"/>\(cross)"
    }
}
