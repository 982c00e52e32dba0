import Kernel
import Markup
import People
import Storage
import Web

/// How an action was closed and what the viewer may do about it: verifying it, taking that back, closing it without its being done.
struct VerificationCard {
    let item: ActionView
    let plan: Plan
    /// Those that may be named: of the action, or of the finding that it answers.
    let measures: [MeasureView]
    /// Names of those who verified and decided, by how the journal names them.
    let names: [String: String]
    /// Each time that somebody looked at a piece of evidence of the plan.
    let looks: [EvidenceLook]
    /// Names of the records among its evidence.
    let records: [Subject: Name]
    /// Whether the viewer may verify it, and whether they may close it without its being done.
    let may: (verify: Bool, look: Bool, giveUp: Bool)
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }

    var card: HTML {
        if let undone = item.closing.notImplemented { return notImplemented(undone) }
        guard item.completion != nil else { return closing }
        if let acceptance = item.closing.acceptance { return verified(acceptance) }
        let form = may.verify ? verifying : .empty
        return Markup.card("Verification", id: PartOfAction.verification.rawValue, "<p>Its owner says that it is done. Nobody has verified it yet.</p>\(form)")
    }

    private var verifying: HTML {
        form(to: PlanLinks.action(action, plan, "acceptance"), token: viewer.csrf, """
            \(seen)\(filled.lines("looked-at", "What was looked at", hint: "What you saw yourself, and where it is kept.", rows: 3))\
            \(pair(
                filled.day("on", "The day it was verified", viewer.today),
                filled.choice("measure", "The measure that must hold", [("", "None")] + measures.map { ("\($0.measure.id)", "\($0.measure.title): \($0.measure.wanted)") }, required: false)))\
            \(buttons(submit("It is done: verify it")))
            """)
    }

    /// What there is to look at, each piece with a tick.
    private var seen: HTML {
        let pieces = item.evidence.holding
        guard !pieces.isEmpty else { return .empty }
        let options = pieces.map { (value: "\($0.evidence.id)", label: words(of: $0)) }
        return checkboxes(
            "seen", "Evidence that you looked at", options: options, chosen: Set(filled.values("seen")),
            hint: "What is ticked still shows it today.", error: filled.error("seen"), required: false)
    }

    private func words(of piece: EvidenceView) -> String {
        let place = piece.file?.name ?? piece.evidence.link ?? piece.evidence.record.flatMap { records[$0]?.words } ?? "a record"
        return "\(piece.evidence.shows) (\(([place, piece.stale ?? piece.current?.words] as [String?]).compactMap(\.self).joined(separator: "; ")))"
    }

    /// The pieces that whoever verified it has looked at since.
    private func lookedAt(_ acceptance: Acceptance) -> [HTML] {
        item.evidence.compactMap { piece in
            looks.first { $0.evidence == piece.evidence.id && $0.by == acceptance.by && $0.on >= acceptance.on }.map { "<li>\(words(of: piece)), \($0.on)</li>" }
        }
    }

    private func verified(_ acceptance: Acceptance) -> HTML {
        let measure = measures.first { $0.measure.id == acceptance.measure }
        var pairs: [(String, HTML)] = [("Verified on", "\(acceptance.on)"), ("By", "\(names[acceptance.by] ?? acceptance.by)")]
        if let measure {
            pairs.append(("Its measure", "<a href=\"\(viewer.link(PlanLinks.measure(measure.measure, plan)))\">\(measure.measure.title)</a> \(tag(measure))"))
        }
        let pieces = lookedAt(acceptance)
        let seen: HTML? = pieces.isEmpty ? nil : "<p class=\"small\">Evidence that they looked at:</p><ul class=\"small\">\(pieces)</ul>"
        let stale = item.evidence.holding.compactMap { piece in piece.stale.map { notice("Evidence is \($0).", .amber) } }
        let moved = measures.compactMap { one in one.stale.map { notice("“\(one.measure.title)” is \($0).", .amber) } }
        let fallen = item.closing.fallen.map { notice("\($0.words.capitalisedFirst).", .amber) }
        let back = viewer.mayTakeBackAcceptance ? [button("Take it back", to: PlanLinks.action(action, plan, "acceptance", "withdrawal"), quiet: true)] : []
        return Markup.card("Verification", id: PartOfAction.verification.rawValue, actions: back, "\(fallen)\(stale)\(moved)\(prose(acceptance.lookedAt))\(facts(pairs))\(seen)")
    }

    private func notImplemented(_ undone: NotImplemented) -> HTML {
        let whole: HTML = undone.finding == nil ? "The action" : "The finding that it answers"
        let back = undone.action != nil && viewer.mayReopenNotImplemented
            ? [button("Reopen it", to: PlanLinks.action(action, plan, "non-implementation", "reopening"), quiet: true)] : []
        return Markup.card("Closed, not implemented", id: PartOfAction.verification.rawValue, actions: back, """
            <p>\(whole) was closed on \(undone.on) by \(names[undone.by] ?? undone.by) without being implemented.</p>\(prose(undone.because))
            """)
    }

    private var closing: HTML {
        guard item.closing.item == nil, may.giveUp else { return .empty }
        return Markup.card("Not to be done", id: PartOfAction.verification.rawValue, """
            <p>What is not going to be done is closed with a reason, and counts neither as done nor as late.</p>\
            \(button("Close it, not implemented", to: PlanLinks.action(action, plan, "non-implementation"), quiet: true))
            """)
    }
}

/// How a finding was closed: by the service, by the inspectorate or by neither, kept apart.
struct FindingClosureCard {
    let item: FindingView
    let view: PlanView
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }
    private var finding: Finding { item.finding }
    private var closing: FindingClosing { item.closing }

    var card: HTML {
        Markup.card("Closure", id: "closure", actions: deeds, "\(fallen)\(facts(pairs))\(letters)")
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayKeepClosed, closing.goesToInspectorate {
            deeds.append(closing.inspectorate == nil
                ? button("Record the inspectorate’s letter", to: PlanLinks.finding(finding, plan, "inspectorate-closure"), quiet: true)
                : button("The inspectorate reopened it", to: PlanLinks.finding(finding, plan, "inspectorate-closure", "reopening"), quiet: true))
        }
        if let onward = closing.onward, viewer.mayLookAgain([onward.owner]) {
            deeds.append(button("It was looked at again", to: PlanLinks.closure(plan, "look").adding("finding", finding.reference.text), quiet: true))
        }
        if viewer.mayKeep {
            let isUndone = view.facts.closing.notImplemented.contains { $0.finding == finding.id && $0.holds(on: view.day) }
            deeds.append(isUndone
                ? button("Reopen it", to: PlanLinks.finding(finding, plan, "non-implementation", "reopening"), quiet: true)
                : button("Close it, not implemented", to: PlanLinks.finding(finding, plan, "non-implementation"), quiet: true))
        }
        return deeds
    }

    private var fallen: [HTML] {
        closing.fallen.map { notice("Fallen since it was closed: \($0.words)\($0.stale.map { "; \($0)" } ?? "").", .amber) }
            + view.facts.measures(on: view.day).filter { one in one.measure.finding == finding.id && !closing.fallen.contains { $0.measure.id == one.measure.id } }
            .flatMap { one in [one.stale.map { notice("What it was closed on has moved. “\(one.measure.title)” is \($0).", .amber) }, unknown(one)].compactMap(\.self) }
    }

    /// A condition that nobody can tell any more is said openly, once something was closed.
    private func unknown(_ one: MeasureView) -> HTML? {
        guard closing.state.watchedSince != nil || closing.inspectorate != nil else { return nil }
        return one.unknown.map { notice("“\(one.measure.title)” keeps it closed and is not known: \($0).", .amber) }
    }

    private var pairs: [(String, HTML)] {
        let done = item.actions.count { $0.completion != nil }
        let verified = item.actions.count { $0.closing.acceptance != nil }
        var pairs: [(String, HTML)] = [
            ("Owners say done", "\(done) of \(counted(item.actions.count, "action"))"), ("Verified", "\(verified) of \(counted(item.actions.count, "action"))"),
            ("The service", service),
        ]
        if closing.goesToInspectorate {
            pairs.append(("The inspectorate", closing.inspectorate.map { "\(tag("Closed", .blue)) \($0.on)" } ?? tag("Open", .grey)))
        }
        if let onward = closing.onward {
            func of(_ part: Onward.Part) -> HTML? { onward.asForPlan.contains(part) ? "<span class=\"why\">As for the plan.</span>" : nil }
            let past: HTML? = onward.isPast ? " \(tag("Past", .amber))" : nil
            pairs += [
                ("What may still go wrong", "\(onward.residualRisk)\(of(.residualRisk))"), ("Who looks after it", "\(view.facts.name(onward.owner))\(of(.onwardOwner))"),
                ("Looked at again on", "\(onward.reviewOn.map { "\($0)" } ?? quiet("No further day"))\(past)\(of(.reviewDay))"),
            ]
            if let look = onward.look { pairs.append(("Last looked at", "\(look.on), by \(view.facts.name(ofWho: look.by)): \(look.words)")) }
        }
        return pairs
    }

    private var service: HTML {
        switch closing.state {
        case .open: tag("Open", .grey)
        case .done: tag("Done, not yet verified", .amber)
        case .byService(let day): "\(tag("Closed", .blue)) \(day)"
        case .notImplemented(let day): "\(tag("Closed, not implemented", .grey)) \(day)"
        case .endedWithPlan: "\(tag("Ended", .grey)) \((closing.state.words ?? "").capitalisedFirst)"
        }
    }

    /// Every letter by the day shown, the latest first.
    private var letters: HTML {
        let own = view.facts.closing.inspectorate.filter { $0.finding == finding.id && $0.on <= view.day }
        guard !own.isEmpty else { return .empty }
        let rows = own.reversed().map { one -> [HTML] in
            let reopened: HTML = one.reopenedOn.flatMap { $0 <= view.day ? "\(tag("Reopened", .amber)) \($0)\(prose(one.reopenedBecause ?? ""))" : nil } ?? tag("Closed", .blue)
            return ["\(one.on)", "\(one.letter)", "\(one.author)", prose(one.words), reopened]
        }
        return table(
            columns: [Column("Letter of", .day), Column("Reference"), Column("From"), Column("What it says", .wide), Column("Since then", .wide)], rows: rows)
    }
}

extension Viewer {
    /// A closed plan takes the inspectorate's letters all the same.
    var mayKeepClosed: Bool { isToday && PlanPolicy.keeps.allows(actor) }
    var mayTakeBackAcceptance: Bool { isToday && !isClosed && PlanPolicy.takesBackAcceptance.allows(actor) }
    var mayReopenNotImplemented: Bool { isToday && !isClosed && PlanPolicy.reopensNotImplemented.allows(actor) }

    /// Whether they may verify an action, whether they may look at its evidence, and whether they may close it without its being done.
    func mayClose(_ item: ActionView, _ session: Session) throws -> (verify: Bool, look: Bool, giveUp: Bool) {
        guard isToday, !isClosed, item.closing.notImplemented == nil else { return (false, false, false) }
        let past = try PastOwners(concernedBy: item.action, session)
        let own = try past.parties(of: actor, on: today, session)
        let verifies = PlanPolicy.verifies(item.completion, ownedBy: past.all, actingFor: own).allows(actor)
        return (item.completion != nil && verifies, verifies,
                PlanPolicy.closesNotImplemented(ownedBy: past.all, actingFor: own).allows(actor))
    }

    /// As one looks at a plan: in a closed one nothing is offered that changes it.
    func seeing(_ view: PlanView) -> Viewer {
        var viewer = self
        viewer.isClosed = view.facts.closing.closure(on: view.day) != nil
        return viewer
    }
}
