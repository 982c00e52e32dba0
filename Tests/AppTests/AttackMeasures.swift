import Kernel
import Performance
import Storage

/// Two measures of nobody, with one of everything in each.
func openMeasures(_ work: Work) throws {
    for title in ["Fires", "Audits"] {
        let measure = try Performance().add(NewPerformanceMeasure(title: title, meaning: "All of them"), work)
        try Performance().record(NewMeasureValue(from: Day(2026, 1, 1)!, numerator: Quantity(3)), of: measure, work)
        try Performance().aim(NewMeasureTarget(from: Day(2026, 1, 1)!, figure: Quantity(5)), for: measure, work)
        try Performance().rebase(measure, NewMeasureRebase(from: Day(2026, 1, 1)!, reason: "Changed"), work)
    }
}
