import Kernel
import Markup
import Web

/// The other services whose registers are shown here: how fresh each copy is, what went wrong, and a form to add one.
struct HarvestSourcesPage {
    let sources: [SourcePayload]
    let filled: Filled
    let mayKeep: Bool
    let token: String

    static let link = Link("register-sources")

    var page: Page {
        Page(title: "Other registers", section: "register-sources", hasDay: false, body: """
            \(lead("Other registers", under: "Other services whose public registers are shown beside this one’s, each entry marked with where it is from."))\
            \(errorSummary(filled.refusal))\
            \(card(nil, sources.isEmpty ? empty("No other service’s register is shown here yet. A service that keeps its register in Muster publishes a data package at /register/datapackage.json.") : list))\
            \(mayKeep ? form : nil)
            """)
    }

    private var list: HTML {
        table(
            columns: [Column("Service", .wide), Column("Entries", .number), Column("Taken over"), Column("Last asked"), Column("Standing", .wide)] + (mayKeep ? [Column("")] : []),
            rows: sources.map { source in
                [
                    "\(source.name) \(small("<code>\(source.code)</code> \(WebAddress(kept: source.package).map { outside($0) })"))",
                    "\(source.entries)", source.takenAt.map { "\($0)" } ?? quiet("Never"), source.askedAt.map { "\($0)" } ?? quiet("Never"), standing(source),
                ] + (mayKeep ? [deeds(source)] : [])
            })
    }

    private func standing(_ source: SourcePayload) -> HTML {
        let tone: Tone = source.fault != nil ? .red : source.standing == .fresh ? .green : .amber
        let words = source.fault != nil ? "Could not be taken over" : source.standing.words
        let why: HTML? = source.fault.map { small("\($0) \(source.takenAt == nil ? "" : "The last good copy is shown meanwhile.")") }
        let left: HTML? = source.refused == 0 ? nil : small("\(counted(source.refused, "line")) of its file were no entries and were left out.")
        return "\(tag(words, tone))\(why)\(left)"
    }

    private func deeds(_ source: SourcePayload) -> HTML {
        """
        \(postButton("Ask now", to: Link("register-sources", source.code, "harvests"), token: token, quiet: true)) \
        \(button("Edit", to: Link("register-sources", source.code, "edit"), quiet: true)) \
        \(postButton("Remove", to: Link("register-sources", source.code, "removal"), token: token, quiet: true))
        """
    }

    private var form: HTML {
        card("Add a service", Markup.form(to: Self.link, token: token, """
            \(sourceFields(filled))\
            \(filled.text("code", "Code", hint: "Its entries are known here by it. Made from the name when left empty.", required: false))\
            \(buttons(submit("Add")))
            """))
    }
}

/// What is entered of a service, whether it is new or was added before.
private func sourceFields(_ filled: Filled, _ source: HarvestSource? = nil) -> HTML {
    let isPrivate = filled.refusal == nil ? source?.allowsPrivate ?? false : !filled.value("allows-private").isEmpty
    return """
        \(filled.text("name", "Name of the service", source?.name))\
        \(filled.text("package", "The address of its data package", source?.package.text, hint: "Such as https://register.westmarch.example/register/datapackage.json."))\
        \(checkbox("allows-private", "It is on our own network, and not on the public internet", value: "on", on: isPrivate))
        """
}

/// Changing the name or the address of a service.
struct HarvestSourceForm {
    let source: HarvestSource
    let filled: Filled
    let token: String

    var page: Page {
        Page(title: "Edit \(source.name)", crumbs: [("Other registers", HarvestSourcesPage.link)], section: "register-sources", hasDay: false, body: """
            \(lead("Edit \(source.name)", under: "Its entries stay known here by the code \(source.code)."))\(errorSummary(filled.refusal))\
            \(card(nil, Markup.form(to: Link("register-sources", source.code.text, "edit"), token: token, """
                \(hidden("version", String(source.version)))\(sourceFields(filled, source))\
                \(buttons(submit("Save"), button("Cancel", to: HarvestSourcesPage.link, quiet: true)))
                """)))
            """)
    }
}
