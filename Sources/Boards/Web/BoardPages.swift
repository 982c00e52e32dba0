import Hummingbird
public import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of boards. What managers do there hangs beside these: `BoardKeeping`, `MeetingKeeping` and `DecisionKeeping`.
public struct BoardPages: Sendable {
    let desk: Desk
    let naming: Naming
    let mentions: Mentions
    let boards: Boards
    /// What other slices show guests of a board, beside its calendar and decisions.
    let guestCards: GuestCards

    /// - Parameters: the board, the secret that stands in the guest’s address, and the day.
    public typealias GuestCards = @Sendable (_ board: Subject, _ secret: String, _ day: Day, Session) throws -> HTML

    /// - Parameters:
    ///   - naming: what agenda items and decisions can be about, by all the slices there are.
    ///   - mentions: what other slices say of boards and their meetings.
    ///   - guestCards: what other slices show guests.
    public init(
        desk: Desk, naming: Naming, mentions: Mentions = Mentions(), guestCards: @escaping GuestCards = { _, _, _, _ in .empty }
    ) {
        self.desk = desk
        self.naming = naming
        self.mentions = mentions
        self.guestCards = guestCards
        boards = Boards(naming: naming)
    }

    public func hang(on site: SiteRoutes) {
        let members = site.members
        reading(members)
        keepingBoards(members)
        keepingMeetings(members)
        keepingDecisions(members)
        keepingGuests(members)
        guests(site.everyone)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit == nil ? [] : [NavigationItem("Boards", BoardLinks.list)]
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("boards") { _, context in
            let viewer = try context.viewer
            return context.page(try await desk.read { session in
                BoardListPage(views: try session.allBoards().map { BoardView($0, on: viewer.day) }, viewer: viewer).page
            })
        }
        members.get("boards/:board") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("board"))
            return context.page(try await desk.read { session in
                let view = BoardView(try session.facts(of: session.board(reference)), on: viewer.day)
                return try boardPage(view, .fresh, viewer, session)
            })
        }
        members.get("boards/:board/history") { _, context in
            let (viewer, reference) = (try context.viewer, try context.part("board"))
            return context.page(try await desk.read { session in
                let board = try session.board(reference)
                let told = try RecordHistory(of: board.subject, without: BoardPolicy.hidden(from: viewer.actor), session) { states in
                    BoardWords(
                        parties: try Parties(session).names(),
                        meetings: Dictionary(uniqueKeysWithValues: try session.all(Meeting.self, "WHERE board = \(board.id)").map { ($0.id, $0.title) }),
                        about: try naming.names(of: states.flatMap(\BoardState.subjects), session))
                }
                return told.page(
                    of: board.name, crumbs: [("Boards", viewer.link(BoardLinks.list)), (board.name, viewer.link(BoardLinks.board(board)))], section: "boards")
            })
        }
        members.get("boards/:board/meetings/:meeting") { _, context in
            let (viewer, place) = (try context.viewer, try place(context))
            return context.page(try await desk.read { session in
                let (board, meeting) = try place.find(session)
                let (view, item) = try session.view(of: meeting, board, on: viewer.day)
                let spoken = try spoken(item.about, viewer, session)
                let said = try mentions.about([meeting.subject], on: viewer.day, session)
                return MeetingPage(view: view, item: item, spoken: spoken, said: said, viewer: viewer).page
            })
        }
        members.get("boards/:board/decisions/:decision") { _, context in
            let (viewer, reference, id) = (try context.viewer, try context.part("board"), try context.id("decision", of: Decision.self))
            return context.page(try await desk.read { session in try decisionPage(id, reference, viewer, session) })
        }
    }

    func boardPage(_ view: BoardView, _ filled: Filled, _ viewer: Viewer, _ session: Session) throws -> Page {
        let guests = viewer.mayLetGuestsIn ? try GuestsCard(of: view.facts.board, filled, viewer, session).card : .empty
        let spoken = try spoken(view.decisions.flatMap(\.decision.about), viewer, session)
        let said = try mentions.about([view.facts.board.subject], on: viewer.day, session)
        return BoardPage(view: view, spoken: spoken, said: said, guests: guests, viewer: viewer).page
    }

    private func decisionPage(_ id: ID<Decision>, _ reference: String, _ viewer: Viewer, _ session: Session) throws -> Page {
        let board = try session.board(reference)
        let view = try session.view(of: id, board, on: viewer.day)
        let others = try view.decision.about.map { subject in
            (subject, try session.decisions(about: subject, on: viewer.day))
        }
        return DecisionPage(
            board: board, view: view, item: try view.decision.item.flatMap { try session.find($0) },
            striker: try view.strike.map { try Parties(session).name(ofWho: $0.by) }, others: others,
            spoken: try spoken(view.decision.about, viewer, session), viewer: viewer).page
    }

    func spoken(_ subjects: [Subject], _ viewer: Viewer, _ session: Session) throws -> Spoken {
        Spoken(names: try naming.names(of: subjects, session), viewer: viewer)
    }

    // MARK: Forms

    /// A form as a reader would find it; who may not keep boards finds none.
    func form(_ context: MemberContext, _ make: @escaping @Sendable (Viewer, Session) throws -> Page) async throws -> Page {
        try BoardPolicy.keeps.check(context.actor)
        let viewer = try context.viewer
        return try await desk.read { session in try make(viewer, session) }
    }
}
