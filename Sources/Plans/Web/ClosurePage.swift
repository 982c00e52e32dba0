import Kernel
import Markup
import People
import Storage
import Web

/// The gate of a plan: what stands in the way of closing it, who proposes it and who decides.
struct ClosurePage {
    let view: PlanView
    let gate: ClosingGate
    let report: ClosureReport
    /// The closure that is proposed, or by which the plan is closed.
    let closure: PlanClosure?
    let items: [ClosureItem]
    let carried: [ID<Action>: ClosureReport.Carried]
    let names: [String: String]
    /// The form with which a manager proposes it; nil where it can't be.
    let form: HTML?
    /// What boards decided about the plan, then what they decided about others.
    let decisions: [Naming.Group]
    let filled: Filled
    let viewer: Viewer

    private var plan: Plan { gate.plan }

    var page: Page {
        Page(
            title: "Closing", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("Closing \(plan.title)", under: under, standing: standing, actions: deeds))\(errorSummary(filled.refusal))\
                \(decision)\(onward)\(isClosed ? .empty : obstacles)\(proposing)\(items.isEmpty ? .empty : list)
                """)
    }

    private var isClosed: Bool { closure?.holds(on: view.day) ?? false }

    private var under: HTML {
        if isClosed { return "What was decided when it was closed, and where its actions went." }
        return "What stands in the way on \(view.day). A manager proposes it with a decision for each open thing, and somebody else closes the plan."
    }

    private var standing: HTML {
        if isClosed { return tag("Closed", .blue) }
        if closure != nil { return tag("Proposed", .amber) }
        return gate.isClear ? tag("Nothing open", .green) : tag("\(counted(gate.undecided.count, "thing")) to decide", .amber)
    }

    private var deeds: [HTML] {
        var deeds = [button("Closure report", to: viewer.link(PlanLinks.closure(plan, "report")), quiet: true)]
        if isClosed, viewer.isToday, PlanPolicy.reopensPlan.allows(viewer.actor) {
            deeds.append(button("Reopen the plan", to: PlanLinks.closure(plan, "reopening"), quiet: true))
        }
        return deeds
    }

    private var decision: HTML {
        guard let closure else { return .empty }
        var pairs: [(String, HTML)] = [
            ("Proposed", "\(closure.askedOn), by \(names[closure.askedBy] ?? closure.askedBy)"),
            ("Looks after it", "\(report.onwardOwner ?? "")"), ("Looked at again", "\(closure.reviewOn)"),
        ]
        if isClosed, let on = closure.decidedOn {
            pairs.insert(("Closed", "\(on), by \(names[closure.decidedBy ?? ""] ?? "")"), at: 0)
        }
        let board: HTML? = report.decision.map { words in
            "<h3>The board’s decision</h3><p>\(report.decisionAddress.map { "<a href=\"\(Link(parts: $0))\">\(words)</a>" as HTML } ?? "\(words)")</p>"
        }
        let answer: HTML? = closure.answer.map { "<h3>Answer</h3>\(prose($0))" }
        return card(isClosed ? "How it was closed" : "Proposed, and not decided", id: "decision", """
            \(prose(closure.words))<h3>What may still go wrong</h3>\(prose(closure.residualRisk))\(board)\(answer)\(facts(pairs))\(isClosed ? .empty : offers(closure))
            """)
    }

    private func offers(_ closure: PlanClosure) -> HTML {
        guard viewer.isToday else { return .empty }
        var offers = HTML.empty
        if PlanPolicy.closes(closure).allows(viewer.actor) {
            offers += Markup.form(to: PlanLinks.closure(plan, "decision"), token: viewer.csrf, """
                \(hidden("proposal", "\(closure.id)"))\(filled.lines("answer", "Your answer", rows: 2, required: false))\
                \(filled.decision(among: decisions, closure.decision))\
                \(buttons(submit("Close the plan", name: "agreed", value: "yes", danger: true), submit("Decline", name: "agreed", value: "no", quiet: true)))
                """)
        }
        if PlanPolicy.keeps.allows(viewer.actor) {
            offers += postButton("Take the proposal back", to: PlanLinks.closure(plan, "withdrawal"), token: viewer.csrf, hidden("proposal", "\(closure.id)"))
        }
        return offers
    }

    private var obstacles: HTML {
        let kinds = ClosingGate.Kind.allCases.filter { gate.count($0) > 0 }
        guard !kinds.isEmpty else {
            return card("What stands in the way", id: "gate", empty("Nothing stands in the way: everything is verified, or closed with a reason."))
        }
        let summary = kinds.map { kind in
            ("\(kind.words)", "<a href=\"#\(kind.rawValue)\">\(gate.count(kind))</a>" as HTML)
        }
        return "\(card("What stands in the way", id: "gate", facts(summary)))\(kinds.map(obstacles))"
    }

    private func obstacles(_ kind: ClosingGate.Kind) -> HTML {
        let rows = gate.obstacles.filter { $0.kind == kind }.map { obstacle -> HTML in "<li>\(obstacle.sentence) \(links(obstacle))</li>" }
        return card(kind.words, id: kind.rawValue, "\(small("\(kind.remedy)"))<ul>\(rows)</ul>")
    }

    private func links(_ obstacle: ClosingGate.Obstacle) -> HTML {
        let actions = obstacle.actions.compactMap { id in view.facts.actions.first { $0.id == id } }.map { action -> HTML in
            "<a href=\"\(viewer.link(PlanLinks.action(action, plan)))\">Action \(action.reference)</a>"
        }
        if !actions.isEmpty { return actions.joined(by: ", ") }
        guard let finding = obstacle.finding.flatMap({ id in view.facts.findings.first { $0.id == id } }) else { return .empty }
        return "<a href=\"\(viewer.link(PlanLinks.finding(finding, plan)))\">Finding \(finding.reference)</a>"
    }

    /// What each finding leaves behind; while it is proposed, what it is to leave.
    private var onward: HTML {
        let rows = report.findings.compactMap { finding -> [HTML]? in
            guard let onward = finding.onward else { return nil }
            func of(_ part: Onward.Part) -> HTML? { onward.asForPlan.contains(part) ? "<span class=\"why\">As for the plan.</span>" : nil }
            let past: HTML? = onward.isPast ? " \(tag("Past", .amber))" : nil
            let look: HTML? = onward.look.map { "<span class=\"why\">Looked at on \($0.on) by \($0.by): \($0.words)</span>" }
            return [
                "\(finding.reference)", "<a href=\"\(viewer.link(Link("plans", report.plan, "findings", finding.reference)))\">\(finding.text)</a>\(look)",
                "\(onward.residualRisk)\(of(.residualRisk))", "\(onward.onwardOwner)\(of(.onwardOwner))",
                "\(onward.reviewOn.map { "\($0)" } ?? quiet("No further day"))\(past)\(of(.reviewDay))",
            ]
        }
        guard !rows.isEmpty else { return .empty }
        let deeds = isClosed && viewer.mayLookAgain(view.onwardOwners) ? [button("It was looked at again", to: PlanLinks.closure(plan, "look"), quiet: true)] : []
        return card(isClosed ? "What is left, and who looks after it" : "What is to be left, and who looks after it", id: "onward", actions: deeds, table(
            columns: [Column("Ref", .reference), Column("Finding", .wide), Column("Residual risk", .wide), Column("Onward owner"), Column("Review day", .day)], rows: rows))
    }

    private var proposing: HTML? { form.map { card("Propose to close the plan", id: "propose", $0) } }

    /// What becomes, or became, of each thing that was open.
    private var list: HTML {
        let rows = items.map { item -> [HTML] in
            let action = view.facts.actions.first { $0.id == item.action }
            let goes: HTML = carried[item.action].map { one in
                let plan: HTML = "<a href=\"\(Link("plans", one.plan))\">\(one.planTitle)</a>"
                let there: HTML? = one.action.map { "<span class=\"why\">As <a href=\"\(Link("plans", one.plan, "actions", $0))\">\($0)</a>.</span>" }
                return "\(plan)\(there)"
            } ?? quiet("Nowhere")
            return [
                "\(action?.reference.text)", action.map { "<a href=\"\(viewer.link(PlanLinks.action($0, plan)))\">\($0.text)</a>" } ?? .empty,
                "\(item.kind.words)<span class=\"why\">\(item.because)</span>", goes, "\(carried[item.action]?.owner ?? "")", item.due.map { "\($0)" } ?? .empty,
            ]
        }
        return card(isClosed ? "What became of what was open" : "What becomes of what is open", id: "items", table(
            columns: [Column("Ref", .reference), Column("Action", .wide), Column("Decision", .wide), Column("Goes on under"), Column("Owner there"), Column("Day there", .day)],
            rows: rows))
    }
}
