import ArgumentParser
import Kernel
import People
import Reviews
import Storage
import TestSupport
import Testing

/// Reviews from the command line, in the autumn of 2023.
struct ReviewCommandTests {
    private func run(_ world: ReviewWorld, _ words: String...) async throws {
        let command = try ReviewCommand.parseAsRoot(words)
        try await Operating.$surroundings.withValue(.init(naming: ReviewWorld.naming)) {
            try await Operating.$open.withValue(Opening { _ in world.desk }) {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    Issue.record("\(words) is no command of ours")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator keeps an inspection from its announcement to the plan in answer`(_ engine: Engine) async throws {
        try await ReviewWorld.with(engine) { world in
            world.set(Day(2023, 10, 20)!)
            try await run(world, "begin", "--title", "Inspection", "--kind", "inspection", "--round", "round-3", "--reviewer", "HMICFRS", "--scope", "Everything",
                          "--commissioned-on", "2023-05-01", "--visit", "2023-06-05/2023-06-16", "--visit", "2023-06-20")
            try await run(world, "edit", "inspection", "--reported-on", "2023-09-13", "--document", "party/1")
            try await run(world, "judge", "inspection", "--question", "protecting", "--grade", "requires-improvement", "--words", "Late")
            try await run(world, "raise", "inspection", "--kind", "cause-of-concern", "--words", "Protection", "--issued-on", "2023-09-13", "--question", "protecting")
            try await run(world, "amend", "inspection", "1", "--accelerated", "yes")
            try await run(world, "recommend", "inspection", "--words", "Put it right", "--concern", "1")
            try await run(world, "reword", "inspection", "R1", "--to", "2.1", "--due", "2024-01-31")
            try await run(world, "submit", "inspection", "1", "--on", "2023-10-11", "--words", "By letter")
            try await run(world, "recommend", "inspection", "--words", "Entered in error")
            try await run(world, "retract", "inspection", "recommendation/2", "--because", "Not in the report")
            for words in [["list"], ["rounds"], ["show", "inspection"], ["history", "inspection"]] {
                for more in [[], ["--json"]] {
                    var command = try ReviewCommand.parseAsRoot(words + more) as? any AsyncParsableCommand
                    try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command?.run() }
                }
            }
            try await run(world, "export", "inspection", "--output", try TestStore.folder() + "/review.xlsx")
            let view = try #require(try await world.view())
            #expect(view.review.visits.count == 2 && view.review.documents == [Subject(kind: "party", number: 1)])
            #expect(view.concerns.map(\.standing?.words) == ["Submitted on day 28"])
            #expect(view.concerns.map(\.concern.isAccelerated) == [true])
            #expect(view.recommendations.map(\.reference.text) == ["2.1"])
            #expect(view.recommendations.map(\.due) == [Day(2024, 1, 31)!])
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await ReviewWorld.with(.sqlite) { world in
            try await world.write { try $0.begin(ReviewWorld.inspection(), $1) }
            func code(_ words: String...) async throws -> String? {
                try await refusal {
                    var command = try ReviewCommand.parseAsRoot(words) as? any AsyncParsableCommand
                    try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command?.run() }
                }?.code
            }
            #expect(try await code("show", "no-such-review") == "review-not-found")
            #expect(try await code("show", "inspection", "--on", "2023-01-01") == "review-not-commissioned-then")
            #expect(try await code("judge", "inspection", "--question", "protecting") == "fields-need-attention")
            #expect(try await code("submit", "inspection", "1", "--on", "2023-09-01") == "concern-not-found")
            #expect(try await code("retract", "inspection", "recommendation/1") == "fields-need-attention")
            #expect(try await code("retract", "inspection", "all", "--because", "X") == "subject-not-understood")
        }
    }
}
