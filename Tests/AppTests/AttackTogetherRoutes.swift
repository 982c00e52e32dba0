import Kernel
import People
@testable import Quality
import Storage

/// Who may use the addresses of what checks show together: trends, calibrations and reports. Whoever attacks as an officer judges the calibration.
extension Known {
    static let togetherRoutes: [String: Known] = [
        "GET /quality/trends": Known(.readsTrends), "GET /quality/trends/export/{format}": Known(.readsTrends),
        "GET /quality/calibrations": Known(.entersQuality), "GET /quality/calibrations/{calibration}": Known(.entersQuality),
        "GET /quality/calibrations/new": Known(.plansSamples),
        "POST /quality/calibrations": Known(.plansSamples, ["work": "A-2026-0001", "reviewers": "O. Owner\nGM Halloran", "due": "2026-06-30"]),
        "GET /quality/calibrations/{calibration}/sheet": Known(.judgesCalibrations), "POST /quality/calibrations/{calibration}/sheet": Known(.judgesCalibrations, ["version": "1"]),
        "GET /quality/calibrations/{calibration}/closure": Known(.closesCalibrations),
        "POST /quality/calibrations/{calibration}/closure": Known(.closesCalibrations, ["conclusion": "x", "version": "1"]),
        "GET /quality/calibrations/{calibration}/abandonment": Known(.closesCalibrations),
        "POST /quality/calibrations/{calibration}/abandonment": Known(.closesCalibrations, ["because": "x", "version": "1"]),
        "GET /quality/reports": Known(.readsTrends), "GET /quality/reports/{frequency}/{reported}": Known(.readsTrends), "GET /quality/reports/{frequency}/{reported}/files/{file}": Known(.readsTrends),
        "POST /quality/reports/{frequency}/{reported}/printing/{file}": Known(.readsTrends),
        "GET /quality/reports/{frequency}/{reported}/commentary": Known(.reportsQuality), "POST /quality/reports/{frequency}/{reported}/commentary": Known(.reportsQuality, ["commentary": "x"]),
        "GET /quality/reports/{frequency}/{reported}/signature": Known(.reportsQuality), "POST /quality/reports/{frequency}/{reported}/signature": Known(.reportsQuality, ["seen": "x"]),
    ]
}

extension Quality {
    /// A calibration of somebody else's work that O. Owner judges.
    func openAttackedTogether(_ work: Work) throws {
        let (owner, victim) = (try Parties(work.session).named("O. Owner", field: "x"), try Parties(work.session).named("V. Victim", field: "x"))
        let calibration = try work.add("opened the calibration") { id in
            Calibration(
                id: id, reference: try Reference("open-calibration"), work: Subject(kind: "audit", number: 1), workReference: "A-2026-0001", place: "Open place", auditor: victim.id,
                carriedOut: work.today, form: ID(2), reviewers: [owner.id], due: work.today.adding(days: 30), since: work.today)
        }
        try work.save([owner.id], of: calibration.id, in: Calibration.reviewerTable)
        try work.add("gave out a sheet", in: calibration.subject) { CalibrationSheet(id: $0, calibration: calibration.id, reviewer: owner.id, submitted: work.today) }
    }
}
