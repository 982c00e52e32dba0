import Kernel
import People

/// What the plan costs and who is needed for it on the last day, summed, and what of it is new.
extension PlanAccount {
    var moneyLines: [Telling.Line] {
        needLines(none: "No cost is recorded for \(now.facts.plan.title).", \.money)
    }

    var peopleLines: [Telling.Line] {
        needLines(none: "No staffing is recorded for \(now.facts.plan.title).", \.people)
    }

    private var needsPlace: Telling.Place { Telling.Place(["plans", now.facts.plan.reference.text, "needs"], on: to) }

    /// - Parameter words: of a sum, the part that is told here; nil where that is nothing.
    private func needLines(none: String, _ words: (NeedSum) -> String?) -> [Telling.Line] {
        func told(_ view: PlanView) -> [Need] { view.needs.filter { words(NeedSum([$0])) != nil } }
        let (needs, before) = (told(now), told(self.before))
        let new = change(before, needs)
        guard !needs.isEmpty else { return [Telling.Line(none, cites: [Telling.Cite("recorded", needsPlace)])] + [new].compactMap(\.self) }
        let lasting = needs.lasting(on: to)
        let ended = over(needs, words)
        let rest = [new ?? Telling.Line("There is no change in this since \(from).", cites: [Telling.Cite("no change", place())])] + points(words)
        guard let all = words(NeedSum(lasting)) else { return [ended].compactMap(\.self) + rest }
        let (funded, open) = (words(NeedSum(lasting.filter(\.isFunded))), words(NeedSum(lasting.filter { !$0.isFunded })))
        let share = switch (funded, open) {
        case (let funded?, let open?): "\(funded) \(be(funded)) funded and \(open) \(be(open)) not yet"
        case (_?, nil): "all of it is funded"
        default: "none of it is funded yet"
        }
        let count = counted(Set(lasting.map(\.action)).count, "action")
        let lead = Telling.Line(
            "On \(to), \(count) of \(now.facts.plan.title) needed \(all): \(share).", behind: lasting.map(\.named),
            cites: [all, funded, open, count].compactMap { $0.map { Telling.Cite($0, needsPlace) } })
        return [lead] + [ended].compactMap(\.self) + rest
    }

    /// What was needed for a time that has passed, which no sum holds.
    private func over(_ needs: [Need], _ words: (NeedSum) -> String?) -> Telling.Line? {
        let over = needs.filter { $0.isOver(on: to) }
        guard let sum = words(NeedSum(over)) else { return nil }
        return Telling.Line(
            "By \(to), \(sum) \(sum.contains(" and ") ? "were" : "was") needed no more: the time for it had passed.",
            behind: over.map(\.named), cites: [Telling.Cite(sum, needsPlace)])
    }

    /// `£12,000 once` is, `£12,000 once and £4,000 a year` are.
    private func be(_ sum: String) -> String { sum.contains(" and ") ? "are" : "is" }

    private func change(_ before: [Need], _ now: [Need]) -> Telling.Line? {
        let (was, holds) = (Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) }), Dictionary(uniqueKeysWithValues: now.map { ($0.id, $0) }))
        let new = now.filter { was[$0.id] == nil }
        let changed = now.filter { need in was[need.id].map { $0.said != need.said } ?? false }
        let gone = before.filter { holds[$0.id] == nil }
        let parts: [(String, Happening.Kind)] = [(new, "said", Happening.Kind.needed), (changed, "changed", .needChanged), (gone, "ended", .spared)].compactMap { needs, verb, kind in
            needs.isEmpty ? nil : ("\(counted(needs.count, "need")) \(needs.count == 1 ? "was" : "were") \(verb)", kind)
        }
        guard !parts.isEmpty else { return nil }
        return Telling.Line("Since \(from), \(listed(parts.map(\.0))).", behind: (new + changed + gone).map(\.named), cites: parts.map { Telling.Cite($0.0, place(of: $0.1)) })
    }

    private func points(_ words: (NeedSum) -> String?) -> [Telling.Line] {
        now.actions.flatMap { view in
            view.needs.compactMap { need -> Telling.Line? in
                guard let sum = words(NeedSum([need])) else { return nil }
                return Telling.Line(
                    "\(view.action.reference) \(view.action.text.inOneLine()): \(sum) for “\(need.text.inOneLine())”\(need.period.map { ", \($0)" } ?? ""), \(need.isOver(on: to) ? "which is over" : need.isFunded ? "funded" : "not funded yet").",
                    isPoint: true, behind: [need.named], cites: [Telling.Cite(view.action.reference.text, place(view.action)), Telling.Cite(sum, place(view.action))])
            }
        }
    }
}
