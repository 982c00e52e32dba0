import Kernel
import People
import Plans
import Storage
import TestSupport

/// A fictional service of the size that the benchmarks speak of, the same for the same day.
struct BenchmarkService {
    static let migrations = People.migrations + Attachment.migrations + Plans.migrations
    static let email = "bench@northshire.example"
    static let password = "seven quiet herons"

    let store: Store
    let size: Story.Size
    /// The story ends here and begins two years before.
    let today: Day
    let clock: MovingClock
    let desk: Desk

    init(store: Store, today: Day, size: Story.Size) {
        self.store = store
        self.size = size
        self.today = today
        clock = MovingClock(.inBritain(today.adding(days: -730), hour: 9))
        desk = Desk(store, clock: clock.clock)
    }

    var start: Day { today.adding(days: -730) }

    /// The plan, and what happened to it in two years.
    func tell() async throws {
        let manager = try await account()
        let story = Story(size, from: start, through: today)
        let actions = try await desk.write(by: manager) { work in try story.begin(work) }
        for event in story.events(of: actions.count) {
            clock.set(.inBritain(event.on, hour: 9 + event.action % 8, minute: event.action % 60))
            try await desk.write(by: manager) { work in try story.happen(event, to: actions[event.action], work) }
        }
    }

    /// The milliseconds that it takes to read everything about the plan as it was known a year ago.
    func readAsKnown() async throws -> Double {
        let past = today.adding(days: -365)
        let moment = Moment.inBritain(past, hour: 9)
        return try await desk.read { session in
            let start = ContinuousClock.now
            let facts = try session.facts(of: session.plan("benchmark"), asKnownAt: Journal(session).size(at: moment))
            let taken = (ContinuousClock.now - start) / .milliseconds(1)
            precondition(!facts.updates.isEmpty && facts.updates.allSatisfy { $0.asOf <= past }, "that is not what was known a year ago")
            return taken
        }
    }

    /// Audits over three years, and what the service measures itself by.
    func tell(audits count: Int) async throws {
        try await AuditStory(desk: desk, clock: clock, today: today).tell(audits: count, by: account())
    }

    private func account() async throws -> Actor {
        let account = try await desk.write(by: .operator) { work in
            let people = People()
            for name in Story.owners { _ = try people.findOrAdd(name: name, work) }
            return try people.openAccount(
                NewAccount(name: "R. Okafor", email: BenchmarkService.email, roles: Set(Role.allCases)), work).account
        }
        try await FrontDoor(desk: desk).setPassword(BenchmarkService.password, of: account.id, by: .operator)
        return try await desk.read { session in try Accounts(session).actor(account) }
    }

    /// Edits the actions of forty other plans in turn, a thousand to a transaction, until there are so many entries.
    func fillJournal(until entries: Int64) async throws {
        clock.set(.inBritain(today.adding(days: -1), hour: 9))
        let others = try await desk.write(by: .operator) { [start, today] work in
            try (1...40).map { number in try Story.other(number, from: start, through: today, work) }
        }
        var turn = 0
        while try await desk.read({ session in try Journal(session).size() }) < entries {
            turn += 1
            try await desk.write(by: .operator, because: "The journal grows") { [turn] work in
                for index in 0..<1000 {
                    let (plan, action) = others[(turn * 1000 + index) % others.count]
                    var now = try work.session.action(action, in: plan)
                    now.text = "Publish the rota of group \(index), for the \(turn)th time"
                    try work.change("edited the action", now, in: plan.subject)
                }
            }
        }
    }
}
