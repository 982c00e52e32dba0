import Kernel
import Markup
import People
import Web

/// Which officers may audit what on a day, and the levels that say so.
struct AuthorisationsPage {
    let held: [Authorisation]
    let levels: [AuthorisationLevel]
    let parties: [ID<Party>: String]
    /// Who gave them, as people know them.
    let givers: [String: String]
    /// Names on record, offered as one types.
    let names: [String]
    let filled: Filled
    let viewer: AuditViewer

    private var standing: [AuthorisationLevel] { levels.filter { $0.stands(on: viewer.day) } }

    var page: Page {
        Page(title: "Authorisations", crumbs: [("Audits", viewer.link(AuditLinks.list))], section: "audits", body: """
            \(lead("Authorisations", under: "Which officers may audit what by themselves. Whoever goes beyond needs an approver’s exception."))\
            \(errorSummary(filled.refusal))\(list)\(levelList)\(giving)
            """)
    }

    private var list: HTML {
        let shown = held.filter { $0.from <= viewer.day || viewer.isToday }
        guard !shown.isEmpty else { return card("Officers", id: "officers", empty("Nobody is authorised yet, so every audit needs an exception.")) }
        let columns = [Column("Officer", .wide), Column("Level"), Column("From", .day), Column("Until", .day), Column("Standing"), Column("Given by")]
        return card("Officers", id: "officers", table(columns: viewer.mayAuthorise ? columns + [Column("")] : columns, rows: shown.stablySorted { parties[$0.officer]?.lowercased() ?? "" }.map { one in
            let holds = one.holds(on: viewer.day)
            let level = standing.first { $0.code == one.level }
            let cells: [HTML] = [
                "\(parties[one.officer])\(one.note.map { "<span class=\"why\">\($0)</span>" as HTML })", "\(level?.name ?? one.level)", "\(one.from)", one.until.map { "\($0)" } ?? quiet("No end set"),
                tagOf(one, holds, level), "\(givers[one.by] ?? one.by)",
            ]
            let end: HTML = holds && one.until.map { $0 > viewer.today } ?? holds
                ? postButton("End today", to: AuditLinks.end(one), token: viewer.csrf, hidden("until", viewer.today.iso)) : .empty
            return viewer.mayAuthorise ? cells + [end] : cells
        }))
    }

    private func tagOf(_ one: Authorisation, _ holds: Bool, _ level: AuthorisationLevel?) -> HTML {
        guard holds else {
            if one.from > viewer.day { return tag("To come", .blue) }
            // Whoever has another since has not lapsed.
            return held.contains { $0.officer == one.officer && $0.holds(on: viewer.day) } ? tag("Ended", .grey) : tag("Lapsed", .red)
        }
        guard level != nil else { return tag("Its level has ended", .amber) }
        if let until = one.until, viewer.day.days(until: until) <= 90 { return tag("Ends soon", .amber, why: "In \(counted(viewer.day.days(until: until), "day")).") }
        return tag("Holds", .green)
    }

    private var levelList: HTML {
        let deeds = viewer.mayAuthorise ? [button("Set up a level", to: AuditLinks.newLevel, quiet: true)] : []
        guard !standing.isEmpty else { return card("Levels", id: "levels", actions: deeds, empty("No level stands on this day. The service names its own.")) }
        let columns = [Column("Level"), Column("What it allows", .wide), Column("Looked at again"), Column("Stands since", .day)]
        return card("Levels", id: "levels", actions: deeds, table(columns: viewer.mayAuthorise ? columns + [Column("")] : columns, rows: standing.map { level in
            let cells: [HTML] = [
                "<strong>\(level.name)</strong><span class=\"why\">\(level.code)</span>", "\(level.limits)\(level.asks.map { "<span class=\"why\">\($0)</span>" as HTML })",
                level.revalidate.map { "After \(counted($0, "month"))" } ?? quiet("No time set"), "\(level.from)",
            ]
            return viewer.mayAuthorise ? cells + [button("Word it anew", to: AuditLinks.newLevel.adding("code", level.code), quiet: true)] : cells
        }))
    }

    private var giving: HTML {
        guard viewer.mayAuthorise, !standing.isEmpty else { return .empty }
        return card("Authorise an officer", id: "give", form(to: AuditLinks.authorisations, token: viewer.csrf, """
            \(pair(
                filled.party("officer", "Officer", from: names, hint: "A person, or a post whose holder has it."),
                filled.choice("level", "Level", standing.map { ($0.code, $0.name) })))\
            \(pair(filled.day("from", "From", viewer.today), filled.day("until", "Until", hint: "Empty to go by the level.", required: false)))\
            \(filled.lines("note", "What it rests on", hint: "A certificate, supervised visits.", rows: 2, required: false))\(buttons(submit("Authorise")))
            """))
    }
}

/// Setting up a level, or wording one anew from a day.
struct AuthorisationLevelForm {
    let held: AuthorisationLevel?
    let filled: Filled
    let viewer: AuditViewer

    var page: Page {
        AuditFormPage(
            title: held == nil ? "Set up a level" : "Word it anew", under: held.map { "\($0.name) stands since \($0.from). What it said until then stays on record." }, filled: filled,
            link: AuditLinks.levels, viewer: viewer, body: """
                \(pair(
                    filled.text("code", "Code", held?.code, hint: "Small letters, digits and dashes."), filled.text("name", "Name", held?.name, hint: "As the service calls it.")))\
                \(filled.lines("asks", "What it asks for", held?.asks, hint: "A qualification, supervised visits.", rows: 2, required: false))\
                \(checkboxes(
                    "kinds", "Kinds of audit", options: AuditKind.allCases.map { ($0.rawValue, $0.words) }, chosen: Set(filled.values("kinds", (held?.kinds ?? AuditKind.allCases).map(\.rawValue))),
                    error: filled.error("kinds")))\
                \(pair(
                    filled.choice("complexity", "Highest complexity", AuditComplexity.allCases.map { ($0.rawValue, $0.words) }, held?.complexity.rawValue),
                    filled.choice("band", "Highest risk", AuditRisk.allCases.map { ($0.rawValue, $0.words) }, held?.band.rawValue)))\
                \(checkbox("sleeping", "Premises in which people sleep too", on: filled.fields.map { $0.isOn("sleeping") } ?? held?.sleeping ?? false))\
                \(pair(
                    field("revalidate", "Looked at again after months", value: filled.value("revalidate", held?.revalidate.map { "\($0)" }), error: filled.error("revalidate"), kind: .number, required: false),
                    filled.day("from", "From", viewer.today)))
                """).page
    }
}
