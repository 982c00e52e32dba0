import Kernel
import Markup
import Web

/// The calibrations that somebody reads, the latest first.
struct CalibrationListPage {
    let calibrations: [CalibrationFacts]
    let viewer: QualityViewer

    private var day: Day { viewer.day }

    var page: Page {
        Page(title: "Calibrations", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Calibrations", under: "Several reviewers judge one audit by themselves. What they answer differently, the form or its guidance has to say better.", actions: viewer.mayPlan ? [button("Open a calibration", to: QualityLinks.newCalibration)] : []))\
            \(list)
            """)
    }

    private var list: HTML {
        guard !calibrations.isEmpty else {
            return empty("No calibration is on record that you read.", action: viewer.mayPlan ? button("Open a calibration", to: QualityLinks.newCalibration, quiet: true) : nil)
        }
        return card(nil, table(columns: [
            Column("Calibration", .reference), Column("Audit", .wide), Column("Answered"), Column("Due", .day), Column("Standing"), Column("Agreement", .wide),
        ], rows: calibrations.map(row)))
    }

    private func row(_ facts: CalibrationFacts) -> [HTML] {
        let calibration = facts.calibration
        return [
            wholeLink(calibration.reference.text, to: viewer.link(QualityLinks.calibration(calibration))), "\(calibration.place)<span class=\"why\">\(calibration.workReference), \(calibration.carriedOut)</span>",
            "\(facts.submitted(by: day).count) of \(calibration.reviewers.count)", "\(calibration.due)", calibrationTag(calibration, on: day), agreementCell(facts.result(on: day)),
        ]
    }

    private func agreementCell(_ result: CalibrationResult?) -> HTML {
        guard let result, let agreement = result.agreement else { return quiet("Not seen yet") }
        let interval = agreement.interval.map { ", \(decimal($0.lowerBound, places: 2)) to \(decimal($0.upperBound, places: 2))" } ?? ""
        return "\(percent(agreement.share)) of pairs<span class=\"why\">\(agreement.kappa.map { "kappa \(decimal($0, places: 2))\(interval)" } ?? "kappa says nothing")</span>"
    }
}

/// Where a calibration stands on a day, late ones among it.
func calibrationTag(_ calibration: Calibration, on day: Day) -> HTML {
    if calibration.isOverdue(on: day) { return tag("Overdue", .red, why: "Due by \(calibration.due).") }
    let state = calibration.state(on: day)
    return switch state {
    case .open: tag(state.words, .blue)
    case .closed: tag(state.words, .green)
    case .abandoned: tag(state.words, .grey)
    }
}
