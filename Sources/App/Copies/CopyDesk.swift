import Foundation
import Kernel
import Logging
import Storage
import Synchronization

/// Makes the copies of a served service: when the clock says so, and when an administrator asks.
actor CopyDesk {
    nonisolated let desk: Desk
    nonisolated let plan: CopyPlan
    let log: Logger
    private var running: Task<Void, Never>?
    private nonisolated let isStopped = Stop()

    init(desk: Desk, plan: CopyPlan, log: Logger) {
        self.desk = desk
        self.plan = plan
        self.log = log
    }

    /// Begins a round that goes on beside whoever asked.
    ///
    /// - Throws: `copy-under-way`, `stopping`
    @discardableResult
    func begin(by actor: Actor) async throws -> CopyRound {
        guard !isStopped.isAsked else { throw Refusal.stopping }
        let (moment, place) = (desk.clock.now, plan.place)
        let round = try await desk.store.write { session in
            try CopyRounds(session).begin(by: actor.subject, in: place, at: moment)
        }
        guard !isStopped.isAsked else {
            // The stop came in between, and waits for whoever asked.
            await finish(round)
            throw Refusal.stopping
        }
        let earlier = running
        running = Task {
            await earlier?.value
            await finish(round)
        }
        return round
    }

    /// Begins a round when one is due. Of several servers the first that looks makes it.
    func beginIfDue() async throws {
        guard let schedule = plan.schedule else { return }
        let moment = desk.clock.now
        let last = try await desk.read { try CopyRounds($0).latest(limit: 1000).first { $0.askedBy == Actor.muster.subject } }
        guard schedule.isDue(after: last, at: moment) else { return }
        do { try await begin(by: .muster) } catch let refusal as Refusal where refusal.code == "copy-under-way" {
            log.debug("A copy is due, and being made already")
        }
    }

    /// Ends what an earlier life of this server left open.
    func wake() async throws {
        let (moment, place) = (desk.clock.now, plan.place)
        try await desk.store.write { session in try CopyRounds(session).endInterrupted(in: place, at: moment) }
        copies.tidy(plan.folder, before: moment.adding(seconds: -86_400))
    }

    /// Waits until nothing is under way.
    func settle() async { await running?.value }

    /// Tells what is under way to stop, and lets nothing begin any more. It waits for nothing.
    nonisolated func askToStop() { isStopped.ask() }

    /// Stops what is under way, leaving nothing of it.
    func stop() async {
        askToStop()
        running?.cancel()
        await running?.value
    }

    private func finish(_ begun: CopyRound) async {
        var round = begun
        do {
            if isStopped.isAsked { throw Refusal.stopped }
            try await work(&round)
        } catch {
            round.outcome = .failed
            round.sentence = isStopped.isAsked ? "The server was stopped before it was done." : (error as? Refusal)?.sentence ?? "Something went wrong that the server’s log tells of."
            log.log(level: isStopped.isAsked ? .notice : .error, "A copy was not made", metadata: ["reason": "\(error)"])
        }
        round.endedAt = desk.clock.now
        // A task of its own: what came of it is written down though this one was cancelled.
        do { try await Task { [round] in try await desk.store.write { try CopyRounds($0).save(round) } }.value } catch {
            log.error("What came of a copy could not be written down", metadata: ["reason": "\(error)"])
        }
    }

    private func work(_ round: inout CopyRound) async throws {
        let watch: CopyWatch = { [isStopped] _ in if isStopped.isAsked { throw Refusal.stopped } }
        try plan.makeFolder()
        let path = plan.path(for: round.begunAt)
        let made = try await copies.make(of: desk.store, at: path, watch: watch)
        do { try await keep(made, at: path, &round, watch) } catch {
            // What is not known to be good is no copy, and nobody else would ever remove it.
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
        let words = round.outcome == .kept ? "A copy was made and proven" : "Nothing has changed since the last copy, which was proven again"
        log.info("\(words)", metadata: ["file": "\(round.file ?? path)", "entries": "\(made.contents.entries)"])
        do { try await removeOld(with: round) } catch {
            log.error("Old copies could not be removed", metadata: ["reason": "\(error)"])
        }
    }

    /// Proves a copy that was made, or the last one where that is the same and this one is not needed.
    private func keep(_ made: CheckedCopy, at path: String, _ round: inout CopyRound, _ watch: @escaping CopyWatch) async throws {
        (round.entries, round.root) = (made.contents.entries, made.contents.root.description)
        (round.bytes, round.sha256) = (made.bytes, made.sha256.description)
        let last = try await desk.read { try CopyRounds($0).withFiles() }.first(where: plan.isOurs)
        // The same service gives the same file, so one that is there already says all that the new one would.
        let isNew = if let last, last.sha256 == round.sha256 { await !plan.isStill(last) } else { true }
        if !isNew { try FileManager.default.removeItem(atPath: path) }
        let file = isNew ? path : last?.file ?? path
        let began = ContinuousClock.now
        try await copies.prove(file, in: plan.folder, log: log, watch: watch)
        (round.outcome, round.file) = (isNew ? .kept : .unchanged, file)
        (round.provenAt, round.proving) = (desk.clock.now, (ContinuousClock.now - began).milliseconds)
    }

    private func removeOld(with round: CopyRound) async throws {
        var files = try await desk.read { try CopyRounds($0).withFiles() }
        if round.outcome == .kept { files.insert(round, at: 0) }
        for old in plan.retention.removable(files.filter(plan.isOurs)) {
            guard let file = old.file, old.id != round.id, file != round.file else { continue }
            try? FileManager.default.removeItem(atPath: file)
            var gone = old
            gone.removedAt = desk.clock.now
            try await desk.store.write { [gone] session in try CopyRounds(session).save(gone) }
            log.info("An old copy made room for newer ones", metadata: ["file": "\(file)"])
        }
    }
}

extension CopyDesk {
    /// Notes a copy that was made at the command line, so that the page knows of it. A copy is good without the note.
    ///
    /// - Parameter proving: how long it took to restore it, which proved it.
    static func note(_ copy: CheckedCopy, _ file: String, _ begun: Moment, _ proving: Duration, by actor: Actor, _ desk: Desk) async {
        let ended = desk.clock.now
        try? await desk.store.write { session in
            var round = try CopyRounds(session).begin(by: actor.subject, in: CopyPlan.machine, at: begun)
            (round.endedAt, round.outcome, round.file) = (ended, .kept, URL(fileURLWithPath: file).path)
            (round.bytes, round.sha256) = (copy.bytes, copy.sha256.description)
            (round.entries, round.root) = (copy.contents.entries, copy.contents.root.description)
            (round.provenAt, round.proving) = (ended, proving.milliseconds)
            try CopyRounds(session).save(round)
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

extension Refusal {
    fileprivate static let stopping = Refusal("stopping", .unavailable, "Muster is stopping just now, so nothing was begun. Try again in a moment.", wait: 30)
}
