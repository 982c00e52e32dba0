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

    @Test func `a try that was right is taken back, and no wrong one with it`() {
        let throttle = Throttle(free: 3, firstWait: 4, longestWait: 100)
        for second in 0..<50 {
            #expect(wait(throttle, "office", after: second) == nil)
            throttle.takeBack("office", at: start.adding(seconds: second))
        }
        #expect(throttle.count == 0)
        // Two wrong ones, then right and wrong by turns: the wrong ones wait as if they were alone.
        for _ in 0..<2 { #expect(wait(throttle, "office", after: 60) == nil) }
        #expect(wait(throttle, "office", after: 61) == nil)
        throttle.takeBack("office", at: start.adding(seconds: 61))
        #expect(wait(throttle, "office", after: 61) == nil)
        #expect(wait(throttle, "office", after: 62) == 3)
        #expect(wait(throttle, "office", after: 65) == nil)
        throttle.takeBack("office", at: start.adding(seconds: 65))
        #expect(wait(throttle, "office", after: 66) == nil)
        #expect(wait(throttle, "office", after: 66) == 8)
        // One that was admitted before the door closed opens it for nobody.
        throttle.takeBack("office", at: start.adding(seconds: 65))
        #expect(wait(throttle, "office", after: 67) == 7)
    }

    @Test func `memory is bounded and those who wait are remembered longest`() throws {
        let throttle = Throttle(free: 2, firstWait: 900, most: 100)
        for _ in 0..<2 { try throttle.admit("victim", at: start) }
        for number in 0..<1000 { try throttle.admit("key\(number)", at: start.adding(seconds: number / 10)) }
        #expect(throttle.count <= 100)
        #expect(throws: Refusal.self) { try throttle.admit("victim", at: start.adding(seconds: 100)) }
    }
}
