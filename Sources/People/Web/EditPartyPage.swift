import Kernel
import Markup
import Web

struct NewPartyPage {
    let csrf: String
    var written: Fields
    var refusal: Refusal?

    var page: Page {
        Page(title: "Add a person, post or team", crumbs: [("People", .people)], section: "people", hasDay: false, body: """
            \(lead("Add a person, post or team"))\(errorSummary(refusal))\(card(nil, form(to: .people, token: csrf, """
                \(radios("kind", "Kind", options: [
                    ("person", "A person, such as AM Brook"), ("post", "A post, such as Head of Protection"),
                    ("team", "A team, such as Corporate Communications"),
                ], chosen: PartyKind(rawValue: written.written("kind"))?.rawValue ?? "person", error: refusal.about("kind")))\
                \(field("name", "Name", value: written.written("name"), hint: "As plans and papers write it.", error: refusal.about("name")))\
                \(field("email", "E-mail", value: written.written("email"), hint: "For a person.", error: refusal.about("email"),
                        kind: .email, required: false))\
                \(buttons(submit("Add"), button("Cancel", to: .people, quiet: true)))
                """)))
            """)
    }
}

struct EditPartyPage {
    let party: Party
    let today: Day
    let csrf: String
    var written: Fields?
    var refusal: Refusal?

    var page: Page {
        Page(
            title: "Change \(party.name)", crumbs: [("People", .people), (party.name, .party(party.id))], section: "people",
            hasDay: false, body: """
            \(lead("Change \(party.name)"))\(errorSummary(refusal))\(meanwhile)\
            \(card("Name", id: "name-card", form(to: .party(party.id), token: csrf, """
                \(hidden("version", String(party.version)))\(hidden("kind", party.kind.rawValue))\
                \(field("name", "Name", value: value("name") ?? party.name, error: refusal.about("name")))\
                \(party.kind == .person ? email : .empty)\
                \(buttons(submit("Save"), button("Cancel", to: .party(party.id), quiet: true)))
                """)))\(card(party.kind == .person ? "Leaving" : "Ending", id: "leaving", leaving))
            """)
    }

    /// What was written, when it was this form that was refused.
    private func value(_ name: String) -> String? {
        written.flatMap { $0.written("name").isEmpty && $0.written("kind").isEmpty ? nil : $0.written(name) }
    }

    private var email: HTML {
        field("email", "E-mail", value: value("email") ?? party.email ?? "", error: refusal.about("email"), kind: .email, required: false)
    }

    /// Both versions in sight, after somebody else changed it.
    private var meanwhile: HTML {
        guard refusal?.code == "changed-meanwhile" else { return .empty }
        return notice("It now says: \(party.name)\(party.email.map { ", \($0)" } ?? ""). Saving again puts what is written below in its place.", .amber)
    }

    private var leaving: HTML {
        if let day = party.leftOn {
            return """
                <p>Not here from \(day).</p>\(postButton("Bring back", to: Link("people", party.id, "return"), token: csrf, hidden("version", String(party.version))))
                """
        }
        return form(to: Link("people", party.id, "leaving"), token: csrf, """
            \(hidden("version", String(party.version)))\
            \(field("left", party.kind == .person ? "First day without them" : "First day without it",
                    value: written?.written("left") ?? today.iso, hint: "Posts and teams are left with the day before. What they own stays theirs until it is given to another.",
                    error: refusal.about("left"), kind: .date))\
            \(buttons(submit(party.kind == .person ? "Record the leaving" : "Record the end", quiet: true, danger: true)))
            """)
    }
}
