import Kernel

/// A workbook's cell formats, as far as they say how a number reads and what colour fills the cell.
final class ExcelStyles: XMLListener {
    struct Format {
        var number = NumberFormat.general
        var shade: String?
    }

    private(set) var formats: [Format] = []
    private let theme: ExcelTheme
    private var codes: [Int: NumberFormat] = [:]
    private var fills: [String?] = []
    private var isFills = false
    private var isFormats = false
    private var isSolid = false

    init(_ theme: ExcelTheme) { self.theme = theme }

    /// The format a cell names; the plain one where it names none.
    subscript(_ index: Int?) -> Format {
        guard let index, formats.indices.contains(index) else { return Format() }
        return formats[index]
    }

    func opened(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case "numFmt":
            if let id = attributes.int("numFmtId"), let code = attributes["formatCode"], code.utf8.count < 300 { codes[id] = NumberFormat(code: code) }
        case "fills": isFills = true
        case "fill": if isFills { fills.append(nil) }
        case "patternFill": isSolid = isFills && attributes["patternType"] == "solid"
        case "fgColor": if isSolid, !fills.isEmpty { fills[fills.count - 1] = theme.colour(attributes) }
        case "cellXfs": isFormats = true
        case "xf" where isFormats && formats.count < 100_000:
            let id = attributes.int("numFmtId") ?? 0
            let fill = attributes.int("fillId") ?? 0
            formats.append(Format(number: codes[id] ?? NumberFormat(builtIn: id), shade: fills.indices.contains(fill) ? fills[fill] : nil))
        default: break
        }
    }

    func closed(_ tag: Tag) {
        switch tag {
        case "fills": isFills = false
        case "patternFill": isSolid = false
        case "cellXfs": isFormats = false
        default: break
        }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {}
}
