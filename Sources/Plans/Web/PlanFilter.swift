import Foundation
import Kernel
import Markup
import People
import Web

/// What a plan page shows and in which order, as its address says.
struct PlanFilter: Hashable, Sendable {
    enum Due: String, CaseIterable, Sendable {
        case past, none
        case month = "30-days"
        case quarter = "90-days"
        case afterEnd = "after-end"

        var words: String {
            switch self {
            case .past: "Already past"
            case .month: "In the next 30 days"
            case .quarter: "In the next 90 days"
            case .afterEnd: "After the plan’s end"
            case .none: "No day agreed"
            }
        }
    }

    enum Shown: String, CaseIterable, Sendable {
        case bare, shown, expired

        var words: String {
            switch self {
            case .bare: "Said to be done, nothing shows it"
            case .shown: "Has evidence that holds"
            case .expired: "Has evidence that ran out"
            }
        }

        func fits(_ action: ActionView) -> Bool {
            switch self {
            case .bare: action.isBareClaim
            case .shown: !action.evidence.holding.isEmpty
            case .expired: action.evidence.contains { $0.isExpired && !$0.isWithdrawn }
            }
        }
    }

    /// Of what is recorded as done: whether somebody has verified it.
    enum Done: String, CaseIterable, Sendable {
        case verified, unverified

        var words: String {
            switch self {
            case .verified: "Done, and verified"
            case .unverified: "Done, not yet verified"
            }
        }

        func fits(_ action: ActionView) -> Bool { action.completion != nil && (action.closing.acceptance != nil) == (self == .verified) }
    }

    enum Order: String, CaseIterable, Sendable { case reference = "ref", owner, due, standing }

    var owner: ID<Party>?
    var standing: Colour?
    var due: Due?
    /// What is not done on the day of the view, and due after it and by this day.
    var leftBy: Day?
    var evidence: Shown?
    var done: Done?
    var words: String?
    var order: Order?
    var isDescending = false
    /// As it stood in the address: `-due`.
    var sort: String?

    /// Everything, in the plan's own order.
    init() {}

    init(_ query: AddressQuery) {
        owner = query["owner"].flatMap { Int64($0) }.map { ID($0) }
        standing = query["standing"].flatMap(Colour.init)
        due = query["due"].flatMap(Due.init)
        leftBy = query["left-by"].flatMap { Day(iso: $0) }
        evidence = query["evidence"].flatMap(Shown.init)
        done = query["done"].flatMap(Done.init)
        words = query["words"]
        sort = query["sort"]
        if let sort {
            isDescending = sort.hasPrefix("-")
            order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort)
        }
    }

    var isNarrow: Bool { owner != nil || standing != nil || due != nil || leftBy != nil || evidence != nil || done != nil || words != nil }

    /// Whether the plan is shown as it is, with its drawings.
    var isWhole: Bool { !isNarrow && order == nil }

    /// The same view as a link, so that it can be kept, sent and exported.
    func link(_ page: Link) -> Link {
        page.adding("owner", owner.map { String($0.number) }).adding("standing", standing?.rawValue)
            .adding("due", due?.rawValue).adding("left-by", leftBy?.iso).adding("evidence", evidence?.rawValue).adding("done", done?.rawValue).adding("words", words).adding("sort", sort)
    }

    func keeps(_ view: ActionView, of finding: Finding, in plan: PlanView) -> Bool {
        let action = view.action
        if let owner, !action.owners.contains(owner) { return false }
        if let standing, view.standing.colour != standing { return false }
        if let due, !keeps(view.due, due, in: plan) { return false }
        if let leftBy, !view.isOpen || !(view.due.map { $0 > plan.day && $0 <= leftBy } ?? false) { return false }
        if let evidence, !evidence.fits(view) { return false }
        if let done, !done.fits(view) { return false }
        guard let words else { return true }
        let text = [action.text, action.reference.text, finding.text, finding.fullText ?? "", view.lastUpdate?.narrative ?? ""]
            .joined(separator: " ") + action.owners.map(plan.facts.name).joined(separator: " ")
        return text.holds(words: words)
    }

    private func keeps(_ due: Day?, _ window: Due, in plan: PlanView) -> Bool {
        guard let due else { return window == .none }
        return switch window {
        case .past: due < plan.day
        case .month: due >= plan.day && due <= plan.day.adding(days: 30)
        case .quarter: due >= plan.day && due <= plan.day.adding(days: 90)
        case .afterEnd: due > plan.facts.plan.period.through
        case .none: false
        }
    }

    /// The findings with what is kept of their actions; a finding with none left is left out when the view is narrowed.
    func findings(of plan: PlanView) -> [FindingView] {
        plan.findings.compactMap { finding in
            let kept = finding.keeping { keeps($0, of: finding.finding, in: plan) }
            return kept.actions.isEmpty && isNarrow ? nil : kept
        }
    }

    /// All kept actions in one line, in the order asked for.
    func sorted(_ findings: [FindingView], _ facts: PlanFacts) -> [ActionView] {
        let line = findings.flatMap(\.actions)
        let sorted: [ActionView] = switch order {
        case nil, .reference: line
        case .owner: line.stablySorted { $0.action.lead.map(facts.name) ?? "~" }
        case .due: line.byDue(\.due)
        case .standing: line.stablySorted { $0.standing.colour.urgency }
        }
        return isDescending ? sorted.reversed() : sorted
    }
}
