/// How wide words come out in Inter, which papers are printed in, so that what is drawn and what stands in columns gets the
/// room it takes and no more.
public enum Letters {
    /// In the unit of the size: points of a page, pixels of a drawing.
    public static func width(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
        let widths = bold ? semibold : regular
        var thousandths = 0
        for scalar in text.unicodeScalars {
            let index = Int(scalar.value) - 32
            thousandths += widths.indices.contains(index) ? widths[index] : scalar.value < 0x2E80 ? 640 : 1000
        }
        return Double(thousandths) * size / 1000
    }

    /// The text on so many lines at most. What has no room ends with dots after a whole word, or within a word that fills the line by itself.
    static func lines(_ text: String, size: Double, room: Double, most: Int) -> [String] {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        var lines: [String] = []
        while !words.isEmpty, lines.count < most {
            var line = words.removeFirst()
            while let next = words.first, width(line + " " + next, size: size) <= room {
                line += " " + next
                words.removeFirst()
            }
            let isCut = !words.isEmpty && lines.count + 1 == most
            lines.append(isCut || width(line, size: size) > room ? dotted(line, size, room) : line)
        }
        return lines
    }

    private static func dotted(_ line: String, _ size: Double, _ room: Double) -> String {
        var line = line[...]
        while !line.isEmpty, width(line + "…", size: size) > room {
            if let space = line.lastIndex(of: " ") { line = line[..<space] } else { line.removeLast() }
        }
        while let last = line.last, ",;:.– ".contains(last) { line.removeLast() }
        return line + "…"
    }

    /// Thousandths of the size, from the space to the tilde.
    private static let regular = [
        281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464, 605, 636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507,
        936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652, 562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452,
        497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659,
    ]
    private static let semibold = [
        248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379, 667, 481, 621, 652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544,
        999, 724, 657, 744, 724, 608, 586, 755, 744, 275, 561, 677, 566, 906, 741, 775, 643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468,
        497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569, 261, 898, 610, 608, 625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673,
    ]
}
