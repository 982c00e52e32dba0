import Kernel

/// How a workbook counts days: from 1900, as Excel on Windows does, or from 1904, as old ones from a Mac do.
enum ExcelDates {
    case from1900, from1904

    /// The day a serial number means; nil for what is no day: a time alone, and 29 February 1900, which Excel believes in.
    func day(_ serial: Int) -> Day? {
        guard (0...2_958_465).contains(serial) else { return nil }
        switch self {
        case .from1904: return Day(1904, 1, 1)?.adding(days: serial)
        case .from1900:
            if serial == 0 || serial == 60 { return nil }
            return Day(1899, 12, serial < 60 ? 31 : 30)?.adding(days: serial)
        }
    }
}

extension Day {
    /// `28/02/2021`, as spreadsheets in Britain show it.
    var slashed: String {
        let (year, month, day) = parts
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(day))/\(two(month))/\(year)"
    }
}
