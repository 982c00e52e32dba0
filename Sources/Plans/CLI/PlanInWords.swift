import Kernel
import People

/// A plan as plain text, for a terminal.
struct PlanInWords {
    let view: PlanView
    var filter = PlanFilter()

    var text: String {
        let plan = view.facts.plan
        var lines = [
            plan.title, "\(plan.kind.words), \(plan.period.from) to \(plan.period.through), \(view.timeLeft). As on \(view.day).",
            view.shares.map { "\($0.count) \($0.words)" }.joined(separator: ", "),
        ]
        if let closed = view.facts.closing.closure(on: view.day)?.decidedOn {
            let left = view.findings.count(where: \.closing.isLeftWithInspectorate)
            lines.append("Closed on \(closed)\(left == 0 ? "" : ", and \(counted(left, "finding")) still open with the inspectorate").")
        }
        for item in filter.findings(of: view) {
            lines += ["", "\(item.finding.reference)  \(item.finding.text)"]
            if let words = item.closing.words { lines.append("   \(words.capitalisedFirst).") }
            lines += item.closing.fallen.map { "   Fallen since: \($0.words)." }
            for item in item.actions { lines += PlanInWords.lines(item, view.facts).map { "  \($0)" } }
        }
        return lines.joined(separator: "\n")
    }

    static func lines(_ item: ActionView, _ facts: PlanFacts) -> [String] {
        let owners = item.action.owners.map(facts.name)
        return [
            "\(item.action.reference)  \(item.action.text)",
            "     \(owners.isEmpty ? "nobody named" : listed(owners)); due \(item.due.map(\.description) ?? item.action.dueWritten ?? "no day agreed")\(item.dueDay.words.map { ", \($0)" } ?? "")",
            "     \(item.standing.sentence)",
        ] + item.waitsFor.map { "     waits for \($0.name(seenFrom: facts.plan.id)), \($0.doneOn.map { "done on \($0)" } ?? "expected \($0.expected.map(\.description) ?? "on no day")")" }
            + (item.overrides.last(where: \.isOpen).map { ["     \($0.colour.name) until \($0.until) is asked for since \($0.askedOn): \($0.because)"] } ?? [])
            + (item.dueDay.open.map { ["     \($0.to.map(\.description) ?? "No day") is asked for since \($0.askedOn): \($0.because)"] } ?? [])
    }
}
