public import Kernel
import People

extension PlanAccount {
    /// The account in sentences, each number with where its records are shown.
    public var telling: Telling {
        let plan = now.facts.plan
        return Telling(
            subject: Subject(kind: "plan", number: plan.id.number), title: plan.title, address: place, from: from, to: to, next: next,
            isUnchanged: isUnchanged,
            passages: [
                Telling.Passage(.background, background), Telling.Passage(.summary, summary), Telling.Passage(.reached, reached), Telling.Passage(.changed, changed),
                Telling.Passage(.closing, closingLines), Telling.Passage(.late, lateLines), Telling.Passage(.waiting, waitingLines), Telling.Passage(.set, setLines),
                Telling.Passage(.next, nextLines), Telling.Passage(.left, leftLines), Telling.Passage(.money, moneyLines), Telling.Passage(.people, peopleLines),
            ],
            counts: counts, mentions: mentions, questions: questions, groups: groups)
    }

    /// The plan's page on the last day.
    var place: Telling.Place { Telling.Place(["plans", now.facts.plan.reference.text], on: to) }

    /// The page that tells this account, at one kind of what happened.
    func place(of kind: Happening.Kind? = nil) -> Telling.Place {
        let page = Telling.Place(["plans", now.facts.plan.reference.text, "account"], on: to).adding("since", from.iso)
        return kind.map { page.at($0.rawValue) } ?? page
    }

    func place(_ colour: Colour) -> Telling.Place { place.adding("standing", colour.rawValue) }

    func place(_ action: Action) -> Telling.Place {
        Telling.Place(["plans", now.facts.plan.reference.text, "actions", action.reference.text], on: to)
    }

    private var background: [Telling.Line] {
        let plan = now.facts.plan
        let source = plan.source.map { " \($0)\($0.endsSentence ? "" : ".")" } ?? ""
        let size = counted(now.findings.count, "finding")
        let sponsor = plan.sponsor.map { " \(spoken($0)) sponsors it." } ?? ""
        let runs = to > plan.period.through ? "ran" : to < plan.period.from ? "is to run" : "runs"
        return [Telling.Line(
            "\(plan.title):\(source) It \(runs) from \(plan.period.from) to \(plan.period.through) and answers \(size) with \(counted(now.actions.count, "action")).\(sponsor)",
            behind: [Subject(kind: "plan", number: plan.id.number)], cites: [Telling.Cite(plan.title, place), Telling.Cite(size, place)])]
    }

    /// Somebody by name, or a post as it is spoken of.
    private func spoken(_ party: ID<Party>) -> String {
        let name = now.facts.name(party)
        let isPost = now.facts.parties[party].map { $0.kind != .person } ?? false
        return isPost && !name.lowercased().hasPrefix("the ") ? "The \(name)" : name
    }

    // MARK: Summary

    private var summary: [Telling.Line] { [standingLine, saidLine, firstLine, changeLine, periodLine].compactMap(\.self) }

    private var standingLine: Telling.Line? {
        let total = counted(now.actions.count, "action")
        guard !now.actions.isEmpty else { return Telling.Line("On \(to) the plan held no actions.") }
        // In a sentence what is not scheduled or has ended comes last.
        let shares = now.shares.stablySorted { $0.colour == .grey ? 1 : 0 }.map { ("\($0.count) \($0.words)", place($0.colour)) }
        return Telling.Line(
            "On \(to) the plan had \(total): \(listed(shares.map(\.0))).", behind: now.actions.map(\.action.named),
            cites: [Telling.Cite(total, place)] + shares.map { Telling.Cite($0.0, $0.1) })
    }

    /// What its owners say is done and does not stand as done, so that one number says how the two go together.
    private var saidLine: Telling.Line? {
        let done = now.actions.filter { $0.completion != nil }
        let other = done.filter { $0.standing.colour != .blue }
        guard !other.isEmpty else { return nil }
        let (bare, fallen) = (other.filter(\.isBareClaim).count, other.filter { !$0.isBareClaim }.count)
        let (all, standing) = (counted(done.count, "action"), done.count - other.count)
        func of(_ number: Int) -> String { done.count == 1 ? "it" : "\(number) of them" }
        let shown = fallen == 0 && now.rules.needsEvidence ? "\(standing == 1 ? "is" : "are") shown by evidence" : "\(standing == 1 ? "stands" : "stand") as done"
        var parts: [String] = []
        var cites = [Telling.Cite(all, place)]
        if standing > 0 {
            parts.append("\(of(standing)) \(shown)")
            cites.append(Telling.Cite(of(standing), place(.blue)))
        }
        if bare > 0 {
            parts.append("nothing shows \(of(bare)) yet")
            cites.append(Telling.Cite("nothing shows \(of(bare))", place.adding("evidence", "bare")))
        }
        if fallen > 0 {
            let words = "\(of(fallen)) \(fallen == 1 ? "does" : "do") not stand as done"
            parts.append(words)
            cites.append(Telling.Cite(words, place(.amber)))
        }
        return Telling.Line(
            "\(all) \(done.count == 1 ? "is" : "are") said to be done: \(listed(parts)).", behind: done.map { $0.completion?.named ?? $0.action.named }, cites: cites)
    }

    private var firstLine: Telling.Line? {
        guard report == .first else { return nil }
        let late = entered.flatMap { $0 > from && $0 <= to ? ", which came on record on \($0)" : nil } ?? ""
        return Telling.Line("This is the first report on this plan\(late).", cites: [Telling.Cite("this plan", place)])
    }

    private var noChangeLine: Telling.Line {
        if let entered, entered > from {
            return Telling.Line("The plan came on record on \(entered), so there is no record of a change since \(from).", cites: [Telling.Cite("came on record", place)])
        }
        let since = report == .last(from) ? "the last report, on \(from)" : "\(from)"
        return Telling.Line("There is no change since \(since).", cites: [Telling.Cite("no change", place(of: nil))])
    }

    private var changeLine: Telling.Line {
        guard !isUnchanged else { return noChangeLine }
        let told: [(Happening.Kind, String, String)] = [
            (.completed, "action was completed", "actions were completed"), (.verified, "action was verified", "actions were verified"),
            (.closed, "finding was closed by the service", "findings were closed by the service"),
            (.inspectorateClosed, "finding was closed by the inspectorate", "findings were closed by the inspectorate"),
            (.notImplemented, "item was closed without being done", "items were closed without being done"), (.carried, "action was carried forward", "actions were carried forward"),
            (.ended, "finding ended with the plan", "findings ended with the plan"),
            (.reopened, "item was reopened", "items were reopened"), (.inspectorateReopened, "finding was reopened by the inspectorate", "findings were reopened by the inspectorate"),
            (.unverified, "verification was taken back", "verifications were taken back"), (.fallen, "measure fell after closure", "measures fell after closure"),
            (.reached, "milestone was reached", "milestones were reached"), (.started, "action was started", "actions were started"),
            (.reported, "action was reported on", "actions were reported on"), (.moved, "action was moved to another day", "actions were moved to another day"),
            (.slipped, "action is expected later", "actions are expected later"),
            (.overridden, "standing was set", "standings were set"), (.heldUp, "action is held up by another", "actions are held up by others"), (.added, "item was added", "items were added"),
            (.withdrawn, "item was withdrawn", "items were withdrawn"), (.late, "action became late", "actions became late"),
            (.recovered, "action recovered", "actions recovered"),
        ]
        let parts = told.compactMap { kind, one, many -> (String, Happening.Kind, [Subject])? in
            let found = happenings(kind)
            guard !found.isEmpty else { return nil }
            let words = counted(found.count, one, many)
            return (words, kind, found.flatMap(\.records))
        }
        guard !parts.isEmpty else { return Telling.Line("Since \(from), \(counted(happenings.count, "small change")) \(happenings.count == 1 ? "was" : "were") recorded.", cites: [Telling.Cite(counted(happenings.count, "small change"), place(of: nil))]) }
        return Telling.Line("Since \(from), \(listed(parts.map(\.0))).", behind: parts.flatMap(\.2), cites: parts.map { Telling.Cite($0.0, place(of: $0.1)) })
    }

    private var periodLine: Telling.Line? {
        let plan = now.facts.plan
        if to > plan.period.through, !left.isEmpty {
            let words = counted(left.count, "action")
            return Telling.Line("The plan’s period ended on \(plan.period.through) with \(words) not done.", behind: left.map(\.action.named), cites: [Telling.Cite("\(words) not done", place)])
        }
        let after = now.dueAfterEnd
        guard !after.isEmpty else { return nil }
        let words = counted(after.count, "action")
        return Telling.Line(
            "\(words.capitalisedFirst) \(after.count == 1 ? "is" : "are") due after the plan’s own end, \(plan.period.through).",
            behind: after.map(\.action.named), cites: [Telling.Cite(words, place.adding("due", "after-end"))])
    }

    // MARK: Points

    private func points(_ happenings: [Happening]) -> [Telling.Line] {
        happenings.map { Telling.Line($0.sentence, isPoint: true, behind: $0.records, cites: cites($0)) }
    }

    fileprivate func cites(_ happening: Happening) -> [Telling.Cite] {
        let words = happening.place.isEmpty ? happening.thing : happening.reference.text
        return [Telling.Cite(words, Telling.Place(["plans", now.facts.plan.reference.text] + happening.place, on: to))]
    }

    private var reached: [Telling.Line] {
        points(happenings(
        .planClosed, .completed, .verified, .allDone, .closed, .inspectorateClosed, .reached, .started, .reported, .shown, .measured, .held, .advanced, .freed, .recovered))
    }

    private var changed: [Telling.Line] {
        points(happenings(
            .planReopened, .reopened, .unverified, .inspectorateReopened, .notImplemented, .carried, .settled, .ended, .fallen, .missed, .unreached, .slipped, .moved, .corrected, .scheduled,
            .asked, .answered, .overridden, .overrideEnded, .heldUp, .waits, .planned, .dropped, .lapsed, .watched, .unwatched, .needed, .needChanged, .spared,
            .added, .withdrawn, .reworded, .handedOver, .atRisk, .unscheduled))
    }

    private var lateLines: [Telling.Line] { late.map { point($0, "\($0.standing.reasons.prefix(1).joined())\(held($0))\(expectation($0))\(said($0))") } }

    /// What it waits for that is late itself.
    private func held(_ view: ActionView) -> String {
        let names = view.waits.compactMap { wait in wait.trouble.map { "\(wait.link.name(seenFrom: now.facts.plan.id)), which \($0)" } }
        return names.isEmpty ? "" : "; it waits for \(listed(names))"
    }

    private var nextLines: [Telling.Line] { dueNext.map { view in point(view, "due on \(view.due.map { "\($0)" } ?? "")\(doubt(view))\(expectation(view))") } }

    private var leftLines: [Telling.Line] {
        left.filter { $0.standing.colour != .red }.map { view in
            point(view, (view.due.map { "due on \($0)" } ?? "no day is agreed") + ", \(view.standing.colour.words.lowercased())\(doubt(view))\(expectation(view))")
        }
    }

    private func point(_ view: ActionView, _ words: String) -> Telling.Line {
        let end = words.endsSentence ? "" : "."
        return Telling.Line(
            "\(view.action.reference) \(view.action.text.inOneLine()): \(words)\(end)", isPoint: true,
            behind: [view.action.named] + [view.lastUpdate?.named].compactMap(\.self), cites: [Telling.Cite(view.action.reference.text, place(view.action))])
    }

    /// Where its owner says worse than is computed.
    private func doubt(_ view: ActionView) -> String { view.statedWorse.map { ", though its owner says \($0.rawValue)" } ?? "" }

    private func expectation(_ view: ActionView) -> String {
        guard let expected = view.forecast else { return "" }
        return expected == view.due ? ", as its owner expects" : "; its owner expects \(expected)"
    }

    private func said(_ view: ActionView) -> String {
        view.lastUpdate.map { ". On \($0.asOf) its owner said: \($0.narrative.inOneLine(atMost: 400))" } ?? ""
    }
}

extension PlanAccount {
    /// Each difference as a point, for two views of one day.
    public var differences: [Telling.Line] {
        happenings.map { Telling.Line("\($0.kind.words). \($0.sentence)", isPoint: true, behind: $0.records, cites: cites($0)) }
    }
}
