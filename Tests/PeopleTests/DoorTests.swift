import Dispatch
import Kernel
@testable import People
import Storage
import TestSupport
import Testing
import Web

@Suite struct `the front door` {
    @Test(arguments: Engine.allCases) func `gives one answer to a wrong e-mail, a wrong password and a suspended account`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            try await world.desk.write(by: .operator) { work in _ = try People().suspend(jo.id, version: 2, work) }
            for (email, password) in [
                ("nobody@example.org", World.password), ("okafor@example.org", "not the password"), ("jo@example.org", World.password),
            ] {
                let refused = try await refusal {
                    _ = try await world.door.enter(email: email, password: password, from: .test, at: world.time.clock.now)
                }
                #expect(refused == .signInRefused)
            }
            let entry = try await world.door.enter(
                email: " OKAFOR@example.org", password: World.password, from: .test, at: world.time.clock.now)
            #expect(entry.visit.name == "R Okafor")
            #expect(world.knocks.all.filter { $0 == .refused(origin: "192.0.2.7") }.count == 3)
        }
    }

    @Test(arguments: Engine.allCases) func `forgets who is away for an hour, and everyone after twelve`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let enter = { try await world.door.enter(email: "okafor@example.org", password: World.password, from: .test, at: world.time.clock.now) }
            let isIn = { (entry: FrontDoor.Entry) in try await world.door.visit(token: entry.token.text, at: world.time.clock.now) != nil }
            let idle = try await enter()
            world.later(seconds: 3599)
            #expect(try await isIn(idle))
            world.later(seconds: 3599)
            #expect(try await isIn(idle))
            world.later(seconds: 3600)
            #expect(try await !isIn(idle))

            let busy = try await enter()
            for _ in 0..<23 {
                world.later(seconds: 1800)
                #expect(try await isIn(busy))
            }
            world.later(seconds: 1799)
            #expect(try await isIn(busy))
            world.later(seconds: 1)
            #expect(try await !isIn(busy))
        }
    }

    @Test(arguments: Engine.allCases) func `writes that somebody was seen once a minute at most`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let entry = try await world.door.enter(email: "okafor@example.org", password: World.password, from: .test, at: world.time.clock.now)
            let seen = {
                _ = try await world.door.visit(token: entry.token.text, at: world.time.clock.now)
                return try await world.desk.read { session in try SignIns(session).find(token: entry.token)?.seenAt }
            }
            world.later(seconds: 59)
            #expect(try await seen() == World.start)
            world.later(seconds: 1)
            #expect(try await seen() == World.start.adding(seconds: 60))
        }
    }

    /// One who waited for the writer would wait until the limit, for the writer goes on when both are in.
    @Test(.timeLimit(.minutes(5)), arguments: Engine.allCases) func `stays open while nothing can be written, and while somebody else is writing`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let entry = try await world.door.enter(email: "okafor@example.org", password: World.password, from: .test, at: world.time.clock.now)
            let secret = try await world.desk.write(by: .operator) { work in
                var fields = Fields(["name": ["Nightly export"], "scope": ["people:read"]])
                return try People().makeToken(NewProgramToken(reading: &fields, offered: People.scopes, today: work.today), for: ID(entry.visit.account), work).secret
            }
            let bothAreIn = {
                let person = try await world.door.visit(token: entry.token.text, at: world.time.clock.now)
                let program = try await world.door.visit(ofProgram: secret, at: world.time.clock.now)
                return person != nil && program != nil
            }
            world.later(seconds: 120)
            let (held, begun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let writing = Task {
                try await world.desk.store.write { _ in
                    begun.signal()
                    held.wait()
                }
            }
            await withCheckedContinuation { goOn in DispatchQueue.global().async { begun.wait(); goOn.resume() } }
            try await #expect(bothAreIn())
            held.signal()
            try await writing.value
            try await world.desk.store.write { session in
                _ = try session.run(engine == .sqlite ? "PRAGMA query_only = ON" : "SET default_transaction_read_only = on")
            }
            try await #expect(bothAreIn())
            let seen = try await world.desk.read { session in try SignIns(session).find(token: entry.token)?.seenAt }
            #expect(seen == World.start)
        }
    }

    @Test(arguments: Engine.allCases) func `lets nobody in by what the database keeps`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let kept: String? = try await world.desk.read { session in try session.value("SELECT token_hash FROM sign_in") }
            #expect(kept?.count == 64)
            #expect(try await world.door.visit(token: kept ?? "", at: World.start) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `ends other sign-ins when a password changes, and all when an account is suspended`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            let enter = { (password: String) in
                try await world.door.enter(email: "jo@example.org", password: password, from: .test, at: world.time.clock.now)
            }
            let isIn = { (entry: FrontDoor.Entry) in try await world.door.visit(token: entry.token.text, at: world.time.clock.now) != nil }
            let (desk, phone) = (try await enter(World.password), try await enter(World.password))
            let wrong = try await refusal { try await world.door.changePassword(from: "not mine at all", to: "nine loud magpies", desk.visit) }
            #expect(wrong?.fields.map(\.name) == ["current"])
            try await world.door.changePassword(from: World.password, to: "nine loud magpies", desk.visit)
            #expect(try await world.verbs().last == "changed the password of the account")
            #expect(try await isIn(desk))
            #expect(try await !isIn(phone))
            #expect(try await refusal { _ = try await enter(World.password) } == .signInRefused)
            try await world.desk.write(by: .operator) { work in
                _ = try People().suspend(jo.id, version: Accounts(work.session).get(jo.id).version, work)
            }
            #expect(try await !isIn(desk))
        }
    }

    @Test(arguments: Engine.allCases) func `hashes a password anew when hashing has become dearer`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let hash = { try await world.desk.read { session in try session.value("SELECT hash FROM credential", as: String.self) } ?? "" }
            let dearer = Passwords(cost: PasswordCost(passes: 2, bytes: 16_384))
            #expect(dearer.isOutdated(try await hash()))
            let door = FrontDoor(desk: world.desk, passwords: dearer)
            _ = try await door.enter(email: "okafor@example.org", password: World.password, from: .test, at: World.start)
            #expect(!dearer.isOutdated(try await hash()))
            _ = try await door.enter(email: "okafor@example.org", password: World.password, from: .test, at: World.start)
        }
    }

    @Test func `checks a password against nothing in the same way, and says no`() async throws {
        let passwords = Passwords(cost: World.cheap)
        #expect(try await !passwords.verify(World.password, against: nil))
        #expect(try await passwords.verify("cafe\u{301} au lait now", against: passwords.hash("café au lait now")))
        // The stand-in is a real hash of the same cost, so libsodium does the same work on it.
        #expect(!passwords.isOutdated(passwords.nobody))
    }

    @Test(arguments: Engine.allCases) func `opens once to an invitation, even for two at once`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let new = try NewAccount(name: "Jo Lane", email: "jo@example.org", roles: [.reader])
            let link = try await world.desk.write(by: .operator) { work in try People().openAccount(new, work).link }
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask { (try? await world.door.accept(link.token, password: World.password, from: .test)) != nil }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(outcomes.filter(\.self).count == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `does not open to an invitation that is old or replaced`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let new = try NewAccount(name: "Jo Lane", email: "jo@example.org", roles: [.reader])
            let (account, first) = try await world.desk.write(by: .operator) { work in try People().openAccount(new, work) }
            let second = try await world.desk.write(by: .operator) { work in try People().makeLink(for: account.id, work) }
            #expect(try await refusal { _ = try await world.door.invited(first.token) } == .linkNotGood)
            world.later(seconds: 7 * 24 * 3600 - 1)
            #expect(try await world.door.invited(second.token).name == "Jo Lane")
            world.later(seconds: 1)
            #expect(try await refusal { _ = try await world.door.invited(second.token) } == .linkNotGood)
        }
    }

    @Test(arguments: Engine.allCases) func `keeps no more first administrators' links than a week brings`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let links = try await [world.door.welcomeLink(), world.door.welcomeLink()].compactMap(\.self)
            world.later(seconds: 7 * 24 * 3600 + 1)
            let last = try #require(try await world.door.welcomeLink())
            for link in links { #expect(try await !world.door.opensWelcome(link.token)) }
            #expect(try await world.door.opensWelcome(last.token))
            #expect(try await world.desk.read { try $0.value("SELECT COUNT(*) FROM invitation", as: Int.self) } == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `opens to the first administrator alone`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let link = try #require(try await world.door.welcomeLink())
            let other = try #require(try await world.door.welcomeLink())
            world.later(seconds: 400 * 24 * 3600)
            let new = try NewAccount(name: "R Okafor", email: "okafor@example.org", roles: Set(Role.allCases))
            let entry = try await world.door.welcome(link.token, new, password: World.password, from: .test)
            #expect(entry.visit.actor.roles == Set(Role.allCases))
            #expect(try await world.door.welcomeLink() == nil)
            let late = try NewAccount(name: "Mallory Vane", email: "vane@example.org", roles: Set(Role.allCases))
            for used in [link, other] {
                let refused = try await refusal { _ = try await world.door.welcome(used.token, late, password: World.password, from: .test) }
                #expect(refused == .linkNotGood)
            }
            #expect(try await world.verbs() == [
                "added the person", "opened the account with the roles reader, owner, officer, manager, approver and administrator",
            ])
        }
    }
}
