import Kernel

/// How many audits of a programme will be done by the end of its year, as far as that can be said.
///
/// What was done in whole months, and for each month that is left the mean of the last whole months, six at the most; the range is that of the slowest and the fastest of them.
public enum ProgrammeForecast: Equatable, Sendable {
    /// Fewer than three whole months are over.
    case tooEarly(months: Int)
    case over(done: Int, planned: Int)
    case expected(Expected)

    public struct Expected: Equatable, Sendable {
        public let count: Int
        public let least: Int
        public let most: Int
        public let planned: Int
        /// Whole months that the pace is taken from.
        public let months: Int
        /// Done in them.
        public let pace: Int
        public let monthsLeft: Int
        /// Done in all whole months.
        public let done: Int
    }

    static let fewest = 3
    static let mostMonths = 6

    /// - Parameters:
    ///   - done: for each month of the year, what was done in it; nil of a month that is not over.
    ///   - soFar: all that was done, the month that runs among it.
    init(done: [Int?], soFar: Int, planned: Int, months: [Day]) {
        let whole = done.prefix { $0 != nil }.compactMap(\.self)
        let left = done.count - whole.count
        if left == 0 { self = .over(done: soFar, planned: planned); return }
        guard whole.count >= Self.fewest else { self = .tooEarly(months: whole.count); return }
        let last = whole.suffix(Self.mostMonths)
        let (sum, all) = (last.reduce(0, +), whole.reduce(0, +))
        func reached(_ rest: Int) -> Int { max(soFar, min(planned, all + rest)) }
        self = .expected(Expected(
            count: reached((sum * left * 2 + last.count) / (2 * last.count)), least: reached((last.min() ?? 0) * left), most: reached((last.max() ?? 0) * left), planned: planned,
            months: last.count, pace: sum, monthsLeft: left, done: all))
    }

    public var sentence: String {
        switch self {
        case .tooEarly(let months): "It cannot be said yet: \(months == 0 ? "no whole month is" : "only \(counted(months, "whole month")) \(months == 1 ? "is" : "are")") over, and a pace is taken from three at least."
        case .over(let done, let planned): "The year is over: \(grouped(done)) of \(grouped(planned)) audits of the plan were done."
        case .expected(let it): "About \(grouped(it.count)) of \(grouped(it.planned)) audits by the end of the year, between \(grouped(it.least)) and \(grouped(it.most))."
        }
    }

    /// How it was worked out, with its numbers.
    public var formula: String? {
        guard case .expected(let it) = self else { return nil }
        return "\(it.done) done in whole months, and \(counted(it.monthsLeft, "month")) left at \(it.pace) ÷ \(it.months) a month, the mean of the last \(it.months) whole months. The range takes the slowest and the fastest of these months for all that are left."
    }
}
