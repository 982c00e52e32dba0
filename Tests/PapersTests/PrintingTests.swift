import Documents
import Kernel
import Synchronization
import TestSupport
import Testing
@testable import Papers

/// Files in the making, with a printer that the test holds in its hand.
struct PrintingTests {
    /// Prints when it is let, and says how often it was asked and stopped.
    private final class Press: Sendable {
        private struct State {
            var begun = 0
            var stopped = 0
            var isOpen = false
        }

        private let state = Mutex(State())

        var begun: Int { state.withLock { $0.begun } }
        var stopped: Int { state.withLock { $0.stopped } }
        func open() { state.withLock { $0.isOpen = true } }

        func print(_ bytes: [UInt8]) async throws -> [UInt8] {
            state.withLock { $0.begun += 1 }
            do {
                while !state.withLock({ $0.isOpen }) { try await Task.sleep(for: .milliseconds(2)) }
            } catch {
                state.withLock { $0.stopped += 1 }
                throw error
            }
            return bytes
        }
    }

    private let moment = Moment(milliseconds: 1_000_000)

    private func key(_ paper: Int64 = 1, _ edition: Printings.Key.Edition = .issued(hash: "a")) -> Printings.Key { Printings.Key(paper: paper, edition: edition, format: .pdf) }

    private func until(_ isSo: () -> Bool) async throws {
        // What failed is told once, so nothing is asked again once it is so.
        for _ in 0..<2000 {
            if isSo() { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("it never came to be")
    }

    private func isReady(_ printings: Printings, _ key: Printings.Key) -> Bool { if case .ready = printings.standing(key) { true } else { false } }

    @Test func `who asks twice starts one, and whoever asks waits for the same`() async throws {
        let (printings, press) = (Printings(), Press())
        for asker in [1, 1, 2] as [Int64] { printings.begin(key(), for: asker, at: moment) { try await press.print([7]) } }
        guard case .printing(let since) = printings.standing(key()) else { return #expect(Bool(false), "it is being printed") }
        #expect(since == moment)
        async let file = printings.file(key(), for: 3, at: moment) { [8] }
        press.open()
        #expect(try await file == [7])
        try await until { isReady(printings, key()) }
        #expect(try await printings.file(key(), for: 4, at: moment) { [9] } == [7], "it is kept")
        #expect(press.begun == 1)
    }

    @Test func `printing ends when the last who asked stops it, and begins anew when asked again`() async throws {
        let (printings, press) = (Printings(), Press())
        for asker in [1, 2] as [Int64] { printings.begin(key(), for: asker, at: moment) { try await press.print([7]) } }
        try await until { press.begun == 1 }
        printings.stop(key(), for: 3)
        printings.stop(key(), for: 1)
        #expect(printings.standing(key()) != nil, "somebody else waits for it")
        printings.stop(key(), for: 2)
        #expect(printings.standing(key()) == nil)
        try await until { press.stopped == 1 }
        printings.begin(key(), for: 1, at: moment) { [5] }
        try await until { isReady(printings, key()) }
    }

    @Test func `what failed is told once, and then tried again`() async throws {
        let printings = Printings()
        printings.begin(key(), for: 1, at: moment) { throw Refusal("printer-missing", .unavailable, "No printer") }
        var told: Refusal?
        try await until { if case .failed(let refusal) = printings.standing(key()) { told = refusal; return true } else { return false } }
        #expect(told?.code == "printer-missing")
        #expect(printings.standing(key()) == nil)
        #expect(try await printings.file(key(), for: 1, at: moment) { [6] } == [6])
    }

    @Test func `a draft is handed over once, and each has their own`() async throws {
        let (printings, mine, other) = (Printings(), key(1, .draft(account: 1)), key(1, .draft(account: 2)))
        printings.begin(mine, for: 1, at: moment) { [1] }
        #expect(try await printings.file(other, for: 2, at: moment) { [2] } == [2])
        #expect(try await printings.file(mine, for: 1, at: moment) { [3] } == [1])
        #expect(try await printings.file(mine, for: 1, at: moment) { [3] } == [3], "the next is printed from what is on record then")
    }

    @Test func `files that are ready are kept within bounds, the newest the longest`() async throws {
        let printings = Printings(most: 10)
        for paper in 1...3 as ClosedRange<Int64> {
            printings.begin(key(paper), for: 1, at: moment.adding(seconds: Int(paper))) { [UInt8](repeating: 0, count: 4) }
            try await until { isReady(printings, key(paper)) }
        }
        #expect(printings.standing(key(1)) == nil)
        #expect(isReady(printings, key(2)) && isReady(printings, key(3)))
    }
}
