import Kernel
import Markup
import People
import Storage
import Web

extension BoardOperations {
    var decisions: [Operation] {
        [
            .listing("listDecisions", "boards/{board}/decisions", "What a board had decided by a day, the latest first", .scope(.boardsRead), takes: [.day],
                     of: DecisionPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let view = BoardView(try session.facts(of: session.board(call.part("board"))), on: call.day)
                let names = try naming.names(of: view.decisions.flatMap(\.decision.about), session)
                return try call.page(view.decisions, by: { "\($0.decision.id)" }) { DecisionPayload($0, view.facts.board, names) }
            },
            .listing("listDecisionsAbout", "decisions", "What all boards had decided about one thing by a day, the latest first", .scope(.boardsRead),
                     takes: [.needed("about", .text(atMost: 100), "The thing, as the journal names it: plan/1."), .day],
                     of: DecisionPayload.schema, refuses: ["subject-not-understood"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let subject = try Subject(written: call.query["about"] ?? "", like: "plan/1")
                let names = try naming.names(of: [subject], session)
                return try call.page(session.decisions(about: subject, on: call.day), by: { "\($0.decision.decision.id)" }) {
                    DecisionPayload($0.decision, $0.board, names)
                }
            },
            .adding("recordDecision", "boards/{board}/meetings/{meeting}/decisions", "Record what a meeting decided", .scope(.boardsWrite),
                    takes: [.id("meeting")], from: NewDecision.schema, gives: DecisionPayload.schema,
                    refuses: ["board-not-found", "meeting-not-found", "meeting-cancelled", "meeting-still-to-come"]) { call, work in
                var fields = call.fields
                let new = NewDecision(reading: &fields)
                try fields.finish()
                let (board, meeting) = try place(call).find(work.session)
                let decision = try boards.record(new, of: meeting, of: board, work)
                return try shown(decision.id, of: board, call, work.session).added(at: BoardLinks.decision(decision, board))
            },
            .reading("showDecision", "boards/{board}/decisions/{decision}", "One decision on a day", .scope(.boardsRead), takes: [.id("decision"), .day],
                     gives: DecisionPayload.schema, refuses: ["board-not-found", "decision-not-found", "decision-not-taken-then"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                return try shown(call.id("decision"), of: session.board(call.part("board")), call, session)
            },
            .adding("strikeDecision", "boards/{board}/decisions/{decision}/strike", "Strike out a decision that was recorded in error", .scope(.boardsWrite),
                    takes: [.id("decision")], from: BoardInputs.strike, gives: DecisionPayload.schema,
                    refuses: ["board-not-found", "decision-not-found", "decision-struck-out"]) { call, work in
                let because = try because(call, "What was wrong")
                let board = try work.session.board(call.part("board"))
                let decision = try work.session.decision(call.id("decision"), of: board)
                try boards.strike(decision, of: board, because: because, work)
                return try shown(decision.id, of: board, call, work.session).added()
            },
        ]
    }

    private func shown(_ id: ID<Decision>, of board: Board, _ call: Call, _ session: Session) throws -> Reply {
        let view = try session.view(of: id, board, on: call.day)
        let names = try naming.names(of: view.decision.about, session)
        return try .showing(DecisionPayload(view, board, names), version: view.decision.version)
    }
}
