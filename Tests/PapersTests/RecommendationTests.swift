import Kernel
import Testing
@testable import Papers

/// What a board is asked to do, of plans that changed or did not.
struct RecommendationTests {
    private let to = Day(2026, 4, 15)!

    private func telling(_ title: String, isUnchanged: Bool = false, expected: [Day?] = []) -> Telling {
        let (subject, place) = (Subject(kind: "plan", number: 1), Telling.Place(["plans"]))
        let items = expected.map { day in
            Telling.Item(
                subject: subject, reference: "1.1", words: "Action", owners: [], from: to, due: to, firstDue: to, dueWritten: nil, forecast: day, doneOn: nil,
                stands: Telling.Stand("red", "Late", why: ""), said: nil, saidOn: nil, at: place)
        }
        return Telling(
            subject: subject, title: title, address: place, from: Day(2026, 3, 31)!, to: to, isUnchanged: isUnchanged,
            passages: [.init(.late, items.map { _ in .init("Late.", isPoint: true) })],
            groups: [Telling.Group(reference: "1", words: "Finding", kind: "Gap", stands: Telling.Stand("red", "Late", why: ""), items: items)])
    }

    private func asked(_ tellings: Telling...) -> [String] {
        let paper = Paper(
            id: ID(1), reference: Reference(checking: "p")!, title: "P", board: Subject(kind: "board", number: 1), template: ID(1), covers: [], from: Day(2026, 3, 31)!, to: to,
            begunOn: to, author: "person/1")
        let text = SectionText.recommendations(Sources(paper: paper, board: "Board", meeting: nil, tellings: tellings))
        return text.split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func `a board notes what was done where something was, and no change where none is recorded`() {
        #expect(asked(telling("A")) == ["- note what changed in A between 1 April 2026 and 15 April 2026."])
        #expect(asked(telling("A", isUnchanged: true)) == ["- note that no change is recorded of A between 1 April 2026 and 15 April 2026."])
        #expect(asked(telling("A"), telling("B", isUnchanged: true)) == [
            "- note what changed in A between 1 April 2026 and 15 April 2026; and", "- note that no change is recorded of B.",
        ])
    }

    @Test func `a board considers the days now expected where owners named them`() {
        let (past, later) = (Day(2026, 4, 1)!, Day(2026, 5, 1)!)
        #expect(asked(telling("A", expected: [nil, past])).last == "- consider why 2 actions are late, and ask on which days they will be done.")
        #expect(asked(telling("A", expected: [nil])).last == "- consider why 1 action is late, and ask on which day it will be done.")
        #expect(asked(telling("A", expected: [later])).last == "- consider why 1 action is late, and the day now expected.")
        #expect(asked(telling("A", expected: [later, later, nil])).last == "- consider why 3 actions are late, and the days now expected of 2 of them.")
        #expect(asked(telling("A", expected: [later, later])).last == "- consider why 2 actions are late, and the days now expected.")
    }
}
