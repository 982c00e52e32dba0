import HTTPTypes
import Kernel
import Synchronization
import TestBrowser
import Web

@testable import Register

/// A register of made-up notices with its pages, on a day that stands still unless a test moves it.
final class RegisterWorld: Sendable {
    static let day = Day(2026, 11, 27) ?? Day(number: 0)

    private struct State {
        var contents: RegisterContents
        var moment = Moment.inBritain(RegisterWorld.day, hour: 9)
        var readings = 0
        var isConcerned = true
    }

    private let state: Mutex<State>

    init(_ entries: [PublicEntry] = SampleRegister.entries(120, seed: 7, on: day), earlier: [PublicEntry] = [], gone: [GoneEntry] = []) {
        state = Mutex(State(contents: RegisterContents(
            service: "Northshire Fire and Rescue", version: RegisterVersion(day: Self.day, size: 40, head: "abcdef0123456789", since: .inBritain(Self.day, hour: 8)),
            entries: entries, earlier: earlier, gone: gone)))
    }

    var contents: RegisterContents { state.withLock { $0.contents } }
    /// How often the contents were read.
    var readings: Int { state.withLock { $0.readings } }

    /// What somebody else wrote, which nobody told of.
    func change(_ change: (inout RegisterContents) -> Void) {
        state.withLock { state in
            change(&state.contents)
            state.contents.version.size += 1
            state.contents.version.since = state.moment
        }
    }

    /// Whether what is written from now on is of what the register shows.
    var isConcerned: Bool {
        get { state.withLock { $0.isConcerned } }
        set { state.withLock { $0.isConcerned = newValue } }
    }

    func wait(seconds: Int) { state.withLock { $0.moment = $0.moment.adding(seconds: seconds) } }

    func site(pace: Pace? = nil, tiles: MapTiles? = nil) -> Site {
        let source = RegisterSource(heard: { 0 }, news: { seen in .init(size: self.contents.version.size, concerns: self.isConcerned && seen < self.contents.version.size) }) { day in
            self.state.withLock { state in
                state.readings += 1
                var contents = state.contents
                contents.version.day = day
                return contents
            }
        }
        let house = House(name: "Northshire Fire and Rescue", address: "https://register.northshire.example", version: "0.1")
        return Site(house: house, doorkeeper: Nobody(), clock: Clock { self.state.withLock { $0.moment } }) { routes in
            let pages = RegisterPages(KeptRegister(source), pace: pace, tiles: tiles)
            pages.hang(on: routes)
            TakingPages(beside: pages, policy: TakingPolicy(licence: WebAddress("https://licence.example/open"))).hang(on: routes)
        }
    }

    private struct Nobody: Doorkeeper {
        func visit(token: String, at moment: Moment) async throws -> Visit? { throw Asked() }
    }

    /// Nobody is looked up for what is the same for everybody.
    struct Asked: Error {}
}

extension Site {
    func get(_ path: String, _ headers: [String: String] = [:], method: HTTPRequest.Method = .get) async throws -> TestBrowser.Reply {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        return try await ask(method, path, fields)
    }
}
