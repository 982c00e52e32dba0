import Kernel
import People
import Testing
@testable import Plans

struct OwnWorkTests {
    @Test func `one's own work is what is open by its due day, then what is done`() throws {
        var facts = try PlanViewTests.facts()
        let due = [Day(2021, 1, 5), nil, Day(2021, 5, 1), Day(2021, 2, 1), Day(2021, 2, 1)]
        facts.actions = try due.enumerated().map { try PlanViewTests.action(Int64($0 + 1), of: $0 < 2 ? 1 : 2, due: $1) }
        for index in facts.actions.indices { facts.actions[index].owners = [ID(index == 4 ? 9 : 7), ID(8)] }
        facts.completions = [Completion(id: ID(1), plan: ID(1), action: ID(1), on: Day(2021, 1, 5)!, by: "operator")]
        let views = [PlanView(facts, on: Day(2021, 3, 1)!)]
        #expect(views.owned(by: [ID(7)]).map(\.item.action.id) == [ID(4), ID(3), ID(2), ID(1)])
        #expect(views.owned(by: [ID(9)]).map(\.item.action.id) == [ID(5)])
        #expect(views.owned(by: []).isEmpty)
    }
}
