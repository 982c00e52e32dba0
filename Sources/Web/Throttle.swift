public import Kernel
import Synchronization

/// Slows down whoever tries too often: some tries are free, and each one after them waits twice as long as the last.
///
/// It is held in memory and in bounds, so it starts afresh with the program. A try counts when it is made, not when it
/// fails, so that many at once don't slip through together.
public final class Throttle: Sendable {
    private struct Tries {
        var count = 0
        var last: Moment
        var closedUntil: Moment
    }

    private let free: Int
    private let firstWait: Int
    private let longestWait: Int
    private let forgetting: Int
    private let most: Int
    private let tries = Mutex<[String: Tries]>([:])

    /// - Parameters:
    ///   - free: how many tries are free.
    ///   - firstWait: seconds after the last free one; it doubles from there.
    ///   - longestWait: the most seconds anyone waits.
    ///   - forgetting: seconds without a try after which all is forgotten.
    ///   - most: how many keys are remembered; the longest quiet go first.
    public init(free: Int = 5, firstWait: Int = 2, longestWait: Int = 900, forgetting: Int = 3600, most: Int = 10_000) {
        self.free = max(1, free)
        self.firstWait = max(1, firstWait)
        self.longestWait = longestWait
        self.forgetting = max(forgetting, longestWait)
        self.most = max(4, most)
    }

    /// Counts a try. The key says whose: an address, an account.
    ///
    /// - Throws: `tried-too-often`, with the seconds to wait.
    public func admit(_ key: String, at moment: Moment) throws(Refusal) {
        let wait = tries.withLock { tries -> Int in
            if tries[key] == nil, tries.count >= most { forgetQuiet(&tries, at: moment) }
            var own = tries[key] ?? Tries(last: moment, closedUntil: moment)
            if own.last.seconds(until: moment) >= forgetting { own = Tries(last: moment, closedUntil: moment) }
            if moment < own.closedUntil {
                // Rounded up, so that a try after the seconds told is let in.
                return Int((own.closedUntil.milliseconds - moment.milliseconds + 999) / 1000)
            }
            own.count += 1
            own.last = moment
            if own.count >= free {
                let doublings = min(own.count - free, 20)
                own.closedUntil = moment.adding(seconds: min(longestWait, firstWait << doublings))
            }
            tries[key] = own
            return 0
        }
        if wait > 0 {
            let time = wait < 120 ? counted(wait, "second") : counted((wait + 59) / 60, "minute")
            throw Refusal("tried-too-often", .tooMany, "That was tried too often. Wait \(time), then try again.", wait: wait)
        }
    }

    /// Forgets the tries under a key: the right password was given.
    public func forgive(_ key: String) { tries.withLock { $0[key] = nil } }

    /// Takes one try back, as if it had never been made: it was right, and others may come under the same key.
    ///
    /// - Parameter moment: the one under which it was admitted.
    public func takeBack(_ key: String, at moment: Moment) {
        tries.withLock { tries in
            guard var own = tries[key], own.count > 0 else { return }
            own.count -= 1
            // Who came after it has closed the door for themselves.
            if own.count < free || own.last == moment { own.closedUntil = moment }
            tries[key] = own.count == 0 ? nil : own
        }
    }

    /// How many keys are remembered.
    var count: Int { tries.withLock { $0.count } }

    private func forgetQuiet(_ tries: inout [String: Tries], at moment: Moment) {
        tries = tries.filter { $0.value.last.seconds(until: moment) < forgetting }
        guard tries.count >= most else { return }
        let oldest = tries.sorted { max($0.value.last, $0.value.closedUntil) < max($1.value.last, $1.value.closedUntil) }
        for (key, _) in oldest.prefix(most / 4) { tries[key] = nil }
    }
}
