import Kernel
import People
import Storage

extension Session {
    /// The remedial actions that somebody may read on a day, the earliest due first: those of checks that they read, and those that are theirs to do.
    func remedialLines(readBy actor: Actor, _ parties: Set<ID<Party>>, on day: Day) throws -> [RemedialLine] {
        let names = try Parties(self).names()
        return try qualityFacts("WHERE id IN (SELECT quality_check FROM remedial_action)").flatMap { facts in
            let reads = QualityPolicy.reads(facts, actingFor: parties, on: day).allows(actor)
            return facts.remedials.filter { $0.isHere(on: day) && (reads || parties.contains($0.owner)) }.map { RemedialLine(remedial: $0, facts: facts, owner: names[$0.owner] ?? "") }
        }.sorted { ($0.remedial.due, $0.remedial.id) < ($1.remedial.due, $1.remedial.id) }
    }

    /// - Throws: `not-allowed`, `remedial-not-found`
    func remedialLine(_ id: ID<RemedialAction>, readBy actor: Actor, _ parties: Set<ID<Party>>, on day: Day) throws -> RemedialLine {
        let remedial = try remedial(id)
        guard remedial.isHere(on: day), let facts = try qualityFacts("WHERE id = \(remedial.check)").first else {
            throw Refusal.missing("remedial-not-found", "There was no remedial action of the number \(id) on \(day).")
        }
        if !parties.contains(remedial.owner) { try QualityPolicy.reads(facts, actingFor: parties, on: day).check(actor) }
        return RemedialLine(remedial: remedial, facts: facts, owner: try Parties(self).get(remedial.owner).name)
    }
}
