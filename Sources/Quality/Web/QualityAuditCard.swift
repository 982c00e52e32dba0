public import Kernel
public import Markup
import People
public import Storage
import Web

extension QualityPages {
    /// The checks of a piece of work, as its own page shows them to whoever may read them; nil where there are none for them.
    public static func card(of work: Subject, for actor: Actor, on day: Day, _ session: Session) throws -> HTML? {
        guard QualityPolicy.enters.allows(actor) else { return nil }
        let parties = try session.qualityParties(of: actor, on: day)
        let checks = try session.qualityChecks(of: work).filter { $0.check.isHere(on: day) && QualityPolicy.reads($0, actingFor: parties, on: day).allows(actor) }
        guard !checks.isEmpty else { return nil }
        return Markup.card("Checks of it", id: "quality", table(columns: [Column("Check", .reference), Column("Reviewer"), Column("Due and standing", .day), Column("Grade", .wide)], rows: checks.map { facts in
            [
                "\(wholeLink(facts.check.reference.text, to: QualityLinks.check(facts.check)))<span class=\"why\">\(facts.check.kind.words)</span>", "\(facts.reviewer)", dueCell(facts.check, on: day),
                gradeCell(facts, on: day),
            ]
        }))
    }
}
