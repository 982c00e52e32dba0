@testable import App
import Inspections
import Kernel
import People
@testable import Quality
@testable import Storage
import TestSupport

/// What random histories do with calibrations and reports of quality.
extension Deeds {
    private var quality: Quality { Quality(neighbours: qualityNeighbours) }

    private mutating func open() throws -> CalibrationFacts {
        try work.session.calibration(one(Calibration.self, "WHERE closed_on IS NULL AND abandoned_on IS NULL").reference.text)
    }

    private mutating func answers(_ form: QualityForm) -> [QualityFinding] {
        form.criteria.compactMap { criterion in chance(6) ? nil : QualityFinding(criterion.code, pick(QualityAnswer.self), note()) }
    }

    /// Whoever answers is one of the reviewers, as hardly any person of a random history would be.
    private mutating func answer(submitting isFinal: Bool) throws {
        let facts = try open()
        guard let sheet = facts.sheets.first(where: { $0.submitted == nil }) else { return }
        var changed = sheet
        changed.findings = isFinal ? facts.form.criteria.map { QualityFinding($0.code, pick(QualityAnswer.self)) } : answers(facts.form)
        if isFinal { changed.submitted = work.today }
        _ = try work.keep(isFinal ? "handed in the answers" : "filled in the answers", changed, of: facts.calibration)
    }

    private mutating func quarter() -> ReportingPeriod { ReportingPeriod(chance(3) ? .year : .quarter, of: work.today.adding(days: .random(in: -500...20, using: &dice))) }

    static let togetherDeeds: [(name: String, deed: Deed)] = [
        ("opened a calibration", {
            let audit = try $0.one(Audit.self, "WHERE completed_on IS NOT NULL")
            try $0.quality.open(NewCalibration(work: audit.reference.text, reviewers: [$0.party(.person).name, $0.party(.person).name], due: $0.work.today.adding(days: 9), brief: $0.note()), $0.work)
        }),
        ("answered a calibration", { try $0.answer(submitting: false) }),
        ("handed in answers", { try $0.answer(submitting: true) }),
        ("handed in answers", { try $0.answer(submitting: true) }),
        ("closed a calibration", { try $0.quality.close($0.open(), concluding: $0.text(), $0.work) }),
        ("abandoned a calibration", { if $0.chance(4) { try $0.quality.abandon($0.open(), because: $0.text(), $0.work) } }),
        ("wrote the commentary of a quality report", { try $0.quality.comment($0.text(), on: $0.quarter(), $0.work) }),
        ("signed a quality report", {
            let report = try $0.one(QualityReport.self, "WHERE signed_on IS NULL")
            try $0.quality.sign(report.period, version: $0.version(report.version), $0.work)
        }),
    ]
}
