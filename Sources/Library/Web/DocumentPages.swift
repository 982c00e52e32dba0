import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of the documents register. What is changed there hangs beside these, in `DocumentKeeping.swift`.
public struct LibraryPages: Sendable {
    let desk: Desk
    let naming: Naming
    let mentions: Mentions
    let intake: Intake
    let answerable: Set<String>
    let library: Library

    /// - Parameters:
    ///   - naming: what documents can answer, by all the slices there are.
    ///   - mentions: what others say of documents: the boards that approved them.
    ///   - intake: the door that files come in by.
    ///   - answerable: the kinds of things that a form offers as answered by a document: what somebody said must improve.
    public init(desk: Desk, naming: Naming, mentions: Mentions, intake: Intake = Intake(), answerable: Set<String>) {
        self.desk = desk
        self.naming = naming
        self.mentions = mentions
        self.intake = intake
        self.answerable = answerable
        library = Library(naming: naming)
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keepingDocuments(site.members)
        keepingVersions(site.members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit == nil ? [] : [NavigationItem("Documents", DocumentLinks.list)]
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("documents") { _, context in
            let filter = DocumentFilter(context.query)
            return context.page(try await desk.read { session in
                DocumentListPage(views: try views(session, on: context.day), filter: filter, viewer: try context.viewer(session)).page
            })
        }
        members.get("documents/export/:format") { _, context in
            try LibraryPolicy.reads.check(context.actor)
            let (format, filter) = (try TableFile.Format(named: context.part("format")), DocumentFilter(context.query))
            let export = try await desk.read { session in
                try DocumentExport(filter.shown(views(session, on: context.day)), on: context.day, naming, session)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("documents/:document") { _, context in
            let reference = try context.part("document")
            return context.page(try await desk.read { session in
                let viewer = try context.viewer(session)
                let view = try session.view(of: session.document(reference), on: viewer.day)
                return DocumentPage(
                    view: view, spoken: Spoken(names: try naming.names(of: view.facts.document.answers, session), viewer: viewer),
                    said: try mentions.about(view.subjects, on: viewer.day, session), authors: try view.authors(session), viewer: viewer).page
            })
        }
        members.get("documents/:document/history") { _, context in
            let reference = try context.part("document")
            return context.page(try await desk.read { session in
                let (viewer, document) = (try context.viewer(session), try session.document(reference))
                let told = try RecordHistory(of: document.subject, session) { states in
                    DocumentWords(
                        parties: try Parties(session).names(), spoken: try naming.names(of: states.flatMap(\DocumentState.subjects), session),
                        titles: Dictionary(uniqueKeysWithValues: try session.all(ControlledDocument.self, "ORDER BY id").map { ($0.id, $0.title) }))
                }
                return told.page(
                    of: document.title, crumbs: [("Documents", viewer.link(DocumentLinks.list)), (document.title, viewer.link(DocumentLinks.document(document)))],
                    section: "documents")
            })
        }
    }

    /// What the register knew on a day, by title.
    private func views(_ session: Session, on day: Day) throws -> [DocumentView] {
        try session.allDocuments().map { DocumentView($0, on: day) }.filter(\.isHere)
    }
}

extension DocumentView {
    /// Names of those who reviewed and withdrew it.
    func authors(_ session: Session) throws -> [String: String] {
        try Parties(session).names(ofWhos: reviews.map(\.by) + [withdrawal?.by].compactMap(\.self))
    }
}

extension DocumentExport {
    init(_ views: [DocumentView], on day: Day, _ naming: Naming, _ session: Session) throws {
        self.init(views: views, day: day, names: try naming.names(of: views.flatMap(\.facts.document.answers), session))
    }
}
