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
        "GET /quality/reports": Known(.readsTrends), "GET /quality/reports/{by}/{period}": Known(.readsTrends), "GET /quality/reports/{by}/{period}/files/{file}": Known(.readsTrends),
        "POST /quality/reports/{by}/{period}/printing/{file}": Known(.readsTrends),
        "GET /quality/reports/{by}/{period}/commentary": Known(.reportsQuality), "POST /quality/reports/{by}/{period}/commentary": Known(.reportsQuality, ["commentary": "x"]),
        "GET /quality/reports/{by}/{period}/signature": Known(.reportsQuality), "POST /quality/reports/{by}/{period}/signature": Known(.reportsQuality, ["seen": "x"]),
    ]
}
