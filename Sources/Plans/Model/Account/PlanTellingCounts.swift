import Kernel
import People

/// What claims can be held against: the numbers that the plan's records give, and the records that speak for themselves.
extension PlanAccount {
    var counts: [Telling.Count] { ofActions + ofTime + ofMilestones + ofFindings }

    private var span: String { "between \(from.adding(days: 1)) and \(to)" }

    private func be(_ number: Int, _ one: String = "was", _ many: String = "were") -> String { number == 1 ? one : many }

    private func count(_ views: [ActionView], _ qualities: [String], _ words: String, at place: Telling.Place) -> Telling.Count {
        Telling.Count(views.count, "action", qualities, "\(counted(views.count, "action")) \(be(views.count)) \(words) on \(to)", behind: views.map(\.action.named), at: place)
    }

    private var finished: [String] { ["done", "complete", "completed", "finished", "delivered", "closed"] }

    private var ofActions: [Telling.Count] {
        func standing(_ colour: Colour) -> [ActionView] { now.actions.filter { $0.standing.colour == colour } }
        return [
            count(now.actions, [], "in the plan", at: place),
            count(standing(.blue), finished, "done in all", at: place(.blue)),
            count(standing(.green), ["track", "green"], "on track", at: place(.green)),
            count(standing(.amber), ["risk", "amber"], "at risk", at: place(.amber)),
            count(standing(.red), ["late", "overdue", "red"], "late", at: place(.red)),
            count(standing(.grey).filter { $0.ended == nil }, ["unscheduled", "grey"], "not scheduled", at: place(.grey)),
            count(now.actions.filter { $0.ended == .carriedForward }, ["carried"], "carried forward", at: place(.grey)),
            count(now.actions.filter { $0.ended == .notImplemented }, ["unimplemented", "not implemented"], "closed, not implemented", at: place(.grey)),
            count(now.actions.filter { $0.closing.acceptance != nil }, ["verified", "accepted"], "verified in all", at: place(.blue)),
            count(left, ["left", "open", "outstanding", "remaining", "remain", "incomplete"] + finished.map { "not \($0)" }, "not done", at: place),
        ]
    }

    private var ofTime: [Telling.Count] {
        let kinds: [(Happening.Kind, [String], String)] = [
            (.completed, finished, "completed"), (.started, ["started", "begun", "began"], "started"),
            (.verified, ["verified", "accepted"], "verified"),
            (.reopened, ["reopened"], "reopened"), (.moved, ["moved", "postponed"], "moved to another day"), (.slipped, ["slipped", "expected"], "expected later"),
            (.added, ["added", "new"], "added"), (.withdrawn, ["withdrawn", "removed"], "withdrawn"), (.late, ["became"], "found late"),
            (.reported, ["reported", "updated"], "reported on"),
        ]
        let happened = kinds.map { kind, qualities, words in
            let found = happenings(kind).filter { $0.subject.kind == "action" }
            return Telling.Count(found.count, "action", qualities, "\(counted(found.count, "action")) \(be(found.count)) \(words) \(span)", behind: found.flatMap { [$0.subject] + $0.records }, at: place(of: kind))
        }
        guard let next else { return happened }
        return happened + [Telling.Count(
            dueNext.count, "action", ["due"], "\(counted(dueNext.count, "action")) fall\(dueNext.count == 1 ? "s" : "") due after \(to) and by \(next)",
            behind: dueNext.map(\.action.named), at: place.adding("left-by", next.iso))]
    }

    private var ofMilestones: [Telling.Count] {
        let all = now.actions.flatMap(\.milestones)
        let reached = all.filter { $0.reachedOn != nil }
        let lately = happenings(.reached)
        let words = ["reached", "met", "achieved", "passed"]
        return [
            Telling.Count(all.count, "milestone", [], "the plan had \(counted(all.count, "milestone")) on \(to)", behind: all.map(\.named), at: place),
            Telling.Count(reached.count, "milestone", words, "\(counted(reached.count, "milestone")) had been reached by \(to)", behind: reached.map(\.named), at: place),
            Telling.Count(lately.count, "milestone", words, "\(counted(lately.count, "milestone")) \(be(lately.count)) reached \(span)", behind: lately.flatMap(\.records), at: place(of: .reached)),
        ]
    }

    private var ofFindings: [Telling.Count] {
        let done = now.findings.filter { $0.standing.colour == .blue }
        let nouns = Set(now.findings.map(\.finding.kind.words).map { $0.lowercased() } + ["finding"]).sorted()
        return nouns.flatMap { noun in
            let own = now.findings.filter { noun == "finding" || $0.finding.kind.words.lowercased() == noun }
            let finished = done.filter { noun == "finding" || $0.finding.kind.words.lowercased() == noun }
            return [
                Telling.Count(own.count, noun, [], "the plan answered \(counted(own.count, noun)) on \(to)", behind: own.map(\.finding.named), at: place),
                Telling.Count(finished.count, noun, ["done", "complete", "completed", "answered", "met", "closed"], "all actions were done for \(counted(finished.count, noun)) on \(to)", behind: finished.map(\.finding.named), at: place),
            ]
        }
    }

    var mentions: [Telling.Mention] { ofWhatWasSaid + ofReadings + ofCosts + ofEvidence }

    /// What the actions need in money, and all of it together.
    private var ofCosts: [Telling.Mention] {
        func cost(_ subject: Subject, _ sum: Hundredths, _ words: String, at place: Telling.Place) -> [Telling.Mention] {
            sum == .zero ? [] : [Telling.Mention(subject, "cost", .said, "\(sum.pounds) \(words)", on: to, at: place)]
        }
        let needs = now.actions.flatMap { view in view.needs.map { (view, $0) } }
        guard !needs.isEmpty else { return [] }
        let each = needs.flatMap { view, need in
            cost(view.action.named, need.oneOff, "once for \(view.action.reference): \(need.text)", at: place(view.action))
                + cost(view.action.named, need.yearly, "a year for \(view.action.reference): \(need.text)", at: place(view.action))
        }
        let plan = Subject(kind: "plan", number: now.facts.plan.id.number)
        let lasting = needs.filter { !$0.1.isOver(on: to) }
        return each + cost(plan, lasting.reduce(.zero) { $0 + $1.1.oneOff }, "once in all is needed for the actions of the plan", at: place)
            + cost(plan, lasting.reduce(.zero) { $0 + $1.1.yearly }, "a year in all is needed for the actions of the plan", at: place)
    }

    /// What shows that actions are done or under way.
    private var ofEvidence: [Telling.Mention] {
        now.actions.flatMap { view in
            view.evidence.holding.map { Telling.Mention($0.evidence.named, "evidence", .shown, $0.inOneLine, on: $0.lastSeenOn, at: place(view.action)) }
        }
    }

    /// What measures were read to be, so that a claim about what they count is held against the latest.
    private var ofReadings: [Telling.Mention] {
        now.facts.measures(on: to).compactMap { view in
            view.latest.map { Telling.Mention($0.reading?.named ?? view.measure.named, "measure", .said, "\(view.measure.worded($0)): \(view.measure.title)", on: $0.on, at: place) }
        }
    }

    private var ofWhatWasSaid: [Telling.Mention] {
        now.actions.flatMap { view -> [Telling.Mention] in
            let place = place(view.action)
            let milestones = view.milestones.map {
                Telling.Mention($0.named, "milestone", $0.reachedOn == nil ? .open : .happened, $0.text, on: $0.reachedOn ?? $0.due, at: place)
            }
            let done = view.completion.flatMap { done in done.narrative.map { Telling.Mention(done.named, "completion", .said, $0, on: done.on, at: place) } }
            let said = view.updates.map { Telling.Mention($0.named, "update", .said, $0.narrative, on: $0.asOf, at: place) }
            let promised = Telling.Mention(view.action.named, "action", view.completion == nil ? .open : .happened, view.action.text, on: view.completion?.on ?? view.due, at: place)
            return [promised] + milestones + [done].compactMap(\.self) + said
        }
    }

    var groups: [Telling.Group] {
        now.findings.map { finding in
            Telling.Group(
                reference: finding.finding.reference.text, words: finding.finding.text, kind: finding.finding.kind.words, stands: stand(finding.standing),
                items: finding.actions.map { view in
                    Telling.Item(
                        subject: view.action.named, reference: view.action.reference.text, words: view.action.text,
                        owners: view.action.owners.map(now.facts.name), from: max(now.facts.plan.period.from, view.action.since), due: view.due,
                        firstDue: view.dueDay.first, dueWritten: view.action.dueWritten, forecast: view.forecast, doneOn: view.completion?.on,
                        isOver: view.ended != nil, stands: stand(view.standing, doubt: view.statedWorse, ended: view.ended), said: view.completion?.narrative ?? view.lastUpdate?.narrative,
                        saidOn: view.completion?.on ?? view.lastUpdate?.asOf, at: place(view.action))
                })
        }
    }

    private func stand(_ standing: Standing, doubt: Colour? = nil, ended: ClosureItem.Kind? = nil) -> Telling.Stand {
        let why = standing.why + (doubt.map { " Its owner says \($0.rawValue)." } ?? "")
        return Telling.Stand(standing.colour.rawValue, ended?.words ?? standing.colour.words, label: standing.label, why: why)
    }
}
