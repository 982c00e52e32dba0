import ArgumentParser
import Boards
import Kernel
import People
import Storage
import TestSupport
import Testing

/// Boards from the command line, in January and then in March 2025.
struct BoardCommandTests {
    private func run(_ world: BoardWorld, _ words: String...) async throws {
        let command = try BoardCommand.parseAsRoot(words)
        try await Operating.$surroundings.withValue(.init(naming: BoardWorld.naming)) {
            try await Operating.$open.withValue(Opening { _ in world.desk }) {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    Issue.record("\(words) is no command of ours")
                }
            }
        }
    }

    private func code(_ body: () async throws -> Void) async throws -> String? {
        try await refusal(body)?.code
    }

    @Test(arguments: Engine.allCases)
    func `an operator keeps a board from its beginning to its decisions`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            try await run(world, "begin", "--name", "Audit Committee", "--oversees", "Risk", "--since", "2025-01-01")
            try await run(world, "edit", "audit-committee", "--oversees", "Risk and audit", "--because", "Asked for by the chair")
            try await run(world, "seat", "audit-committee", "Cllr Osei", "--role", "chair", "--from", "2025-01-06")
            try await run(world, "call", "audit-committee", "--on", "2025-03-03", "--title", "First meeting", "--starts-at", "14:00")
            try await run(world, "agenda", "add", "audit-committee", "2025-03-03", "Welcome")
            try await run(world, "agenda", "add", "audit-committee", "2025-03-03", "Risk", "--presenter", "R Okafor", "--about", "party/5", "--about", "party/4")
            try await run(world, "agenda", "move", "audit-committee", "1", "2", "up")
            try await run(world, "agenda", "remove", "audit-committee", "1", "2")
            try await run(world, "amend", "audit-committee", "2025-03-03", "--location", "Room 2")
            world.set(Day(2025, 3, 4)!)
            try await run(world, "decide", "audit-committee", "2025-03-03", "--outcome", "noted", "--words", "Seen.", "--item", "1", "--about", "party/5", "--json")
            try await run(world, "strike", "audit-committee", "1", "--because", "Not so")
            try await run(world, "call", "audit-committee", "--on", "2025-06-02", "--title", "Second meeting")
            try await run(world, "cancel", "audit-committee", "2025-06-02", "--because", "An election")
            try await run(world, "unseat", "audit-committee", "cllr OSEI", "--through", "2025-03-31")
            for words in [["list"], ["show", "audit-committee"], ["meetings", "audit-committee"], ["decisions"], ["decisions", "--about", "party/5"], ["history", "audit-committee"]] {
                let command = try BoardCommand.parseAsRoot(words + ["--json"])
                try await Operating.$open.withValue(Opening { _ in world.desk }) {
                    guard var reading = command as? any AsyncParsableCommand else { return }
                    try await reading.run()
                }
            }
            try await run(world, "agenda", "show", "audit-committee", "2025-03-03")
            let view = try await world.view()
            #expect(view.facts.board.oversees == "Risk and audit")
            #expect(view.facts.items.map(\.about.count) == [2, 0])
            #expect(view.meetings.map(\.meeting.location) == ["Room 2", nil])
            #expect(view.decisions.map(\.stands) == [false])
            #expect(view.facts.seats.map(\.through) == [Day(2025, 3, 31)!])
            #expect(try await world.told(view.facts.board).map { $0.replacing("operator ", with: "") } == [
                "began the board", "edited the board", "gave Cllr Osei a seat as chair", "called the meeting", "added the agenda item",
                "added the agenda item", "reordered the agenda item", "reordered the agenda item", "took off the agenda item", "edited the meeting",
                "recorded the decision", "struck out the decision", "called the meeting", "called off the meeting", "ended the seat of Cllr Osei",
            ])
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await BoardWorld.with(.sqlite) { world in
            let (board, _) = try await world.meeting()
            try await world.write { try $0.call(NewMeeting(on: Day(2025, 3, 3)!, title: "Special"), of: board, $1) }
            #expect(try await code { try await run(world, "show", "no-such-board") } == "board-not-found")
            #expect(try await code { try await run(world, "agenda", "show", "audit-committee", "2025-03-03") } == "meeting-not-clear")
            #expect(try await code { try await run(world, "agenda", "show", "audit-committee", "2025-03-04") } == "meeting-not-found")
            #expect(try await code { try await run(world, "agenda", "show", "audit-committee", "first") } == "meeting-not-found")
            #expect(try await code { try await run(world, "agenda", "remove", "audit-committee", "1", "1") } == "agenda-item-not-found")
            #expect(try await code { try await run(world, "cancel", "audit-committee", "1") } == "fields-need-attention")
            #expect(try await code { try await run(world, "unseat", "audit-committee", "Cllr Osei", "--through", "2025-03-31") } == "seat-not-found")
            #expect(try await code { try await run(world, "decide", "audit-committee", "1", "--outcome", "noted", "--words", "X") } == "meeting-still-to-come")
            #expect(try await code { try await run(world, "decisions", "--about", "the plan") } == "subject-not-understood")
        }
    }
}
