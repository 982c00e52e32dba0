import HTTPTypes
import Hummingbird
import Kernel
import Markup
public import Web

/// What the public takes away from the register: files of any view of it, the data package, the catalogue, the feed of changes, and proofs.
public struct TakingPages: Sendable {
    let pages: RegisterPages
    let policy: TakingPolicy
    let others: OtherRegisters
    let proofs: RegisterProofs
    private let wholes = WholeFiles()

    private var kept: KeptRegister { pages.kept }

    /// - Parameter pages: beside which it hangs.
    public init(beside pages: RegisterPages, policy: TakingPolicy, others: OtherRegisters = .none, proofs: RegisterProofs = .none) {
        (self.pages, self.policy, self.others, self.proofs) = (pages, policy, others, proofs)
    }

    public func hang(on site: SiteRoutes) {
        for name in ["export/", "datapackage.json", "catalogue.", "changes.atom"] { site.open("/register/" + name) }
        files(site.everyone)
        descriptions(site.everyone)
        explanations(site.everyone)
        programs.hang(on: site)
    }

    /// The interface for programs, which has a document of its own.
    private var programs: API {
        let pages = pages
        return API(
            desk: nil, operations: RegisterOperations(pages.kept, proofs: proofs).all, problems: HarvestOperations.problems,
            as: RegisterOperations.face { request, context, next in try await pages.kept.keeping(request, context, pages.pace, next) })
    }

    private func files(_ everyone: Routes<PublicContext>) {
        everyone.get("register/export/:file") { request, context in
            let name = try context.part("file")
            do { return try await answer(RegisterFile(named: name), request, context) } catch {
                return context.plainAnswer(to: error, request, asJSON: RegisterFile(rawValue: name)?.isJSON ?? false)
            }
        }
    }

    private func answer(_ file: RegisterFile, _ request: Request, _ context: PublicContext) async throws -> Response {
        let (query, address) = (try RegisterQuery(context.query).whole(), context.house.address)
        let register = try await kept.register(at: context.moment)
        let answer = PublicAnswer(
            version: register.version, mark: "\(file.name) \(query.mark)", type: file.type, saved: "\(query.isNarrow ? "some-" : "")\(file.name)",
            links: ["<\(address + RegisterLinks.package.text)>; rel=\"describedby\"; type=\"application/json\""], isPacked: request.takesGzip)
        if let known = answer.unchanged(for: request) { return known }
        try pages.pace?.admit(context.client, at: context.moment)
        let pieces = RegisterPieces(policy.extract(of: register, query, at: address), as: file)
        guard query.mark.isEmpty else { return try await answer.response(to: request, pieces: pieces).measured(for: request) }
        return try await answer.response(to: request) { wholes.body(of: file, register.version, pieces, isPacked: answer.isPacked) }.measured(for: request)
    }

    private func descriptions(_ everyone: Routes<PublicContext>) {
        everyone.get("register/datapackage.json") { request, context in
            try await described(request, context, "application/json") { try DataPackage(extract: $0, licence: policy.licence).node.bytes }
        }
        for format in CatalogueFormat.allCases {
            everyone.get(RouterPath("register/catalogue.\(format.rawValue)")) { request, context in
                try await described(request, context, format.type) { extract in
                    let graph = Catalogue(extract: extract, licence: policy.licence).graph
                    return format == .ttl ? Array(graph.turtle.utf8) : try graph.linked.bytes
                }
            }
        }
        everyone.get("register/changes.atom") { request, context in
            do {
                let query = try RegisterQuery(context.query).whole()
                let contents = try await kept.register(at: context.moment).contents
                return try await described(request, context, "application/atom+xml; charset=utf-8", query) { extract in
                    // What was there before, or is there no more, can't be asked whether it fits what is asked for.
                    ChangesFeed(extract: extract, earlier: query.isNarrow ? [] : contents.earlier, gone: query.isNarrow ? [] : contents.gone).bytes
                }
            } catch { return context.plainAnswer(to: error, request, asJSON: false) }
        }
    }

    /// What says something of the whole register, or of a view of it, kept while that stays the same.
    private func described(
        _ request: Request, _ context: PublicContext, _ type: String, _ query: RegisterQuery = RegisterQuery(), _ make: @Sendable (RegisterExtract) throws -> [UInt8]
    ) async throws -> Response {
        try await kept.keeping(request, context, pages.pace) {
            let register = try await kept.register(at: context.moment)
            return PublicAnswer(version: register.version, mark: "\(context.arrival.path) \(query.mark)", type: type)
                .response(to: request, try make(policy.extract(of: register, query, at: context.house.address)))
        }
    }

    private func explanations(_ everyone: Routes<PublicContext>) {
        everyone.get("register/developers") { request, context in
            let address = context.house.address
            return try await pages.answer(request, context) { DevelopersPage(register: $0, address: address, policy: policy).page }
        }
        everyone.get("register/services") { request, context in
            // How fresh a copy is changes with every round, while the register does not.
            try await pages.answer(request, context, isKept: false) { register in
                ServicesPage(register: register, others: try await others.list(context.moment)).page
            }
        }
        everyone.get("register/:entry/proof") { request, context in
            let key = try context.part("entry")
            return try await pages.answer(request, context) { register in
                let entry = try register.found(key)
                return ProofPage(entry: entry, editions: try await proofs.editions(of: entry)).page
            }
        }
    }
}

extension RegisterQuery {
    /// What tells it from other queries, its page left out.
    var mark: String { at(page: 1).pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }
}
