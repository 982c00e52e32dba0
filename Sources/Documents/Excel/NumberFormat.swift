import Foundation
import Kernel

/// How a cell shows its number, as far as it changes what a person reads (ECMA-376, part 1, 18.8.30).
struct NumberFormat: Equatable {
    enum Shows: Equatable {
        case general
        /// A day, perhaps with a time.
        case day(withTime: Bool)
        /// A month or a year alone: what it shows is no single day.
        case month(withYear: Bool), year
        case time
        case digits(Digits)
    }

    struct Digits: Equatable {
        var prefix = ""
        var suffix = ""
        var leastWhole = 0
        var leastDecimals = 0
        var mostDecimals = 0
        var isGrouped = false
        var percent = 0
    }

    let shows: Shows

    static let general = NumberFormat(shows: .general)

    private init(shows: Shows) { self.shows = shows }

    /// A format that Excel knows by number alone.
    init(builtIn id: Int) {
        switch id {
        case 14, 15, 16, 27...31, 36, 50...54, 57, 58: self.init(shows: .day(withTime: false))
        case 22: self.init(shows: .day(withTime: true))
        case 17, 55, 56: self.init(shows: .month(withYear: true))
        case 18...21, 32...35, 45...47: self.init(shows: .time)
        case 1: self.init(code: "0")
        case 2: self.init(code: "0.00")
        case 3: self.init(code: "#,##0")
        case 4: self.init(code: "#,##0.00")
        case 9: self.init(code: "0%")
        case 10: self.init(code: "0.00%")
        default: self.init(shows: .general)
        }
    }

    /// A format by its code. Of its sections the first is taken, which is for positive numbers.
    init(code: String) {
        var digits = Digits()
        var letters: Set<Character> = []
        var isElapsed = false
        var (sawDigit, sawPoint, isPlain) = (false, false, true)
        var rest = Array(code)[...]
        func literal(_ text: String) { if sawDigit { digits.suffix += text } else { digits.prefix += text } }
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "\"":
                literal(String(rest.prefix { $0 != "\"" }))
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": if let next = rest.popFirst() { literal(String(next)) }
            case "_": rest = rest.dropFirst()
            case "*": rest = rest.dropFirst()
            case "[":
                let inside = String(rest.prefix { $0 != "]" })
                rest = rest.drop { $0 != "]" }.dropFirst()
                if let first = inside.lowercased().first, inside.lowercased().allSatisfy({ $0 == first }), "hms".contains(first) { isElapsed = true }
                if inside.hasPrefix("$"), let sign = inside.dropFirst().split(separator: "-", omittingEmptySubsequences: false).first { literal(String(sign)) }
            case "0", "#", "?":
                sawDigit = true
                if sawPoint {
                    digits.mostDecimals += 1
                    if character == "0" { digits.leastDecimals = digits.mostDecimals }
                } else if character == "0" {
                    digits.leastWhole += 1
                }
            case ".": if sawDigit { sawPoint = true } else if letters.isEmpty { literal(".") }
            case ",": if sawDigit { digits.isGrouped = true }
            case "%":
                digits.percent += 1
                literal("%")
            case "d", "D", "m", "M", "y", "Y", "h", "H", "s", "S", "e", "b":
                letters.insert(Character(character.lowercased()))
            case "E", "@", "/": isPlain = false
            case "G", "g":
                // "General", and in some formats an era.
                isPlain = false
                if String(rest.prefix(6)).lowercased() == "eneral" { rest = rest.dropFirst(6) }
            case " ", "-", "(", ")", "$", "£", "€", ":", "+", "'": literal(String(character))
            default: break
            }
        }
        let (hasDay, hasYear) = (letters.contains("d"), !letters.isDisjoint(with: ["y", "e", "b"]))
        let hasClock = isElapsed || !letters.isDisjoint(with: ["h", "s"])
        if hasDay || hasYear && letters.contains("m") && hasClock {
            shows = .day(withTime: hasClock)
        } else if letters.contains("m") && !hasClock {
            shows = .month(withYear: hasYear)
        } else if hasYear && !hasClock {
            shows = .year
        } else if hasClock {
            shows = .time
        } else {
            shows = sawDigit && isPlain ? .digits(digits) : .general
        }
    }

    /// What a cell shows, and the day it means where it is one.
    func shown(_ value: Double, dates: ExcelDates) -> (text: String, date: String?) {
        guard value.isFinite else { return (String(value), nil) }
        switch shows {
        case .general: return (NumberFormat.general(value), nil)
        case .digits(let digits): return (NumberFormat.written(value, digits), nil)
        case .day, .month, .year, .time:
            guard value >= 0, value < 2_958_466 else { return (NumberFormat.general(value), nil) }
            return moment(value, dates)
        }
    }

    private func moment(_ value: Double, _ dates: ExcelDates) -> (text: String, date: String?) {
        var serial = Int(value)
        var minutes = Int(((value - Double(serial)) * 1440).rounded())
        if minutes == 1440 { (serial, minutes) = (serial + 1, 0) }
        if shows == .time { return (NumberFormat.clock(Int((value * 1440).rounded())), nil) }
        guard let day = dates.day(serial) else {
            return (serial == 60 ? "29/02/1900" : serial == 0 ? NumberFormat.clock(minutes) : NumberFormat.general(value), nil)
        }
        let (year, month, _) = day.parts
        switch shows {
        case .month(let withYear): return (Day.months[month - 1] + (withYear ? " \(year)" : ""), nil)
        case .year: return (String(year), nil)
        case .day(let withTime): return (withTime && minutes > 0 ? "\(day.slashed) \(NumberFormat.clock(minutes))" : day.slashed, day.iso)
        default: return (day.slashed, day.iso)
        }
    }

    /// `09:05`; hours go on past 24, as `[h]:mm` shows them.
    private static func clock(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Eleven characters at most, as a cell of no format shows a fraction; whole numbers in full.
    static func general(_ value: Double) -> String {
        let size = abs(value)
        if value == value.rounded(), size < 1e15 { return String(Int64(value)) }
        guard size >= 1e-5, size < 1e10 else { return short(String(format: "%.5E", value)) }
        let whole = String(Int64(size)).count
        return written(value, Digits(leastWhole: 1, mostDecimals: max(0, 10 - whole)))
    }

    private static func short(_ scientific: String) -> String {
        let parts = scientific.split(separator: "E")
        return parts.count == 2 ? trimmed(String(parts[0])) + "E" + parts[1] : scientific
    }

    private static func trimmed(_ decimals: String) -> String {
        guard decimals.contains(".") else { return decimals }
        var text = decimals
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    private static func written(_ value: Double, _ digits: Digits) -> String {
        guard abs(value) < 1e15 else { return general(value) }
        let scaled = digits.percent > 0 ? value * pow(100, Double(min(digits.percent, 3))) : value
        // Half away from zero, as Excel rounds, after taking off the noise of binary fractions.
        let places = min(digits.mostDecimals, 10)
        let power = pow(10, Double(places))
        let units = (abs(scaled) * power * (1 + 1e-15)).rounded(.toNearestOrAwayFromZero)
        guard units < 9e15 else { return general(value) }
        var number = String(Int64(units))
        if number.count < places + 1 { number = String(repeating: "0", count: places + 1 - number.count) + number }
        var whole = String(number.dropLast(places))
        var decimals = String(number.suffix(places))
        while decimals.count > digits.leastDecimals, decimals.hasSuffix("0") { decimals.removeLast() }
        if whole.count < digits.leastWhole { whole = String(repeating: "0", count: min(digits.leastWhole, 30) - whole.count) + whole }
        if digits.isGrouped, let number = Int(whole) { whole = grouped(number) }
        let sign = value < 0 && units > 0 ? "-" : ""
        return String((sign + digits.prefix + whole + (decimals.isEmpty ? "" : ".") + decimals + digits.suffix).trimmed)
    }
}
