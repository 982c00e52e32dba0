import Kernel
import Storage

extension Plans {
    /// What evidence and measures keep of the figures of other records.
    static let figureColumns = Migration("plans-figures-1") { _ in
        StatedFigure.adding(to: Evidence.table) + StatedFigure.adding(to: EvidenceLook.table) + StatedFigure.adding(to: MeasureReading.table)
            + ["ALTER TABLE measure ADD COLUMN follows TEXT"]
    }
}

extension Session {
    /// What the figures said that some evidence rests on and some measures follow, day by day.
    func courses(of evidence: some Sequence<Evidence>, _ measures: some Sequence<SuccessMeasure>, _ readings: some Sequence<MeasureReading>, asKnownAt size: Int64? = nil) throws -> [AskedFigure: FigureCourse] {
        let follows = Dictionary(measures.compactMap { one in one.follows.map { (one.id, $0) } }) { first, _ in first }
        let noted = readings.compactMap { reading in follows[reading.measure].flatMap { record in reading.stated.map { AskedFigure(record, period: $0.period) } } }
        return try courses(of: Set(evidence.compactMap(\.figure) + follows.values.map { AskedFigure($0) } + noted), asKnownAt: size)
    }
}
