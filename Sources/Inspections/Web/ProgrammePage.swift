import Kernel
import Markup
import People
import Storage
import Web

/// The programme of a year on a day: its plan and what that can't reach, the audits by month, the officers' hours, the objectives.
struct ProgrammePage {
    let facts: ProgrammeFacts
    let hours: ProgrammeBasis
    let lines: [AllotmentLine]
    /// What the risk method's markers are called.
    let markers: [String: String]
    let viewer: ProgrammeViewer

    private var programme: Programme { facts.programme }

    var page: Page {
        let standing = facts.plan.map { tag("Plan \($0.number): \(facts.standing(of: $0).words.lowercased())", facts.standing(of: $0).tone) } ?? tag("No plan yet", .amber)
        return Page(
            title: programme.title, crumbs: [("Programmes", viewer.link(ProgrammeLinks.list))], section: "programme", scope: "programme/\(programme.id)", body: """
                \(lead(programme.title, under: "\(programme.reference), from \(programme.begins) to \(programme.ends)", standing: standing, actions: deeds))\
                \(unmade)\(made)\(unreached)\(months)\(ProgrammeObjectives(facts: facts, hours: hours, markers: markers, viewer: viewer).html)\(editions)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if let plan = facts.plan {
            deeds.append(button("Progress", to: viewer.link(ProgrammeLinks.programme(programme, "progress"))))
            if facts.standing(of: plan) == .draft, viewer.mayAdopt(plan) { deeds.append(button("Adopt plan \(plan.number)", to: ProgrammeLinks.adoption(plan, of: programme))) }
            deeds.append(button("All audits", to: viewer.link(ProgrammeLinks.plan(asked, of: programme, "audits")), quiet: true))
        }
        if viewer.mayKeep {
            deeds.append(button(facts.plan == nil ? "Make the plan" : "Make another plan", to: ProgrammeLinks.newPlan(programme), quiet: facts.plan != nil))
            deeds.append(button("Objectives", to: ProgrammeLinks.programme(programme, "edit"), quiet: true))
        }
        return deeds + [button("History", to: ProgrammeLinks.programme(programme, "history"), quiet: true)]
    }

    /// The plan in the address, where it is not the latest.
    private var asked: YearPlan? { facts.plan?.number == facts.plans.last?.number ? nil : facts.plan }

    private var unmade: HTML {
        guard facts.plan == nil else { return .empty }
        return notice(facts.capacities.isEmpty
            ? "Nobody audits in it yet. Add its officers and their time, set the objectives, and make the plan."
            : "No plan was made yet. It says who audits which premises when, within the officers’ hours and what they are authorised for.", .blue)
    }

    private var made: HTML {
        guard let plan = facts.plan else { return .empty }
        let adoption = facts.adoption(of: plan)
        let maker = facts.makers[plan.by] ?? plan.by
        let (allotted, left) = (plan.allotted.count, plan.left.count)
        let stale: HTML? = plan.content.setting == programme.setting || !viewer.isToday ? nil : notice("The objectives changed since this plan was made. It keeps those that it was made from.", .amber)
        return """
            \(stale)\(card("Plan \(plan.number)", id: "plan", Markup.facts([
                ("Audits", "\(grouped(allotted)) allotted"), ("Left out", left == 0 ? "None" : "<a href=\"\(viewer.link(leftLink))\">\(grouped(left)) that are due</a>"),
                ("Made", "\(plan.made), by \(maker), from \(plan.from) on"), ("Adopted", adoption.map { "\($0.on), by \(facts.makers[$0.by] ?? $0.by)" } ?? quiet("Not yet")),
                ("Risk method", "Edition \(plan.content.method)"), ("How near to the best", "\(plan.content.nearness)<span class=\"why\">Solved by \(plan.content.solver).</span>"),
            ])))
            """
    }

    private var leftLink: Link { ProgrammeLinks.plan(asked, of: programme, "audits").adding("standing", AllotmentStanding.left.rawValue) }

    private var unreached: HTML {
        guard let plan = facts.plan, !plan.content.targets.isEmpty else { return .empty }
        let targets = plan.content.setting.allTargets
        let rows = zip(targets, plan.content.targets).map { target, reached -> [HTML] in
            let why: HTML = reached.why.map { tag("Not reached", .red, why: "\($0)") } ?? tag("Reached", .green)
            return ["\(target.subject)", "\(target.timeWords)", "\(target.askedWords)", "\(grouped(reached.asked))", "\(grouped(reached.reached))", why]
        }
        let missed = plan.content.targets.count { $0.why != nil }
        let head: HTML = missed == 0 ? small("Every target is reached by what is allotted.") : notice("\(counted(missed, "target")) can’t be reached with these officers and hours.", .amber)
        return card("What the plan reaches", id: "targets", "\(head)\(table(columns: [Column("Of", .wide), Column("When"), Column("Asked"), Column("That is", .number), Column("Allotted", .number), Column("Result", .wide)], rows: rows))")
    }

    private var months: HTML {
        guard let plan = facts.plan else { return .empty }
        let isInForce = plan.id == facts.inForce?.id
        let own = Dictionary(grouping: lines.filter { $0.entry.month != nil }, by: { $0.entry.month ?? programme.begins })
        func count(_ month: Day, _ standing: AllotmentStanding) -> HTML { "\(own[month]?.count { $0.standing == standing } ?? 0)" }
        let rows = programme.months.map { month -> [HTML] in
            let all = own[month]?.count ?? 0
            let name: HTML = all == 0 ? "\(month.monthName)" : "<a href=\"\(viewer.link(ProgrammeLinks.plan(asked, of: programme, "audits").adding("month", String(month.iso.prefix(7)))))\">\(month.monthName)</a>"
            return [name, "\(all)", count(month, .done), count(month, .planned), count(month, .late), deed(month, all, isInForce)]
        }
        return card("By month", id: "months", table(columns: [Column("Month"), Column("Allotted", .number), Column("Done", .number), Column("Audit planned", .number), Column("Late", .number), Column("")], rows: rows))
    }

    private func deed(_ month: Day, _ all: Int, _ isInForce: Bool) -> HTML {
        guard isInForce, viewer.mayKeep, all > 0, month.endOfMonth >= viewer.today else { return .empty }
        let open = lines.count { $0.entry.month == month && $0.standing == .toCome }
        guard open > 0 else { return quiet("All planned") }
        return postButton("Plan the audits of \(Day.months[month.parts.month - 1])", to: ProgrammeLinks.month(month, of: programme), token: viewer.csrf)
    }

    private var editions: HTML {
        guard facts.plans.count > 1 else { return .empty }
        let rows = facts.plans.reversed().map { plan -> [HTML] in
            let changes: HTML = plan.number == 1 ? .empty : "<a href=\"\(viewer.link(ProgrammeLinks.plan(plan, of: programme, "changes")))\">What it changed</a>"
            return ["<a class=\"whole\" href=\"\(viewer.link(ProgrammeLinks.plan(plan, of: programme)))\">Plan \(plan.number)</a>", "\(plan.made)", tag(facts.standing(of: plan).words, facts.standing(of: plan).tone), changes]
        }
        return card("Plans", id: "plans", table(columns: [Column("Plan", .reference), Column("Made", .day), Column("Standing"), Column("Changes")], rows: rows))
    }
}
