import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at measures, from which day, and what they may do there.
struct PerformanceViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>

    var mayKeep: Bool { isToday && PerformancePolicy.keeps.allows(actor) }
    var maySign: Bool { isToday && PerformancePolicy.signs.allows(actor) }

    func mayRecord(_ measure: PerformanceMeasure) -> Bool {
        isToday && measure.source != .live && measure.isMeasured(on: today) && PerformancePolicy.records(measure, actingFor: parties).allows(actor)
    }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func performanceViewer(_ session: Session) throws -> PerformanceViewer {
        try PerformancePolicy.reads.check(actor)
        return PerformanceViewer(actor: actor, csrf: csrf, on: on, today: today, parties: try Parties(session).actedFor(by: actor, on: day))
    }
}
