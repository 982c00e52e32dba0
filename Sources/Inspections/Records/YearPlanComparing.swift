import Kernel
import Premises
import Storage

/// A plan of a year beside the one that was worked by, or made, before it.
struct ComparedPlans: Sendable {
    let before: YearPlan
    let after: YearPlan
    let changes: YearPlanChanges
}

extension Session {
    /// What the plan that is looked at has otherwise than the one adopted before it, or else made before it; nil of the first.
    func changes(_ facts: ProgrammeFacts) throws -> ComparedPlans? {
        guard let after = facts.plan else { return nil }
        let earlier = facts.plans.filter { $0.number < after.number }
        guard var before = earlier.last(where: { facts.adoption(of: $0) != nil }) ?? earlier.last else { return nil }
        before.entries = try entries(of: before.id)
        return ComparedPlans(before: before, after: after, changes: YearPlanChanges(from: before, to: after))
    }

    /// The premises that changes speak of.
    func premisesNames(_ compared: ComparedPlans?) throws -> [ID<Premises>: Premises] {
        guard let changes = compared?.changes else { return [:] }
        let ids = (changes.moved.map(\.after) + changes.added + changes.dropped).map(\.premises)
        var found: [ID<Premises>: Premises] = [:]
        for start in stride(from: 0, to: ids.count, by: 5000) { found.merge(try byNumber(Premises.self, Set(ids[start..<min(start + 5000, ids.count)]))) { first, _ in first } }
        return found
    }

    func markerTitles() throws -> [String: String] { Dictionary(try markerKinds().map { ($0.code, $0.title) }) { first, _ in first } }

    /// The year and its officers as hours are counted by, without premises.
    func hoursBasis(_ facts: ProgrammeFacts) throws -> ProgrammeBasis {
        var basis = ProgrammeBasis(begins: facts.programme.begins, officers: facts.capacities.map(\.inBasis), hours: [:], premises: [], targets: [], demandPercent: 0)
        basis.demandHours = facts.programme.setting.demandHours
        return basis
    }
}
