public import Kernel
import Synchronization

/// How much work is done for each of many clients: so much at once, and then so much a minute.
///
/// It is held in memory and in bounds, so it starts afresh with the program.
public final class Pace: Sendable {
    /// Milliseconds between two pieces of work of one client, in the long run.
    private let interval: Int64
    /// Milliseconds by which a client may be ahead.
    private let room: Int64
    private let most: Int
    /// When each client's work so far would have been done at an even pace, in milliseconds since 1970.
    private let due = Mutex<[String: Int64]>([:])

    /// - Parameter most: how many clients are remembered.
    public init(atOnce: Int, perMinute: Int, most: Int = 20_000) {
        interval = Int64(max(1, 60_000 / max(1, perMinute)))
        room = Int64(max(1, atOnce) - 1) * interval
        self.most = max(1, most)
    }

    /// Counts a piece of work for a client.
    ///
    /// - Throws: `tried-too-often`, with the seconds to wait.
    public func admit(_ client: String, at moment: Moment) throws(Refusal) {
        let now = moment.milliseconds
        let early = due.withLock { due -> Int64 in
            if due[client] == nil, due.count >= most {
                due = due.filter { $0.value > now }
                // Who comes from everywhere at once is forgiven rather than let fill the memory.
                if due.count >= most { due = [:] }
            }
            let own = max(due[client] ?? now, now)
            guard own - now <= room else { return own - now - room }
            due[client] = own + interval
            return 0
        }
        guard early > 0 else { return }
        let wait = Int((early + 999) / 1000)
        throw Refusal("tried-too-often", .tooMany, "So much was asked for from your address that it has to wait its turn. Try again in \(counted(wait, "second")).", wait: wait)
    }
}
