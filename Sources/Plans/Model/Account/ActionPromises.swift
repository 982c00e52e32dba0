import Kernel

/// Standings that were set, what waits for what, what is needed, and what was edited.
extension ActionHappenings {
    mutating func tellOverride() {
        if left.contains(.override) {
            if let set = now.override {
                tell(.overridden, now.setWords(plans.now.facts) + ". The reason: \(set.because.inOneLine(atMost: 300))", [set.named], [.override, .overrideRequest, .standing])
            } else {
                let was = before.override
                let old = was.flatMap { old in plans.now.facts.overrides.first { $0.id == old.id } }
                tell(.overrideEnded, "\(was?.colour.name ?? "The standing"), set until \(was.map { "\($0.until)" } ?? "an earlier day"), holds no more: \(ending(old)). It stands as computed, \(now.standing.colour.rawValue)",
                     [was?.named].compactMap(\.self), [.override, .overrideRequest, .standing])
            }
        }
        guard left.contains(.overrideRequest) else { return }
        if let open = now.openOverride {
            tell(.asked, "\(open.colour.name) until \(open.until) is asked for instead of \(now.computed.colour.rawValue), and is not decided yet: \(open.because.inOneLine(atMost: 300))",
                 [open.named], [.overrideRequest])
        } else {
            let asked = before.openOverride.flatMap { open in now.overrides.first { $0.id == open.id } }
            tell(.answered, "the standing that was asked for was \((asked?.outcome?.words ?? "Taken back").lowercased())", [asked?.named].compactMap(\.self), [.overrideRequest])
        }
    }

    private func ending(_ old: Override?) -> String {
        if let on = old?.endedOn, on <= plans.now.day { return "it was ended on \(on)" }
        if let until = old?.until, until < plans.now.day { return "its time ran out" }
        if let done = now.completion { return "the action was done on \(done.on)" }
        return now.closing.isSettled ? "the action was closed" : "it was not on record any more"
    }

    mutating func tellWaits() {
        let plan = plans.now.facts.plan.id
        for wait in now.waits where left.contains(.wait(wait.link.dependency.id)) {
            let name = wait.link.name(seenFrom: plan)
            let was = before.waits.first { $0.link.dependency.id == wait.link.dependency.id }
            let told: Set<Aspect> = [.wait(wait.link.dependency.id)]
            if let trouble = wait.trouble {
                tell(.heldUp, "waits for \(name), which \(trouble)", [wait.link.dependency.named, wait.link.action.named], told)
            } else if was != nil {
                tell(.freed, "\(name), for which it waits, holds it up no more\(wait.link.doneOn.map { ": it was done on \($0)" } ?? "")", [wait.link.dependency.named, wait.link.action.named], told)
            } else {
                tell(.waits, "waits for \(name)\(wait.link.doneOn.map { ", which was done on \($0)" } ?? wait.link.expected.map { ", which is expected on \($0)" } ?? "")",
                     [wait.link.dependency.named], told)
            }
        }
        for wait in before.waits where left.contains(.wait(wait.link.dependency.id)) {
            tell(.freed, "waits no more for \(wait.link.name(seenFrom: plan))", [wait.link.dependency.named], [.wait(wait.link.dependency.id)])
        }
    }

    mutating func tellNeeds() {
        for need in now.needs where left.contains(.need(need.id)) {
            if let was = before.needs.first(where: { $0.id == need.id }) {
                tell(.needChanged, "needs \(need.words); before, \(NeedSum([was]).words) was said", [need.named], [.need(need.id)])
            } else {
                tell(.needed, "needs \(need.words)", [need.named], [.need(need.id)])
            }
        }
        for need in before.needs where left.contains(.need(need.id)) {
            tell(.spared, "needs no more: \(NeedSum([need]).words) for “\(need.text.inOneLine())”", [need.named], [.need(need.id)])
        }
    }

    mutating func tellEditing() {
        if left.contains(.owners) {
            func names(_ view: ActionView, _ facts: PlanFacts) -> String { view.action.owners.isEmpty ? "nobody" : listed(view.action.owners.map(facts.name)) }
            tell(.handedOver, "owned by \(names(now, plans.now.facts)), and before by \(names(before, plans.before.facts))", [], [.owners])
        }
        guard left.contains(.wording) else { return }
        let (was, holds) = (before.action, now.action)
        let changes = [
            was.reference == holds.reference ? nil : "its reference was \(was.reference)",
            was.text == holds.text ? nil : "it was worded “\(was.text.inOneLine(atMost: 300))”",
            was.finding == holds.finding ? nil : "it answered another finding",
            was.dueWritten == holds.dueWritten ? nil : "instead of a day it had \(was.dueWritten.map { "“\($0.inOneLine())”" } ?? "nothing")",
            was.successMeasure == holds.successMeasure ? nil : "its success was to be shown by \(was.successMeasure.map { "“\($0.inOneLine())”" } ?? "nothing")",
        ].compactMap(\.self)
        tell(.reworded, "before, \(listed(changes))", [], [.wording])
    }
}

extension ActionView {
    /// `Amber, set by L. Haddad, agreed by R. Okafor, until 3 June 2026; computed red: 3 days past its due day`; empty where nothing is set.
    func setWords(_ facts: PlanFacts) -> String {
        guard let override else { return "" }
        let agreed = override.decidedBy.map { ", agreed by \(facts.name(ofWho: $0))" } ?? ""
        return "\(override.colour.name), set by \(facts.name(ofWho: override.askedBy))\(agreed), until \(override.until); computed \(computed.colour.rawValue)"
            + (computed.reasons.first.map { ": \($0)" } ?? "")
    }
}

extension Need {
    /// `£12,000 once for “Two analysts”, from 1 April 2026, not funded yet`
    var words: String {
        "\(NeedSum([self]).words) for “\(text.inOneLine())”\(period.map { ", \($0)" } ?? ""), \(isFunded ? "funded" : "not funded yet")"
    }
}
