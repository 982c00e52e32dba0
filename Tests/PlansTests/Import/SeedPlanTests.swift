import Documents
import Foundation
import Testing
@testable import Plans

/// The plan that founded Muster, where it lies beside the repository; skipped where it does not.
private let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/seeds/peer-review-action-plan.txt").standardizedFileURL

@Suite struct SeedPlanTests {
    @Test(.enabled(if: FileManager.default.fileExists(atPath: seed.path), "reads ../shared, which only the makers of Muster have"))
    func `the founding plan is read whole with a single query`() throws {
        let draft = try planDraft(from: Reading.of(try Data(contentsOf: seed), named: "plan.txt"))
        #expect(draft.findings.map(\.reference) == (1...8).map(String.init))
        #expect(draft.findings.allSatisfy { $0.fullText != nil && ($0.matchConfidence ?? 0) > 0.9 })
        #expect(draft.actions.count == 10)
        #expect(draft.actions.allSatisfy { !$0.owners.isEmpty })
        let joint = draft.actions.map(\.owners).filter { $0.count == 2 }
        #expect(joint.count == 2 && joint.first == joint.last)
        #expect(draft.actions.compactMap(\.due).count == 9)
        #expect(draft.queries.map(\.suggestion) == ["2021-12-31"])
        #expect(draft.findings[5].actions.last?.text.hasSuffix("monitored and action taken to resolve.") == true)
        #expect(try planDraftAcceptingSuggestions(from: Reading.of(try Data(contentsOf: seed), named: "plan.txt")).queries.isEmpty)
    }
}
