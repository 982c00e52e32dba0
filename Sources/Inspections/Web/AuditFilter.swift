import Foundation
import Kernel
import Markup
import Premises
import Web

/// Which audits are shown and in which order, as the address says.
struct AuditFilter: Sendable {
    enum Order: String, CaseIterable, Sendable { case reference, premises, officer, day, state, next }

    /// Planned and under way.
    static let openWord = "open"

    var whose: String?
    var state: String?
    var kind: AuditKind?
    var outcome: AuditOutcome?
    var result: AuditResult?
    var type: PremisesType?
    var office: String?
    var officer: String?
    var words: String?
    var sort: String?

    init() {}

    init(_ query: AddressQuery) {
        whose = query["whose"].flatMap { $0 == "own" ? $0 : nil }
        state = query["state"].flatMap { word in word == Self.openWord || AuditState(rawValue: word) != nil ? word : nil }
        kind = query["kind"].flatMap(AuditKind.init)
        outcome = query["outcome"].flatMap(AuditOutcome.init)
        result = query["result"].flatMap(AuditResult.init)
        type = query["type"].flatMap(PremisesType.init)
        office = query["office"]
        officer = query["officer"]
        words = query["words"]
        sort = query["sort"]
    }

    var isNarrow: Bool {
        whose != nil || state != nil || kind != nil || outcome != nil || result != nil || type != nil || office != nil || officer != nil || words != nil
    }

    func link(_ page: Link) -> Link {
        page.adding("whose", whose).adding("state", state).adding("kind", kind?.rawValue).adding("outcome", outcome?.rawValue).adding("result", result?.rawValue)
            .adding("type", type?.rawValue).adding("office", office).adding("officer", officer).adding("words", words).adding("sort", sort)
    }

    /// Those asked for that were there on a day, in the order asked for; else the latest first.
    ///
    /// - Parameter own: the references of parties whose audits are one's own.
    func shown(_ audits: [AuditFacts], on day: Day, own: (Audit) -> Bool = { _ in true }) -> [AuditFacts] {
        let kept = audits.filter { $0.isHere(on: day) && (whose == nil || own($0.audit)) && keeps($0, on: day) }
        let order = sort.flatMap { Order(rawValue: $0.hasPrefix("-") ? String($0.dropFirst()) : $0) }
        let sorted: [AuditFacts] = switch order {
        case nil: kept
        case .reference: kept.stablySorted { $0.audit.id }
        case .premises: kept.stablySorted { $0.premises.nameKey }
        case .officer: kept.stablySorted { $0.officer.lowercased() }
        case .day: kept.stablySorted(by: \.day)
        case .next: kept.stablySorted { $0.state(on: day) == .completed ? $0.audit.sheet.nextDue?.number ?? Int.max : Int.max }
        case .state: kept.stablySorted { facts in AuditState.allCases.firstIndex(of: facts.state(on: day)) ?? 0 }
        }
        return order != nil && sort?.hasPrefix("-") == true ? sorted.reversed() : sorted
    }

    private func keeps(_ facts: AuditFacts, on day: Day) -> Bool {
        let (audit, now) = (facts.audit, facts.state(on: day))
        if let state, state == Self.openWord ? !now.isOpen : now.rawValue != state { return false }
        if let kind, audit.kind != kind { return false }
        if let outcome, now != .completed || !audit.sheet.outcomes.contains(outcome) { return false }
        if let result, now != .completed || audit.sheet.result != result { return false }
        if let type, facts.premises.type != type { return false }
        if let office, !facts.offices.contains(office) { return false }
        if let officer, facts.officer.lowercased() != officer.lowercased() { return false }
        guard let words else { return true }
        return [audit.reference.text, facts.premises.line, facts.premises.reference.text, facts.officer].joined(separator: " ").holds(words: words)
    }
}
