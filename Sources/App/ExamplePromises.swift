import Foundation
import Kernel
import People
import Plans
import Storage

/// What the example's owners asked for besides other days, and what their actions waited for, told by the verbs.
enum ExamplePromises {
    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable { case wait, ask, agree, decline, need }
        let on: Day
        let action: String
        let deed: Deed
        let awaited: String?
        let colour: Colour?
        let until: Day?
        let words: String
        let oneOff: Hundredths?
        let yearly: Hundredths?
        let fte: Hundredths?
        let from: Day?
        let through: Day?
        let funded: Bool?
        let note: String?
        let by: String
    }

    static func deeds() throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "promises.json").map { event in
            ExampleDeed(.inBritain(event.on, hour: 14, minute: event.on.number * 13 % 60)) { desk in
                let actor = try await desk.read { try speaker(event, $0) }
                try await desk.write(by: actor) { try tell(event, Plans(), $0) }
            }
        }
    }

    private static func tell(_ event: Event, _ plans: Plans, _ work: Work) throws {
        let plan = try work.session.plan("peer-review-response")
        let action = try work.session.action(event.action, in: plan)
        switch event.deed {
        case .wait:
            try plans.makeWait(action, of: plan, NewDependency(action: event.awaited ?? "", note: event.words), work)
        case .need:
            try plans.add(NewNeed(
                text: event.words, oneOff: event.oneOff ?? .zero, yearly: event.yearly ?? .zero, fte: event.fte ?? .zero, from: event.from,
                through: event.through, isFunded: event.funded ?? false, note: event.note), to: action, of: plan, work)
        case .ask:
            try plans.askToOverride(action, of: plan, NewOverride(
                colour: event.colour ?? .amber, because: event.words, until: event.until ?? event.on), work)
        case .agree, .decline:
            guard let asked = try work.session.overrides(of: action).last(where: \.isOpen) else { return }
            try plans.decide(asked, in: plan, agreed: event.deed == .agree, saying: event.words, work)
        }
    }

    /// Whoever speaks for an owner on the day. Who decides is an approver.
    private static func speaker(_ event: Event, _ session: Session) throws -> Actor {
        let parties = Parties(session)
        guard let party = try parties.named(event.by), let person = try parties.persons(behind: party.id, on: event.on).first else {
            throw Refusal.missing("party-not-found", "The example names “\(event.by)”, whom its plan does not know.")
        }
        return Actor(person: person.id.number, name: person.name, roles: [.agree, .decline].contains(event.deed) ? [.approver] : [.owner])
    }
}
