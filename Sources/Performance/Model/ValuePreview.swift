public import Kernel

/// A row of a file of values, as it is written.
public struct ValueRow: Sendable, Equatable {
    /// As a spreadsheet counts them, from 1.
    public let number: Int
    /// The reference of the measure; empty where the file has no such column.
    public let measure: String
    /// Under the names of the form in which one value is entered.
    public let entries: [String: [String]]

    public init(number: Int, measure: String, entries: [String: [String]]) { (self.number, self.measure, self.entries) = (number, measure, entries) }
}

/// What a file of values would do: what is new, what takes another’s place, what is there already and what can’t be taken.
public struct ValuePreview: Sendable {
    public enum Outcome: Sendable, Equatable {
        case new
        /// It takes the place of another, which said so.
        case revised(String)
        case same
        case wrong(String)

        public var isTaken: Bool {
            switch self {
            case .new, .revised: true
            case .same, .wrong: false
            }
        }
        public var isWrong: Bool { if case .wrong = self { true } else { false } }

        /// `new`
        public var code: String {
            switch self {
            case .new: "new"
            case .revised: "revised"
            case .same: "same"
            case .wrong: "wrong"
            }
        }

        public var words: String {
            switch self {
            case .new: "New"
            case .revised(let before): "Revises \(before)"
            case .same: "As recorded"
            case .wrong(let sentence): sentence
            }
        }
    }

    public struct Line: Sendable {
        public let row: ValueRow
        public let measure: PerformanceMeasure?
        public let value: NewMeasureValue?
        public let outcome: Outcome

        public var period: ReportingPeriod? { measure.flatMap { measure in value.map { ReportingPeriod(measure.frequency, of: $0.from) } } }
    }

    public let rows: [Line]

    /// - Parameters:
    ///   - facts: of the measures that there are.
    ///   - only: the measure that rows without a reference are of.
    public init(_ rows: [ValueRow], _ facts: [MeasureFacts], only: PerformanceMeasure? = nil, today: Day) {
        let known = Dictionary(facts.map { ($0.measure.reference.key, PerformanceView($0, on: today)) }) { first, _ in first }
        var seen: [String: Int] = [:]
        self.rows = rows.map { row in
            guard let view = known[row.measure.isEmpty ? only?.reference.key ?? "" : row.measure.lowercased()] else {
                let sentence = row.measure.isEmpty ? "The row names no measure. Give its reference." : "There is no measure “\(row.measure.prefix(40))”."
                return Line(row: row, measure: nil, value: nil, outcome: .wrong(sentence))
            }
            let measure = view.measure
            var fields = Fields(row.entries)
            let value = NewMeasureValue(reading: &fields, of: measure)
            guard fields.errors.isEmpty else { return Line(row: row, measure: measure, value: nil, outcome: .wrong(fields.errors.map(\.sentence).joined(separator: " "))) }
            let outcome = ValuePreview.outcome(value, view, seen["\(measure.reference.key) \(value.from)"], today)
            seen["\(measure.reference.key) \(value.from)"] = row.number
            return Line(row: row, measure: measure, value: value, outcome: outcome)
        }
    }

    /// How many rows come to something.
    public func count(_ matches: (Outcome) -> Bool) -> Int { rows.count { matches($0.outcome) } }

    private static func outcome(_ value: NewMeasureValue, _ view: PerformanceView, _ earlier: Int?, _ today: Day) -> Outcome {
        let (measure, period) = (view.measure, ReportingPeriod(view.measure.frequency, of: value.from))
        if let earlier { return .wrong("Row \(earlier) gives \(period.words) already.") }
        if measure.source == .live { return .wrong("\(measure.reference) is worked out from other records.") }
        if !measure.isMeasured(on: today) { return .wrong("\(measure.reference) is measured no more.") }
        if period.from > today { return .wrong("\(period.words) has not begun.") }
        if period.through >= today, !value.isProvisional { return .wrong("\(period.words) is not over. Mark its value as provisional.") }
        guard let held = view.standing[period] else { return .new }
        return value.says(held) ? .same : .revised(held.words(measure))
    }
}

extension MeasureValue {
    /// `37 of 40, provisional`
    public func words(_ measure: PerformanceMeasure) -> String {
        let number = denominator.map { "\(numerator) of \($0)" } ?? measure.written(numerator)
        return number + (isProvisional ? ", provisional" : "")
    }
}
