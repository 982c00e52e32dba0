import Kernel

/// The twelve colours of a workbook's theme, and Excel's own palette.
final class ExcelTheme: XMLListener {
    private var colours: [String] = []
    private var isScheme = false

    func opened(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case "clrScheme": isScheme = true
        case "srgbClr" where isScheme: colours.append(attributes["val"] ?? "000000")
        case "sysClr" where isScheme: colours.append(attributes["lastClr"] ?? (attributes["val"] == "window" ? "FFFFFF" : "000000"))
        default: break
        }
    }

    func closed(_ tag: Tag) throws {
        if tag == "clrScheme" { throw XML.Enough() }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The colour that a cell's fill names: outright, by theme with a tint, or by its place in the palette.
    func colour(_ attributes: Attributes) -> String? {
        let written = attributes["tint"].flatMap(Double.init) ?? 0
        let tint = written.isFinite ? written : 0
        if let rgb = attributes["rgb"] { return Shade.kept(tinted(rgb, tint)) }
        if let place = attributes.int("theme") {
            // The theme's part lists dark before light; a cell counts light first.
            let order = place < 4 ? place ^ 1 : place
            return colours.indices.contains(order) ? Shade.kept(tinted(colours[order], tint)) : nil
        }
        if let place = attributes.int("indexed") {
            let palette = ExcelTheme.palette
            // The first eight are listed twice.
            let index = place < 8 ? place : place - 8
            return place < 64 && palette.indices.contains(index) ? Shade.kept(palette[index]) : nil
        }
        return nil
    }

    /// Lighter (towards 1) or darker (towards -1), by the lightness of HSL (ECMA-376, part 1, 18.8.19).
    private func tinted(_ rgb: String, _ tint: Double) -> String {
        let digits = String(rgb.suffix(6))
        guard tint != 0, let number = UInt32(digits, radix: 16) else { return digits }
        let parts = [16, 8, 0].map { Double(number >> $0 & 0xFF) / 255 }
        let (most, least) = (parts.max() ?? 0, parts.min() ?? 0)
        let light = (most + least) / 2
        let spread = most - least
        let saturation = spread == 0 ? 0 : spread / (1 - abs(2 * light - 1))
        let newLight = tint < 0 ? light * (1 + max(tint, -1)) : light + (1 - light) * min(tint, 1)
        let chroma = (1 - abs(2 * newLight - 1)) * saturation
        // Each part keeps its place between the darkest and the brightest, which is its hue.
        let changed = parts.map { part in
            let place = spread == 0 ? 0.5 : (part - least) / spread
            return UInt32(((newLight - chroma / 2 + place * chroma) * 255).rounded().clamped(0, 255))
        }
        let text = String(changed[0] << 16 | changed[1] << 8 | changed[2], radix: 16)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    private static let palette = [
        "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
        "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
        "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
        "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
        "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
        "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
        "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
    ]
}

extension Double {
    fileprivate func clamped(_ low: Double, _ high: Double) -> Double { Swift.min(Swift.max(self, low), high) }
}
