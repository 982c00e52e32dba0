import Kernel
import Markup
import Storage
import Web

/// An edition of the enforcement policy on a day: what it sets out to reach, what officers weigh by it, and what it settles for the register.
struct PolicyPage {
    /// Nil where none had taken effect and no other was asked for.
    let policy: EnforcementPolicy?
    let objectives: [EnforcementObjective]
    /// All that were here, as they were recorded.
    let editions: [EnforcementPolicy]
    /// What boards say of this edition.
    let said: [MentionGroup]
    let viewer: PolicyViewer

    private var isDraft: Bool { policy?.effective == nil }
    private var mayEdit: Bool { viewer.mayKeep && isDraft }
    private var current: EnforcementPolicy? { editions.inForce(on: viewer.day) }

    var page: Page {
        guard let policy else {
            return Page(title: "Enforcement policy", crumbs: crumbs, section: "enforcement", body: """
                \(lead("Enforcement policy", under: "By which the service decides what to do, and what it sets out to reach.", actions: drafting))\
                \(empty(viewer.isToday ? "No edition has taken effect yet. Draft the one that the authority approved, then have it take effect." : "No edition had taken effect on this day.", action: drafting.first))\
                \(list)
                """)
        }
        return Page(title: "Enforcement policy, edition \(policy.edition)", crumbs: crumbs, section: "enforcement", scope: "enforcement_policy/\(policy.id)", body: """
            \(lead("Enforcement policy, edition \(policy.edition)", standing: standing(policy), actions: deeds(policy)))\
            \(policy.purpose.map { prose($0) })\(aims(policy))\(weighed(policy))\(register(policy))\(mentionCards(said, for: viewer, names: [policy.subject: "This edition"]))\(list)
            """)
    }

    private var crumbs: [(String, Link)] { PolicyLinks.crumbs(viewer) }
    private var drafting: [HTML] { viewer.mayKeep ? [button("Draft an edition", to: PolicyLinks.newPolicy)] : [] }

    private func deeds(_ policy: EnforcementPolicy) -> [HTML] {
        guard mayEdit else { return drafting }
        return [
            button("Have it take effect", to: PolicyLinks.policy(policy, "effect")), button("Edit", to: PolicyLinks.policy(policy, "edit"), quiet: true),
            button("Add an objective", to: PolicyLinks.newObjective(policy), quiet: true),
        ]
    }

    private func standing(_ policy: EnforcementPolicy) -> HTML {
        guard let effective = policy.effective else { return tag("Draft", .grey) }
        if policy.id == current?.id { return tag("In force", .green) }
        return effective > viewer.day ? tag("To come", .blue) : tag("Superseded", .grey)
    }

    private func aims(_ policy: EnforcementPolicy) -> HTML {
        guard !objectives.isEmpty else {
            return card("Objectives", id: "objectives", empty("It has no objectives.", action: mayEdit ? button("Add an objective", to: PolicyLinks.newObjective(policy), quiet: true) : nil))
        }
        let columns = [Column("Objective", .wide), Column("Measured by"), Column("Target")] + (mayEdit ? [Column("")] : [])
        return card("Objectives", id: "objectives", table(columns: columns, rows: objectives.map { objective in
            let cells: [HTML] = ["\(objective.sentence)", "\(objective.measure.words)", "\(objective.aim.capitalisedFirst)"]
            guard mayEdit else { return cells }
            let drop = postButton("Drop", to: PolicyLinks.objective(objective, "removal"), token: viewer.csrf)
            return cells + ["\(button("Edit", to: PolicyLinks.objective(objective, "edit"), quiet: true)) \(drop)"]
        }))
    }

    private func weighed(_ policy: EnforcementPolicy) -> HTML {
        let lists = RationaleFactor.Side.allCases.map { side -> HTML in
            let factors = policy.factors(side).map { words -> HTML in "<li>\(words)</li>" }
            return "<h3>\(side.words)</h3>\(factors.isEmpty ? quiet("None are named.") : "<ul>\(factors)</ul>" as HTML)"
        }
        return card("What officers weigh", id: "factors", "<p>Offered in each case, where the expectation is raised or lowered.</p>\(lists)")
    }

    private func register(_ policy: EnforcementPolicy) -> HTML {
        let (register, example) = (policy.register, Day(number: 18_631))
        let window = example.adding(days: 22)...example.adding(days: 35)
        return card("The public register", id: "register", facts([
            ("An entry is made", register.publishAfter == 0 ? "On the first day that the law allows" : "\(register.lag.words.capitalisedFirst) after the first day that the law allows, and by the last"),
            ("For example", "Served on \(example) and not appealed against: \(register.words(in: window))"),
            ("It is kept", "\(counted(register.retentionYears, "year")) from the day of service, and longer while the notice is in force"),
            ("Withdrawn notices", "\(register.exportsWithdrawn.words). Here they are deleted: section 3(4)"),
            ("The public reads", "\(register.sensitive.words)"),
            ("Letter after an audit", policy.letterWithin.map { "Within \(counted($0, "working day"))" } ?? quiet("No day is set")),
        ]))
    }

    private var list: HTML {
        guard !editions.isEmpty else { return .empty }
        let rows = editions.stablySorted { -($0.effective ?? Day.entered.upperBound).number }.map { edition -> [HTML] in
            ["<a href=\"\(viewer.link(PolicyLinks.policy(edition)))\">\(edition.edition)</a>", edition.effective.map { "\($0)" } ?? quiet("Not settled"), standing(edition)]
        }
        return card("Editions", id: "editions", table(columns: [Column("Edition", .reference), Column("In force from", .day), Column("Standing", .wide)], rows: rows))
    }
}
