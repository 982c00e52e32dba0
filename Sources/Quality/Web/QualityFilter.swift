import Foundation
import Kernel
import Markup
import People
import Web

/// Which checks are shown and in which order, as the address says.
struct QualityFilter: Sendable {
    enum Order: String, CaseIterable, Sendable { case reference, work, auditor, reviewer, due, state, grade }
    enum Whose: String, CaseIterable, Sendable {
        case toMake = "to-make"
        case ownWork = "own-work"
    }

    static let overdueWord = "overdue"

    var whose: Whose?
    var state: String?
    var kind: QualityCheckKind?
    var grade: QualityGrade?
    var auditor: String?
    var reviewer: String?
    var office: String?
    /// Only completed checks in which this criterion failed or was not evidenced.
    var criterion: String?
    /// The reference of a sampling plan.
    var plan: String?
    var words: String?
    var sort: String?

    init() {}

    init(_ query: AddressQuery) {
        whose = query["whose"].flatMap(Whose.init)
        state = query["state"].flatMap { word in word == Self.overdueWord || QualityCheckState(rawValue: word) != nil ? word : nil }
        kind = query["kind"].flatMap(QualityCheckKind.init)
        grade = query["grade"].flatMap(QualityGrade.init)
        (auditor, reviewer, office, criterion) = (query["auditor"], query["reviewer"], query["office"], query["criterion"])
        (plan, words, sort) = (query["plan"], query["words"], query["sort"])
    }

    var isNarrow: Bool {
        whose != nil || state != nil || kind != nil || grade != nil || auditor != nil || reviewer != nil || office != nil || criterion != nil || plan != nil || words != nil
    }

    func link(_ page: Link) -> Link {
        page.adding("whose", whose?.rawValue).adding("state", state).adding("kind", kind?.rawValue).adding("grade", grade?.rawValue).adding("auditor", auditor)
            .adding("reviewer", reviewer).adding("office", office).adding("criterion", criterion).adding("plan", plan).adding("words", words).adding("sort", sort)
    }

    /// Those asked for, in the order asked for; else the latest first.
    ///
    /// - Parameter parties: for whom whoever asks acts.
    func shown(_ checks: [QualityCheckFacts], on day: Day, for parties: Set<ID<Party>>) -> [QualityCheckFacts] {
        let kept = checks.filter { keeps($0, on: day, for: parties) }
        let order = sort.flatMap { Order(rawValue: $0.hasPrefix("-") ? String($0.dropFirst()) : $0) }
        let sorted: [QualityCheckFacts] = switch order {
        case nil: kept
        case .reference: kept.stablySorted { $0.check.id }
        case .work: kept.stablySorted { $0.check.workReference.lowercased() }
        case .auditor: kept.stablySorted { $0.auditor.lowercased() }
        case .reviewer: kept.stablySorted { $0.reviewer.lowercased() }
        case .due: kept.stablySorted(by: \.check.due)
        case .state: kept.stablySorted { facts in QualityCheckState.allCases.firstIndex(of: facts.state(on: day)) ?? 0 }
        case .grade: kept.stablySorted { facts in facts.grade(on: day).flatMap { QualityGrade.allCases.firstIndex(of: $0) } ?? Int.max }
        }
        return order != nil && sort?.hasPrefix("-") == true ? sorted.reversed() : sorted
    }

    private func keeps(_ facts: QualityCheckFacts, on day: Day, for parties: Set<ID<Party>>) -> Bool {
        let check = facts.check
        switch whose {
        case .toMake: if !parties.contains(check.reviewer) { return false }
        case .ownWork: if parties.isDisjoint(with: facts.barred) { return false }
        case nil: break
        }
        if let state, state == Self.overdueWord ? !check.isOverdue(on: day) : facts.state(on: day).rawValue != state { return false }
        if let kind, check.kind != kind { return false }
        if let grade, facts.grade(on: day) != grade { return false }
        if let auditor, facts.auditor.lowercased() != auditor.lowercased() { return false }
        if let reviewer, facts.reviewer.lowercased() != reviewer.lowercased() { return false }
        if let office, facts.office != office { return false }
        if let criterion, !facts.findings(on: day).contains(where: { $0.criterion == criterion && $0.answer.isFault }) { return false }
        if let plan, facts.sample?.reference.key != plan.lowercased() { return false }
        guard let words else { return true }
        return [check.reference.text, check.workReference, check.place, facts.auditor, facts.reviewer].joined(separator: " ").holds(words: words)
    }
}
