import Enforcement
import Foundation
import Kernel
import People
import Premises
import Storage

/// Ten years of enforcement of the fictional service: 120 notices on its premises, each told day by day by the verbs, every state and branch among
/// them. The same every time.
enum ExampleNotices {
    static let count = 120
    static let enforcement = Enforcement(letterhead: ExampleService.letterhead)
    private static let (first, last) = (Day(number: 17_140), Day(number: 20_775))

    struct Story: Decodable, Sendable {
        struct Breach: Decodable, Sendable {
            let articles: [String]
            let found: String
            let step: String
            let substance: String
        }

        /// Name, street and type.
        let premises: [[String]]
        let companies: [String]
        let officers: [String]
        let breaches: [Breach]
    }

    /// What happened, each as the verbs tell it on its day.
    static func deeds() throws -> [ExampleDeed] {
        let story = try ExampleDeed.read(Story.self, "notices.json")
        return [ExampleDeed(.inBritain(first, hour: 8)) { try await begin(story, $0) }]
            + (0..<count).flatMap { number in ExampleNotice(number: number, served: served(number), story: story).deeds(until: last) }
    }

    /// One a month from the beginning of 2017; the last fifteen within weeks of 20 November 2026, so that every state can be seen on that day.
    private static func served(_ number: Int) -> Day {
        let recent = ExampleBranch.now.count
        guard number < count - recent else { return last.adding(days: -ExampleBranch.now[number - (count - recent)].age) }
        return first.adding(days: 20 + number * 33 + number * 7 % 11)
    }

    /// Whoever was there from the first day: the improvement manager and those who sign, officers, and the premises.
    private static func begin(_ story: Story, _ desk: Desk) async throws {
        try await desk.write(by: .operator, because: "The service begins to record enforcement") { work in
            let people = People()
            _ = try people.add(NewParty(kind: .person, name: "R. Okafor", email: ExampleService.email), work)
            for name in ["S. Marchetti", "GM Halloran"] + story.officers { _ = try people.findOrAdd(name: name, work) }
            for type in NoticeType.allCases {
                for name in ["S. Marchetti", "GM Halloran"] { try ExampleNotices.enforcement.authorise(NewSigningAuthority(party: name, type: type, from: first), work) }
            }
            for (index, place) in story.premises.enumerated() where place.count == 3 {
                try work.add("added the premises") { id in
                    Premises(
                        id: id, reference: try Reference("NS-E\(index + 1)"), uprn: UPRN(Int64(100_090_000_000 + index * 37)), name: place[0], address: [place[1], "Northport"],
                        postcode: Postcode(written: "NR\(index % 9 + 1) \(index % 8 + 1)AB"), area: index % 3 == 0 ? "Northport" : index % 3 == 1 ? "Fenside" : "East Northshire",
                        place: Place(latitude: 52.55 + Double(index * 37 % 100) / 500, longitude: 1.2 + Double(index * 53 % 100) / 300), type: PremisesType(rawValue: place[2]) ?? .otherWorkplace,
                        since: work.today)
                }
            }
        }
    }
}

/// One notice of the example, from the opening of its case.
struct ExampleNotice: Sendable {
    let number: Int
    /// The day of its first service, or on which it would have been served.
    let served: Day
    let story: ExampleNotices.Story

    private var branch: ExampleBranch {
        let recent = ExampleBranch.now.count
        let all = ExampleBranch.past
        return number < ExampleNotices.count - recent ? all[number % all.count] : ExampleBranch.now[number - (ExampleNotices.count - recent)].branch
    }

    private var place: Int {
        let houses = [5, 19, 28]
        if branch.isInHMO { return houses[number % 3] }
        let place = (number * 7 + number / 30) % story.premises.count
        // A prohibition on a house in multiple occupation is told to the housing authority first: that is a branch of its own.
        return houses.contains(place) ? place + 1 : place
    }
    private var premises: String { "NS-E\(place + 1)" }
    private var breach: ExampleNotices.Story.Breach { story.breaches[number % story.breaches.count] }
    private var recipients: [NoticeRecipient] {
        let first = NoticeRecipient(story.companies[number % story.companies.count], "\(number % 80 + 1) Registry Street, Northport, NR1 1AA")
        return branch.steps.contains { $0.isSecond } ? [first, NoticeRecipient("J. Landlord and Partners", "2 Agents Row, Fenside, NR9 2AB")] : [first]
    }

    /// Told by the day of each, up to a last day.
    func deeds(until last: Day) -> [ExampleDeed] {
        // The latest are led by whoever the example is looked at as, so that their days stand at home.
        let officer = number < ExampleNotices.count - 6 ? story.officers[number % story.officers.count] : "R. Okafor"
        var deeds = [ExampleDeed(at(-8)) { try await open(officer, $0) }, ExampleDeed(at(-6)) { try await draft(officer, $0) }]
        if branch.isConsulted {
            deeds.append(ExampleDeed(at(-5)) { desk in
                try await record(.consultations, NewNoticeEvent(.consulted, on: served.adding(days: -5), who: "Northshire Borough", consultee: branch.isInHMO ? .housingAuthority : .localAuthority, note: "No objection"), by: officer, desk)
            })
        }
        if branch.isApproved {
            deeds.append(ExampleDeed(at(-2)) { try await record(.approval, NewNoticeEvent(.approved, on: served.adding(days: -2)), by: number % 2 == 0 ? "S. Marchetti" : "GM Halloran", $0) })
        }
        for step in branch.steps where served.adding(days: step.after) <= last {
            deeds.append(ExampleDeed(at(step.after)) { try await tell(step, by: officer, $0) })
        }
        return deeds
    }

    private func at(_ days: Int) -> Moment { .inBritain(served.adding(days: days), hour: 9 + number % 8, minute: number * 7 % 60) }

    private func actor(_ name: String, _ session: Session) throws -> Actor {
        guard let party = try Parties(session).named(name) else { throw Refusal.missing("party-not-found", "The example names “\(name)”, who is not on record.") }
        return Actor(person: party.id.number, name: party.name, roles: [.officer, .approver])
    }

    private func own(_ session: Session) throws -> EnforcementCase {
        try session.first(
            EnforcementCase.self, "WHERE opened_on = \(served.adding(days: -8)) AND premises IN (SELECT id FROM premises WHERE reference = \(premises)) ORDER BY id DESC",
            or: Refusal.missing("case-not-found", "The example has no case at \(premises)."))
    }

    private func notice(_ session: Session) throws -> Notice {
        let own = try own(session)
        return try session.first(Notice.self, "WHERE enforcement_case = \(own.id) ORDER BY id DESC", or: Refusal.missing("notice-not-found", "The example has no notice in \(own.reference)."))
    }

    private func open(_ officer: String, _ desk: Desk) async throws {
        let origins = EnforcementCase.Origin.allCases
        let name = story.premises[place][0]
        try await desk.write(by: desk.read { try actor(officer, $0) }) { work in
            let own = try ExampleNotices.enforcement.open(NewCase(
                title: "\(origins[number % origins.count].words): \(name)", origin: origins[number % origins.count], officer: officer, premises: premises, opened: work.today,
                summary: "Visited with the manager on duty."), work)
            for article in breach.articles { try ExampleNotices.enforcement.find(NewCaseFinding(on: work.today, article: article, found: breach.found), in: own, work) }
            let departs = number % 9 == 4
            try ExampleNotices.enforcement.reason(NewRationale(
                risk: branch.type == .prohibition ? .imminent : .probable, gap: number % 2 == 0 ? .substantial : .extreme, expectation: departs ? .letterWithRevisit : branch.type.measure,
                dutyholder: number % 4 == 0 ? "Advised twice before, and did little." : nil, conclusion: branch.type.measure,
                departure: departs ? "The same was found at the visit before, and people sleep there." : nil), for: own, work)
        }
    }

    private func draft(_ officer: String, _ desk: Desk) async throws {
        try await desk.write(by: desk.read { try actor(officer, $0) }) { work in
            try ExampleNotices.enforcement.draft(branch.type, NewNotice(
                articles: breach.articles, steps: branch.isHalfDone ? [] : NoticeStep(written: breach.step).map { [$0] } ?? [], recipients: recipients, substance: breach.substance,
                grounds: branch.isHalfDone ? nil : breach.found, altersPremises: branch.isConsulted && branch.type == .enforcement, isForWorkersOnly: branch.isForWorkersOnly,
                isImmediate: branch.type == .prohibition && branch.effectiveAfter == nil, effective: branch.effectiveAfter.map { served.adding(days: $0) },
                complyBy: branch.type == .enforcement ? served.adding(days: branch.complyAfter) : nil), in: own(work.session), work)
        }
    }

    private func record(_ deed: NoticeDeed, _ new: NewNoticeEvent, by name: String, _ desk: Desk) async throws {
        try await desk.write(by: desk.read { try actor(name, $0) }) { work in try ExampleNotices.enforcement.record(deed, new, of: notice(work.session), work) }
    }

    private func tell(_ step: ExampleBranch.Step, by officer: String, _ desk: Desk) async throws {
        let day = served.adding(days: step.after)
        switch step.deed {
        case .recorded(let deed):
            let who = deed == .services ? recipients[step.isSecond ? 1 : 0].name : deed == .appeals || deed == .directions ? "Northshire magistrates’ court" : nil
            try await record(deed, NewNoticeEvent(
                deed.kind, on: day, who: who, method: deed == .services ? NoticeEvent.Method.allCases[number % 3] : nil, outcome: step.outcome, satisfied: deed == .inspections ? step.satisfied : nil,
                until: step.until.map { served.adding(days: $0) }, note: step.note), by: officer, desk)
        case .amended:
            try await desk.write(by: desk.read { try actor(officer, $0) }) { work in
                let notice = try notice(work.session)
                try ExampleNotices.enforcement.amend(notice, NewAmendment(on: day, articles: notice.articles, substance: "\(breach.substance) The court took out one step.", note: step.note), work)
            }
        case .prosecuted:
            try await desk.write(by: desk.read { try actor(officer, $0) }) { work in
                try ExampleNotices.enforcement.add(NewCaseOutcome(kind: .prosecution, on: day, words: "Failing to comply with the enforcement notice: article 32", result: nil, resultOn: nil), to: own(work.session), work)
            }
        case .closed:
            try await desk.write(by: desk.read { try actor(officer, $0) }) { work in try ExampleNotices.enforcement.close(own(work.session), on: day, because: step.note, work) }
        }
    }
}

extension NoticeType {
    fileprivate var measure: EnforcementMeasure {
        switch self {
        case .alterations: .alterations
        case .enforcement: .enforcement
        case .prohibition: .prohibition
        }
    }
}
