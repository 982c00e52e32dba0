import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension AuditPages {
    /// What officers are authorised for.
    func keepingAuthorisations(_ members: Routes<MemberContext>) {
        members.get("audits/authorisations") { _, context in context.page(try await authorisationsPage(context, .fresh)) }
        members.post("audits/authorisations") { request, context in
            try await context.writing(request, in: desk, saying: "The officer was authorised.") { fields in
                let new = NewAuthorisation(reading: &fields)
                return { work in
                    try audits.authorise(new, work)
                    return AuditLinks.authorisations
                }
            } orShowing: { try await authorisationsPage(context, $0) }
        }
        members.post("audits/authorisations/:authorisation/end") { request, context in
            let id = try context.id("authorisation", of: Authorisation.self)
            return try await context.writing(request, in: desk, saying: "The authorisation was ended.") { fields in
                let until = fields.day("until", "Until")
                return { work in
                    try audits.end(work.session.authorisation(id), until: until, work)
                    return AuditLinks.authorisations
                }
            } orShowing: { try await authorisationsPage(context, $0) }
        }
        members.get("audits/levels/new") { _, context in context.page(try await levelForm(context, .fresh)) }
        members.post("audits/levels") { request, context in
            try await context.writing(request, in: desk, saying: "The level was set up.") { fields in
                let new = NewAuthorisationLevel(reading: &fields)
                return { work in
                    try audits.define(new, work)
                    return AuditLinks.authorisations
                }
            } orShowing: { try await levelForm(context, $0) }
        }
        members.post("audits/levels/:level/end") { request, context in
            let id = try context.id("level", of: AuthorisationLevel.self)
            return try await context.writing(request, in: desk, saying: "The level was ended.") { fields in
                let until = fields.day("until", "Until")
                return { work in
                    try audits.end(work.session.authorisationLevel(id), until: until, work)
                    return AuditLinks.authorisations
                }
            } orShowing: { try await authorisationsPage(context, $0) }
        }
    }

    private func authorisationsPage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await desk.read { session in
            let viewer = try context.auditReader(session)
            let parties = try Parties(session).all()
            let held = try session.all(Authorisation.self, "ORDER BY id")
            return AuthorisationsPage(
                held: held, levels: try session.all(AuthorisationLevel.self, "ORDER BY id"), parties: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) }),
                givers: try Parties(session).names(ofWhos: held.map(\.by)), names: parties.map(\.name), filled: filled, viewer: viewer).page
        }
    }

    private func levelForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try AuditPolicy.authorises.check(context.actor)
        let code = context.query["code"]
        return try await desk.read { session in
            let held = try code.map { try session.all(AuthorisationLevel.self, "WHERE code = \($0) ORDER BY from_on").last } ?? nil
            return AuthorisationLevelForm(held: held, filled: filled, viewer: try context.auditViewer(session)).page
        }
    }
}
