import Kernel
import Storage

extension PlanView {
    /// The plan, what is in it and what was proposed to close it, of which others may speak.
    var subjects: [Subject] { [facts.plan.subject] + findings.map(\.finding.subject) + actions.map(\.action.subject) + facts.closing.closures.map(\.subject) }

    /// What these are called on the plan's own page.
    var names: [Subject: String] {
        let closings = facts.closing.closures.map { ($0.subject, "The closing") }
        return findings.reduce(into: Dictionary([(facts.plan.subject, "The plan")] + closings) { first, _ in first }) { $0.merge($1.names) { first, _ in first } }
    }
}

extension FindingView {
    var names: [Subject: String] {
        actions.reduce(into: [finding.subject: "Finding \(finding.reference)"]) { $0[$1.action.subject] = "Action \($1.action.reference)" }
    }
}
