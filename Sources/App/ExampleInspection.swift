import Foundation
import Kernel
import People
import Plans
import Storage

/// What an inspection found at the fictional service and how it was answered: a cause of concern that was verified, found wanting,
/// reopened and verified again, and a plan that the service closed while one of its findings is still open with the inspectorate,
/// whose measure has fallen since and whose review day has gone by. One action goes on under the plan of the next year. It also tells who verified what of the
/// plan in answer to the peer review.
enum ExampleInspection {
    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable {
            case begin, finding, action, update, done, show, verify, unverify, reopen, unimplement, propose, agree, look, letter
        }

        let on: Day
        let hour: Int?
        let deed: Deed
        let plan: String
        let by: String?
        let reference: String?
        let title: String?
        let text: String?
        let words: String?
        let kind: String?
        let from: Day?
        let through: Day?
        let due: Day?
        let owners: [String]?
        let sponsor: String?
        let stated: Colour?
        /// The title of the measure that must hold.
        let measure: String?
        let risk: String?
        let review: Day?
        let link: String?
        let letter: String?
        let author: String?
        let items: [Item]?
        let findings: [Said]?

        struct Item: Decodable, Sendable {
            let action: String
            let kind: ClosureItem.Kind
            let because: String
            let onto: String?
            let finding: String?
            let owner: String?
            let due: Day?
        }
    }

    /// What is said of a finding by itself when its plan is closed.
    private struct Said: Decodable, Sendable {
        let finding: String
        let risk: String?
        let owner: String?
        let review: Day?
    }

    static func deeds(by manager: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "inspection.json").map { event in
            ExampleDeed(.inBritain(event.on, hour: event.hour ?? 11, minute: event.on.number * 17 % 60)) { desk in
                let who = try await desk.read { session in try actor(event, manager, session) }
                let reason: String? = [.unverify, .reopen, .unimplement].contains(event.deed) ? event.words : nil
                try await desk.write(by: who, because: reason) { work in try tell(event, work) }
            }
        }
    }

    /// The manager where nobody is named, an approver who decides, and else an owner.
    private static func actor(_ event: Event, _ manager: Actor, _ session: Session) throws -> Actor {
        guard let name = event.by else { return manager }
        guard let party = try Parties(session).named(name), let person = try Parties(session).persons(behind: party.id, on: event.on).first else {
            throw Refusal.missing("party-not-found", "The example names “\(name)”, who is not on record.")
        }
        let decides: Set<Event.Deed> = [.agree, .unimplement, .verify, .unverify]
        return Actor(person: person.id.number, name: person.name, roles: decides.contains(event.deed) ? [.approver] : [.owner])
    }

    private static func tell(_ event: Event, _ work: Work) throws {
        let (plans, session) = (Plans(), work.session)
        let words = event.words ?? ""
        if event.deed == .begin {
            for name in [event.sponsor].compactMap(\.self) { _ = try People().findOrAdd(name: name, work) }
            try plans.begin(NewPlan(
                reference: Reference(event.plan), title: event.title ?? "", kind: Plan.Kind(rawValue: event.kind ?? "") ?? .improvement,
                source: event.words, from: event.from ?? event.on, through: event.through ?? event.on, sponsor: event.sponsor, rules: .evidence), work)
            return
        }
        let plan = try session.plan(event.plan)
        func action() throws -> Action { try session.action(event.reference ?? "", in: plan) }
        func finding() throws -> Finding { try session.finding(event.reference ?? "", in: plan) }
        switch event.deed {
        case .begin: break
        case .finding:
            try plans.add(NewFinding(
                kind: Finding.Kind(rawValue: event.kind ?? "") ?? .recommendation, text: event.text ?? "", fullText: event.words, since: event.from), to: plan, work)
        case .action:
            for name in event.owners ?? [] { _ = try People().findOrAdd(name: name, work) }
            try plans.add(NewAction(text: event.text ?? "", owners: event.owners ?? [], due: event.due, since: event.from), to: finding(), of: plan, work)
        case .update: try plans.update(action(), of: plan, NewUpdate(asOf: event.on, narrative: words, stated: event.stated), work)
        case .done: try plans.complete(action(), of: plan, NewCompletion(on: event.on, narrative: words), work)
        case .show:
            let measure = try event.measure.flatMap { try session.first(SuccessMeasure.self, "WHERE plan = \(plan.id) AND title = \($0)") }
            try plans.show(NewEvidence(shows: words, link: event.link, record: measure?.subject), for: action(), of: plan, naming: naming, work)
        case .verify:
            let measure = try event.measure.flatMap { try session.first(SuccessMeasure.self, "WHERE plan = \(plan.id) AND title = \($0)") }
            try plans.accept(action(), of: plan, NewAcceptance(
                on: event.on, lookedAt: words, measure: measure?.id, seen: ExampleEvidence.holding(for: action(), work).map(\.id)), work)
        case .unverify: try plans.takeBackAcceptance(of: action(), in: plan, because: words, work)
        case .reopen: try plans.reopen(action(), of: plan, work)
        case .unimplement: try plans.closeNotImplemented(action(), of: plan, because: words, work)
        case .propose:
            let decision = try session.decisions(about: PlanView(session.facts(of: plan), on: event.on), naming, mentions).first
            try plans.proposeClosure(of: plan, NewPlanClosure(
                words: words, residualRisk: event.risk ?? "", onwardOwner: event.owners?.first ?? "", reviewOn: event.review ?? event.on,
                decision: decision?.subject, items: (event.items ?? []).map { item in
                    .init(action: item.action, kind: item.kind, because: item.because, onto: item.onto, finding: item.finding, owner: item.owner, due: item.due)
                }, findings: (event.findings ?? []).map { .init(finding: $0.finding, residualRisk: $0.risk, onwardOwner: $0.owner, reviewOn: $0.review) }
            ), naming: naming, work)
        case .agree:
            guard let closure = try session.proposedClosure(of: plan) else { return }
            try plans.decide(closure, of: plan, agreed: true, saying: event.words, work)
        case .look: try plans.lookAgain(at: plan, NewClosureLook(finding: event.reference, on: event.on, words: words, reviewOn: event.review), work)
        case .letter:
            try plans.recordClosure(of: finding(), in: plan, NewInspectorateClosure(
                on: event.from ?? event.on, letter: event.letter ?? "", author: event.author ?? "", words: words), work)
        }
    }
}
