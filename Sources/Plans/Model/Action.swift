public import Kernel
public import People

/// One thing that somebody promised to do in answer to a finding.
public struct Action: Codable, Equatable, Sendable {
    public let id: ID<Action>
    public var version: Int
    public let plan: ID<Plan>
    public var finding: ID<Finding>
    public var reference: Reference
    public var text: String
    /// The lead first, then those who own it jointly. May be empty: nobody was named yet.
    public var owners: [ID<Party>]
    /// The day it was first promised for; nil when none was agreed.
    public var due: Day?
    /// What stood where the day should be: `Ongoing`.
    public var dueWritten: String?
    public var successMeasure: String?
    /// Its place among the finding's actions, from 1.
    public var place: Int
    /// The day from which it belongs to the plan.
    public var since: Day

    public init(
        id: ID<Action>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>, reference: Reference, text: String,
        owners: [ID<Party>] = [], due: Day? = nil, dueWritten: String? = nil, successMeasure: String? = nil,
        place: Int, since: Day
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.reference = reference
        self.text = text
        self.owners = owners
        self.due = due
        self.dueWritten = dueWritten
        self.successMeasure = successMeasure
        self.place = place
        self.since = since
    }

    public var lead: ID<Party>? { owners.first }
}
