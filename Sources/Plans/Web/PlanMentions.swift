import Kernel
import Storage

extension PlanView {
    /// The plan and what is in it, of which others may speak.
    var subjects: [Subject] { [facts.plan.subject] + findings.map(\.finding.subject) + actions.map(\.action.subject) }

    /// What these are called on the plan's own page.
    var names: [Subject: String] {
        findings.reduce(into: [facts.plan.subject: "The plan"]) { $0.merge($1.names) { first, _ in first } }
    }
}

extension FindingView {
    var names: [Subject: String] {
        actions.reduce(into: [finding.subject: "Finding \(finding.reference)"]) { $0[$1.action.subject] = "Action \($1.action.reference)" }
    }
}
