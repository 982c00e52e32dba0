import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Boards

struct GuestTests {
    @Test(arguments: Engine.allCases)
    func `a link opens until its last day, or until it is ended, and one name has one`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            let last = Day(2025, 3, 31)!
            let (link, secret) = try await world.write { boards, work in
                try boards.makeGuestLink(NewGuestLink(name: "The commissioner’s office", expiresOn: last), to: board, work)
            }
            func opens(_ secret: Token, on day: Day) async throws -> Bool {
                do { return try await world.desk.read { try GuestLinks($0).find(secret: secret, on: day).link.board == board.id } } catch let refusal as Refusal {
                    #expect(refusal.code == "guest-link-not-good")
                    return false
                }
            }
            #expect(try await opens(secret, on: last))
            #expect(try await !opens(secret, on: last.adding(days: 1)))
            #expect(try await !opens(Token(), on: last))
            await world.refuses(with: "guest-link-already-there") { boards, work in
                _ = try boards.makeGuestLink(NewGuestLink(name: "the Commissioner’s office", expiresOn: last), to: board, work)
            }
            try await world.write { boards, work in try boards.end(link, of: board, work) }
            #expect(try await !opens(secret, on: world.today))
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
