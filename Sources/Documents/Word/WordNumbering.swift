import Kernel

/// The numbered lists of a Word document: gives each numbered paragraph the number it shows (ECMA-376, part 1, 17.9).
final class WordNumbering: XMLListener {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var restarts = true
        var isLegal = false
        var style: String?
    }

    private struct List {
        var levels: [Int: Level] = [:]
        /// The numbering style that holds this list's levels instead of it.
        var styleLink: String?
    }

    private struct Use {
        var list: Int
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private let styles: WordStyles
    private var lists: [Int: List] = [:]
    private var uses: [Int: Use] = [:]
    private var counts: [Int: [Int: Int]] = [:]
    private var begun: Set<Int> = []

    private var list: Int?
    private var use: Int?
    private var level: (index: Int, level: Level)?
    private var overridden: Int?

    init(_ styles: WordStyles) { self.styles = styles }

    func opened(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case "abstractNum":
            list = attributes.int("abstractNumId")
            if let list { lists[list] = List() }
        case "num": use = attributes.int("numId")
        case "abstractNumId":
            if let use, let list = attributes.int("val") { uses[use] = Use(list: list) }
        case "numStyleLink": if let list { lists[list]?.styleLink = attributes["val"] }
        case "lvlOverride": overridden = attributes.int("ilvl")
        case "startOverride":
            if let use, let overridden { uses[use]?.starts[overridden] = attributes.int("val") }
        case "lvl": level = attributes.int("ilvl").map { ($0, Level()) }
        case "start": level?.level.start = attributes.int("val") ?? 1
        case "numFmt": level?.level.format = attributes["val"] ?? "decimal"
        case "lvlText": level?.level.text = attributes["val"] ?? ""
        case "lvlRestart": level?.level.restarts = attributes.int("val") != 0
        case "isLgl": level?.level.isLegal = attributes.flag("val") ?? true
        case "pStyle": level?.level.style = attributes["val"]
        default: break
        }
    }

    func closed(_ tag: Tag) {
        switch tag {
        case "lvl":
            if let level, (0...8).contains(level.index) {
                if let use { uses[use]?.levels[level.index] = level.level } else if let list { lists[list]?.levels[level.index] = level.level }
            }
            level = nil
        case "lvlOverride": overridden = nil
        case "abstractNum": list = nil
        case "num": use = nil
        default: break
        }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {}

    /// Counts one paragraph of a list and gives its number as it shows (`1)`, `2.1`, `•`), or nil where nothing shows.
    func next(_ number: Int, level asked: Int?, style: String?) -> String? {
        guard number > 0, let use = uses[number] else { return nil }
        let key = source(of: use.list)
        var levels = lists[key]?.levels ?? [:]
        for (index, level) in use.levels { levels[index] = level }
        let index = asked ?? levels.first { style != nil && $0.value.style == style }?.key ?? 0
        guard let level = levels[index] else { return nil }
        var count = counts[key] ?? [:]
        if begun.insert(number).inserted {
            for (index, start) in use.starts { count[index] = start - 1 }
        }
        count[index] = (count[index] ?? level.start - 1) + 1
        for deeper in levels.keys where deeper > index && levels[deeper]?.restarts == true { count[deeper] = nil }
        counts[key] = count
        if level.format == "bullet" { return "•" }
        return shown(level, count, levels)
    }

    /// Lists that borrow their levels through a numbering style are counted with the list they borrow from.
    private func source(of list: Int) -> Int {
        guard let link = lists[list]?.styleLink, let number = styles.number(link)?.number, let use = uses[number] else { return list }
        return use.list
    }

    private func shown(_ level: Level, _ count: [Int: Int], _ levels: [Int: Level]) -> String? {
        var shown = ""
        var isPlace = false
        for character in level.text {
            if isPlace, let digit = character.wholeNumberValue, (1...9).contains(digit) {
                let of = levels[digit - 1]
                let value = count[digit - 1] ?? of?.start ?? 1
                shown += WordNumbering.written(value, as: level.isLegal ? "decimal" : of?.format ?? "decimal")
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                shown.append(character)
            }
        }
        shown = String(shown.trimmed)
        return shown.isEmpty ? nil : shown
    }

    static func written(_ number: Int, as format: String) -> String {
        switch format {
        case "none": ""
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "lowerLetter": letters(number)
        case "upperLetter": letters(number).uppercased()
        case "lowerRoman": roman(number)
        case "upperRoman": roman(number).uppercased()
        case "ordinal": ordinal(number)
        default: String(number)
        }
    }

    /// a … z, then aa, bb: Word repeats the letter.
    private static func letters(_ number: Int) -> String {
        guard number > 0, number < 26 * 20, let letter = Unicode.Scalar(97 + (number - 1) % 26) else { return String(number) }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return String(number) }
        let numerals = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
            (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, numeral) in numerals {
            text += String(repeating: numeral, count: rest / value)
            rest %= value
        }
        return text
    }

    private static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        return "\(number)" + (isTeen ? "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th")
    }
}
