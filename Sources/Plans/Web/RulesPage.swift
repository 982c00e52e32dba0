import Kernel
import Markup
import Web

/// How a plan's standing is computed, rule by rule, with the published version beside it.
struct RulesPage {
    let plan: Plan
    let viewer: Viewer

    var page: Page {
        let rules = RuleSet.named(plan.rules)
        let rows = rules.rules.enumerated().map { index, rule -> [HTML] in
            ["\(index + 1)", tag(rule.colour.words, rule.colour.tone), "\(rule.colour.name)", "\(rule.sentence)"]
        }
        return Page(
            title: rules.title, crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", body: """
                \(lead(rules.title, under: "The rule set \(rules.name.rawValue), published on \(rules.takesEffect). The first rule that fits gives the standing."))\
                \(card(nil, table(columns: [Column("Order", .number), Column("Standing"), Column("Colour"), Column("When", .wide)], rows: rows)))\
                \(card("What the colours don’t say", """
                    <p>There is no national meaning of these colours, so each plan chooses a rule set and says which. A published set \
                    never changes. The owner’s own status stands beside the computed one and never replaces it. A finding stands \
                    as its most urgent action does.</p>
                    """))
                """)
    }
}
