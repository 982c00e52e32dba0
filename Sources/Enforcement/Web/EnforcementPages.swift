import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of cases and notices. What is changed there hangs beside these, in `CaseKeepingPages.swift` and `NoticeKeepingPages.swift`.
public struct EnforcementPages: Sendable {
    let desk: Desk
    let enforcement: Enforcement

    public init(desk: Desk, enforcement: Enforcement = Enforcement()) {
        self.desk = desk
        self.enforcement = enforcement
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keepingCases(site.members)
        keepingFindings(site.members)
        keepingNotices(site.members)
        keepingAuthorities(site.members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit.map { [NavigationItem("Enforcement", CasePolicy.reads.allows($0.actor) ? EnforcementLinks.list : PolicyLinks.dashboard)] } ?? []
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("enforcement") { _, context in
            let (filter, number) = (NoticeFilter(context.query), context.query["page"].flatMap { Int($0) } ?? 1)
            return context.page(try await desk.read { session in
                let viewer = try context.reader(session)
                return NoticeListPage(views: try session.noticeViews(on: viewer.day), filter: filter, viewer: viewer, number: number).page
            })
        }
        members.get("enforcement/cases") { _, context in
            let (filter, number) = (CaseFilter(context.query), context.query["page"].flatMap { Int($0) } ?? 1)
            return context.page(try await desk.read { session in
                let viewer = try context.reader(session)
                return CaseListPage(cases: try session.allCases(), filter: filter, viewer: viewer, number: number).page
            })
        }
        members.get("enforcement/notices/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let filter = NoticeFilter(context.query)
            let export = try await desk.read { session in
                let day = try context.reader(session).day
                return NoticeExport(views: filter.shown(try session.noticeViews(on: day)), day: day)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("enforcement/cases/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let filter = CaseFilter(context.query)
            let export = try await desk.read { session in
                let day = try context.reader(session).day
                return CaseExport(cases: filter.shown(try session.allCases(), on: day), day: day)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("enforcement/cases/:case") { _, context in
            let reference = try context.part("case")
            return context.page(try await desk.read { session in
                let viewer = try context.reader(session)
                return CasePage(facts: try session.caseThen(session.enforcementCase(reference), on: viewer.day), viewer: viewer).page
            })
        }
        members.get("enforcement/cases/:case/history") { _, context in
            let reference = try context.part("case")
            return context.page(try await desk.read { session in
                let (viewer, own) = (try context.reader(session), try session.enforcementCase(reference))
                let told = try RecordHistory(of: own.subject, session) { (_: [EnforcementState]) in EnforcementWords(parties: try Parties(session).names()) }
                return told.page(
                    of: "\(own.reference): \(own.title)",
                    crumbs: [("Enforcement", viewer.link(EnforcementLinks.list)), (own.reference.text, viewer.link(EnforcementLinks.enforcementCase(own)))], section: "enforcement")
            })
        }
        members.get("enforcement/notices/:notice") { _, context in
            let reference = try context.part("notice")
            return context.page(try await desk.read { session in
                let viewer = try context.reader(session)
                let notice = try session.notice(reference)
                let view = try session.view(of: notice, on: viewer.day)
                let frozen = try session.frozenDocument(of: notice).flatMap { $0.frozen <= viewer.day ? $0 : nil }
                let authors = try Parties(session).names(ofWhos: view.events.map(\.by))
                return NoticePage(view: view, frozen: frozen, authors: authors, writers: try session.writers(of: notice), viewer: viewer).page
            })
        }
        members.get("enforcement/notices/:notice/files/:file") { _, context in try await file(context) }
        // A file that is printed takes a while, so no link leads to it: a button asks for it.
        members.post("enforcement/notices/:notice/printing/:file") { request, context in
            _ = try await Form(request, context)
            return try await file(context)
        }
    }

    private func file(_ context: MemberContext) async throws -> Response {
        try CasePolicy.reads.check(context.actor)
        let (reference, format, moment) = (try context.part("notice"), try PaperFormat(named: context.part("file")), context.moment)
        let (notice, document) = try await desk.read { session in
            let notice = try session.notice(reference)
            return (notice, try enforcement.document(of: notice, at: moment, session))
        }
        return context.download(try await format.bytes(of: document), name: format.name(for: notice.reference), type: format.type)
    }
}
