import CQrencode
import Kernel
import Markup

extension Block.Figure {
    /// The chart as it is drawn on paper, each drawing under its caption; several where one would be too long for a page.
    func drawings(on turn: Block.Turn) -> [(caption: String, drawing: Drawing)] {
        let drawings = chart.drawings(on: turn.sheet)
        return drawings.enumerated().map { index, drawing in
            (drawings.count == 1 ? caption : "\(caption) (\(index + 1) of \(drawings.count))", drawing)
        }
    }
}

extension Block.Turn {
    var sheet: PrintedSheet { self == .upright ? .upright : .across }
}

extension Block.Chart {
    fileprivate func drawings(on sheet: PrintedSheet) -> [Drawing] {
        switch self {
        case .shares(let chart): [drawing(of: chart.shares, noun: chart.noun, on: sheet)]
        case .burnUp(let chart):
            drawing(due: chart.due, done: chart.done, on: chart.on, from: chart.from, planEnds: chart.planEnds, noun: chart.noun, on: sheet).map { [$0] } ?? []
        case .overTime(let chart): drawing(of: chart.days, on: sheet).map { [$0] } ?? []
        case .slippage(let chart): drawing(of: chart.slips, on: chart.on, sheet).map { [$0] } ?? []
        case .control(let chart): drawing(of: chart, on: sheet).map { [$0] } ?? []
        case .timeline(let chart): Markup.drawings(of: chart.rows, on: chart.on, planEnds: chart.planEnds, on: sheet)
        }
    }
}

extension Block.Seal {
    /// The code as a drawing; nil where there is none.
    ///
    /// - Throws: `code-too-long`
    var drawing: Drawing? {
        get throws {
            guard !code.isEmpty else { return nil }
            let bytes = Array(code.utf8)
            // Level M: a seventh of the squares may be lost to a fold or a stain.
            guard bytes.count <= 1000, let made = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
                throw Refusal.invalid("code-too-long", "A code on a paper holds at most 1,000 bytes, and this one would hold \(bytes.count).")
            }
            defer { QRcode_free(made) }
            let side = Int(made.pointee.width)
            // Of each byte only the lowest bit says whether the square is black.
            let dark = (0..<side * side).map { made.pointee.data[$0] & 1 == 1 }
            return Drawing(code: dark, side: side, words: "A code to be read by a telephone: \(code.printable)")
        }
    }
}
