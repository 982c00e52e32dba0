import Kernel
import Markup
import People
import Storage
import Web

/// One measure on a day: what it should be, what was read, and the form for the next reading.
struct MeasurePage {
    let plan: Plan
    let view: MeasureView
    /// What it measures.
    let measured: Measured
    /// Who read it, by how the journal names them.
    let names: [String: String]
    /// What it follows.
    let follows: Name?
    let mayRead: Bool
    let filled: Filled
    let viewer: Viewer

    /// The finding or the action that is measured.
    struct Measured {
        let noun: String
        let reference: Reference
        let text: String
        let link: Link
    }

    private var measure: SuccessMeasure { view.measure }

    var page: Page {
        Page(
            title: measure.title,
            crumbs: [
                ("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan))),
                ("Measures", viewer.link(PlanLinks.measures(plan))),
            ],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead(measure.title, under: "Measures \(measured.noun) \(measured.reference): \(measured.text)", standing: tag(view), actions: deeds))\
                \(errorSummary(filled.refusal))\(ended)\(amiss)\(about)\(reading)\(readings)
                """)
    }

    private var deeds: [HTML] {
        guard viewer.mayKeep else { return [] }
        let edit = button("Edit", to: PlanLinks.measure(measure, plan, "edit"), quiet: true)
        return measure.endedOn == nil ? [edit, button("End it", to: PlanLinks.measure(measure, plan, "ending"), quiet: true)] : [edit]
    }

    private var ended: HTML? {
        guard let on = measure.endedOn, on <= view.day else { return nil }
        return notice("Nobody watches it since \(on): \(measure.endedBecause ?? "")", .grey)
    }

    /// That what it was closed on has moved, or that nobody can tell how it stands.
    private var amiss: [HTML] {
        [view.stale.map { "\($0.capitalisedFirst)." }, view.unknown.map { "It is not known: \($0)." }].compactMap { words in words.map { notice("\($0)", .amber) } }
    }

    private var about: HTML {
        card("Where it stands", id: "summary", facts([
            ("Latest", view.latest.map { "\(measure.told($0))" } ?? quiet(view.unknown == nil ? "Not read yet" : "Not known")),
        ] + (measure.follows.map { record -> [(String, HTML)] in
            [("Read from", follows.map { "<a href=\"\(viewer.link(Link(parts: $0.address)))\">\($0.words)</a>" } ?? "\(record.description)")]
        } ?? []) + [
            ("Wanted", "\(measure.wanted.capitalisedFirst)"), ("Better", "\(measure.polarity.words)"),
            ("Measures", "<a href=\"\(viewer.link(measured.link))\">\(measured.noun.capitalisedFirst) \(measured.reference)</a>"),
            ("In the plan since", "\(measure.since)"),
        ]))
    }

    private var reading: HTML {
        guard mayRead, viewer.isToday, measure.follows == nil, measure.stands(on: viewer.today) else { return .empty }
        return card("Record a reading", id: "read", form(to: PlanLinks.measure(measure, plan, "readings"), token: viewer.csrf, """
            \(pair(filled.text("value", "What was read", hint: "In \(measure.unit)."), filled.day("on", "The day it speaks of", viewer.today)))\
            \(filled.lines("note", "Note", hint: "How it was counted, or what moved it.", rows: 2, required: false))\
            \(buttons(submit("Record the reading")))
            """))
    }

    private var readings: HTML {
        let rows = view.readings.reversed().map { reading -> [HTML] in
            let holds = measure.holds(at: reading.value)
            let deed: HTML = mayRead && viewer.isToday ? reading.reading.map { button("Take back", to: PlanLinks.reading($0, measure, plan), quiet: true) } ?? .empty : .empty
            return [
                "\(reading.on)", "\(measure.worded(reading))\(why(reading))", holds ? tag("Holds", .green) : tag("Does not hold", .amber),
                reading.note.map { prose($0) } ?? .empty, "\(reading.by.map { names[$0] ?? $0 } ?? follows?.words ?? "")", deed,
            ]
        }
        return card("Readings", id: "readings", rows.isEmpty ? empty(measure.follows == nil ? "Nobody has read it yet." : "Nothing is known of what it follows yet.") : table(
            columns: [Column("Day", .day), Column("Read"), Column("Standing"), Column("Note", .wide), Column("By"), Column("")], rows: rows))
    }
}

/// Every measure of a plan on a day.
struct MeasureListPage {
    let view: PlanView
    let viewer: Viewer

    var page: Page {
        let plan = view.facts.plan
        let measures = view.facts.measures(on: view.day)
        return Page(
            title: "Measures", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("Measures", under: "What \(plan.title) is measured by, and what was read by the day shown."))\
                \(card(nil, measures.isEmpty
                    ? empty("Nothing measures this plan yet. Measures are added on the page of a finding or an action.")
                    : MeasureTable(views: measures, plan: plan, viewer: viewer).table))
                """)
    }
}
