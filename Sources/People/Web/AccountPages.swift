import Kernel
import Markup
import Web

struct AccountsPage {
    let lines: [Line]

    struct Line: Sendable {
        let account: Account
        let name: String
        let hasPassword: Bool
    }

    var page: Page {
        Page(title: "Accounts", section: "accounts", hasDay: false, body: """
            \(lead("Accounts", under: "Who may sign in, and what they may do then.", actions: [
                button("Tokens for programs", to: .tokens, quiet: true), button("Invite somebody", to: Link("accounts", "new")),
            ]))\(card(nil, table(
                columns: [Column("Name", .wide), Column("E-mail"), Column("Roles"), Column("State")], rows: lines.map(row))))
            """)
    }

    private func row(_ line: Line) -> [HTML] {
        [
            "<a href=\"\(Link.account(line.account.id))\">\(line.name)</a>", "\(line.account.email)",
            "\(listed(line.account.roles.map(\.rawValue)))", accountState(line.account, hasPassword: line.hasPassword),
        ]
    }
}

func accountState(_ account: Account, hasPassword: Bool) -> HTML {
    account.isSuspended ? tag("Suspended", .red) : hasPassword ? tag("In use", .green) : tag("Invited", .amber)
}

func roleBoxes(chosen: Set<String>, _ refusal: Refusal?) -> HTML {
    checkboxes(
        "role", "Roles", options: Role.allCases.map { ($0.rawValue, "\($0.rawValue.capitalisedFirst): \($0.meaning.lowercasedFirst)") },
        chosen: chosen, error: refusal.about("role"))
}

struct NewAccountPage {
    let csrf: String
    let written: Fields
    var refusal: Refusal?

    var page: Page {
        let roles = Set(written.all("role"))
        return Page(title: "Invite somebody", crumbs: [("Accounts", .accounts)], section: "accounts", hasDay: false, body: """
            \(lead("Invite somebody", under: "They get a link that works once, to choose a password."))\(errorSummary(refusal))\
            \(card(nil, form(to: .accounts, token: csrf, """
                \(field("name", "Name", value: written.written("name"), hint: "The name of somebody on the list of people gives the account to them.",
                        error: refusal.about("name")))\
                \(field("email", "E-mail", value: written.written("email"), hint: "They sign in with it.", error: refusal.about("email"), kind: .email))\
                \(roleBoxes(chosen: roles.isEmpty && refusal == nil ? ["reader"] : roles, refusal))\
                \(buttons(submit("Make the link"), button("Cancel", to: .accounts, quiet: true)))
                """)))
            """)
    }
}

/// The only time a link can be seen: what is kept of it does not tell it.
struct LinkPage {
    let email: String
    let link: OneTimeLink
    let address: String

    var page: Page {
        let until: HTML? = link.endsAt.map { " It works until \($0)." }
        return Page(title: "A link for \(email)", crumbs: [("Accounts", .accounts)], section: "accounts", hasDay: false, body: """
            \(lead("A link for \(email)"))\(card(nil, """
                <p>Send this to \(email). Whoever opens it chooses the password, once.\(until)</p>\
                <p><code>\(address + link.path)</code></p>\
                <p class="small">It is not shown again. A new one can be made from the account’s page, and puts this one out of use.</p>\
                \(button("Back to accounts", to: .accounts, quiet: true))
                """))
            """)
    }
}

struct AccountPage {
    let account: Account
    let name: String
    let hasPassword: Bool
    let lastSeen: Moment?
    let isOwn: Bool
    let tokens: TokenLines
    let today: Day
    let csrf: String
    let written: Fields?
    let refusal: Refusal?

    private var version: HTML { hidden("version", String(account.version)) }

    var page: Page {
        Page(title: name, crumbs: [("Accounts", .accounts)], section: "accounts", hasDay: false, body: """
            \(lead(name, under: "Signs in as \(account.email).", standing: accountState(account, hasPassword: hasPassword), actions: [
                button("Person and history", to: .party(account.person), quiet: true),
            ]))\(errorSummary(refusal))\
            \(card("What they may do", id: "roles", form(to: Link("accounts", account.id, "roles"), token: csrf, """
                \(version)\(roleBoxes(chosen: roles, refusal))\(buttons(submit("Set the roles")))
                """)))\
            \(card("What they sign in with", id: "email-card", form(to: Link("accounts", account.id, "email"), token: csrf, """
                \(version)\(field("email", "E-mail", value: written.flatMap { $0.written("email").isEmpty ? nil : $0.written("email") } ?? account.email,
                        error: refusal.about("email"), kind: .email))\(buttons(submit("Change it")))
                """)))\
            \(card("Signing in", id: "access", access))\
            \(card("Tokens for programs", id: "tokens", tokens.lines.isEmpty
                ? empty("No program acts as \(name).") : tokens.table(on: today, csrf: csrf)))
            """)
    }

    private var roles: Set<String> {
        refusal.about("role") != nil ? Set(written?.all("role") ?? []) : Set(account.roles.map(\.rawValue))
    }

    private var access: HTML {
        let seen: HTML = lastSeen.map { "Last seen \($0)." } ?? "Has not signed in yet."
        let links = postButton(hasPassword ? "Make a link for a new password" : "Make a new link", to: Link("accounts", account.id, "links"), token: csrf)
        if account.isSuspended {
            return """
                <p>\(seen) Suspended\(account.suspendedOn.map { " since \($0)" as HTML }). Tokens that were revoked then stay revoked.</p>\
                \(buttons(postButton("Let them sign in again", to: Link("accounts", account.id, "return"), token: csrf, version)))
                """
        }
        return """
            <p>\(seen)\(isOwn ? "" : " Suspending signs \(name) out and revokes their tokens for programs.")</p>\(buttons(links, isOwn ? .empty : postButton(
                "Suspend", to: Link("accounts", account.id, "suspension"), token: csrf, danger: true, version)))
            """
    }
}
