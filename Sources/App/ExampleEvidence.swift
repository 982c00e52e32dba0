import Foundation
import Kernel
import People
import Performance
import Plans
import Storage

/// What the fictional service put into its plans to show what was done: a rota anew each half year, a check that ran out, a piece that
/// was taken back. For one action nobody ever put anything there.
enum ExampleEvidence {
    private struct Event: Decodable, Sendable {
        let on: Day
        /// The reference of the plan, where it is not the first one.
        let plan: String?
        /// What it shows something of: an action, or a finding.
        let action: String?
        let finding: String?
        let by: String
        /// What it is called in this file alone, for the deeds that follow.
        let piece: String?
        let shows: String?
        let file: String?
        let text: String?
        let link: String?
        /// The title of a measure, as a live figure.
        let measure: String?
        /// The reference of a measure of the service, and the period of which it shows something.
        let indicator: String?
        let period: String?
        let through: Day?
        let look: String?
        let withdraw: String?
        let because: String?
    }

    /// Told in the evening of the day, when what the piece shows was said already.
    static func deeds() throws -> [ExampleDeed] {
        let events = try ExampleDeed.read([Event].self, "evidence.json")
        let shown = Dictionary(events.compactMap { event in event.piece.map { ($0, event.shows ?? "") } }) { first, _ in first }
        return events.enumerated().map { number, event in
            ExampleDeed(.inBritain(event.on, hour: 18, minute: number)) { desk in
                let file = try await sent(event)
                let actor = try await desk.read { session in try speaker(event, session) }
                try await desk.write(by: actor) { work in
                    let plan = try work.session.plan(event.plan ?? "peer-review-response")
                    if let finding = event.finding {
                        try tell(event, file, shown, of: work.session.finding(finding, in: plan), in: plan, work)
                    } else {
                        try tell(event, file, shown, of: work.session.action(event.action ?? "", in: plan), in: plan, work)
                    }
                }
            }
        }
    }

    /// What whoever verifies an action has before them.
    static func holding(for action: Action, _ work: Work) throws -> [Evidence] {
        try work.session.all(Evidence.self, "WHERE action = \(action.id) AND withdrawn_on IS NULL AND through_on IS NULL ORDER BY id")
    }

    private static func sent(_ event: Event) async throws -> CheckedFile? {
        guard let name = event.file, let text = event.text else { return nil }
        return try await Intake().check(Array(text.utf8), named: name)
    }

    private static func tell<Item: PlanItem>(_ event: Event, _ file: CheckedFile?, _ shown: [String: String], of item: Item, in plan: Plan, _ work: Work) throws {
        let plans = Plans()
        if event.piece != nil {
            let measure = try event.measure.flatMap { try work.session.first(SuccessMeasure.self, "WHERE plan = \(plan.id) AND title = \($0)") }
            let indicator = try event.indicator.map { try work.session.measure($0).subject }
            try plans.show(
                NewEvidence(shows: event.shows ?? "", link: event.link, record: measure?.subject ?? indicator, period: event.period, through: event.through), for: item, of: plan, file: file, naming: naming, work)
        } else if let words = (event.look ?? event.withdraw).flatMap({ shown[$0] }) {
            guard let piece = try work.session.first(Evidence.self, "WHERE \(Item.table) = \(item.id) AND shows = \(words)") else { return }
            if event.look != nil { try plans.look(at: piece, in: plan, work) } else { try plans.takeBack(piece, in: plan, because: event.because ?? "", work) }
        }
    }

    /// The owner, or whoever holds the post or belongs to the team on the day.
    private static func speaker(_ event: Event, _ session: Session) throws -> Actor {
        let parties = Parties(session)
        guard let party = try parties.named(event.by), let person = try parties.persons(behind: party.id, on: event.on).first else {
            throw Refusal.missing("party-not-found", "The example names “\(event.by)”, whom its plan does not know.")
        }
        return Actor(person: person.id.number, name: person.name, roles: event.finding == nil ? [.owner] : [.manager])
    }
}
