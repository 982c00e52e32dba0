/// How often each answer was given.
public struct AnswerCounts: Sendable, Equatable {
    public var pass = 0
    public var fail = 0
    public var notEvidenced = 0
    public var notApplicable = 0

    public init(_ answers: some Sequence<QualityAnswer> = []) { for answer in answers { add(answer) } }

    public mutating func add(_ answer: QualityAnswer) {
        switch answer {
        case .pass: pass += 1
        case .fail: fail += 1
        case .notEvidenced: notEvidenced += 1
        case .notApplicable: notApplicable += 1
        }
    }

    /// Those that can be right or wrong: what does not apply is not among them.
    public var cases: Int { pass + fail + notEvidenced }
    /// Those that did not pass. What left no evidence can’t be told from what was not done, so it counts.
    public var faults: Int { fail + notEvidenced }
    /// Of the cases, from 0 to 1; nil where there are none.
    public var share: Double? { cases == 0 ? nil : Double(faults) / Double(cases) }
}
