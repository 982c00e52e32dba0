@testable import App
import Kernel
import Logging
@testable import Plans
import People
import Storage
import TestBrowser
import TestSupport
import Testing
import Web

/// Pages that are kept in memory against pages that are made anew, whoever wrote and whoever looks.
struct KeptPagesTests {
    /// Two sites on one database, as two servers are: one keeps its pages, the other nothing. Changes come through
    /// either, and after each one every page is the same on both, for everybody.
    @Test(arguments: Engine.allCases)
    func `a kept page is never shown after a change, wherever it was made`(_ engine: Engine) async throws {
        try await TwoServers.with(engine) { servers in
            let story = try await ChangingPlan(servers.here)
            // One who keeps plans and one who owns actions: a page of every kind for each.
            let visitors = try await servers.visitors().filter { ["Manager One", "GM Halloran"].contains($0.name) }
            var dice = Dice(seed: 40)
            for step in 0..<15 {
                let desk = step % 2 == 0 ? servers.there : servers.here
                let deed = try await story.change(desk, step, &dice)
                for visitor in visitors {
                    for path in ChangingPlan.paths {
                        let fresh = try await visitor.fresh.get(path)
                        for time in ["first", "second"] {
                            let kept = try await visitor.kept.get(path)
                            #expect(kept.status == fresh.status, "\(path) for \(visitor.name) after “\(deed)”, \(time) time")
                            #expect(bare(kept.text) == bare(fresh.text), "\(path) for \(visitor.name) after “\(deed)”, \(time) time")
                        }
                    }
                }
            }
            #expect(servers.kept.pages.cost > 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a kept page carries the token of whoever looks, and of nobody else`(_ engine: Engine) async throws {
        try await TwoServers.with(engine) { servers in
            _ = try await ChangingPlan(servers.here)
            let visitors = try await servers.visitors()
            // Both may do the same, so both are given one kept page.
            let two = visitors.filter { $0.name.hasPrefix("Manager") }
            var tokens: [Set<String>] = []
            for visitor in two {
                let answer = try await visitor.kept.get("/plans/kept")
                #expect(answer.text.contains("Put back"))
                #expect(!answer.text.contains(KeptPage.gap))
                #expect(answer.text.contains(visitor.name))
                let found = answer.text.matches(of: /name="csrf" value="([^"]*)"/).map { String($0.1) }
                // To sign out, to write the paper, to put back.
                #expect(found.count == 3)
                tokens.append(Set(found))
            }
            #expect(try await two[1].kept.post("/plans/kept/withdrawals/1/restoration").status == 303)
            #expect(tokens.map(\.count) == [1, 1])
            #expect(tokens[0] != tokens[1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who is signed out, suspended or has other rights sees no kept page`(_ engine: Engine) async throws {
        try await TwoServers.with(engine) { servers in
            _ = try await ChangingPlan(servers.here)
            let visitors = try await servers.visitors()
            let manager = try #require(visitors.first { $0.name == "Manager One" })
            let edit = "/plans/kept/edit"
            #expect(try await manager.kept.get("/plans/kept").text.contains(edit))
            try await servers.there.write(by: .operator) { work in
                let account = try Accounts(work.session).get(email: "managerone@northshire.example")
                try People().setRoles([.reader], of: account.id, version: account.version, work)
            }
            #expect(try await !manager.kept.get("/plans/kept").text.contains(edit))
            try await servers.there.write(by: .operator) { work in
                let account = try Accounts(work.session).get(email: "managerone@northshire.example")
                try People().suspend(account.id, version: account.version, work)
            }
            #expect(try await manager.kept.get("/plans/kept").status == 303)
        }
    }

    /// Without what differs between two visits of one person: the token, and how far a server has heard of changes.
    private func bare(_ page: String) -> String {
        page.replacing(/name="csrf" value="[^"]*"/, with: "").replacing(/data-since="[0-9]*"/, with: "")
    }
}

/// Two servers on one database, each with connections of its own; the second keeps nothing.
struct TwoServers: Sendable {
    let here: Desk
    let there: Desk
    let clock: MovingClock
    let kept = KeptPlans()
    private let settings: Settings

    struct Visitor {
        let name: String
        let kept: Browser
        let fresh: Browser
    }

    static func with(_ engine: Engine, _ body: @escaping @Sendable (TwoServers) async throws -> Void) async throws {
        let address = try await TestStore.address(engine, migrations)
        let (one, two) = (try await TestStore.open(address, migrations), try await TestStore.open(address, migrations, salt: .random))
        let clock = MovingClock(AppWorld.start)
        let settings = try await Settings.read(flags: ["service.name": "Northshire"], environment: [:], file: nil)
        do {
            try await body(TwoServers(here: Desk(one, clock: clock.clock, figures: figures), there: Desk(two, clock: clock.clock, figures: figures), clock: clock, settings: settings))
        } catch {
            try await one.close()
            try await two.close()
            throw error
        }
        try await one.close()
        try await two.close()
    }

    private init(here: Desk, there: Desk, clock: MovingClock, settings: Settings) {
        (self.here, self.there, self.clock, self.settings) = (here, there, clock, settings)
    }

    /// Two managers, an owner and a reader, each before both servers.
    func visitors() async throws -> [Visitor] {
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let keeping = MusterSite(desk: here, settings: settings, log: log, kept: kept)
        let making = MusterSite(desk: there, settings: settings, log: log, kept: .nothing)
        let people: [(String, Set<Role>)] = [
            ("Manager One", [.reader, .manager]), ("Manager Two", [.reader, .manager]), ("GM Halloran", [.reader, .owner]), ("P. Lindqvist", [.reader]),
        ]
        var visitors: [Visitor] = []
        for (name, roles) in people {
            let email = name.lowercased().filter(\.isLetter) + "@northshire.example"
            let account = try await here.write(by: .operator) { work in
                try People().openAccount(NewAccount(name: name, email: email, roles: roles), work).account
            }
            try await keeping.door.setPassword(AppWorld.password, of: account.id, by: .operator)
            let visitor = Visitor(name: name, kept: Browser(keeping.site), fresh: Browser(making.site))
            try await visitor.kept.signIn(email, AppWorld.password)
            try await visitor.fresh.signIn(email, AppWorld.password)
            visitors.append(visitor)
        }
        return visitors
    }
}
