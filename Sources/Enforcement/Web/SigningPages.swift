import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension EnforcementPages {
    /// Who may sign which notices.
    func keepingAuthorities(_ members: Routes<MemberContext>) {
        members.get("enforcement/signing") { _, context in context.page(try await signingPage(context, .fresh)) }
        members.post("enforcement/signing") { request, context in
            try await context.writing(request, in: desk, saying: "The authority was given.") { fields in
                let new = NewSigningAuthority(reading: &fields)
                return { work in
                    try enforcement.authorise(new, work)
                    return EnforcementLinks.signing
                }
            } orShowing: { try await signingPage(context, $0) }
        }
        members.post("enforcement/signing/:authority/end") { request, context in
            let id = try context.id("authority", of: SigningAuthority.self)
            return try await context.writing(request, in: desk, saying: "The authority was ended.") { fields in
                let until = fields.day("until", "Until")
                return { work in
                    try enforcement.end(work.session.signingAuthority(id), until: until, work)
                    return EnforcementLinks.signing
                }
            } orShowing: { try await signingPage(context, $0) }
        }
    }

    private func signingPage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await desk.read { session in
            let parties = try Parties(session).all()
            return SigningPage(
                authorities: try session.all(SigningAuthority.self, "ORDER BY id"), parties: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) }),
                names: parties.map(\.name), filled: filled, viewer: try context.reader(session)).page
        }
    }
}

/// Who may sign notices of each type, on a day.
struct SigningPage {
    let authorities: [SigningAuthority]
    let parties: [ID<Party>: String]
    /// Names on record, offered as one types.
    let names: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        Page(title: "Who may sign", crumbs: [("Enforcement", viewer.link(EnforcementLinks.list))], section: "enforcement", body: """
            \(lead("Who may sign", under: "A notice is approved by a second person who has authority for its type on that day."))\(errorSummary(filled.refusal))\(list)\(giving)
            """)
    }

    private var list: HTML {
        guard !authorities.isEmpty else { return empty("Nobody may sign yet, so no notice can be approved.") }
        let columns = [Column("Notices"), Column("Who", .wide), Column("From", .day), Column("Until", .day), Column("Standing")]
        return card("Authorities", id: "authorities", table(columns: viewer.mayGiveAuthority ? columns + [Column("")] : columns, rows: authorities.stablySorted(by: \.type.rawValue).map { authority in
            let holds = authority.holds(on: viewer.day)
            let cells: [HTML] = [
                "\(authority.type.words)", "\(parties[authority.party] ?? "")", "\(authority.from)", authority.until.map { "\($0)" } ?? quiet("No end set"),
                holds ? tag("May sign", .green) : tag(authority.from > viewer.day ? "To come" : "Ended", .grey),
            ]
            let end: HTML = holds && authority.until == nil
                ? postButton("End today", to: EnforcementLinks.end(authority), token: viewer.csrf, hidden("until", viewer.today.iso)) : .empty
            return viewer.mayGiveAuthority ? cells + [end] : cells
        }))
    }

    private var giving: HTML {
        guard viewer.mayGiveAuthority else { return .empty }
        return card("Give authority", id: "give", form(to: EnforcementLinks.signing, token: viewer.csrf, """
            \(pair(
                filled.party("party", "Who may sign", from: names, hint: "A person, or a post whose holder may."),
                filled.choice("type", "Notices", NoticeType.allCases.map { ($0.rawValue, $0.words) }, NoticeType.enforcement.rawValue)))\
            \(pair(filled.day("from", "From", viewer.today), filled.day("until", "Until", required: false)))\(buttons(submit("Give it")))
            """))
    }
}
