import ArgumentParser
import Kernel
import People
import Storage

/// A plan named at the command line.
struct PlanArgument: ParsableArguments, Sendable {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String

    func plan(_ session: Session) throws -> Plan { try session.plan(plan) }
}

/// A finding or an action named at the command line.
protocol ItemArguments: ParsableArguments, Sendable {
    associatedtype Item: PlanItem
    func find(_ session: Session) throws -> (Plan, Item)
}

/// A finding named at the command line, by its plan and its own reference.
struct FindingArguments: ItemArguments {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String
    @Argument(help: "The finding's reference.", completion: .findings) var finding: String

    func find(_ session: Session) throws -> (Plan, Finding) {
        let plan = try session.plan(plan)
        return (plan, try session.finding(finding, in: plan))
    }
}

/// An action named at the command line, by its plan and its own reference.
struct ActionArguments: ItemArguments {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String
    @Argument(help: "The action's reference.", completion: .actions) var action: String

    func find(_ session: Session) throws -> (Plan, Action) {
        let plan = try session.plan(plan)
        return (plan, try session.action(action, in: plan))
    }
}

extension CompletionKind {
    static let plans = CompletionKind.kept { session, _ in try session.all(Plan.self, "ORDER BY id").map(\.reference.text) }
    static let findings = CompletionKind.ofPlan { session, plan in
        try session.all(Finding.self, "WHERE plan = \(plan.id) ORDER BY place, id").map(\.reference.text)
    }
    static let actions = CompletionKind.ofPlan { session, plan in
        try session.all(Action.self, "WHERE plan = \(plan.id) ORDER BY place, id").map(\.reference.text)
    }

    /// What belongs to the plan that the line names already.
    private static func ofPlan(_ read: @escaping @Sendable (Session, Plan) throws -> [String]) -> CompletionKind {
        .kept { session, words in
            guard let plan = words.dropFirst(2).lazy.compactMap({ try? session.plan($0) }).first else { return [] }
            return try read(session, plan)
        }
    }
}
