import CQrencode
import Kernel
import Markup

extension Block.Chart {
    /// The chart as it is drawn on paper; several where one would be too long for a page.
    var drawings: [Drawing] {
        switch self {
        case .shares(let chart): [drawing(of: chart.shares, noun: chart.noun)]
        case .burnUp(let chart):
            drawing(due: chart.due, done: chart.done, on: chart.on, from: chart.from, planEnds: chart.planEnds, noun: chart.noun).map { [$0] } ?? []
        case .overTime(let chart): drawing(of: chart.days).map { [$0] } ?? []
        case .slippage(let chart): drawing(of: chart.slips, on: chart.on).map { [$0] } ?? []
        case .timeline(let chart): Markup.drawings(of: chart.rows, on: chart.on, planEnds: chart.planEnds)
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
