import Kernel
import People
import Storage

/// What the verbs ask before they save.
extension Quality {
    func parties(_ work: Work) throws -> Set<ID<Party>> { try work.session.qualityParties(of: work.actor, on: work.today) }

    /// - Parameter barred: whoever did the work, and who stood behind them.
    /// - Throws: `reviewer-is-auditor`
    func refuseOwn(_ reviewer: Party, _ barred: Set<ID<Party>>, _ work: Work, field: String = "reviewer") throws {
        let behind = Set([reviewer.id] + (try Parties(work.session).persons(behind: reviewer.id, on: work.today).map(\.id)))
        guard !behind.isDisjoint(with: barred) else { return }
        let sentence = "\(reviewer.name) did this work, or stands for whoever did, and nobody checks their own. Choose another reviewer."
        throw Refusal("reviewer-is-auditor", .conflict, sentence, fields: [.init(field, sentence)])
    }

    func refuseEnded(_ check: QualityCheck) throws(Refusal) {
        if let completed = check.completed { throw .conflict("check-completed", "\(check.reference) was completed on \(completed). Its reviewer corrects it, with a reason.") }
        if let gone = check.calledOff { throw .conflict("check-called-off", "\(check.reference) was called off on \(gone). Have the work checked anew.") }
    }

    func refuseUncompleted(_ check: QualityCheck) throws(Refusal) {
        if check.completed == nil { throw .conflict("check-not-completed", "\(check.reference) is not completed. That comes first.") }
    }

    /// The first obstacle gives the code; all of them are told.
    func refuseObstacles(_ obstacles: [QualityObstacle]) throws(Refusal) {
        guard let first = obstacles.first else { return }
        throw Refusal(first.code, .conflict, obstacles.map(\.sentence).joined(separator: " "), fields: obstacles.map { .init($0.field, $0.sentence) })
    }

    func refuseFuture(_ day: Day, _ field: String, since: Day, _ work: Work) throws(Refusal) {
        if day > work.today { throw .fields([.init(field, "\(day) has not come. Give today or an earlier day.")]) }
        if day < since { throw .fields([.init(field, "It came on record on \(since). Give that day or a later one.")]) }
    }

    func refusePast(_ day: Day, _ field: String, _ work: Work) throws(Refusal) {
        if day < work.today { throw .fields([.init(field, "\(day) is past. Give today or a later day.")]) }
    }
}
