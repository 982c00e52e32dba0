public import Kernel
public import People

/// A calibration with its form and its sheets, and the names that people know its parts by.
public struct CalibrationFacts: Sendable {
    public var calibration: Calibration
    public var form: QualityForm
    /// One of each reviewer, in the order of the reviewers, answered or not.
    public var sheets: [CalibrationSheet]
    public var names: [ID<Party>: String]
    /// The auditor, and whoever held that post when the work was done or holds it.
    public var barred: Set<ID<Party>>

    public init(calibration: Calibration, form: QualityForm, sheets: [CalibrationSheet], names: [ID<Party>: String], barred: Set<ID<Party>>) {
        (self.calibration, self.form, self.sheets, self.names, self.barred) = (calibration, form, sheets, names, barred)
    }

    public func submitted(by day: Day) -> [CalibrationSheet] { sheets.filter { $0.submitted.map { $0 <= day } ?? false } }
    /// One’s own; nil where one is no reviewer of it.
    public func sheet(for parties: Set<ID<Party>>) -> CalibrationSheet? { sheets.first { parties.contains($0.reviewer) } }
    public func name(_ party: ID<Party>) -> String { names[party] ?? "" }

    /// What it showed; nil before it is closed, since it is blind until then.
    public func result(on day: Day) -> CalibrationResult? { calibration.state(on: day) == .closed ? CalibrationResult(form, submitted(by: day)) : nil }
}

/// What a closed calibration showed.
public struct CalibrationResult: Sendable, Equatable {
    /// One criterion, with what each reviewer answered, in the order of the sheets.
    public struct Line: Sendable, Equatable {
        public let criterion: QualityCriterion
        public let findings: [QualityFinding]
        /// Pairs of reviewers that gave the same answer, of all pairs, from 0 to 1.
        public let share: Double

        public var isSplit: Bool { Set(findings.map(\.answer)).count > 1 }
    }

    public let sheets: [CalibrationSheet]
    public let lines: [Line]
    public let agreement: Agreement?

    init(_ form: QualityForm, _ sheets: [CalibrationSheet]) {
        self.sheets = sheets
        lines = form.criteria.map { criterion in
            let findings = sheets.compactMap { $0.answer(to: criterion.code) }
            let counts = QualityAnswer.allCases.map { answer in findings.count { $0.answer == answer } }
            let pairs = findings.count * (findings.count - 1)
            return Line(criterion: criterion, findings: findings, share: pairs == 0 ? 1 : Double(counts.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(pairs))
        }
        agreement = Agreement(lines.map { line in QualityAnswer.allCases.map { answer in line.findings.count { $0.answer == answer } } })
    }

    /// `Three reviewers agreed in 82.2% of pairs over 10 criteria. Fleiss’ kappa is 0.61 (0.32 to 0.9): 1 is full agreement, 0 what chance gives.`
    public var words: String {
        guard let agreement else { return "Too few answered for anything to be said of how far they agree." }
        let pairs = "\(counted(agreement.reviewers, "reviewer").capitalisedFirst) gave the same answer in \(percent(agreement.share)) of pairs over \(counted(agreement.questions, "criterion", "criteria"))."
        guard let kappa = agreement.kappa else { return "\(pairs) All gave one and the same answer throughout, so chance explains all of it and kappa says nothing." }
        let interval = agreement.interval.map { " (\(decimal($0.lowerBound, places: 2)) to \(decimal($0.upperBound, places: 2)))" } ?? ", with too few criteria for an interval"
        return "\(pairs) Fleiss’ kappa is \(decimal(kappa, places: 2))\(interval): 1 is full agreement, 0 what chance gives."
    }
}
