import Kernel

/// What the charts of a paper draw.
extension PlanAccount {
    /// A paper has room for half as many columns as a page.
    private static let mostDays = 7

    var course: [Telling.Course] {
        now.facts.daysOfCourse(through: to, atMost: PlanAccount.mostDays).mapTogether { day in
            let view = now.on(day)
            let (counts, ended) = (view.counts, view.shares.filter { $0.ended != nil })
            return Telling.Course(day, [Colour.blue, .green, .grey, .amber, .red].flatMap { colour in
                [Telling.Course.Count(colour.rawValue, colour.words.lowercased(), counts[colour] ?? 0)]
                    + ended.filter { $0.colour == colour }.map { Telling.Course.Count(colour.rawValue, $0.words, $0.count) }
            })
        }
    }

    var slips: [Slip] { Slippage(now.actions, on: to).points }
}
