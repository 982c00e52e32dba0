import Kernel
import Testing

@testable import Web

@Suite struct PaceTests {
    private let start = Moment.inBritain(Day(number: 18_701), hour: 9)

    private func isAdmitted(_ pace: Pace, _ client: String, after seconds: Int) -> Bool { (try? pace.admit(client, at: start.adding(seconds: seconds))) != nil }

    @Test func `lets so much through at once, and then evenly`() {
        let pace = Pace(atOnce: 3, perMinute: 6)
        #expect((1...5).map { _ in isAdmitted(pace, "a", after: 0) } == [true, true, true, false, false])
        #expect(isAdmitted(pace, "b", after: 0))
        #expect([9, 10, 11, 20].map { isAdmitted(pace, "a", after: $0) } == [false, true, false, true])
        #expect((1...4).map { _ in isAdmitted(pace, "a", after: 600) } == [true, true, true, false])
    }

    @Test func `says how long to wait`() throws {
        let pace = Pace(atOnce: 1, perMinute: 2)
        try pace.admit("a", at: start)
        #expect(throws: Refusal.self) { try pace.admit("a", at: start) }
        do { try pace.admit("a", at: start.adding(seconds: 10)) } catch { #expect(error.wait == 20 && error.kind == .tooMany) }
    }

    @Test func `remembers no more clients than it may`() {
        let pace = Pace(atOnce: 1, perMinute: 1, most: 10)
        for client in 0..<100 { #expect(isAdmitted(pace, "\(client)", after: 0)) }
        #expect(!isAdmitted(pace, "99", after: 1))
    }
}
