import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of a programme, from which day, and what they may do there.
struct ProgrammeViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for.
    let parties: Set<ID<Party>>

    var mayKeep: Bool { isToday && ProgrammePolicy.keeps.allows(actor) }
    func mayAdopt(_ plan: YearPlan) -> Bool { isToday && ProgrammePolicy.adopts(plan).allows(actor) }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func programmeReader(_ session: Session) throws -> ProgrammeViewer {
        try ProgrammePolicy.reads.check(actor)
        return ProgrammeViewer(actor: actor, csrf: csrf, on: on, today: today, parties: try Parties(session).actedFor(by: actor, on: day))
    }

    /// The plan that the address asks for, by its number.
    var planNumber: Int? { query["plan"].flatMap { Int($0) } }
}

extension AllotmentFilter {
    init(_ query: AddressQuery) {
        self.init()
        whose = query["whose"].flatMap { $0 == "own" ? $0 : nil }
        standing = query["standing"].flatMap(AllotmentStanding.init)
        officer = query["officer"]
        month = query["month"].flatMap { Day(month: $0) }
        band = query["band"].flatMap(AuditRisk.init)
        why = query["why"].flatMap(YearPlanEntry.Why.init)
        type = query["type"].flatMap(PremisesType.init)
        words = query["words"]
        sort = query["sort"]
    }

    func link(_ page: Link) -> Link {
        page.adding("whose", whose).adding("standing", standing?.rawValue).adding("officer", officer).adding("month", month.map { String($0.iso.prefix(7)) }).adding("band", band?.rawValue)
            .adding("why", why?.rawValue).adding("type", type?.rawValue).adding("words", words).adding("sort", sort)
    }
}

extension YearPlanStanding {
    var tone: Tone {
        switch self {
        case .draft: .blue
        case .adopted: .green
        case .overtaken, .replaced: .grey
        }
    }
}

extension AllotmentStanding {
    var tone: Tone {
        switch self {
        case .done: .green
        case .planned, .toCome: .blue
        case .late: .red
        case .left: .grey
        }
    }
}
