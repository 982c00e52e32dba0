import Documents
import Hummingbird
public import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of premises and of duty holders. What is changed there hangs beside these, in `PremisesKeeping.swift` and `DutyHolderPages.swift`.
public struct GazetteerPages: Sendable {
    let desk: Desk
    let mentions: @Sendable (Actor) -> Mentions
    let offered: [PremisesOffer]
    let gazetteer = Gazetteer()

    /// - Parameters:
    ///   - mentions: what others say of premises and of duty holders, as far as somebody may hear it.
    ///   - offered: what other slices offer to do about premises.
    public init(desk: Desk, mentions: @escaping @Sendable (Actor) -> Mentions, offered: [PremisesOffer] = []) {
        self.desk = desk
        self.mentions = mentions
        self.offered = offered
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keepingPremises(site.members)
        readingDutyHolders(site.members)
        keepingDutyHolders(site.members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit == nil ? [] : [NavigationItem("Premises", PremisesLinks.list)]
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("premises") { _, context in context.page(try await list(context)) }
        members.get("premises/export/:format") { _, context in
            try GazetteerPolicy.reads.check(context.actor)
            let (format, filter, day, words) = (try TableFile.Format(named: context.part("format")), PremisesFilter(context.query), context.day, context.words)
            let export = try await desk.read { session in try PremisesExport(filter, words: words, on: day, session) }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("premises/:premises") { _, context in
            let reference = try context.part("premises")
            return context.page(try await desk.read { session in
                let viewer = try context.viewer()
                let view = try session.view(of: session.premises(reference), on: viewer.day)
                let subjects = [view.facts.premises.subject] + view.merged.map(\.subject)
                return PremisesPage(
                    view: view, said: try mentions(viewer.actor).about(subjects, on: viewer.day, session), brought: try session.files(of: view.facts.premises),
                    offered: offered, viewer: viewer).page
            })
        }
        members.get("premises/:premises/history") { _, context in
            let reference = try context.part("premises")
            return context.page(try await desk.read { session in
                let (viewer, premises) = (try context.viewer(), try session.premises(reference))
                let told = try RecordHistory(of: premises.subject, session) { try GazetteerWords(of: $0, session) }
                return told.page(
                    of: premises.name, crumbs: [("Premises", viewer.link(PremisesLinks.list)), (premises.name, viewer.link(PremisesLinks.premises(premises)))],
                    section: "premises")
            })
        }
    }

    private func list(_ context: MemberContext) async throws -> Page {
        let (viewer, leaf, words) = (try context.viewer(), Leaf<Premises>(context.query), context.words)
        let (chosen, written) = (PremisesFilter(context.query), context.query["holder"] ?? "")
        return try await desk.read { session in
            let asked = try AskedHolder(written, session)
            var filter = chosen
            filter.holder = asked.id
            if let words {
                let rows = try session.premises(matching: words, among: filter, on: viewer.day, limit: PremisesListPage.mostFound)
                return PremisesListPage(
                    words: words, rows: rows, responsible: try session.responsible(for: rows, on: viewer.day), back: nil, on: nil, count: rows.count, isEmpty: false,
                    areas: try session.areas(), asked: asked, offered: try session.offeredDutyHolders(), filter: filter, viewer: viewer).page
            }
            let found = try session.premises(
                filter, on: viewer.day, after: leaf.last, backwards: leaf.isBackwards, limit: Leaf<Premises>.size + 1)
            let (rows, back, on) = leaf.turned(found, at: filter.link(viewer.link(PremisesLinks.list)), \.id)
            return PremisesListPage(
                words: nil, rows: rows, responsible: try session.responsible(for: rows, on: viewer.day), back: back, on: on,
                count: try session.count(filter, on: viewer.day, upTo: PremisesListPage.counts + 1),
                isEmpty: try rows.isEmpty && session.value("SELECT id FROM premises LIMIT 1", as: Int64.self) == nil, areas: try session.areas(),
                asked: asked, offered: try session.offeredDutyHolders(), filter: filter, viewer: viewer).page
        }
    }
}

extension MemberContext {
    /// What is looked for on the list; nil where nothing is.
    fileprivate var words: String? { query["words"].flatMap { $0.trimmed.isEmpty ? nil : $0 } }
}
