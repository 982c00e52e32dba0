import Kernel
import Markup
import Web

/// Drafting an edition, or editing a draft.
struct PolicyForm {
    let policy: EnforcementPolicy?
    /// The edition that counts now, which a new draft begins from.
    let before: EnforcementPolicy?
    let filled: Filled
    let viewer: PolicyViewer

    var page: Page {
        let held = policy ?? before
        let register = held?.register ?? .law
        let back = policy.map(PolicyLinks.policy) ?? PolicyLinks.policies
        return FormPage(
            title: policy == nil ? "Draft an edition" : "Edit the draft", under: policy == nil && before != nil ? "It begins with what edition \(before?.edition ?? "") says, and with its objectives." : nil,
            crumbs: crumbs(policy, viewer), section: "enforcement", filled: filled, link: policy.map { PolicyLinks.policy($0, "edit") } ?? PolicyLinks.policies, token: viewer.csrf,
            above: overtaken(filled, policy.map { [("Edition", "\($0.edition)")] } ?? []), body: """
                \(hidden("version", policy.map { String($0.version) } ?? ""))\
                \(filled.text("edition", "Edition", policy?.edition, hint: "As its cover has it: 2026."))\
                \(filled.lines("purpose", "Purpose", held?.purpose, hint: "What it sets out to do.", rows: 3, required: false))\
                \(filled.lines("dutyholder", "Dutyholder factors", held?.factors(.dutyholder).joined(separator: "\n"), hint: "One a line: what officers weigh of whoever holds the duty.", rows: 5, required: false))\
                \(filled.lines("strategic", "Strategic factors", held?.factors(.strategic).joined(separator: "\n"), hint: "One a line: what they weigh of the public interest.", rows: 5, required: false))\
                \(fieldset("The public register", pair(
                    filled.text("publish-after", "Days before an entry is made", "\(register.publishAfter)", hint: "Counted from the first day that the law allows: 0 to 13. The last day of the law always holds."),
                    filled.choice("count", "Counted in", [("days", "Days"), ("working-days", "Working days")], register.count.rawValue))
                    + filled.text("retention", "Years that an entry is kept", "\(register.retentionYears)", hint: "From the day of service, 3 at least.")
                    + filled.choice("withdrawn", "Withdrawn notices", RegisterPolicy.Withdrawn.allCases.map { ($0.rawValue, $0.words) }, register.exportsWithdrawn.rawValue)
                    + filled.choice("sensitive", "What the public reads", RegisterPolicy.Sensitive.allCases.map { ($0.rawValue, $0.words) }, register.sensitive.rawValue)))\
                \(filled.text("letter-within", "Working days for the letter after an audit", held?.letterWithin.map { "\($0)" }, hint: "Empty where the policy sets none.", required: false))\
                \(buttons(submit(policy == nil ? "Draft it" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }
}

/// Adding an objective to a draft, or editing one.
struct ObjectiveForm {
    let policy: EnforcementPolicy
    let objective: EnforcementObjective?
    let filled: Filled
    let viewer: PolicyViewer

    var page: Page {
        FormPage(
            title: objective == nil ? "Add an objective" : "Edit the objective", crumbs: crumbs(policy, viewer), section: "enforcement", filled: filled,
            link: objective.map { PolicyLinks.objective($0, "edit") } ?? PolicyLinks.policy(policy, "objectives"), token: viewer.csrf,
            above: overtaken(filled, objective.map { [("Objective", "\($0.sentence)"), ("Target", "\($0.aim)")] } ?? []), body: """
                \(hidden("version", objective.map { String($0.version) } ?? ""))\
                \(filled.lines("sentence", "The objective", objective?.sentence, hint: "In a sentence, as the policy has it.", rows: 2))\
                \(filled.choice("measure", "Measured by", ActivityMeasure.allCases.map { ($0.rawValue, $0.words) }, objective?.measure.rawValue))\
                \(pair(
                    filled.choice("polarity", "It is to be", EnforcementObjective.Polarity.allCases.map { ($0.rawValue, $0.words.capitalisedFirst) }, objective?.polarity.rawValue),
                    filled.text("target", "The target", objective?.target.description, hint: "A number; for a rate, per cent.")))\
                \(filled.choice("per", "Looked at every", ActivitySpan.allCases.map { ($0.rawValue, $0.words) }, (objective?.per ?? .year).rawValue))\
                \(buttons(submit(objective == nil ? "Add the objective" : "Save"), button("Cancel", to: PolicyLinks.policy(policy), quiet: true)))
                """).page
    }
}

/// Asking from which day an edition counts.
struct PolicyEffectForm {
    let policy: EnforcementPolicy
    let filled: Filled
    let viewer: PolicyViewer

    var page: Page {
        FormPage(
            title: "Have edition \(policy.edition) take effect", crumbs: crumbs(policy, viewer), section: "enforcement", filled: filled, link: PolicyLinks.policy(policy, "effect"),
            token: viewer.csrf, body: """
                <p>From then on the edition and its objectives stay as they are. What is decided anew is a new edition.</p>\
                \(filled.day("on", "The day it takes effect", viewer.today))\
                \(buttons(submit("Have it take effect"), button("Cancel", to: PolicyLinks.policy(policy), quiet: true)))
                """).page
    }
}

private func crumbs(_ policy: EnforcementPolicy?, _ viewer: PolicyViewer) -> [(String, Link)] {
    PolicyLinks.crumbs(viewer) + [("Enforcement policy", PolicyLinks.policies)] + (policy.map { [("Edition \($0.edition)", PolicyLinks.policy($0))] } ?? [])
}
