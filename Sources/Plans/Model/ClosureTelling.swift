import Kernel

/// A plan's closing as a paper tells of it: why it was closed, how each finding ended, what goes on elsewhere, what may still go
/// wrong and who looks after it. How the plan stood, and its claims, are as the plan itself tells them.
struct ClosureTelling {
    let proposal: PlanClosure
    let report: ClosureReport
    let account: PlanAccount

    var telling: Telling {
        let plan = account.telling
        return Telling(
            subject: closure, title: "Closing of \(report.title)", address: place, from: plan.from, to: plan.to, next: plan.next, isUnchanged: plan.isUnchanged,
            passages: [
                Telling.Passage(.background, plan.lines(.background)), Telling.Passage(.asked, asked), Telling.Passage(.summary, summary),
                Telling.Passage(.reached, isGone ? [] : ended), Telling.Passage(.left, isGone ? [] : goesOn + givenUp + left),
                Telling.Passage(.money, plan.lines(.money)), Telling.Passage(.people, plan.lines(.people)),
            ],
            counts: plan.counts, mentions: plan.mentions, questions: plan.questions, groups: plan.groups)
    }

    private var closure: Subject { proposal.named }

    /// It was declined or taken back by the day.
    private var isGone: Bool {
        let then = proposal.on(report.on)
        return !then.isOpen && !then.isAgreed
    }

    private var asked: [Telling.Line] {
        guard report.isProposed, !isGone else { return [] }
        return [Telling.Line("decide whether \(report.title) is closed as is proposed", behind: [closure])]
    }

    private var place: Telling.Place { Telling.Place(["plans", report.plan, "closure", "report"], on: report.on) }
    private func place(_ kind: String, _ reference: String) -> Telling.Place { Telling.Place(["plans", report.plan, kind, reference], on: report.on) }

    private var summary: [Telling.Line] {
        if isGone, let outcome = proposal.outcome, let on = proposal.decidedOn {
            return [Telling.Line("The proposal of \(proposal.askedOn) to close it was \(outcome.words.lowercased()) on \(on).", behind: [closure], cites: [Telling.Cite("proposal", place)])]
        }
        let closed = report.closedOn.map { "It was closed on \($0)\(report.by.map { " by \($0)" } ?? "")" } ?? (report.isProposed ? "It is proposed to close it, and that is not decided" : "It is not closed")
        let decision = report.decision.map { " The board’s decision: \(sentence($0, atMost: 300))" } ?? ""
        let endings = report.endings.map { "\($0.count) \($0.words.lowercasedFirst)" }.joined(separator: "; ")
        let risk = report.residualRisk.map { "What may still go wrong: \(sentence($0, atMost: 600))" }
        let owner = report.onwardOwner.map { "\($0) looks after it\(report.reviewOn.map { " and looks at it again on \($0)" } ?? "")." }
        let left = [risk, owner].compactMap(\.self).joined(separator: " ")
        let words = report.words.map { " \(sentence($0, atMost: 600))" } ?? ""
        return [
            Telling.Line("\(closed).\(words)\(decision)", behind: [closure], cites: [Telling.Cite("closed", place)]),
            Telling.Line("Its actions ended so: \(endings).", behind: [closure], cites: [Telling.Cite("actions", place)]),
        ] + (left.isEmpty ? [] : [Telling.Line(left, behind: [closure])])
    }

    /// How each finding ended, with its measures.
    private var ended: [Telling.Line] {
        report.findings.map { finding in
            let measures = finding.measures.map { one in
                let latest = one.latest.map { "\($0)\(one.on.map { " on \($0)" } ?? "")" } ?? (one.unknown == nil ? "not read" : "not known")
                let holds = one.holds.map { $0 ? ", so it holds" : ", so it does not hold" } ?? ""
                return " “\(one.title)”, wanted \(one.wanted), was \(latest)\(holds)\(one.stale.map { "; \($0)" } ?? "")."
            }
            return point(finding.reference, finding.text, "findings", (finding.closed ?? finding.standing.reasons.joined(separator: ", ")) + "." + measures.joined())
        }
    }

    private var goesOn: [Telling.Line] {
        report.findings.flatMap(\.actions).compactMap { action in
            action.carriedTo.map { to in
                let there = "goes on under \(to.planTitle)\(to.action.map { " as \($0)" } ?? "")\(to.owner.map { ", owned by \($0)" } ?? "")\(to.due.map { ", due on \($0)" } ?? "")"
                return point(action.reference, action.text, "actions", "\(there)\(action.because.map { ": \($0.inOneLine(atMost: 300))" } ?? "")")
            }
        }
    }

    private var givenUp: [Telling.Line] {
        report.findings.flatMap(\.actions).compactMap { action in
            guard action.carriedTo == nil, let decision = action.decision else { return nil }
            return point(action.reference, action.text, "actions", "\(decision.lowercasedFirst)\(action.because.map { ": \($0.inOneLine(atMost: 300))" } ?? "")")
        }
    }

    /// What is said of findings by themselves; the rest stands in the summary.
    private var left: [Telling.Line] {
        report.findings.compactMap { finding in
            guard let onward = finding.onward, onward.asForPlan.count < Onward.Part.allCases.count else { return nil }
            let day = onward.reviewOn.map { " and looks at it again on \($0)" } ?? ""
            return point(finding.reference, finding.text, "findings", "\(sentence(onward.residualRisk, atMost: 400)) \(onward.onwardOwner) looks after it\(day).")
        }
    }

    private func sentence(_ words: String, atMost limit: Int) -> String {
        let line = words.inOneLine(atMost: limit)
        return line.endsSentence ? line : line + "."
    }

    private func point(_ reference: String, _ thing: String, _ kind: String, _ words: String) -> Telling.Line {
        Telling.Line(
            "\(reference) \(thing.inOneLine()): \(words)\(words.endsSentence ? "" : ".")", isPoint: true, behind: [closure], cites: [Telling.Cite(reference, place(kind, reference))])
    }
}
