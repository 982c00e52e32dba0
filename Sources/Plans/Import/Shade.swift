/// The fill of a cell as one of the five colours of a plan's status, by the nearest hue.
struct Shade {
    /// `red`, `amber`, `green`, `blue` or `grey`; nil where the fill is none of them.
    let status: String?

    /// From six hexadecimal digits, with or without `#` or two digits of opacity before them.
    init(_ hex: String?) {
        var digits = Substring(hex ?? "")
        if digits.first == "#" { digits = digits.dropFirst() }
        if digits.count == 8 { digits = digits.dropFirst(2) }
        guard digits.count == 6, let value = Int(digits, radix: 16) else { status = nil; return }
        let red = Double(value >> 16) / 255, green = Double(value >> 8 & 255) / 255, blue = Double(value & 255) / 255
        let most = max(red, green, blue), least = min(red, green, blue), spread = most - least
        let saturation = most == 0 ? 0 : spread / most
        if saturation < 0.13 {
            // Paler greys band the rows of a table; black is no status.
            status = (0.4...0.87).contains(most) ? "grey" : nil
            return
        }
        guard most > 0.25 else { status = nil; return }
        let hue = switch most {
        case red: 60 * ((green - blue) / spread)
        case green: 60 * ((blue - red) / spread + 2)
        default: 60 * ((red - green) / spread + 4)
        }
        status = switch hue < 0 ? hue + 360 : hue {
        case ..<17: "red"
        case ..<70: "amber"
        case ..<172: "green"
        case ..<262: "blue"
        case ..<330: nil
        default: "red"
        }
    }
}
