import Kernel

extension BackTestReport {
    /// What it comes to, a sentence each.
    var sentences: [String] {
        guard let mean = test.meanDaysEarlier, let actual = test.firstHalfActual, let byMethod = test.firstHalfByMethod else {
            return ["No audit of the period found premises poor, so there is nothing to find earlier."]
        }
        let (poor, later) = (test.findings.count, test.losers.count)
        return [
            "\(counted(test.count, "audit").capitalisedFirst), of which \(poor) found premises poor.",
            "By the method they would have been found \(decimal(abs(mean), places: 2)) days \(mean < 0 ? "later" : "earlier") on average; \(later) of them (\(percent(Double(later) / Double(poor)))) later than they were.",
            "In the first half of the audits \(percent(actual)) of them were found; by the method \(percent(byMethod)) would have been.",
            test.auc.map { auc in
                "Premises that were poor have a higher score than others in \(percent(auc.value)) of all pairs"
                    + (auc.interval.map { " (DeLong’s interval of 95%: \(percent($0.lowerBound)) to \(percent($0.upperBound)))" } ?? "") + "; a coin has 50%."
            } ?? "Every audit found the same, so nothing can be said of how well the score tells them apart.",
            stability.share.map { "\(percent($0)) of premises stayed in their band over the period, and \(stability.leapt) went more than one band up or down." } ?? "",
        ].filter { !$0.isEmpty }
    }
}
