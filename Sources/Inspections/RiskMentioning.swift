import Kernel
import Premises
public import Storage

extension Inspections {
    /// What the page of premises tells of their risk.
    public static let mentions: [MentionSource] = []
        + riskMentions

    /// How premises score on the day, as their own page tells of it.
    private static let riskMentions = [
        MentionSource("Risk", .riskRead) { subjects, day, session in
            let asked = subjects.filter { $0.kind == Premises.table.name }
            guard !asked.isEmpty, let edition = try session.riskEdition(inForceOn: day) else { return [] }
            return try asked.compactMap { subject -> Mention? in
                // What was merged counts as another, which is asked for beside it.
                guard let premises = try session.find(ID<Premises>(subject.number)), premises.since <= day, !premises.isMerged(on: day) else { return nil }
                let score = try session.scored(premises, by: edition, on: day).score
                let isOverdue = score.due.isOverdue(on: day)
                return Mention(
                    day: day, by: "Risk method \(edition.name)", words: "Score \(score.score.words), with its arithmetic", more: "\(score.interval.sentence) Next audit: \(score.due.words.lowercasedFirst).",
                    outcome: isOverdue ? "\(score.band.title), audit overdue" : score.band.title, sense: isOverdue ? .refused : .told, about: [subject],
                    address: ["risk", "premises", premises.reference.text])
            }
        },
    ]
}
