import Kernel
import Markup
import Web

/// Persons, posts and teams on a day, narrowed by kind and by words.
struct PeoplePage {
    let parties: [Party]
    let standIns: [ID<Party>: [ID<Party>]]
    let names: [ID<Party>: String]
    let day: Day
    let query: AddressQuery
    let mayAdd: Bool

    private var kind: PartyKind? { query["kind"].flatMap(PartyKind.init) }
    private var words: String { query["words"] ?? "" }
    private var showsLeft: Bool { query["left"] != nil }

    var page: Page {
        let shown = parties.filter(isShown)
        return Page(title: "People", section: "people", body: """
            \(lead("People", under: "Persons, posts and teams: whoever can own an action.", actions: mayAdd ? [
                button("Add a person, post or team", to: Link("people", "new")),
            ] : []))\(parties.isEmpty ? none : choices + (shown.isEmpty ? nothingFound : lists(shown)))
            """)
    }

    /// Whoever may see nobody's finds no column of them.
    private var showsEmails: Bool { parties.contains { $0.email != nil } }

    private func isShown(_ party: Party) -> Bool {
        (kind == nil || party.kind == kind) && (showsLeft || party.isHere(on: day))
            && (words.isEmpty || haystack(party).contains(Party.key(words)))
    }

    private func haystack(_ party: Party) -> String {
        ([party.name, party.email ?? ""] + holders(party)).map { Party.key($0) }.joined(separator: " ")
    }

    private func holders(_ party: Party) -> [String] { (standIns[party.id] ?? []).compactMap { names[$0] } }

    private var choices: HTML {
        filters(
            to: .people, keep: query["on"].map { [(name: "on", value: $0)] } ?? [],
            clear: words.isEmpty && kind == nil && !showsLeft ? nil : Link.people.adding("on", query["on"]), """
            \(select("kind", "Kind", options: [("", "All")] + PartyKind.allCases.map { ($0.rawValue, $0.heading) },
                     chosen: kind?.rawValue))\
            \(field("words", "Words", value: words, kind: .search))\
            \(checkbox("left", "Those who have left too", on: showsLeft))
            """)
    }

    private func lists(_ shown: [Party]) -> HTML {
        PartyKind.allCases.map { kind -> HTML in
            let rows = shown.filter { $0.kind == kind }
            guard !rows.isEmpty else { return .empty }
            return card("\(kind.heading) (\(rows.count))", id: kind.rawValue, table(columns: columns(kind), rows: rows.map(row)))
        }
        .joined()
    }

    private func columns(_ kind: PartyKind) -> [Column] {
        switch kind {
        case .person: [Column("Name", .wide)] + (showsEmails ? [Column("E-mail")] : [])
        case .post: [Column("Name", .wide), Column("Held by")]
        case .team: [Column("Name", .wide), Column("Members")]
        }
    }

    private func row(_ party: Party) -> [HTML] {
        let left: HTML? = party.isHere(on: day) ? nil : " \(tag("Left", .grey))"
        let name: HTML = "<a href=\"\(Link.party(party.id).adding("on", query["on"]))\">\(party.name)</a>\(left)"
        let persons = holders(party)
        return switch party.kind {
        case .person: [name] + (showsEmails ? ["\(party.email ?? "–")"] : [])
        case .post: [name, persons.isEmpty ? tag("Nobody", .amber) : "\(listed(persons))"]
        case .team: [name, persons.isEmpty ? "Nobody yet" : "\(listed(persons))"]
        }
    }

    private var nothingFound: HTML {
        empty("Nobody here matches. Choose another kind, or fewer words.", action: button("Show all", to: .people, quiet: true))
    }

    private var none: HTML {
        empty(
            "Nobody has been entered yet. A plan that is loaded brings its owners along; others are added here.",
            action: mayAdd ? button("Add the first", to: Link("people", "new"), quiet: true) : nil)
    }
}
