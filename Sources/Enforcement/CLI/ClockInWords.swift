import Kernel
import People

/// The clock of a notice as a person reads it.
struct ClockInWords {
    let clock: NoticeClock
    let day: Day

    var text: String {
        let steps = Output.table(["Day", "What", "Working", "Rule"], clock.steps.map { [$0.day.iso, $0.event, $0.working, $0.provision ?? ""] }, empty: "")
        let force = clock.isInForce(on: day) ? "in force" : "not in force"
        return "\(clock.history.type.words) under article \(clock.history.type.article). On \(day) it is \(force), and its entry \(register).\n\(steps)"
    }

    private var register: String {
        switch clock.register(on: day) {
        case .notDue: "is not due"
        case .window: "is to be made by \(clock.entry.map { "\($0.upperBound)" } ?? "its last day")"
        case .published: "stands in the register"
        case .interim: "has three particulars alone"
        case .overdue: "is overdue"
        case .removed: "is out of the register"
        case .never: "never enters the register"
        }
    }
}
