import Foundation
import Kernel

/// Hears one worksheet, row by row; nothing is kept for cells that hold nothing.
final class ExcelSheet: XMLListener {
    private enum Kind { case number, shared, inline, text, flag, error, day }

    private let texts: [String]
    private let styles: ExcelStyles
    private let dates: ExcelDates
    private(set) var allowance: Allowance
    /// Where rows go one by one instead of into the grid. False when no more are wanted.
    var eachRow: (([Cell], _ number: Int) throws -> Bool)?

    private var grid = ExcelGrid()
    private var row: [Cell] = []
    private var number = 0
    private var column = 0

    private var kind = Kind.number
    private var style: Int?
    private var value: [UInt8] = []
    private var (isValue, isGuide, isFormula) = (false, false, false)

    private var unvalued: [String] = []
    private var unvaluedCount = 0
    private var far: String?

    init(_ texts: SharedTexts, _ styles: ExcelStyles, dates: ExcelDates, _ allowance: Allowance) {
        self.texts = texts.texts
        self.styles = styles
        self.dates = dates
        self.allowance = allowance
    }

    func opened(_ tag: Tag, _ attributes: Attributes) throws {
        switch tag {
        case "c": beginCell(attributes)
        case "v": isValue = true
        case "t": isValue = kind == .inline && !isGuide
        case "rPh": isGuide = true
        case "f": isFormula = true
        case "row": beginRow(attributes)
        case "col":
            guard let from = attributes.int("min"), let to = attributes.int("max"),
                  attributes.flag("hidden") == true || attributes["width"].flatMap(Double.init) == 0 else { return }
            grid.hide(columns: from...max(from, min(to, 16_384)))
        case "mergeCell": if let reference = attributes.bytes("ref") { try grid.merge(reference) }
        case "filterColumn": grid.isFiltered = true
        default: break
        }
    }

    func closed(_ tag: Tag) throws {
        switch tag {
        case "v", "t": isValue = false
        case "c": try endCell()
        case "rPh": isGuide = false
        case "row" where eachRow != nil:
            let isWanted = try eachRow?(row, number) ?? true
            row.removeAll(keepingCapacity: true)
            allowance = Allowance()
            if !isWanted { throw XML.Enough() }
        case "row":
            if !row.isBlank { try allowance.spend(cells: row.count) }
            try grid.add(row, number: number)
            let width = row.count
            row = []
            row.reserveCapacity(min(width, 64))
        default: break
        }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) throws {
        guard isValue else { return }
        value.append(contentsOf: text)
        if value.count > Limits.cell { try allowance.spend(text: value.count) }
    }

    private func beginRow(_ attributes: Attributes) {
        number = attributes.int("r") ?? number + 1
        column = 0
        let height = attributes.bytes("ht").map { String(decoding: $0, as: UTF8.self) }.flatMap(Double.init)
        if attributes.flag("hidden") == true || height == 0 { grid.hide(row: number) }
    }

    private func beginCell(_ attributes: Attributes) {
        column = attributes.bytes("r").flatMap { ExcelPlace($0)?.column } ?? column + 1
        style = attributes.int("s")
        value.removeAll(keepingCapacity: true)
        isFormula = false
        kind = attributes.bytes("t").map(ExcelSheet.kind) ?? .number
    }

    private static func kind(_ written: UnsafeBufferPointer<UInt8>) -> Kind {
        for (word, kind) in kinds where Attributes.matches(written, word) { return kind }
        return .number
    }

    private static let kinds: [(StaticString, Kind)] = [
        ("s", .shared), ("inlineStr", .inline), ("str", .text), ("b", .flag), ("e", .error), ("d", .day),
    ]

    private func endCell() throws {
        let format = styles[style]
        guard var cell = try cell(format) else {
            guard format.shade != nil, column <= Limits.columns, column > row.count else { return }
            put(Cell("", shade: format.shade))
            return
        }
        guard column <= Limits.columns else {
            far = far ?? ExcelPlace.name(column: column) + String(number)
            return
        }
        cell.shade = format.shade
        put(cell)
    }

    private func put(_ cell: Cell) {
        guard column > row.count else {
            // A place given twice, or out of order: the last one stands.
            if column >= 1 { row[column - 1] = cell }
            return
        }
        while row.count < column - 1 { row.append(Cell("")) }
        row.append(cell)
    }

    /// What the cell holds, or nil when it shows nothing.
    private func cell(_ format: ExcelStyles.Format) throws -> Cell? {
        if isFormula, value.isEmpty, kind != .text {
            unvaluedCount += 1
            if unvalued.count < 5 { unvalued.append(ExcelPlace.name(column: column) + String(number)) }
            return nil
        }
        guard !value.isEmpty else { return nil }
        switch kind {
        case .shared:
            guard let index = whole, texts.indices.contains(index) else { throw Refusal.damaged("a text of the sheet") }
            // A text is kept once and read as often as it stands in a cell.
            try allowance.spend(text: texts[index].utf8.count)
            return texts[index].isEmpty ? nil : Cell(texts[index])
        case .inline, .text:
            try allowance.spend(text: value.count)
            let text = ExcelText.read(value)
            return text.isEmpty ? nil : Cell(text)
        case .flag: return Cell(value == [0x31] ? "TRUE" : "FALSE")
        case .error: return Cell(tidied(value))
        case .day:
            let text = tidied(value)
            guard let day = Day(iso: text.prefix(10)) else { return Cell(text) }
            return Cell(day.slashed, date: day.iso)
        case .number:
            if format.number == .general, let whole { return Cell(String(whole)) }
            let text = String(decoding: value, as: UTF8.self)
            guard let number = Double(text) else { return Cell(tidied(text)) }
            let shown = format.number.shown(number, dates: dates)
            return Cell(shown.text, date: shown.date)
        }
    }

    /// The value as a whole number, where it is written as a short one.
    private var whole: Int? {
        guard value.count <= 9 else { return nil }
        var number = 0
        for byte in value {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    func finished(named name: String) throws -> Sheet {
        let (rows, numbers) = try grid.finished(&allowance)
        return Sheet(name: name, place: "sheet “\(name)”", rows: rows, numbers: numbers)
    }

    func notes(named name: String) -> [String] {
        var notes = grid.notes.map { "\($0.what) of sheet “\(name)” \($0.verb)" }
        if unvaluedCount > 0 {
            let places = unvaluedCount > unvalued.count ? unvalued + ["\(unvaluedCount - unvalued.count) more"] : unvalued
            notes.append("Sheet “\(name)” has \(counted(unvaluedCount, "formula")) without a saved value, read as empty (\(listed(places))). Open the file in Excel and save it to keep the values.")
        }
        if let far {
            notes.append("Sheet “\(name)” holds something far to the right of its table, at \(far), which was left out.")
        }
        return notes
    }
}
