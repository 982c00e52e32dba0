import Documents
import Hummingbird
public import Kernel
public import Markup
import People
import Premises
public import Storage
public import Web

/// The pages of audits. What is changed there hangs beside these, in `AuditKeepingPages.swift` and `AuthorisationPages.swift`.
public struct AuditPages: Sendable {
    let desk: Desk
    let audits: Audits
    let naming: Naming
    /// What another slice shows beside an audit, by the reader and the day; nil where it has nothing to show them.
    let besides: @Sendable (Subject, Actor, Day, Session) throws -> HTML?

    public init(
        desk: Desk, audits: Audits = Audits(), naming: Naming = Naming(), besides: @escaping @Sendable (Subject, Actor, Day, Session) throws -> HTML? = { _, _, _, _ in nil }
    ) {
        (self.desk, self.audits, self.naming, self.besides) = (desk, audits, naming, besides)
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keepingAudits(site.members)
        fillingAudits(site.members)
        keepingAuthorisations(site.members)
        returning(site.members)
        writingLetters(site.members)
    }

    /// This part's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit.map { AuditPolicy.reads.allows($0.actor) ? [NavigationItem("Audits", AuditLinks.list)] : [] } ?? []
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("audits") { _, context in
            let (filter, number) = (AuditFilter(context.query), context.query["page"].flatMap { Int($0) } ?? 1)
            return context.page(try await desk.read { session in
                let viewer = try context.auditReader(session)
                return try AuditListPage(session.audits(filter, own: viewer.parties, on: viewer.day), session.auditOfficersAndOffices(), filter: filter, viewer: viewer, number: number).page
            })
        }
        members.get("audits/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let filter = AuditFilter(context.query)
            let export = try await desk.read { session in
                let viewer = try context.auditReader(session)
                return AuditExport(audits: try session.audits(filter, own: viewer.parties, on: viewer.day).all, day: viewer.day)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("audits/:audit") { _, context in
            let reference = try context.part("audit")
            return context.page(try await desk.read { session in
                let viewer = try context.auditReader(session)
                let facts = try session.auditThen(session.audit(reference), on: viewer.day, audits.neighbours)
                return AuditPage(
                    facts: facts, approver: try facts.exception.map { try Parties(session).person(ofWho: $0.by) },
                    spoken: Spoken(names: try naming.names(of: [facts.audit.opened].compactMap(\.self), session), viewer: viewer),
                    besides: try besides(facts.audit.subject, viewer.actor, viewer.day, session), viewer: viewer).page
            })
        }
        members.get("audits/:audit/history") { _, context in
            let reference = try context.part("audit")
            return context.page(try await desk.read { session in
                let (viewer, audit) = (try context.auditReader(session), try session.audit(reference))
                let told = try RecordHistory(of: audit.subject, session) { (_: [AuditRecordState]) in AuditWords(parties: try Parties(session).names()) }
                return told.page(
                    of: audit.reference.text, crumbs: [("Audits", viewer.link(AuditLinks.list)), (audit.reference.text, viewer.link(AuditLinks.audit(audit)))], section: "audits")
            })
        }
    }
}
