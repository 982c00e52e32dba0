import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of papers. What people do there hangs beside these: `PaperWriting` and `PaperSending`.
public struct PaperPages: Sendable {
    let desk: Desk
    let sources: PaperSources
    let mentions: Mentions
    let guests: GuestDoor
    let papers: Papers
    let printings = Printings()
    /// The address of the service, which stands in what is issued.
    let address: String

    /// - Parameters:
    ///   - mentions: what other slices say of papers.
    ///   - guests: who reads the papers of one board from outside.
    public init(desk: Desk, sources: PaperSources, mentions: Mentions = Mentions(), guests: GuestDoor = GuestDoor(), address: String) {
        self.desk = desk
        self.sources = sources
        self.mentions = mentions
        self.guests = guests
        self.address = address
        papers = Papers(sources: sources)
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        writing(site.members)
        sending(site.members)
        printing(site.members)
        guestPapers(site.everyone)
        templating(site.members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit == nil ? [] : [NavigationItem("Papers", PaperLinks.list)]
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("papers") { _, context in
            let (viewer, choice) = (try context.viewer, PaperListPage.Choice(context.query))
            return context.page(try await desk.read { session in
                let all = try session.papers()
                return PaperListPage(
                    papers: all, boards: try sources.boards.all(session).map(\.board), names: try sources.naming.names(of: all.flatMap(\.paper.covers), session),
                    choice: choice, viewer: viewer).page
            })
        }
        members.get("papers/:paper") { _, context in
            let (viewer, reference, moment) = (try context.viewer, try context.part("paper"), context.moment)
            return context.page(try await desk.read { session in
                let facts = try session.facts(of: session.paper(reference))
                let read = facts.issue == nil ? try sources.read(facts.paper, isDrawn: true, session) : nil
                return PaperPage(
                    facts: facts, document: try papers.document(of: facts, read: read, base: nil, at: moment, session),
                    open: read.map { Rehearsal(facts.sections, $0).openCount } ?? 0, issuer: try facts.issue.map { try Parties(session).name(ofWho: $0.by) },
                    asker: try facts.asking.map { try Parties(session).name(ofWho: $0.by) },
                    mayIssue: try facts.isDraft && PaperPolicy.issues(writtenBy: session.writers(of: facts.paper)).allows(viewer.actor),
                    said: try mentions.about([facts.paper.subject], on: viewer.day, session), viewer: viewer).page
            })
        }
        members.get("papers/:paper/rehearsal") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("paper"))
            return context.page(try await desk.read { session in
                let facts = try session.facts(of: session.paper(reference))
                return RehearsalPage(facts: facts, rehearsal: try papers.rehearsal(of: facts, session), viewer: viewer).page
            })
        }
        members.get("papers/:paper/differences") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("paper"))
            return context.page(try await desk.read { session in
                let facts = try session.facts(of: session.paper(reference))
                return DifferencesPage(
                    facts: facts, known: try papers.differences(of: facts, session), names: try sources.naming.names(of: facts.paper.covers, session), viewer: viewer).page
            })
        }
        members.get("papers/:paper/history") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("paper"))
            return context.page(try await desk.read { session in try PaperHistoryPage(session.paper(reference), viewer, session).page })
        }
        members.get("papers/:paper/workbook") { _, context in
            _ = try context.viewer
            let reference = try context.part("paper")
            let (name, bytes) = try await desk.read { session in try papers.workbook(of: session.paper(reference), session) }
            return context.download(bytes, name: name, type: Workbook.mediaType)
        }
        members.get("papers/:paper/files/:file") { _, context in
            let job = try await job(context)
            let format = job.key.format
            let bytes = format.isPrinted
                ? try await printings.file(job.key, for: context.visit.account, at: context.moment, job.make) : try await job.make()
            return context.download(bytes, name: format.name(for: job.paper.reference), type: format.type)
        }
    }

    // MARK: Forms

    /// A form as whoever writes papers would find it.
    func form(_ context: MemberContext, _ make: @escaping @Sendable (Viewer, Session) throws -> Page) async throws -> Page {
        try PaperPolicy.writes.check(context.actor)
        let viewer = try context.viewer
        return try await desk.read { session in try make(viewer, session) }
    }
}
