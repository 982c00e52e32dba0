import Kernel
import Premises
import Storage

extension Session {
    /// All parts of a plan with the names of what they speak of, as they stand on a day.
    func allotments(of plan: YearPlan, _ facts: ProgrammeFacts) throws -> [AllotmentLine] {
        let (day, known) = (facts.day, try ProgrammeAudits(self, of: facts.programme, on: facts.day))
        let entries = try plan.entries.isEmpty ? entries(of: plan.id) : plan.entries
        var premises: [ID<Premises>: (reference: String, name: String, type: PremisesType)] = [:]
        try each("SELECT id, reference, name, type FROM premises WHERE id IN (SELECT premises FROM year_plan_entry WHERE plan = \(plan.id))") { row in
            let id: ID<Premises> = try row.next()
            premises[id] = (try row.next(), try row.next(), try row.next())
        }
        return entries.compactMap { entry -> AllotmentLine? in
            guard let own = premises[entry.premises] else { return nil }
            let (done, open) = (known.done[entry.premises], known.open[entry.premises])
            let isLate = entry.month.map { $0.endOfMonth < day } ?? false
            let standing: AllotmentStanding = done != nil ? .done : entry.left != nil ? .left : isLate ? .late : open != nil ? .planned : .toCome
            return AllotmentLine(
                entry: entry, reference: own.reference, name: own.name, type: own.type, officer: entry.officer.flatMap { facts.names[$0] }, standing: standing,
                audit: (done ?? open)?.reference, day: (done ?? open)?.day)
        }
    }
}
