import Kernel
import Markup
import Web

/// The register for programs: `/register/api/v1`, open to anybody, with a document of its own.
struct RegisterOperations: Sendable {
    let kept: KeptRegister
    let proofs: RegisterProofs

    init(_ kept: KeptRegister, proofs: RegisterProofs) { (self.kept, self.proofs) = (kept, proofs) }

    /// Where it stands, and what its document says before any operation.
    static func face(keeping: @escaping APIFace.Keeping) -> APIFace {
        APIFace.open(at: RegisterLinks.api.text, title: { "Register of fire safety notices of \($0.name)" }, description: """
            The public register of notices, for programs. Nobody needs a token. Within v1 members, addresses and codes are only ever added: nothing is taken \
            away, and nothing changes its meaning. /register/developers says what is promised.
            """, keeping: keeping)
    }

    var all: [Operation] {
        [
            .asking("listNotices", "notices", "Notices, page by page", .nothing, takes: RegisterOperations.filters + [.order, .limit, .cursor],
                    gives: .page(of: PublicEntryPayload.schema), refuses: RegisterOperations.misread) { call in
                let register = try await kept.register(at: call.moment)
                return try call.page(register.entries(try call.asked), by: \.key) { PublicEntryPayload($0, at: call.address) }.telling(register.version.told)
            },
            .asking("showNotice", "notices/{key}", "One notice", .nothing, takes: [.notice], gives: PublicEntryPayload.schema, refuses: RegisterOperations.missing) { call in
                let register = try await kept.register(at: call.moment)
                return try .showing(PublicEntryPayload(register.found(call.part("key")), at: call.address)).telling(register.version.told)
            },
            .asking("listEditions", "notices/{key}/editions", "The editions of one notice that may be read, the newest first", .nothing,
                    takes: [.notice, .limit, .cursor], gives: .page(of: PublicEntryPayload.schema), refuses: RegisterOperations.missing) { call in
                let register = try await kept.register(at: call.moment)
                let editions = register.editions(of: try register.found(call.part("key")).key)
                return try call.page(editions, by: { String($0.edition) }) { PublicEntryPayload($0, at: call.address) }.telling(register.version.told)
            },
            .asking("proveNotice", "notices/{key}/proof", "Proof that the editions of a notice are in the service's journal (RFC 9162)", .nothing, takes: [.notice],
                    gives: ProofsPayload.schema, refuses: RegisterOperations.missing) { call in
                let register = try await kept.register(at: call.moment)
                let entry = try register.found(call.part("key"))
                return try .showing(ProofsPayload(entry, try await proofs.editions(of: entry))).telling(register.version.told)
            },
            .asking("countFacets", "facets", "How many of the notices asked for have each type, status, area and so on", .nothing,
                    takes: RegisterOperations.filters, gives: FacetsPayload.schema, refuses: RegisterOperations.misread) { call in
                let register = try await kept.register(at: call.moment)
                let answer = register.answer(try call.asked, length: 1)
                return try .showing(FacetsPayload(total: answer.total, facets: answer.facets.map { FacetPayload($0, of: register) })).telling(register.version.told)
            },
            .asking("showStatistics", "statistics", "What the notices asked for come to, year by year", .nothing, takes: RegisterOperations.filters,
                    gives: StatisticsPayload.schema, refuses: RegisterOperations.misread) { call in
                let register = try await kept.register(at: call.moment)
                return try .showing(StatisticsPayload(register.entries(call.asked), on: register.version.day)).telling(register.version.told)
            },
        ]
    }

    static let missing = ["register-entry-not-found"]
    /// A value that no schema can rule out: a year before there were any, a part of the map without an inside.
    static let misread = ["fields-need-attention"]

    /// The same words as an address of the page has.
    static let filters: [Parameter] = [
        .query("words", .text(atMost: 200), "Words, numbers, a postcode, a reference: each must begin a word of the entry."),
        .several("type", .choice(Facet.type.codes ?? []), "Types of notice: any of them will do. not-shown for entries of three particulars alone."),
        .several("status", .choice(Facet.status.codes ?? []), "Where the notices stand."),
        .several("premises", .choice(Facet.premises.codes ?? []), "Types of premises."),
        .several("area", .text(atMost: 60), atMost: 10, "Local authority areas; none for those without one."),
        .several("year", .text(atMost: 10), "Years of service, of four digits; not-shown for entries of three particulars alone."),
        .several("article", .text(atMost: 10), atMost: 20, "Articles of the Order: 8, 13, 21A."),
        .several("service", .reference, atMost: 20, "Services whose registers are shown here, by their codes; own for this service’s."),
        .several("extent", .choice(PublicEntry.Extent.self), "How much of an entry is shown."),
        .query("box", .text(atMost: 80), "A part of the map as west,south,east,north in degrees: 0.51,51.4,1.3,52.1."),
    ]
}

extension Parameter {
    fileprivate static let notice = part("key", .text(atMost: 120), "The key of the notice: its reference, or that of another service’s notice as a list gives it.")
    fileprivate static let order = query(
        "sort", .choice(RegisterQuery.Sort.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "What they stand by; with a dash before it the other way round.")
}

extension Call {
    /// What the document says of it was held against it before; what no schema can state is refused here.
    ///
    /// - Throws: `fields-need-attention`
    fileprivate var asked: RegisterQuery {
        get throws(Refusal) {
            let asked = RegisterQuery(query)
            guard asked.misread.isEmpty else { throw .fields(asked.misread.map { Refusal.Field($0.name, $0.sentence) }) }
            return asked
        }
    }
}

extension Register {
    /// - Throws: `register-entry-not-found`, which says so where an entry stood here once.
    func found(_ key: String) throws(Refusal) -> PublicEntry {
        if let entry = entry(key) { return entry }
        throw .missing("register-entry-not-found", gone(key).map { "\($0.reference) stood in the register until \($0.day), and stands there no more." }
            ?? "\(Reference(checking: key).map { "“\($0)”" } ?? "That") is no entry of the register. Look for it by its premises.")
    }
}
