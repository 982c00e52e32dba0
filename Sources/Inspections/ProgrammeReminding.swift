import Kernel
public import People
import Premises
import Storage

extension ProgrammeRecords {
    /// What programmes wait for: a draft to be adopted, and the audits of the month that runs or is next to be planned.
    public static let reminders = ReminderSource { session, day in
        let programmes = try session.all(Programme.self, "WHERE since_on <= \(day) AND year >= \(ReturnYear(of: day).ending - 1) ORDER BY year")
        let waiting = try programmes.map { programme in try WaitingProgramme(programme, on: day, session) }
        return { reminded in waiting.flatMap { $0.reminders(for: reminded, on: day) } }
    }
}

/// What of a programme waits on a day.
private struct WaitingProgramme: Sendable {
    let programme: Programme
    /// The latest plan, where nobody adopted it.
    let draft: YearPlan?
    /// A month of the adopted plan whose audits nobody planned, with how many it has.
    let month: (first: Day, count: Int)?

    /// The audits of a month are planned a fortnight ahead.
    private static let ahead = 14

    init(_ programme: Programme, on day: Day, _ session: Session) throws {
        self.programme = programme
        let (plans, adopted) = (try session.yearPlans(of: programme, on: day), Set(try session.adoptions(of: programme, on: day).map(\.plan)))
        draft = plans.last.flatMap { adopted.contains($0.id) ? nil : $0 }
        let months = Set(try session.plannedMonths(of: programme, on: day).map(\.month))
        guard let inForce = plans.last(where: { adopted.contains($0.id) }) else { month = nil; return }
        let known = try ProgrammeAudits(session, of: programme, on: day)
        let waiting = try [day.startOfMonth, day.adding(days: Self.ahead).startOfMonth].filter { programme.contains($0) && !months.contains($0) }.compactMap { first -> (Day, Int)? in
            let premises = try session.column("SELECT premises FROM year_plan_entry WHERE plan = \(inForce.id) AND month_on = \(first)", as: ID<Premises>.self)
            let count = premises.count { known.done[$0] == nil && known.open[$0] == nil }
            return count > 0 ? (first, count) : nil
        }
        month = waiting.first.map { (first: $0.0, count: $0.1) }
    }

    func reminders(for reminded: Reminded, on day: Day) -> [Reminder] {
        let address = ["programme", programme.reference.text]
        var found: [Reminder] = []
        if let draft, ProgrammePolicy.adopts(draft).allows(reminded.actor) {
            found.append(Reminder(
                .asked, programme.subject, "Decide about plan \(draft.number) of \(programme.reference)", of: programme.title, day: max(draft.made, day), because: "It was made on \(draft.made), and is worked by once it is adopted.",
                at: address))
        }
        if let month, ProgrammePolicy.keeps.allows(reminded.actor) {
            found.append(Reminder(
                .promise, programme.subject, "Plan the audits of \(month.first.monthName)", of: programme.title, day: month.first, because: "The plan has \(counted(month.count, "audit")) for it that nobody planned.", at: address))
        }
        return found
    }
}
