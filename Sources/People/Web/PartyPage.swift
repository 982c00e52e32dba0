import Kernel
import Markup
import Storage
import Web

/// One person, post or team: who holds or belongs to which and since when, and what was done, from the journal.
struct PartyPage: Sendable {
    let party: Party
    let ties: [TieRow]
    /// Those who could be tied to it: posts and teams for a person, persons for a post or a team.
    let others: [Party]
    let entries: [Entry]
    /// Where older entries go on; nil where there are none.
    let older: Int64?
    let names: [String: String]
    let account: Account?
    let actor: Actor
    let day: Day
    let csrf: String
    let written: Fields?
    let refusal: Refusal?

    struct TieRow: Sendable {
        let other: Party
        let from: Day
        let through: Day?
        let ending: Link
        let runs: Bool

        /// Tells its form apart from those of the other rows.
        var anchor: String { ending.path.split(separator: "/").dropFirst(2).prefix(2).joined(separator: "-") }
    }

    init(
        _ id: ID<Party>, actor: Actor, day: Day, before: Int64?, csrf: String, written: Fields?, refusal: Refusal?, _ session: Session
    ) throws {
        let parties = Parties(session)
        party = try parties.get(id).shown(to: actor)
        let all = try parties.all()
        let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        let holdings = try parties.holdings(of: id)
        let memberships = try parties.memberships(of: id)
        let held = holdings.compactMap { tie in
            byID[tie.person == id ? tie.post : tie.person].map {
                TieRow(other: $0, from: tie.from, through: tie.through, ending: Link("people", id, "holdings", tie.id, "ending"),
                       runs: Span(tie).contains(day))
            }
        }
        let joined = memberships.compactMap { tie in
            byID[tie.person == id ? tie.team : tie.person].map {
                TieRow(other: $0, from: tie.from, through: tie.through, ending: Link("people", id, "memberships", tie.id, "ending"),
                       runs: Span(tie).contains(day))
            }
        }
        ties = (held + joined).sorted { $0.from > $1.from }
        let isPerson = party.kind == .person
        others = all.filter { ($0.kind == .person) != isPerson && $0.isHere(on: day) }
        let mayKeepAccounts = PeoplePolicy.keepsAccounts.allows(actor)
        let found = try parties.history(of: party, for: actor, before: before, limit: PartyPage.most + 1)
        entries = Array(found.prefix(PartyPage.most))
        older = found.count > PartyPage.most ? entries.last?.sequence : nil
        names = try parties.names(ofWhos: entries.map(\.who))
        account = mayKeepAccounts ? try Accounts(session).find(person: id) : nil
        (self.actor, self.day, self.csrf, self.written, self.refusal) = (actor, day, csrf, written, refusal)
    }

    /// The most entries of the journal on one page.
    private static let most = 100

    private var mayKeep: Bool { PeoplePolicy.keepsParties.allows(actor) }

    var page: Page {
        Page(title: party.name, crumbs: [("People", .people)], section: "people", body: """
            \(lead(party.name, under: under, actions: mayKeep ? [button("Change", to: Link("people", party.id, "edit"), quiet: true)] : []))\
            \(errorSummary(refusal))\(card(tiesTitle, id: "ties", tiesTable + (mayKeep && party.isHere(on: day) ? adding : .empty)))\
            \(card("What happened", id: "history", history(entries.map(line)) + (following ?? .empty)))
            """)
    }

    private var following: HTML? {
        older.map { button("Older entries", to: Link.party(party.id).adding("before", String($0)).at("history"), quiet: true) }
    }

    private var under: HTML {
        let kind = party.kind.rawValue
        let email: HTML? = party.email.map { ", <a href=\"mailto:\($0)\">\($0)</a>" }
        let left: HTML? = party.leftOn.map { ", not here from \($0)" }
        let way: HTML? = account.map { ", <a href=\"\(Link.account($0.id))\">account</a>" }
        return "\(kind.capitalisedFirst)\(email)\(left)\(way)"
    }

    private var tiesTitle: String {
        switch party.kind {
        case .person: "Posts and teams"
        case .post: "Who holds it"
        case .team: "Who belongs to it"
        }
    }

    private var tiesTable: HTML {
        guard !ties.isEmpty else {
            let sentence: HTML = switch party.kind {
            case .person: "\(party.name) holds no post and belongs to no team."
            case .post: "Nobody has held this post yet, so nobody sees its actions as theirs."
            case .team: "Nobody belongs to this team yet, so nobody sees its actions as theirs."
            }
            return empty(sentence)
        }
        return table(columns: [Column("Name", .wide), Column("From"), Column("Through"), Column("On this day")], rows: ties.map { tie in
            let state: HTML = if tie.runs && tie.through == nil && mayKeep {
                tag("Runs", .green) + disclosure("End it", form(to: tie.ending, token: csrf, """
                    \(field("through", "Last day", value: day.iso, kind: .date, id: "through-" + tie.anchor))\
                    \(buttons(submit("End it", quiet: true)))
                    """))
            } else {
                tie.runs ? tag("Runs", .green) : tag(tie.from > day ? "To come" : "Ended", .grey)
            }
            return [
                "<a href=\"\(Link.party(tie.other.id))\">\(tie.other.name)</a>", "\(tie.from)",
                tie.through.map { "\($0)" } ?? "–", state,
            ]
        })
    }

    private var adding: HTML {
        let what = switch party.kind {
        case .person: "Give a post or a team"
        case .post: "Put a person in this post"
        case .team: "Bring a person into this team"
        }
        guard !others.isEmpty else { return .empty }
        let options = [("", "Choose")] + others.map { (String($0.id.number), $0.name) }
        return disclosure(what, open: refusal != nil, form(to: Link("people", party.id, "ties"), token: csrf, """
            \(select("other", party.kind == .person ? "Post or team" : "Person", options: options,
                     chosen: written?.written("other"), error: refusal.about("other")))\
            \(field("from", "First day", value: written?.written("from") ?? day.iso, error: refusal.about("from"), kind: .date))\
            \(field("until", "Last day", value: written?.written("until") ?? "", hint: "Leave blank while it runs on.",
                    error: refusal.about("until"), kind: .date, required: false))\
            \(buttons(submit("Save")))
            """))
    }

    private func line(_ entry: Entry) -> HistoryEntry {
        HistoryEntry(
            entry.moment, names[entry.who] ?? entry.who, "\(entry.verb.capitalisedFirst)",
            detail: entry.reason.map { "\($0)" })
    }
}
