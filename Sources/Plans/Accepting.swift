public import Kernel
import Markup
import People
import Storage

/// One way in which a newer document differs from the plan, to be accepted or not.
struct PlanChange: Sendable {
    let key: String
    let change: Change
    let reference: String
    let text: String
    let parts: [(label: String, was: String?, now: String?)]

    static func all(from view: PlanView, to draft: PlanDraft) -> [PlanChange] { [] }
}

extension Plans {
    /// Makes those of a newer document's differences that were accepted, and says how many.
    func accept(_ keys: Set<String>, of draft: PlanDraft, into plan: Plan, _ work: Work) throws -> Int { 0 }
}
