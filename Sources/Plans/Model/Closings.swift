import Kernel

/// How everything in a plan was closed by a day: looks at findings and actions as they stand without it, and adds what was
/// verified, closed or decided.
struct Closings {
    private let plan: Plan
    private let day: Day
    private let rules: RuleSet
    private let recorded: ClosingFacts
    private let closure: PlanClosure?
    private let acceptances: [ID<Action>: Acceptance]
    private let actions: [ID<Action>: NotImplemented]
    private let findings: [ID<Finding>: NotImplemented]
    private let inspectorate: [ID<Finding>: InspectorateClosure]
    private let items: [ID<Action>: ClosureItem]
    private let measures: [MeasureView]

    init(_ facts: PlanFacts, on day: Day, _ rules: RuleSet) {
        (plan, self.day, self.rules) = (facts.plan, day, rules)
        let closing = facts.closing
        let closure = closing.closure(on: day)
        recorded = closing
        self.closure = closure
        acceptances = Dictionary(closing.acceptances.filter { $0.holds(on: day) }.map { ($0.action, $0) }) { _, last in last }
        let undone = closing.notImplemented.filter { $0.holds(on: day) }
        actions = Dictionary(undone.compactMap { one in one.action.map { ($0, one) } }) { _, last in last }
        findings = Dictionary(undone.compactMap { one in one.finding.map { ($0, one) } }) { _, last in last }
        inspectorate = Dictionary(closing.inspectorate.filter { $0.holds(on: day) }.map { ($0.finding, $0) }) { _, last in last }
        items = Dictionary(closing.items.filter { $0.closure == closure?.id }.map { ($0.action, $0) }) { _, last in last }
        measures = facts.measures.isEmpty ? [] : facts.measures(on: day)
    }

    /// The same findings with how each was closed, and standing as that makes them stand.
    func applied(to bare: [FindingView]) -> [FindingView] {
        bare.map { view in
            let seen = view.actions.map { applied(to: $0, of: view.finding) }
            let closing = closing(of: view.finding, seen)
            return FindingView(finding: view.finding, actions: seen, evidence: view.evidence, closing: closing, watching: rules.watchesMeasures)
        }
    }

    private func applied(to view: ActionView, of finding: Finding) -> ActionView {
        var closing = ActionClosing()
        let id = view.action.id
        closing.acceptance = acceptances[id].flatMap { $0.completion == view.completion?.id ? $0 : nil }
        closing.notImplemented = view.completion == nil ? actions[id] ?? findings[finding.id] : nil
        closing.item = items[id]
        closing.closedOn = closure?.decidedOn
        // Most are open, as is their plan, and stand as they are.
        if closing == ActionClosing(), view.completion == nil, view.override == nil { return view }
        if let acceptance = closing.acceptance {
            // The one that was named held when it was verified; another may never have.
            closing.fallen = measures.filter { one in
                one.measure.id == acceptance.measure ? one.isBelow : one.measure.action == id && one.hasFallen(since: acceptance.on)
            }
        }
        let set = view.override.flatMap { isEnded($0, of: view.action) ? nil : $0 }
        let standing = set == nil ? view.computed : view.standing
        return view.closed(
            closing, override: set, standing: self.standing(view, standing, closing), needsUpdate: view.needsUpdate && !closing.isSettled && closure == nil)
    }

    /// A standing that was set ends when the action is closed without being done or decided about with its plan, and stays ended when
    /// it is reopened: what it was set for is over.
    private func isEnded(_ set: Override, of action: Action) -> Bool {
        let undone = recorded.notImplemented.filter { $0.action == action.id || $0.finding == action.finding }.map(\.on)
        let decided = recorded.items.filter { $0.action == action.id }.compactMap { item in
            recorded.closures.first { $0.id == item.closure && $0.isAgreed }?.decidedOn
        }
        return (undone + decided).contains { $0 <= day && $0 >= set.decidedOn ?? set.askedOn }
    }

    /// - Parameter standing: how it stands without its closing.
    private func standing(_ view: ActionView, _ standing: Standing, _ closing: ActionClosing) -> Standing {
        if let undone = closing.notImplemented {
            return Standing(.grey, ["closed, not implemented, on \(undone.on): \(undone.because)"], label: "Closed, not implemented")
        }
        if view.completion == nil, let item = closing.item, let on = closing.closedOn {
            return Standing(.grey, ["\(item.kind == .carriedForward ? "carried forward" : "closed, not implemented,") on \(on): \(item.because)"], label: item.kind.words)
        }
        guard view.completion != nil else { return standing }
        guard let acceptance = closing.acceptance else {
            let words = closing.item?.kind == .onItsWord ? "closed on its owner’s word" : "not yet verified"
            let isBare = view.isBareClaim && rules.needsEvidence
            let label = isBare ? "Said to be done" : standing.colour == .blue ? "Done, not yet verified" : standing.label
            return Standing(standing.colour, standing.reasons + [words], label: label)
        }
        let verified = "verified on \(acceptance.on)"
        if !closing.fallen.isEmpty, rules.watchesMeasures {
            return Standing(.amber, closing.fallen.map(\.words) + [verified] + standing.reasons, label: "Fallen since")
        }
        let label = standing.colour == .blue ? "Verified" : standing.label
        return Standing(standing.colour, standing.reasons + [verified] + closing.fallen.map(\.words), label: label)
    }

    private func closing(of finding: Finding, _ actions: [ActionView]) -> FindingClosing {
        var closing = FindingClosing()
        closing.inspectorate = inspectorate[finding.id]
        closing.goesToInspectorate = finding.goesToInspectorate(in: plan)
        closing.onward = closure.map { recorded.onward(finding.id, by: $0, on: day) }
        let days = actions.compactMap { view -> Day? in
            let own = view.closing
            return own.acceptance?.on ?? own.notImplemented?.on ?? own.item.flatMap { _ in own.closedOn }
        }
        if let undone = findings[finding.id], actions.allSatisfy({ $0.closing.acceptance == nil }) {
            closing.state = .notImplemented(undone.on)
        } else if !actions.isEmpty, days.count == actions.count, let last = days.max() {
            let isWholly = actions.allSatisfy { $0.closing.notImplemented != nil || $0.closing.item?.kind == .notImplemented }
            let left = actions.map(\.closing).filter { $0.acceptance == nil && $0.notImplemented == nil }.compactMap(\.item?.kind)
            let (carried, onWord) = (left.count { $0 == .carriedForward }, left.count { $0 == .onItsWord })
            closing.state = isWholly ? .notImplemented(last)
                : carried + onWord == 0 ? .byService(last) : .endedWithPlan(closure?.decidedOn ?? last, carried: carried, onWord: onWord)
        } else if !actions.isEmpty, actions.allSatisfy({ $0.completion != nil || $0.closing.isSettled }) {
            closing.state = .done
        }
        let closed = [closing.inspectorate?.on, closing.state.watchedSince].compactMap(\.self)
        let own = measures.filter { one in one.measure.finding == finding.id && closed.contains { one.hasFallen(since: $0) } }
        closing.fallen = own + actions.flatMap(\.closing.fallen).filter { one in !own.contains { $0.measure.id == one.measure.id } }
        return closing
    }
}
