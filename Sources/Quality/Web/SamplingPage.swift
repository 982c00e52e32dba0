import Kernel
import Markup
import Web

/// The sampling plans on a day.
struct SamplingListPage {
    let plans: [SamplingPlanFacts]
    let viewer: QualityViewer

    var page: Page {
        Page(title: "Sampling plans", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Sampling plans", under: "Which audits are checked, by which rules, and how far that is.", actions: viewer.mayPlan ? [button("Plan a sample", to: QualityLinks.newPlan)] : []))\(list)
            """)
    }

    private var list: HTML {
        guard !plans.isEmpty else { return empty("No sample was planned yet.", action: viewer.mayPlan ? button("Plan a sample", to: QualityLinks.newPlan, quiet: true) : nil) }
        return card(nil, table(columns: [Column("Plan", .reference), Column("Audits", .wide), Column("Checks by", .day), Column("Planned", .number), Column("Done", .number), Column("Standing", .wide)], rows: plans.map { facts in
            let (plan, state) = (facts.plan, facts.state(on: viewer.day))
            let figures = facts.figures(on: viewer.day)
            let late: String? = figures.overdue == 0 ? nil : "\(counted(figures.overdue, "check")) overdue."
            let why: HTML? = (facts.lapse(on: viewer.day) ?? late).map { " <span class=\"why\">\($0)</span>" }
            return [
                wholeLink(plan.reference.text, to: viewer.link(QualityLinks.plan(plan))), "\(plan.title)<span class=\"why\">\(plan.from) to \(plan.through)</span>", "\(plan.due)",
                "\(figures.planned)", "\(figures.done)\(figures.percent.map { " (\($0)%)" as HTML })", "\(tag(state.words, state.tone))\(why)",
            ]
        }))
    }
}

/// A sampling plan on a day: its rules, what was drawn from what, how likely that finds a fault, and how far the checks are.
struct SamplingPage {
    let facts: SamplingPlanFacts
    let quality: Quality
    /// How many audits there are to draw from now, while nothing was drawn.
    let stock: Int?
    let viewer: QualityViewer

    private var plan: SamplingPlan { facts.plan }
    private var day: Day { viewer.day }
    private var state: SamplingState { facts.state(on: day) }
    private func to(_ part: String) -> Link { QualityLinks.plan(plan, part) }

    var page: Page {
        Page(
            title: plan.title, crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Sampling plans", viewer.link(QualityLinks.plans))], section: "quality", scope: "sampling_plan/\(plan.id)", body: """
                \(lead(plan.title, under: "\(plan.reference): audits from \(plan.from) to \(plan.through)", standing: tag(state.words, state.tone), actions: deeds))\
                \(facts.lapse(on: day).map { notice("It lapsed: \($0)", .red) } ?? .empty)\(plan.dropping.map { state == .dropped ? notice("Given up: \($0)", .amber) : .empty } ?? .empty)\
                \(about)\(power)\(checks)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayPlan, facts.draw == nil, plan.dropped == nil {
            deeds += [button("Draw the sample", to: to("draw"), quiet: plan.through >= viewer.today), button("Plan anew", to: to("edit"), quiet: true), button("Give up", to: to("dropping"), quiet: true)]
        }
        if facts.draw(on: day) != nil { deeds.append(button("Draw again", to: viewer.link(to("again")), quiet: true)) }
        return deeds + [button("History", to: to("history"), quiet: true)]
    }

    private var about: HTML {
        let drawn: HTML = facts.draw(on: day).map { draw in
            let origin: HTML = draw.journalSize.map { "from the root of the journal’s first \($0) entries" } ?? "given by whoever drew it"
            return "\(draw.on), with the seed \(draw.seed), \(origin)"
        } ?? quiet("Not yet")
        return card("The plan", id: "plan", """
            \(Markup.facts([("Audits", "\(plan.from) to \(plan.through)"), ("Checks done by", "\(plan.due)"), ("Reviewers", "\(listed(facts.reviewers))"), ("Drawn", drawn)]))\
            <h3>Rules</h3><ol>\(plan.rules.enumerated().map { place, rule in "<li>\(quality.neighbours.words(rule))\(asked(place))</li>" as HTML })</ol>
            """)
    }

    /// How many each rule brought.
    private func asked(_ place: Int) -> HTML? {
        facts.draw(on: day).map { draw in " <span class=\"why\">drew \(counted(draw.drawn.count { $0.rule == place }, "audit"))</span>" }
    }

    private var power: HTML {
        let percent = plan.faultPercent
        let wanted: HTML = "Wanted: that a fault rate of \(percent)% is found with a probability of \(plan.wantedPercent)%."
        guard let draw = facts.draw(on: day) else {
            guard let stock, stock > 0 else { return card("What it finds", id: "power", "<p>\(wanted) No audit of that time is completed yet.</p>") }
            let needed = DetectionPower.sample(of: stock, toFind: percent, withProbability: Double(plan.wantedPercent) / 100)
            return card("What it finds", id: "power", "<p>\(wanted) Of the \(counted(stock, "audit")) that there are now, \(needed) would do.</p>")
        }
        let power = draw.power(toFind: percent)
        let isEnough = power.probability * 100 >= Double(plan.wantedPercent)
        let needed = DetectionPower.sample(of: draw.stock.count, toFind: percent, withProbability: Double(plan.wantedPercent) / 100)
        return card("What it finds", id: "power", """
            <p>\(power.sentence(percent)) \(tag(isEnough ? "As wanted" : "Less than wanted", isEnough ? .green : .amber))</p>\
            \(small("\(wanted) \(isEnough ? "" : "\(needed) would have been needed.") A check that is not made finds nothing: it counts once all are done. The probability is that of a draw from all alike; where rules drew some outcomes or types more often, it holds as far as faults are no rarer there."))
            """)
    }

    private var checks: HTML {
        guard facts.draw(on: day) != nil else { return .empty }
        let own = facts.checks.filter { $0.check.isHere(on: day) }
        let figures = facts.figures(on: day)
        return card("Its checks", id: "checks", """
            \(stack([Share(figures.done, "done", .green), Share(figures.calledOff, "called off", .grey), Share(figures.open - figures.overdue, "open", .blue), Share(figures.overdue, "overdue", .red)], of: "check"))\
            \(table(columns: [Column("Check", .reference), Column("Work", .wide), Column("Reviewer"), Column("Due and standing", .day), Column("Grade", .wide)], rows: own.map(row)))
            """)
    }

    private func row(_ facts: QualityCheckFacts) -> [HTML] {
        let check = facts.check
        return [
            viewer.mayRead(facts) ? wholeLink(check.reference.text, to: viewer.link(QualityLinks.check(check))) : "\(check.reference)",
            "\(check.place)<span class=\"why\">\(check.workReference), \(facts.auditor)\(facts.office.map { ", \($0)" as HTML })</span><span class=\"why\">\(check.why)</span>", "\(facts.reviewer)",
            dueCell(check, on: day), gradeCell(facts, on: day),
        ]
    }
}

/// A sample drawn again.
struct SampleAgainPage {
    let facts: SamplingPlanFacts
    let draw: SampleDraw
    let comparison: SampleComparison
    let viewer: QualityViewer

    var page: Page {
        Page(
            title: "Draw again", crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Sampling plans", viewer.link(QualityLinks.plans)), (facts.plan.reference.text, viewer.link(QualityLinks.plan(facts.plan)))],
            section: "quality", body: """
                \(lead("Draw again", under: "\(facts.plan.title): from the audits that were kept, by the same rules and the seed \(draw.seed)."))\
                \(notice("\(comparison.sentence)", comparison.isSame ? .green : .red))\(differs)\(now)\(stock)
                """)
    }

    private var differs: HTML {
        guard !comparison.isSame else { return .empty }
        return card("What differs", id: "differs", Markup.facts([("Only drawn again", list(comparison.onlyNow)), ("Only drawn then", list(comparison.onlyThen))]))
    }

    private func list(_ references: [Reference]) -> HTML { references.isEmpty ? quiet("None") : "\(listed(references.map(\.text)))" }

    private var now: HTML {
        guard !comparison.isStockSame else { return card("The audits as they are now", id: "now", "<p>They say what they said when the sample was drawn.</p>") }
        return card("The audits as they are now", id: "now", """
            <p>They say something else than when the sample was drawn, which does not make the draw wrong.</p>\(Markup.facts([
                ("Completed since", list(comparison.added)), ("No longer of that time", list(comparison.gone)), ("Corrected since", list(comparison.changed)),
                ("Would be drawn now and were not", list(comparison.drawnToday)),
            ]))
            """)
    }

    private var stock: HTML {
        let drawn = Dictionary(draw.drawn.enumerated().map { ($1.reference, $0 + 1) }) { first, _ in first }
        return card("What was drawn from", id: "stock", """
            \(small("In the order in which the seed shuffles them, by reference. The place in the draw is beside those that were drawn."))\
            \(table(columns: [Column("Audit", .reference), Column("Officer"), Column("Office"), Column("Premises type"), Column("Outcomes", .wide), Column("Drawn as", .number)], rows: draw.stock.map { audit in
                ["\(audit.reference)", "\(audit.officer)", audit.office.map { "\($0)" } ?? quiet("None"), "\(audit.premisesType)", "\(audit.outcomes.joined(separator: ", "))", drawn[audit.reference].map { "\($0)" } ?? .empty]
            }))
            """)
    }
}
