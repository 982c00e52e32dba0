import Foundation
import Kernel
import People
import Plans
import Storage

/// The second plan of the fictional service: what it promised about its culture after a survey of its staff, told day by day
/// by the verbs. One completion is told late, so that a paper which was issued before it and the record as it is now differ.
enum ExampleCulture {
    static let reference = "culture-improvement"

    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable { case begin, finding, action, milestone, update, done, verify, reach, ask, agree, wait }
        let on: Day
        let `do`: Deed
        let reference: String?
        let finding: String?
        let text: String?
        let by: String?
        let due: Day?
        /// The day it was done, or the day that is asked for.
        let day: Day?
        let stated: Colour?
        let forecast: Day?
        /// The plan and the action that it waits for.
        let plan: String?
        let awaits: String?
    }

    static func deeds(by manager: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "culture.json").map { event in
            ExampleDeed(.inBritain(event.on, hour: 9, minute: event.on.number * 13 % 60)) { desk in
                let actor = try await actor(event, manager, desk)
                try await desk.write(by: actor) { work in try tell(event, Plans(), work) }
            }
        }
    }

    /// Whoever speaks of an action is somebody who acts for its owner; who agrees is an approver.
    private static func actor(_ event: Event, _ manager: Actor, _ desk: Desk) async throws -> Actor {
        guard [.update, .done, .verify, .reach, .ask, .agree, .wait].contains(event.do), let name = event.by else { return manager }
        let party = try await desk.read { session in try Parties(session).named(name) }
        guard let party else { throw Refusal.missing("party-not-found", "The example names “\(name)”, whom its plan does not know.") }
        return Actor(person: party.id.number, name: party.name, roles: [.agree, .verify].contains(event.do) ? [.approver] : [.owner])
    }

    private static func tell(_ event: Event, _ plans: Plans, _ work: Work) throws {
        if event.do == .begin {
            for name in ["C. Abara", "D. Kowal"] { _ = try People().findOrAdd(name: name, work) }
            try plans.begin(NewPlan(
                reference: Reference(reference), title: "Culture improvement plan", kind: .improvement,
                source: "Answers the staff survey of autumn 2024, which 58 in every hundred filled in.", from: event.on.startOfMonth, through: Day(2026, 12, 31) ?? event.on,
                sponsor: "Chief Fire Officer"), work)
            return
        }
        let plan = try work.session.plan(reference)
        if event.do == .finding {
            try plans.add(NewFinding(reference: Reference(checking: event.reference ?? ""), kind: .recommendation, text: event.text ?? "", since: event.on), to: plan, work)
            return
        }
        if event.do == .action {
            try plans.add(
                NewAction(reference: Reference(checking: event.reference ?? ""), text: event.text ?? "", owners: [event.by ?? ""], due: event.due, since: event.on),
                to: work.session.finding(event.finding ?? "", in: plan), of: plan, work)
            return
        }
        try tell(event, of: work.session.action(event.reference ?? "", in: plan), plan, plans, work)
    }

    private static func tell(_ event: Event, of action: Action, _ plan: Plan, _ plans: Plans, _ work: Work) throws {
        let words = event.text ?? ""
        switch event.do {
        case .milestone: try plans.addMilestone(words, due: event.due, to: action, of: plan, work)
        case .update: try plans.update(action, of: plan, NewUpdate(asOf: event.on, narrative: words, stated: event.stated, forecast: event.forecast), work)
        case .done: try plans.complete(action, of: plan, NewCompletion(on: event.day ?? event.on, narrative: words), work)
        case .verify: try plans.accept(action, of: plan, NewAcceptance(
                on: event.on, lookedAt: words, seen: ExampleEvidence.holding(for: action, work).map(\.id)), work)
        case .reach:
            for milestone in try work.session.all(Milestone.self, "WHERE action = \(action.id) AND text = \(words)") {
                try plans.reach(milestone, on: event.on, for: action, of: plan, work)
            }
        case .ask: try plans.askToMove(action, of: plan, NewDateMove(to: event.day ?? event.on, because: words), work)
        case .wait: try plans.makeWait(action, of: plan, NewDependency(plan: event.plan, action: event.awaits ?? "", note: words), work)
        case .agree:
            guard let open = try work.session.dueDay(of: action, on: work.today).open else { return }
            try plans.decide(open, in: plan, agreed: true, saying: words, work)
        case .begin, .finding, .action: break
        }
    }
}
