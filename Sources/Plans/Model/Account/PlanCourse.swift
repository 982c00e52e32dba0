import Kernel

/// What the charts of a paper draw.
extension PlanAccount {
    /// A paper has room for half as many columns as a page.
    private static let mostDays = 7

    var course: [Telling.Course] {
        now.facts.daysOfCourse(through: to, atMost: PlanAccount.mostDays).map { day in
            let counts = day == to ? now.counts : PlanView(now.facts, on: day).counts
            return Telling.Course(day, [Colour.blue, .green, .grey, .amber, .red].map { Telling.Course.Count($0.rawValue, $0.words.lowercased(), counts[$0] ?? 0) })
        }
    }

    var slips: [Slip] { Slippage(now.actions, on: to).points }
}
