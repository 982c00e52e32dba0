import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Boards

struct GuestTests {
    /// The manager's account, without which nobody lets anybody in.
    private func account(_ world: BoardWorld) async throws -> Account {
        try await world.desk.write(by: .operator) { work in
            try People().openAccount(NewAccount(name: "R. Okafor", email: "r.okafor@northshire.example", roles: [.reader, .manager]), work).account
        }
    }

    private func opens(_ secret: Token, on day: Day, _ world: BoardWorld) async throws -> Bool {
        do {
            _ = try await world.desk.read { try GuestLinks($0).find(secret: secret, on: day) }
            return true
        } catch let refusal as Refusal {
            #expect(refusal.code == "guest-link-not-good")
            return false
        }
    }

    @Test(arguments: Engine.allCases)
    func `no program makes a link, whatever its scopes, and ends one all the same`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            _ = try await account(world)
            let new = NewGuestLink(name: "HMI", expiresOn: Day(2025, 3, 31)!)
            let program = Actor(person: world.manager.person, name: "R. Okafor", roles: [.reader, .manager], through: "program_token/1")
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await world.desk.write(by: program) { [boards = world.boards] work in try boards.makeGuestLink(new, to: board, work) }
            }
            #expect(refusal?.code == "not-allowed" && refusal?.sentence == BoardPolicy.letsGuestsIn.sentence)
            let (link, secret) = try await world.write { boards, work in try boards.makeGuestLink(new, to: board, work) }
            #expect(try await opens(secret, on: world.today, world))
            _ = try await world.desk.write(by: program) { [boards = world.boards] work in try boards.end(link, of: board, work) }
            #expect(try await !opens(secret, on: world.today, world))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a link opens as long as whoever made it may make one, and the list says who that is`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, account) = (try await world.board(), try await account(world))
            let last = Day(2025, 3, 31)!
            let (_, secret) = try await world.write { boards, work in try boards.makeGuestLink(NewGuestLink(name: "HMI", expiresOn: last), to: board, work) }
            let (_, operators) = try await world.desk.write(by: .operator) { [boards = world.boards] work in
                try boards.makeGuestLink(NewGuestLink(name: "The auditor", expiresOn: last), to: board, work)
            }
            func list() async throws -> [String] {
                try await world.desk.read { try GuestLinks($0).known(of: board, on: world.today).map { "\($0.link.name), \($0.madeBy ?? ""): \($0.state.words)" } }
            }
            func now(_ deed: @escaping @Sendable (Account, Work) throws -> Account) async throws -> Bool {
                try await world.desk.write(by: .operator) { work in _ = try deed(Accounts(work.session).get(account.id), work) }
                #expect(try await opens(operators, on: world.today, world))
                return try await opens(secret, on: world.today, world)
            }
            #expect(try await opens(secret, on: world.today, world))
            #expect(try await list() == ["The auditor, operator: Opens", "HMI, R. Okafor: Opens"])
            #expect(try await !now { try People().suspend($0.id, version: $0.version, $1) })
            #expect(try await list() == ["The auditor, operator: Opens", "HMI, R. Okafor: Shut"])
            #expect(try await now { try People().restore($0.id, version: $0.version, $1) })
            #expect(try await !now { try People().setRoles([.reader], of: $0.id, version: $0.version, $1) })
            #expect(try await now { try People().setRoles([.administrator], of: $0.id, version: $0.version, $1) })
            #expect(try await !now { account, work in
                let person = try Parties(work.session).get(account.person)
                try People().leave(person.id, version: person.version, on: work.today, work)
                return account
            })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a link that a program made before is shut and says so, and what is shut keeps no name`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, account) = (try await world.board(), try await account(world))
            let program = Actor(person: world.manager.person, name: "R. Okafor", roles: [.reader, .manager], through: "program_token/1")
            let secret = Token()
            try await world.desk.write(by: program) { work in
                let link = try work.add("made a link for guests", in: board.subject) {
                    GuestLink(id: $0, board: board.id, name: "HMI", madeOn: work.today, expiresOn: Day(2025, 3, 31)!)
                }
                try GuestLinks(work.session).keep(secret, of: link.id)
            }
            func list() async throws -> [String] {
                try await world.desk.read { try GuestLinks($0).known(of: board, on: world.today).map { "\($0.state.words) \($0.state.why($0.madeBy)?.prefix(23) ?? "")" } }
            }
            #expect(try await !opens(secret, on: world.today, world))
            #expect(try await list() == ["Shut A program made it, and "])
            let new = NewGuestLink(name: "hmi", expiresOn: Day(2025, 3, 31)!)
            let (_, opening) = try await world.write { boards, work in try boards.makeGuestLink(new, to: board, work) }
            #expect(try await opens(opening, on: world.today, world))
            #expect(try await list() == ["Opens ", "Shut A program made it, and "])
            await world.refuses(with: "guest-link-already-there") { boards, work in _ = try boards.makeGuestLink(new, to: board, work) }
            try await world.desk.write(by: .operator) { work in
                _ = try People().suspend(account.id, version: Accounts(work.session).get(account.id).version, work)
            }
            #expect(try await list() == ["Shut R. Okafor has left or m", "Shut A program made it, and "])
            #expect(try await !opens(opening, on: world.today, world))
        }
    }

    @Test(arguments: Engine.allCases)
    func `of links for guests a reader hears nothing in the history of the board`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            try await world.write { boards, work in
                let (link, _) = try boards.makeGuestLink(NewGuestLink(name: "HMI", expiresOn: Day(2025, 3, 31)!), to: board, work)
                try boards.end(link, of: board, work)
            }
            func told(_ actor: Actor) async throws -> [String] {
                try await world.desk.read { session in
                    let hidden = BoardPolicy.hidden(from: actor)
                    let all = try Journal(session).entries(within: board.subject, limit: 10, newestFirst: true, without: hidden).map(\.verb)
                    #expect(try Journal(session).entries(within: board.subject, before: nil, limit: 10, without: hidden).map(\.verb) == all)
                    return all
                }
            }
            #expect(try await told(world.manager) == ["ended the link for guests", "made a link for guests", "began the board"])
            #expect(try await told(world.reader) == ["began the board"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a link opens until its last day, or until it is ended, and one name has one`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            _ = try await account(world)
            let last = Day(2025, 3, 31)!
            let (link, secret) = try await world.write { boards, work in
                try boards.makeGuestLink(NewGuestLink(name: "The commissioner’s office", expiresOn: last), to: board, work)
            }
            #expect(try await opens(secret, on: last, world))
            #expect(try await !opens(secret, on: last.adding(days: 1), world))
            #expect(try await !opens(Token(), on: last, world))
            await world.refuses(with: "guest-link-already-there") { boards, work in
                _ = try boards.makeGuestLink(NewGuestLink(name: "the Commissioner’s office", expiresOn: last), to: board, work)
            }
            try await world.write { boards, work in try boards.end(link, of: board, work) }
            #expect(try await !opens(secret, on: world.today, world))
            await world.refuses(with: "guest-link-ended") { boards, work in
                try boards.end(GuestLinks(work.session).get(link.id, of: board), of: board, work)
            }
            _ = try await world.write { boards, work in
                try boards.makeGuestLink(NewGuestLink(name: "The commissioner’s office", expiresOn: last), to: board, work)
            }
            #expect(try await world.told(board).suffix(3).map { $0.drop { $0 != " " }.dropFirst() } == ["made a link for guests", "ended the link for guests", "made a link for guests"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the journal holds no secret, and readers let nobody in`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            let (link, secret) = try await world.write { boards, work in
                try boards.makeGuestLink(NewGuestLink(name: "HMI", expiresOn: Day(2025, 3, 31)!), to: board, work)
            }
            let states = try await world.desk.read { try Journal($0).entries(within: board.subject, limit: 10).compactMap(\.state) }
            #expect(!states.contains { $0.contains(secret.text) || $0.contains(secret.hash) })
            let refusal = await #expect(throws: Refusal.self) {
                try await world.desk.write(by: world.reader) { [boards = world.boards] work in try boards.end(link, of: board, work) }
            }
            #expect(refusal?.code == "not-allowed")
        }
    }

    @Test func `a link runs for ninety days unless its maker says otherwise, and for a year at most`() throws {
        let today = Day(2025, 1, 6)!
        func read(_ expires: String) throws -> NewGuestLink {
            var fields = Fields(["name": ["HMI"], "expires": [expires]])
            let new = NewGuestLink(reading: &fields, today: today)
            try fields.finish()
            return new
        }
        #expect(try read("").expiresOn == Day(2025, 4, 6)!)
        #expect(try read("2026-01-07").expiresOn == Day(2026, 1, 7)!)
        for wrong in ["2026-01-08", "2025-01-05", "soon"] { #expect(throws: Refusal.self) { try read(wrong) } }
    }
}
