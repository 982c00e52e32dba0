import Kernel
import Testing

@testable import Web

@Suite struct ThrottleTests {
    private let start = TestHouse.morning

    private func wait(_ throttle: Throttle, _ key: String, after seconds: Int) -> Int? {
        do {
            try throttle.admit(key, at: start.adding(seconds: seconds))
            return nil
        } catch { return error.wait }
    }

    @Test func `some tries are free, then each waits twice as long`() {
        let throttle = Throttle(free: 3, firstWait: 2, longestWait: 10, forgetting: 100)
        for _ in 0..<3 { #expect(wait(throttle, "a", after: 0) == nil) }
        #expect(wait(throttle, "a", after: 0) == 2)
        #expect(wait(throttle, "a", after: 1) == 1)
        #expect(wait(throttle, "b", after: 1) == nil)
        #expect(wait(throttle, "a", after: 2) == nil)
        #expect(wait(throttle, "a", after: 2) == 4)
        #expect(wait(throttle, "a", after: 6) == nil)
        #expect(wait(throttle, "a", after: 6) == 8)
        #expect(wait(throttle, "a", after: 14) == nil)
        #expect(wait(throttle, "a", after: 14) == 10)
        #expect(wait(throttle, "a", after: 200) == nil)
        #expect(wait(throttle, "a", after: 200) == nil)
    }

    @Test func `who is refused is told the seconds, rounded up`() throws {
        let throttle = Throttle(free: 1, firstWait: 300)
        try throttle.admit("a", at: start)
        let refusal = #expect(throws: Refusal.self) {
            try throttle.admit("a", at: Moment(milliseconds: start.milliseconds + 180_500))
        }
        #expect(refusal?.kind == .tooMany)
        #expect(refusal?.wait == 120)
        #expect(refusal?.sentence == "That was tried too often. Wait 2 minutes, then try again.")
    }

    @Test func `success is forgiven`() throws {
        let throttle = Throttle(free: 1)
        try throttle.admit("a", at: start)
        throttle.forgive("a")
        try throttle.admit("a", at: start)
    }

    @Test func `memory is bounded and those who wait are remembered longest`() throws {
        let throttle = Throttle(free: 2, firstWait: 900, most: 100)
        for _ in 0..<2 { try throttle.admit("victim", at: start) }
        for number in 0..<1000 { try throttle.admit("key\(number)", at: start.adding(seconds: number / 10)) }
        #expect(throttle.count <= 100)
        #expect(throws: Refusal.self) { try throttle.admit("victim", at: start.adding(seconds: 100)) }
    }
}
