import Kernel
import Markup
import People
import Web

/// The page of a form of a programme.
struct ProgrammeFormPage {
    let title: String
    var under: HTML?
    /// Nil for one that is not there yet.
    var programme: Programme?
    let filled: Filled
    let link: Link
    let viewer: ProgrammeViewer
    var now: [(String, HTML)] = []
    var above: HTML?
    var send: String = "Save"
    let body: HTML

    var page: Page {
        let crumbs = [("Programmes", ProgrammeLinks.list)] + (programme.map { [($0.reference.text, ProgrammeLinks.programme($0))] } ?? [])
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "programme", filled: filled, link: link, token: viewer.csrf, above: "\(overtaken(filled, now))\(above)",
            body: "\(body)\(buttons(submit(send), button("Cancel", to: programme.map { ProgrammeLinks.programme($0) } ?? ProgrammeLinks.list, quiet: true)))").page
    }
}

/// Beginning the programme of a year, or setting its objectives anew.
struct ProgrammeSettingForm {
    let programme: Programme?
    /// What stands in a new one: the objectives of the year before.
    let held: ProgrammeSetting
    let filled: Filled
    let viewer: ProgrammeViewer

    var page: Page {
        ProgrammeFormPage(
            title: programme == nil ? "Begin a programme" : "Objectives of \(programme?.reference.text ?? "")",
            under: programme == nil ? "A year from 1 April. What stands here is what the last year had." : "A plan that was made keeps the objectives that it was made from.", programme: programme, filled: filled,
            link: programme.map { ProgrammeLinks.programme($0, "edit") } ?? ProgrammeLinks.list, viewer: viewer,
            now: programme.map { [("Targets", "\($0.setting.targets.map(\.written).joined(separator: "; "))"), ("Themes", "\($0.setting.themes.map(\.written).joined(separator: "; "))")] } ?? [],
            send: programme == nil ? "Begin it" : "Save", body: """
                \(hidden("version", programme.map { String($0.version) } ?? ""))\
                \(programme == nil ? field("year", "Begins in", value: filled.value("year", "\(viewer.today.adding(months: 6).parts.year)"), hint: "2027 for 1 April 2027 to 31 March 2028.", error: filled.error("year"), kind: .number) : .empty)\
                \(area(
                    "targets", "Targets", value: lines("targets"),
                    hint: "One a line: a band, a premises type, or both; Q1 to Q4 or a month; and how many. Such as <b>care-home: 40</b>, <b>care-home, Q2: 10</b>, <b>very-high: 100%</b> (of those due) or <b>all, June: 30</b>.",
                    error: filled.error("targets"), rows: 6, required: false))\
                \(area(
                    "themes", "Themes", value: lines("themes"), hint: "One a line: a title, how many, and premises types or markers. Such as <b>Licensed premises at night: 20 | licensed, hotel</b>.",
                    error: filled.error("themes"), rows: 3, required: false))\
                \(fieldset("Random sample", hint: "Premises of a low band that are not due, drawn to test the method. The same seed draws the same again.", """
                    \(pair(number("sample-count", "How many"), select("sample-band", "Of the band", options: AuditRisk.allCases.map { ($0.rawValue, $0.words) }, chosen: text("sample-band"), error: filled.error("sample-band"))))\
                    \(number("sample-seed", "Seed"))
                    """))\
                \(fieldset("Hours of an audit", hint: "Travel and writing included.", "\(pair(number("full", "Full audit"), number("short", "Short audit")))\(shortBands)"))\
                \(fieldset("Hours kept for what arrives", hint: "In the whole year.", "\(pair(demand(.complaint), demand(.postFire)))\(pair(demand(.falseAlarm), demand(.consultation)))"))
                """).page
    }

    private var shortBands: HTML {
        checkboxes(
            "short-bands", "A short audit is enough for", options: AuditRisk.allCases.map { ($0.rawValue, $0.words) }, chosen: Set(filled.values("short-bands", held.shortBands.map(\.rawValue))),
            error: filled.error("short-bands"), required: false)
    }

    private func text(_ name: String) -> String { filled.value(name, held.entries[name]?.first) }
    private func lines(_ name: String) -> String { filled.value(name, held.entries[name]?.joined(separator: "\n")) }
    private func number(_ name: String, _ label: String) -> HTML { field(name, label, value: text(name), error: filled.error(name), required: name == "full" || name == "short") }
    private func demand(_ origin: AuditOrigin) -> HTML { number("demand-\(origin.rawValue)", origin.words) }
}

/// What time of an officer a year has.
struct OfficerCapacityForm {
    let programme: Programme
    /// With the officer's name; nil for one who is not there yet.
    let held: (capacity: OfficerCapacity, name: String)?
    let names: [String]
    let filled: Filled
    let viewer: ProgrammeViewer

    var page: Page {
        let capacity = held?.capacity
        let entries = held.map { $0.capacity.entries(officer: $0.name) } ?? [:]
        func text(_ name: String, _ label: String, _ fallback: String = "", hint: HTML? = nil, required: Bool = false) -> HTML {
            field(name, label, value: filled.value(name, entries[name]?.first ?? fallback), hint: hint, error: filled.error(name), required: required)
        }
        return ProgrammeFormPage(
            title: held.map { "Time of \($0.name)" } ?? "Add an officer", programme: programme, filled: filled,
            link: capacity.map { ProgrammeLinks.capacity($0, of: programme) } ?? ProgrammeLinks.programme(programme, "officers"), viewer: viewer,
            now: capacity.map { [("Full-time equivalent", "\($0.fte.plain)"), ("Days away", "\($0.away.map(String.init).joined(separator: ", "))")] } ?? [], send: held == nil ? "Add" : "Save", body: """
                \(hidden("version", capacity.map { String($0.version) } ?? ""))\
                \(held.map { hidden("officer", $0.name) } ?? filled.party("officer", "Officer", from: names, hint: "A person or post on record."))\
                \(pair(text("fte", "Full-time equivalent", "1.00", required: true), text("audit-percent", "Share that goes into audits, in %", "60", required: true)))\
                \(fieldset("Working days away", hint: "Leave, courses, bank holidays.", "\(pair(text("away-1", "April to June", "0"), text("away-2", "July to September", "0")))\(pair(text("away-3", "October to December", "0"), text("away-4", "January to March", "0")))"))\
                \(text("base", "Office", hint: "From where they set out."))\
                \(pair(text("latitude", "Latitude", hint: "Of the office, in degrees: 52.6283."), text("longitude", "Longitude", hint: "In degrees: 1.2967.")))\
                \(pair(filled.day("from", "From", capacity?.from, hint: "Empty for the whole year.", required: false), filled.day("until", "Until", capacity?.until, required: false)))
                """).page
    }
}

/// Making a plan: from which day, and how long the solver may take.
struct YearPlanForm {
    let facts: ProgrammeFacts
    let filled: Filled
    let viewer: ProgrammeViewer

    var page: Page {
        let programme = facts.programme
        let start = max(viewer.today, programme.begins)
        let lapsing = facts.capacities.filter { facts.authorisedUntil[$0.officer].map { $0 < programme.ends } ?? false }.map { facts.names[$0.officer] ?? "" }
        let warning: HTML? = lapsing.isEmpty ? nil : notice("Nothing is allotted to \(listed(lapsing)) in quarters in which their authorisation has ended.", .amber)
        return ProgrammeFormPage(
            title: facts.plans.isEmpty ? "Make the plan" : "Make another plan",
            under: "Audits are allotted within each officer’s hours and authorisation, near their office, from what is on record now. It is a draft until an approver adopts it.", programme: programme,
            filled: filled, link: ProgrammeLinks.programme(programme, "plans"), viewer: viewer, above: warning, send: "Make it", body: """
                \(pair(
                    filled.day("from", "From", start, hint: "What was before stays as it was."),
                    field("seconds", "Seconds that it may take", value: filled.value("seconds", "\(Programmes.seconds)"), hint: "From 1 to \(Programmes.mostSeconds). More may find a better one; the page waits.", error: filled.error("seconds"), kind: .number)))\
                \(facts.inForce == nil ? .empty : small("Audits that were done or are planned stay where they are, and others move only where something presses."))
                """).page
    }
}

/// Asking before a plan is adopted.
struct YearPlanAdoptionForm {
    let facts: ProgrammeFacts
    let plan: YearPlan
    let filled: Filled
    let viewer: ProgrammeViewer

    var page: Page {
        let missed = plan.content.targets.filter { $0.why != nil }
        let list: HTML? = missed.isEmpty ? nil : notice("Not reached by it:<ul>\(missed.map { "<li>\($0.target.capitalisedFirst): \($0.reached) of \($0.asked). \($0.why)</li>" as HTML })</ul>", .amber)
        return ProgrammeFormPage(
            title: "Adopt plan \(plan.number)", under: "From then on it is what the year is worked and measured by. A later plan may replace it.", programme: facts.programme, filled: filled,
            link: ProgrammeLinks.adoption(plan, of: facts.programme), viewer: viewer, above: list, send: "Adopt it",
            body: Markup.facts([("Audits", "\(grouped(plan.allotted.count))"), ("Left out", "\(grouped(plan.left.count))"), ("Made", "\(plan.made), by \(facts.makers[plan.by] ?? plan.by)")])).page
    }
}
