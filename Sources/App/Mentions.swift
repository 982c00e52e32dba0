import Boards
import Enforcement
import Inspections
import Kernel
import Library
import Papers
import People
import Quality
import Reviews
import Storage

/// What the slices say of each other's things to everybody, in the order in which a page shows it.
let mentions = Mentions(sources)

/// The same and what is not for everybody, as far as somebody may hear it.
func mentions(for actor: Actor) -> Mentions {
    QualityPolicy.readsPlans.allows(actor) ? mentionsOfChecks : CasePolicy.reads.allows(actor) ? mentionsOfCases : mentions
}

private let sources = Boards.mentions
    + Library.mentions
    + Papers.mentions(Boards.calendar)
    + Reviews.mentions
    + Inspections.mentions

private let mentionsOfCases = Mentions(sources + AuditRecords.mentions + ProgrammeRecords.mentions + Enforcement.mentions)

/// Whoever reads all checks reads all cases too.
private let mentionsOfChecks = Mentions(sources + AuditRecords.mentions + ProgrammeRecords.mentions + Enforcement.mentions + Quality.mentions)
