import ArgumentParser
import Enforcement
import Foundation
import Kernel
import People
import Storage
import TestSupport
import Testing

/// The enforcement policy and its figures from the command line, in January 2025.
@Suite struct PolicyCommandTests {
    private func run(_ world: PolicyWorld, _ root: any ParsableCommand.Type, _ words: String...) async throws {
        let command = try root.parseAsRoot(words)
        try await Operating.$open.withValue(Opening { _ in world.desk }) {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                Issue.record("\(words) is no command of ours")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator keeps the policy and states years`(_ engine: Engine) async throws {
        try await PolicyWorld.with(engine) { world in
            let (policy, activity) = (PolicyCommand.self, ActivityCommand.self)
            try await run(world, policy, "draft", "2024", "--dutyholder", "Its history", "--dutyholder", "Its intent", "--publish-after", "3", "--count", "working-days")
            try await run(world, policy, "edit", "2024", "--retention", "5", "--strategic", "People asleep")
            try await run(world, policy, "aim", "2024", "--sentence", "Enough notices", "--measure", "enforcement", "--target", "12", "--per", "year")
            try await run(world, policy, "aim", "2024", "--sentence", "Too much", "--measure", "prosecution", "--target", "1")
            try await run(world, policy, "change", "2024", "1", "--target", "10")
            try await run(world, policy, "drop", "2024", "2")
            try await run(world, policy, "effect", "2024", "--on", "2011-01-01")
            try await run(world, activity, "state", "2011", "--measure", "enforcement", "--count", "33", "--source", "FOI 4039/2019")
            try await run(world, activity, "correct", "1", "--count", "34")
            for (root, words) in [(policy as any ParsableCommand.Type, ["list"]), (policy, ["show"]), (policy, ["show", "2024"]), (activity, ["show", "--by", "quarter"]), (activity, ["stated"]), (NoticeCommand.self, ["timeliness"])] {
                for more in [[], ["--json"]] {
                    var command = try root.parseAsRoot(words + more) as? any AsyncParsableCommand
                    try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command?.run() }
                }
            }
            let file = try TestStore.folder() + "/enforcement.csv"
            try await run(world, activity, "export", "--output", file)
            let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
            #expect(text.contains("2011,2011-01-01,2011-12-31,Enforcement notices,,34.0,,,no,34.0") || text.contains("2011,2011-01-01,2011-12-31,Enforcement notices,,34,,,no,34"))
            let read = try #require(try await world.policy(on: Day(2025, 1, 6)!))
            #expect(read.policy.register == RegisterPolicy(retentionYears: 5, publishAfter: 3, count: .workingDays))
            #expect(read.policy.factors(.dutyholder) == ["Its history", "Its intent"] && read.policy.factors(.strategic) == ["People asleep"])
            #expect(read.objectives.map(\.target) == [Quantity(10)])
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await PolicyWorld.with(.sqlite) { world in
            for (root, words, code) in [
                (PolicyCommand.self as any ParsableCommand.Type, ["show"], "policy-edition-not-found"), (PolicyCommand.self, ["effect", "2030"], "policy-edition-not-found"),
                (PolicyCommand.self, ["draft", "x", "--retention", "2"], "fields-need-attention"), (PolicyCommand.self, ["draft", "x", "--publish-after", "14"], "fields-need-attention"),
                (ActivityCommand.self, ["correct", "9", "--count", "1"], "stated-activity-not-found"), (ActivityCommand.self, ["export", "--format", "docx"], "no-such-format"),
            ] {
                var command = try root.parseAsRoot(words) as? any AsyncParsableCommand
                let refused = try await refusal { try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command?.run() } }
                #expect(refused?.code == code, "\(words)")
            }
        }
    }
}
