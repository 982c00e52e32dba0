import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension BoardPages {
    /// What managers write down of what was decided.
    func keepingDecisions(_ members: Routes<MemberContext>) {
        members.get("boards/:board/meetings/:meeting/decisions/new") { _, context in context.page(try await decisionForm(context, .fresh)) }
        members.post("boards/:board/meetings/:meeting/decisions") { request, context in
            let place = try place(context)
            return try await context.writing(request, in: desk, saying: "The decision was recorded.") { fields in
                let new = NewDecision(reading: &fields)
                return { work in
                    let (board, meeting) = try place.find(work.session)
                    return BoardLinks.decision(try boards.record(new, of: meeting, of: board, work), board)
                }
            } orShowing: { try await decisionForm(context, $0) }
        }
        members.get("boards/:board/decisions/:decision/strike") { _, context in context.page(try await strikeForm(context, .fresh)) }
        members.post("boards/:board/decisions/:decision/strike") { request, context in
            let (reference, id) = (try context.part("board"), try context.id("decision", of: Decision.self))
            return try await context.writing(request, in: desk, saying: "The decision was struck out.") { fields in
                let because = fields.text("because", "What was wrong", atMost: 2000)
                return { work in
                    let board = try work.session.board(reference)
                    let decision = try work.session.decision(id, of: board)
                    try boards.strike(decision, of: board, because: because, work)
                    return BoardLinks.decision(decision, board)
                }
            } orShowing: { try await strikeForm(context, $0) }
        }
    }

    private func decisionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let asked = context.query["item"]
        return try await meetingForm(context) { board, meeting, viewer, session in
            let item = try session.view(of: meeting, board, on: viewer.day).1
            let own = item.agenda.first { "\($0.id)" == asked }
            let offered = try naming.offered(naming.latest(session).flatMap(\.things), besides: filled.subjects("about", own?.about ?? []), session)
            return DecisionForm(board: board, meeting: item, item: own, offered: offered, filled: filled, viewer: viewer).page
        }
    }

    private func strikeForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (reference, id) = (try context.part("board"), try context.id("decision", of: Decision.self))
        return try await form(context) { viewer, session in
            let board = try session.board(reference)
            return StrikeForm(board: board, view: try session.view(of: id, board, on: viewer.day), filled: filled, viewer: viewer).page
        }
    }
}
