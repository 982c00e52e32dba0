public import Kernel
import HTTPTypes
import NIOCore
import Synchronization

/// The register of today in memory, with the answers that were given from it: each is made once, and good until the version changes.
///
/// What this process writes shows at once. What another writes into the same records shows within a second. What is written of other things leaves it,
/// its answers and their tags as they are.
public final class KeptRegister: Sendable {
    private struct State {
        var register: Register?
        /// How many entries the journal had when it was last looked at: those after the register's own are of nothing that it shows.
        var seen: Int64 = 0
        /// When it was last found to be the newest.
        var checked = Moment(milliseconds: 0)
        var reading: (day: Day, size: Int64, task: Task<Register, any Error>)?
        var answers = KeptAnswers()
    }

    /// Milliseconds for which nobody asks again whether there is a newer one.
    private static let patience: Int64 = 1000

    private let source: RegisterSource
    private let state = Mutex(State())

    public init(_ source: RegisterSource) { self.source = source }

    /// The register as it is at a moment.
    public func register(at moment: Moment) async throws -> Register {
        let day = moment.day
        if let register = state.withLock({ current($0, day, moment) }) { return register }
        let seen = state.withLock { $0.seen }
        let news = try await source.news(seen)
        let size = news.size
        let task = state.withLock { state -> Task<Register, any Error> in
            if let register = state.register, register.version.day == day, size <= state.seen || (!news.concerns && state.seen == seen) {
                (state.seen, state.checked) = (max(state.seen, size), moment)
                return Task { register }
            }
            // Whoever asks meanwhile waits for the same reading.
            if let reading = state.reading, reading.day == day, reading.size == size { return reading.task }
            let (source, last) = (source, state.register)
            let task = Task {
                let contents = try await source.contents(day)
                return last?.becoming(contents) ?? Register(contents)
            }
            state.reading = (day, size, task)
            return task
        }
        do {
            let register = try await task.value
            state.withLock { state in
                if state.reading?.day == day, state.reading?.size == size { state.reading = nil }
                (state.seen, state.checked) = (max(state.seen, register.version.size), moment)
                guard state.register?.version != register.version else { return }
                if let last = state.register?.version, last.day > register.version.day || (last.day == register.version.day && last.size > register.version.size) { return }
                (state.register, state.answers) = (register, KeptAnswers())
            }
            return register
        } catch {
            // The next to ask tries again.
            state.withLock { $0.reading = nil }
            throw error
        }
    }

    /// The answer to an address, where it was given before and the register is still the same.
    func answer(to address: String, at moment: Moment) -> (answer: KeptAnswer, version: RegisterVersion)? {
        let day = moment.day
        return state.withLock { state in
            guard let version = current(state, day, moment)?.version else { return nil }
            return state.answers.find(address).map { ($0, version) }
        }
    }

    func keep(_ answer: KeptAnswer, to address: String, of version: RegisterVersion) {
        state.withLock { state in
            if state.register?.version == version { state.answers.keep(answer, address) }
        }
    }

    private func current(_ state: borrowing State, _ day: Day, _ moment: Moment) -> Register? {
        guard let register = state.register, register.version.day == day, source.heard() <= state.seen,
              abs(moment.milliseconds - state.checked.milliseconds) < KeptRegister.patience else { return nil }
        return register
    }
}

/// An answer as it is sent.
struct KeptAnswer: Sendable {
    let headers: HTTPFields
    let body: ByteBuffer
    /// The same for whoever takes gzip, once somebody did.
    var packed: (headers: HTTPFields, body: ByteBuffer)?

    init(headers: HTTPFields, body: ByteBuffer) {
        var headers = headers
        // It is counted anew as the answer is sent, packed or not.
        headers[.contentLength] = nil
        (self.headers, self.body) = (headers, body)
    }

    var cost: Int { body.readableBytes + (packed?.body.readableBytes ?? 0) + 1000 }
}

/// Answers by their addresses, in bounds: what was not asked for since the last half was filled goes first.
struct KeptAnswers {
    /// Bytes that each half takes.
    static let most = 24 << 20

    private var young: [String: KeptAnswer] = [:]
    private var old: [String: KeptAnswer] = [:]
    private var cost = 0

    mutating func find(_ address: String) -> KeptAnswer? {
        if let answer = young[address] { return answer }
        guard let answer = old.removeValue(forKey: address) else { return nil }
        keep(answer, address)
        return answer
    }

    mutating func keep(_ answer: KeptAnswer, _ address: String) {
        guard answer.cost <= KeptAnswers.most / 4 else { return }
        if cost + answer.cost > KeptAnswers.most { (old, young, cost) = (young, [:], 0) }
        cost += answer.cost + address.utf8.count - (young[address]?.cost ?? 0)
        young[address] = answer
    }
}
