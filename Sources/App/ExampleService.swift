import Documents
import Enforcement
import Foundation
import Kernel
import People
import Plans
import Storage

/// A fictional service that has lived with its plan for two years: a Word file taken over by the importer, then every
/// update, milestone and completion reported by the verbs under a moving clock, so that its journal is real.
struct ExampleService {
    static let email = "r.okafor@northshire.example"

    let store: Store
    let settings: Settings

    /// What the fictional service is called, and where it is.
    static let letterhead = Letterhead(name: "Northshire Fire and Rescue", address: "1 Beacon Road, Northport, NR1 1AA")

    /// The same, where this data is the example's.
    static func letterhead(_ settings: Settings) -> Letterhead? { FileManager.default.fileExists(atPath: WayIn.file(settings).path) ? letterhead : nil }

    /// Only where nothing was ever recorded.
    static func isWanted(_ desk: Desk) async throws -> Bool {
        try await desk.read { session in try Journal(session).head().size == 0 }
    }

    func load() async throws {
        let clock = MovingClock(.inBritain(start, hour: 9))
        let desk = Desk(store, clock: clock.clock, figures: figures)
        let began = Moment.inBritain(start, hour: 9)
        let notices = try ExampleNotices.deeds() + ExamplePolicy.deeds()
        try await ExampleDeed.tell(notices.filter { $0.at < began }, clock, desk)
        clock.set(began)
        let manager = try await people(desk)
        try await takeOver(desk, manager)
        let parts = try deeds()
            + ExamplePremises.deeds(by: manager)
            + ExampleRisk.deeds(by: manager)
            + ExampleAudits.deeds(by: manager)
            + ExampleProgramme.deeds(by: manager)
            + ExampleQuality.deeds(by: manager)
            + ExampleTogether.deeds(by: manager)
            + ExampleBoards.deeds(by: manager)
            + ExampleReviews.deeds(by: manager)
            + ExampleLibrary.deeds(by: manager)
            + ExampleMeasures.deeds(by: manager)
            + ExamplePerformance.deeds(by: manager)
            + ExampleEvidence.deeds()
            + ExamplePromises.deeds()
            + ExampleInspection.deeds(by: manager)
            + ExampleCulture.deeds(by: manager)
            + notices.filter { $0.at >= began }
            + ExamplePapers(manager: manager, address: address).deeds()
        try await ExampleDeed.tell(parts, clock, desk)
    }

    /// Where the example is served, which stands in the papers that it issued.
    private var address: String { settings.reached() }

    private let start = Day(2024, 10, 1) ?? Day(number: 0)

    // MARK: People

    /// The improvement manager with a way in, and whoever speaks for the posts and teams.
    private func people(_ desk: Desk) async throws -> Actor {
        let start = start
        let account = try await desk.write(by: .operator, because: "The example service begins") { work in
            let people = People()
            let (account, _) = try people.openAccount(
                NewAccount(name: "R. Okafor", email: ExampleService.email, roles: Set(Role.allCases)), work)
            for (post, person) in ExampleService.posts {
                try people.give(
                    post: people.findOrAdd(name: post, work).id, to: people.findOrAdd(name: person, work).id, from: start, work)
            }
            for (team, person) in ExampleService.teams {
                try people.join(
                    team: people.add(NewParty(kind: .team, name: team), work).id, person: people.findOrAdd(name: person, work).id,
                    from: start, work)
            }
            _ = try people.openAccount(NewAccount(name: "GM Halloran", email: "k.halloran@northshire.example", roles: [.reader, .owner]), work)
            _ = try people.openAccount(NewAccount(name: "S. Marchetti", email: "s.marchetti@northshire.example", roles: [.reader, .approver]), work)
            _ = try people.openAccount(NewAccount(name: "P. Lindqvist", email: "p.lindqvist@northshire.example", roles: [.reader]), work)
            _ = try people.openAccount(NewAccount(name: "WM Adeyemi", email: "o.adeyemi@northshire.example", roles: [.reader, .officer]), work)
            return account
        }
        let password = ExamplePassword.made()
        try await FrontDoor(desk: desk).setPassword(password, of: account.id, by: .operator)
        try ExamplePassword.keep(password, settings)
        return try await desk.read { session in try Accounts(session).actor(account) }
    }

    private static let posts = [
        ("Deputy Chief Fire Officer", "S. Marchetti"), ("Group Manager, Protection", "GM Halloran"), ("Head of Improvement", "R. Okafor"),
    ]
    private static let teams = [
        ("Data and Insight", "J. Linden"), ("Corporate Communications", "T. Marsh"), ("Training Centre", "WM Ferris"),
    ]

    // MARK: The plan

    private func takeOver(_ desk: Desk, _ manager: Actor) async throws {
        let name = "peer-review-response.docx"
        let reading = try Reading.of([UInt8](Data(contentsOf: ExampleDeed.folder.appendingPathComponent(name))), named: name)
        let draft = try planDraftAcceptingSuggestions(from: reading)
        let (start, milestones) = (start, try story().filter { $0.kind == .milestone })
        try await desk.write(by: manager, because: "Imported from \(name)") { work in
            let plans = Plans()
            let plan = try plans.takeOver(draft, as: Plans.Takeover(
                title: "Peer review response", kind: .peerReview,
                source: "Answers a peer review by Westmarch Fire and Rescue, reported on 6 September 2024.",
                from: start, through: Day(2026, 3, 31) ?? start, asOf: start), work)
            try plans.edit(plan, NewPlan(
                title: plan.title, kind: plan.kind, source: plan.source, from: plan.period.from, through: plan.period.through,
                sponsor: "Deputy Chief Fire Officer", rules: plan.rules), work)
            for milestone in milestones {
                let action = try work.session.action(milestone.action, in: plan)
                try plans.addMilestone(milestone.narrative, due: milestone.due ?? milestone.on, to: action, of: plan, work)
            }
        }
    }

    // MARK: The story

    private struct Event: Decodable, Sendable {
        enum Kind: String, Decodable { case update, done, milestone, ask, agree, decline }
        let on: Day
        let action: String
        let kind: Kind
        let narrative: String
        let stated: Colour?
        let forecast: Day?
        let due: Day?
        /// The day that is asked for.
        let to: Day?
        let by: String
    }

    private func story() throws -> [Event] { try ExampleDeed.read([Event].self, "story.json") }

    private func deeds() throws -> [ExampleDeed] {
        try story().map { event in
            ExampleDeed(.inBritain(event.on, hour: 9 + event.on.number % 8, minute: event.on.number * 7 % 60)) { try await tell(event, $0) }
        }
    }

    private func tell(_ event: Event, _ desk: Desk) async throws {
        let (actor, plan, action) = try await desk.read { session in
            let plan = try session.plan("peer-review-response")
            return (try speaker(event, session), plan, try session.action(event.action, in: plan))
        }
        try await desk.write(by: actor) { work in
            let plans = Plans()
            switch event.kind {
            case .update:
                try plans.update(action, of: plan, NewUpdate(
                    asOf: event.on, narrative: event.narrative, stated: event.stated, forecast: event.forecast), work)
            case .done:
                try plans.complete(action, of: plan, NewCompletion(on: event.on, narrative: event.narrative), work)
            case .ask:
                guard let to = event.to else { return }
                try plans.askToMove(action, of: plan, NewDateMove(to: to, because: event.narrative), work)
            case .agree, .decline:
                guard let move = try work.session.dueDay(of: action, on: work.today).open else { return }
                try plans.decide(move, in: plan, agreed: event.kind == .agree, saying: event.narrative, work)
            case .milestone:
                let own = try work.session.all(Milestone.self, "WHERE action = \(action.id) AND text = \(event.narrative)")
                for milestone in own { try plans.reach(milestone, on: event.on, for: action, of: plan, work) }
            }
        }
    }

    /// Whoever speaks for an owner on a day: the person, or one who holds the post or belongs to the team. Who decides is an approver.
    private func speaker(_ event: Event, _ session: Session) throws -> Actor {
        let (name, day) = (event.by, event.on)
        let parties = Parties(session)
        guard let party = try parties.named(name), let person = try parties.persons(behind: party.id, on: day).first else {
            throw Refusal.missing("party-not-found", "The example names “\(name)”, whom its plan does not know.")
        }
        return Actor(person: person.id.number, name: person.name, roles: [.agree, .decline].contains(event.kind) ? [.approver] : [.owner])
    }
}

extension Settings {
    /// The name of the service: as it was set, or the example's.
    var service: String { serviceName ?? ExampleService.letterhead(self)?.name ?? "Fire and rescue service" }

    /// Where letters to the service go: as it was set, or the example's; nil where nobody said.
    var letterAddress: String? { serviceAddress ?? ExampleService.letterhead(self)?.address }

    /// Where people find the service: as it was set, or where it listens.
    ///
    /// - Parameter port: where it does, when that is known.
    func reached(on port: Int? = nil) -> String { address ?? "http://\(host):\(port ?? self.port)" }
}
