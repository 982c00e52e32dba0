import Kernel
import Markup
import Storage
import Web

/// Tokens as a table shows them, with whose they are where they are several people's.
struct TokenLines: Sendable {
    struct Line: Sendable {
        let token: ProgramToken
        let owner: String?
        let usedOn: Day?
    }

    let lines: [Line]

    init(of account: ID<Account>, _ session: Session) throws {
        let lastUse = try ProgramTokens(session).lastUse()
        lines = try ProgramTokens(session).of(account).map { Line(token: $0, owner: nil, usedOn: lastUse[$0.id]) }
    }

    /// Everybody's.
    init(_ session: Session) throws {
        let names = Dictionary(uniqueKeysWithValues: try Accounts(session).all().map { ($0.account.id, $0.person.name) })
        let lastUse = try ProgramTokens(session).lastUse()
        lines = try ProgramTokens(session).all().map {
            Line(token: $0, owner: names[$0.account] ?? "", usedOn: lastUse[$0.id])
        }
    }

    /// Those in force first, each group newest first.
    func table(on today: Day, csrf: String) -> HTML {
        let (inForce, ended) = (lines.filter { $0.token.isInForce(on: today) }, lines.filter { !$0.token.isInForce(on: today) })
        let hasOwners = lines.contains { $0.owner != nil }
        return Markup.table(
            columns: [Column("Program", .wide)] + (hasOwners ? [Column("Acts as")] : [])
                + [Column("May"), Column("Last used"), Column("Works until"), Column("State")],
            rows: (inForce + ended).map { row($0, on: today, csrf) })
    }

    private func row(_ line: Line, on today: Day, _ csrf: String) -> [HTML] {
        let token = line.token
        let owner = line.owner.map { ["\($0)" as HTML] } ?? []
        return ["\(token.name)"] + owner + [
            "\(listed(token.scopes.map(\.rawValue)))", line.usedOn.map { "\($0)" } ?? "Never", "\(token.expiresOn)",
            state(token, on: today, csrf),
        ]
    }

    private func state(_ token: ProgramToken, on today: Day, _ csrf: String) -> HTML {
        if let day = token.revokedOn { return tag("Revoked", .grey, why: "Since \(day).") }
        guard token.isInForce(on: today) else { return tag("Expired", .grey) }
        let left = today.days(until: token.expiresOn)
        let standing = switch left {
        case 0: tag("Last day", .amber)
        case 1...14: tag("\(left) day\(left == 1 ? "" : "s") left", .amber)
        default: tag("In force", .green)
        }
        return standing + disclosure("Revoke", """
            <p>“\(token.name)” is refused from then on. This can’t be undone; a new token can be made.</p>\
            \(postButton("Revoke it", to: .revocation(token.id), token: csrf, danger: true))
            """)
    }
}

/// The card of a person's own page: what they have, and the form to make one.
struct OwnTokensCard {
    let lines: TokenLines
    let offered: [OfferedScope]
    let today: Day
    let csrf: String
    let written: Fields?
    let refusal: Refusal?

    var card: HTML {
        Markup.card("Tokens for programs", id: "tokens", """
            <p>With a token a program does things here in your name: never more than you may do yourself, and only what you choose for it.</p>\
            \(lines.lines.isEmpty ? empty("No program acts in your name.") : lines.table(on: today, csrf: csrf))\
            \(disclosure("Make a token", open: written != nil, form))
            """)
    }

    private var form: HTML {
        let scopes = Set(written?.all("scope") ?? [])
        return Markup.form(to: Link("account", "tokens"), token: csrf, """
            \(field("name", "Name", value: written?.written("name") ?? "", hint: "What the program does, such as Nightly export. The history of what it changes shows it.",
                    error: refusal.about("name")))\
            \(checkboxes("scope", "What it may do", options: offered.map { ($0.scope.rawValue, "\($0.meaning) (\($0.scope.rawValue))") },
                         chosen: scopes, error: refusal.about("scope")))\
            \(field("expires", "Last day it works", value: written?.written("expires") ?? today.adding(days: ProgramToken.usualDays).iso,
                    hint: "At most \(ProgramToken.mostDays) days from now.", error: refusal.about("expires"), kind: .date))\
            \(buttons(submit("Make the token")))
            """)
    }
}

/// The only time that a secret can be seen: what is kept of it does not tell it.
struct NewTokenPage {
    let token: ProgramToken
    let secret: String

    var page: Page {
        Page(title: "The token “\(token.name)”", crumbs: [("Your account", .account)], hasDay: false, body: """
            \(lead("The token “\(token.name)”", under: "It works until the end of \(token.expiresOn), for \(listed(token.scopes.map(\.rawValue)))."))\
            \(card(nil, """
                \(notice("Copy the token now: it won’t be shown again.", .amber))\
                \(copyField("Token", secret, hint: "Whoever has it can act in your name. Keep it where the program keeps its secrets.", id: "secret"))\
                <p>The program sends it with each request: <code>Authorization: Bearer \(ProgramToken.prefix)…</code></p>\
                \(buttons(button("I have copied it", to: .account)))
                """))
            """)
    }
}

/// Everybody's tokens, for administrators.
struct TokensPage {
    let lines: TokenLines
    let today: Day
    let csrf: String

    var page: Page {
        Page(title: "Tokens for programs", crumbs: [("Accounts", .accounts)], section: "accounts", hasDay: false, body: """
            \(lead("Tokens for programs", under: "With a token a program acts as a person. People make them for themselves, on their own account’s page."))\
            \(card(nil, lines.lines.isEmpty ? empty("Nobody has made a token yet.") : lines.table(on: today, csrf: csrf)))
            """)
    }
}
