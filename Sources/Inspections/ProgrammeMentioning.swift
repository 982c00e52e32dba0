import Kernel
import People
import Premises
public import Storage

extension ProgrammeRecords {
    /// What the page of premises tells of the year's programme, for those who read it.
    public static let mentions = [
        MentionSource("Programme", .programmesRead) { subjects, day, session in
            let premises = subjects.filter { $0.kind == Premises.table.name }.map(\.number)
            guard !premises.isEmpty, let programme = try session.programme(of: day), programme.since <= day else { return [] }
            let adopted = Set(try session.adoptions(of: programme, on: day).map(\.plan))
            guard let plan = try session.yearPlans(of: programme, on: day).last(where: { adopted.contains($0.id) }) else { return [] }
            let (known, names) = (try ProgrammeAudits(session, of: programme, on: day, at: premises), try Parties(session).names())
            let entries: [(ID<Premises>, ID<Party>?, Day?, YearPlanEntry.Left?)] = try session.rows("""
                SELECT premises, officer, month_on, left_out FROM year_plan_entry WHERE plan = \(plan.id) AND premises IN (\(list: premises)) ORDER BY place
                """) { (try $0.next(), try $0.next(), try $0.next(), try $0.next()) }
            return entries.map { id, officer, month, left in
                let done = known.done[id]
                let words = month.map { "To be audited in \($0.monthName)" } ?? "Due, and left out: \((left?.words ?? "").lowercased())"
                return Mention(
                    day: plan.made, by: programme.title, words: words, more: officer.flatMap { names[$0] }.map { "By \($0)." }, outcome: done == nil ? left == nil ? "To come" : "Left out" : "Done",
                    sense: done != nil ? .agreed : left == nil ? .told : .refused, about: [Premises.subject(id)], address: ["programme", programme.reference.text])
            }
        },
    ]
}
