import Kernel
import People

/// How far the plan is closed, what stands otherwise than computed, and what waits for what, all on the last day.
extension PlanAccount {
    var closingLines: [Telling.Line] { [verifiedLine, bareLine, serviceLine, endedLine, inspectorateLine].compactMap(\.self) + fallenLines }

    private var verifiedLine: Telling.Line? {
        let done = now.actions.filter { $0.completion != nil }
        guard !done.isEmpty else { return nil }
        let verified = done.filter { $0.closing.acceptance != nil }
        let all = "\(done.count) \(done.count == 1 ? "action that is" : "actions that are") said to be done"
        let behind = done.map { $0.closing.acceptance?.named ?? $0.completion?.named ?? $0.action.named }
        let words = switch verified.count {
        case done.count: "\(done.count == 1 ? "The" : "All") \(all) \(done.count == 1 ? "is" : "are") verified."
        case 0: "Of \(all), none is verified yet."
        default: "Of \(all), \(verified.count) \(verified.count == 1 ? "is" : "are") verified and \(done.count - verified.count) \(done.count - verified.count == 1 ? "is" : "are") not yet."
        }
        return Telling.Line(words, behind: behind, cites: [
            Telling.Cite(all, place(.blue)), Telling.Cite("\(verified.count) \(verified.count == 1 ? "is" : "are") verified", place(of: .verified)),
            Telling.Cite("\(done.count - verified.count) \(done.count - verified.count == 1 ? "is" : "are") not yet", place(.blue)),
        ])
    }

    private var bareLine: Telling.Line? {
        let bare = now.bareClaims.filter { $0.standing.colour != .blue }
        guard !bare.isEmpty else { return nil }
        return Telling.Line(
            "Said to be done, while no evidence shows it: \(listed(bare.map(\.action.reference.text))).", behind: bare.map { $0.completion?.named ?? $0.action.named },
            cites: bare.map { Telling.Cite($0.action.reference.text, place($0.action)) })
    }

    private func findings(_ isOne: (FindingView) -> Bool, _ words: (Int) -> String) -> Telling.Line? {
        let found = now.findings.filter(isOne)
        guard !found.isEmpty else { return nil }
        let lead = "\(counted(found.count, "finding").capitalisedFirst) \(found.count == 1 ? "is" : "are") \(words(found.count))"
        return Telling.Line(
            "\(lead): \(listed(found.map(\.finding.reference.text))).", behind: found.map { $0.closing.inspectorate?.named ?? $0.finding.named },
            cites: found.map { Telling.Cite($0.finding.reference.text, place($0.finding)) } + [Telling.Cite(lead, place)])
    }

    private var serviceLine: Telling.Line? {
        findings({ $0.closing.isLeftWithInspectorate && !$0.closing.state.isEndedWithPlan }) { _ in "closed by the service and still open with the inspectorate" }
    }

    /// What ended with the plan is never told as closed by the service.
    private var endedLine: Telling.Line? {
        findings({ $0.closing.isLeftWithInspectorate && $0.closing.state.isEndedWithPlan }) { _ in "ended with the plan and still open with the inspectorate" }
    }

    private var inspectorateLine: Telling.Line? { findings({ $0.closing.inspectorate != nil }) { _ in "closed by the inspectorate" } }

    private var fallenLines: [Telling.Line] {
        now.findings.flatMap { finding in
            finding.closing.fallen.map { view in
                Telling.Line(
                    "\(finding.finding.reference) \(finding.finding.text.inOneLine()): since it was closed, \(view.words).", isPoint: true,
                    behind: [view.latest?.reading?.named ?? view.measure.named],
                    cites: [Telling.Cite(finding.finding.reference.text, place(finding.finding)), Telling.Cite("“\(view.measure.title)”", place(view.measure))])
            }
        }
    }

    /// Every standing that somebody set over the computed one, with both.
    var setLines: [Telling.Line] {
        now.actions.compactMap { view in
            guard let set = view.override else { return nil }
            return Telling.Line(
                "\(view.action.reference) \(view.action.text.inOneLine()): \(view.setWords(now.facts)). The reason: \(set.because.inOneLine(atMost: 300)).", isPoint: true,
                behind: [set.named, view.action.named], cites: [Telling.Cite(view.action.reference.text, place(view.action))])
        }
    }

    /// What is open and waits for something that is open too.
    var waitingLines: [Telling.Line] {
        now.actions.flatMap { view in
            view.waits.filter { $0.link.doneOn == nil }.map { wait in
                let name = wait.link.name(seenFrom: now.facts.plan.id)
                let state = wait.trouble ?? wait.link.expected.map { "is expected on \($0)" } ?? "has no day yet"
                let late = wait.isHeldUp && view.standing.colour == .red ? "late, and " : ""
                return Telling.Line(
                    "\(view.action.reference) \(view.action.text.inOneLine()): \(late)waits for \(name), which \(state)\(wait.link.dependency.note.map { ". It needs of it: \($0.inOneLine(atMost: 300))" } ?? "").",
                    isPoint: true, behind: [wait.link.dependency.named, view.action.named, wait.link.action.named],
                    cites: [Telling.Cite(view.action.reference.text, place(view.action)), Telling.Cite(name, place(wait.link))])
            }
        }
    }

    func place(_ finding: Finding) -> Telling.Place { Telling.Place(["plans", now.facts.plan.reference.text, "findings", finding.reference.text], on: to) }
    private func place(_ measure: SuccessMeasure) -> Telling.Place { Telling.Place(["plans", now.facts.plan.reference.text, "measures", measure.id.description], on: to) }
    private func place(_ link: LinkedAction) -> Telling.Place { Telling.Place(["plans", link.plan.reference.text, "actions", link.action.reference.text], on: to) }
}
