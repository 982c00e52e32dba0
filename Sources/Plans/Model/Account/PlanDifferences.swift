import Kernel

extension PlanAccount {
    /// In the plan's order: the plan itself, then each finding with its measures and its actions, and last what is gone.
    static func happenings(_ before: PlanView, _ now: PlanView) -> [Happening] {
        let plans = (before: before, now: now)
        let findings = Dictionary(uniqueKeysWithValues: before.findings.map { ($0.finding.id, $0) })
        let actions = Dictionary(uniqueKeysWithValues: before.actions.map { ($0.action.id, $0) })
        let measures = MeasureHappenings(before, now)
        var all = ofPlan(before, now)
        all += now.findings.mapTogether(atLeast: 8) { finding in
            let was = findings[finding.finding.id]
            var own = FindingHappenings.between(was, finding, in: plans)
            if was != nil { own += measures.of(finding.finding) }
            for action in finding.actions {
                let was = actions[action.action.id]
                own += ActionHappenings.between(was, action, in: plans)
                if was != nil { own += measures.of(action.action) }
            }
            return own
        }.joined()
        let (kept, left) = (Set(now.findings.map(\.finding.id)), Set(now.actions.map(\.action.id)))
        for finding in before.findings {
            if !kept.contains(finding.finding.id) { all += FindingHappenings.between(finding, nil, in: plans) }
            for action in finding.actions where !left.contains(action.action.id) { all += ActionHappenings.between(action, nil, in: plans) }
        }
        return all
    }

    private static func ofPlan(_ before: PlanView, _ now: PlanView) -> [Happening] {
        var left = Aspect.differing(before, now)
        let plan = now.facts.plan
        var all: [Happening] = []
        func tell(_ kind: Happening.Kind, _ words: String, _ records: [Subject?], _ aspects: Set<Aspect>) {
            let (told, records) = (aspects.intersection(left), records.compactMap(\.self))
            left.subtract(told)
            all.append(Happening(kind, plan, words, records.isEmpty ? [plan.named] : records, told))
        }
        if left.contains(.closing) {
            let was = before.facts.closing.closure(on: before.day)
            if let closure = now.facts.closing.closure(on: now.day) {
                let agreed = closure.decidedBy.map { ", agreed by \(now.facts.name(ofWho: $0))" } ?? ""
                tell(.planClosed, "the plan was closed\(closure.decidedOn.map { " on \($0)" } ?? "")\(agreed): \(closure.words.inOneLine(atMost: 300))", [closure.named], [.closing, .request])
            } else {
                let gone = was.flatMap { old in now.facts.closing.closures.first { $0.id == old.id } }
                let why = gone?.reopenedBecause.map { ": \($0.inOneLine(atMost: 300))" } ?? ""
                tell(.planReopened, "the plan was reopened\(gone?.reopenedOn.map { " on \($0)" } ?? "")\(why)", [was?.named], [.closing])
            }
        }
        if left.contains(.request) {
            if let open = now.facts.closing.proposed(on: now.day) {
                tell(.asked, "\(now.facts.name(ofWho: open.askedBy)) proposes to close the plan, and that is not decided yet: \(open.words.inOneLine(atMost: 300))", [open.named], [.request])
            } else {
                let asked = before.facts.closing.proposed(on: before.day).flatMap { open in now.facts.closing.closures.first { $0.id == open.id } }
                tell(.answered, "the proposal to close the plan was \((asked?.outcome?.words ?? "Taken back").lowercased())", [asked?.named], [.request])
            }
        }
        if left.contains(.wording) {
            let was = before.facts.plan
            let changes = [
                was.title == plan.title ? nil : "its title was “\(was.title)”",
                was.period == plan.period ? nil : "it ran from \(was.period.from) to \(was.period.through)",
                was.sponsor == plan.sponsor ? nil : "it was sponsored by \(was.sponsor.map(before.facts.name) ?? "nobody")",
                was.source == plan.source ? nil : "it said of where it comes from: \(was.source.map { "“\($0.inOneLine(atMost: 300))”" } ?? "nothing")",
                was.kind == plan.kind ? nil : "it was called \(was.kind.words.lowercased())", was.rules == plan.rules ? nil : "it had other rules for standings",
            ].compactMap(\.self)
            tell(.reworded, "before, \(listed(changes))", [], [.wording])
        }
        return all
    }
}
