import Boards
import Enforcement
import Inspections
import Kernel
import Library
import Papers
import People
import Performance
import Plans
import Premises
import Quality
import Register
import Reviews

/// All that programs may be let do, in the order in which it is chosen from.
let scopes: [OfferedScope] = Plans.scopes
    + Boards.scopes
    + Reviews.scopes
    + Library.scopes
    + Gazetteer.scopes
    + Inspections.scopes
    + Quality.scopes
    + EnforcementPolicies.scopes
    + Papers.scopes
    + Enforcement.scopes
    + Harvesting.scopes
    + Performance.scopes
    + People.scopes
    + Reminders.scopes
    + BoardRooms.scopes
    + [OfferedScope(.journalRead, "Read the journal, its heads and proofs")]

extension Scope {
    static let journalRead = Scope("journal:read")
}
