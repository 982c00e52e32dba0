import Enforcement
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// A small service on a real database on 6 January 2025: an officer, a second person who may sign, a manager and a reader, and two premises.
struct EnforcementWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let officer: Actor
    let signer: Actor
    let manager: Actor
    let reader: Actor
    let enforcement = Enforcement()

    static let names = ["WM Ferris", "GM Halloran", "R. Okafor", "P. Lindqvist"]

    static func with(_ engine: Engine, _ body: (EnforcementWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Attachment.migrations + Gazetteer.migrations + Enforcement.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in
                for (reference, name, type) in [("P-1", "Harbour House", PremisesType.office), ("P-2", "12 Mill Lane", .hmo)] {
                    try work.add("added the premises") { id in
                        Premises(id: id, reference: try Reference(reference), name: name, address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: type, since: work.today)
                    }
                }
                let ids = try names.map { try People().findOrAdd(name: $0, work).id.number }
                for type in NoticeType.allCases { try Enforcement().authorise(NewSigningAuthority(party: "GM Halloran", type: type, from: Day(2025, 1, 1)!), work) }
                return ids
            }
            try await body(EnforcementWorld(
                desk: desk, clock: clock,
                officer: Actor(person: ids[0], name: names[0], roles: [.reader, .officer]), signer: Actor(person: ids[1], name: names[1], roles: [.reader, .officer, .approver]),
                manager: Actor(person: ids[2], name: names[2], roles: [.reader, .manager]), reader: Actor(person: ids[3], name: names[3], roles: [.reader])))
        }
    }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }
    var today: Day { clock.clock.today }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Enforcement, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? officer) { [enforcement] work in try body(enforcement, work) }
    }

    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Enforcement, Work) throws -> Void) async throws -> String? {
        try await refusal { try await write(by: actor, body) }?.code
    }

    func openCase(at premises: String = "P-1") async throws -> EnforcementCase {
        let today = today
        return try await write { try $0.open(NewCase(title: "Blocked stairs", origin: .complaint, officer: "WM Ferris", premises: premises, opened: today), $1) }
    }

    /// Records what a notice in the case is approved on: a finding against article 14, and the rationale.
    func ground(_ own: EnforcementCase) async throws {
        try await write { enforcement, work in
            try enforcement.find(NewCaseFinding(on: work.today, article: "14", found: "Bins on the stairs"), in: own, work)
            try enforcement.reason(NewRationale(risk: .imminent, gap: .extreme, expectation: .prohibition, conclusion: .prohibition), for: own, work)
        }
    }

    /// What a notice of a type needs to be approved, to be complied with by 10 March 2025.
    static func filled(_ type: NoticeType, alters: Bool = false) -> NewNotice {
        NewNotice(
            articles: ["14"], steps: [NoticeStep("14", "Clear the stairs", "Build another")], recipients: [NoticeRecipient("Harbour Homes Ltd", "1 Quay Street"), NoticeRecipient("J. Owner")],
            substance: "Escape routes were not kept clear.", grounds: "Secret grounds", altersPremises: alters, isImmediate: type == .prohibition,
            complyBy: type == .enforcement ? Day(2025, 3, 10)! : nil)
    }

    /// A notice that was approved today, of an alteration after the authority was consulted.
    func approved(_ type: NoticeType, at premises: String = "P-1", alters: Bool = false) async throws -> Notice {
        let (own, today) = (try await openCase(at: premises), today)
        try await ground(own)
        let notice = try await write { try $0.draft(type, EnforcementWorld.filled(type, alters: alters), in: own, $1) }
        if alters { try await record(.consultations, NewNoticeEvent(.consulted, on: today, who: "Borough", consultee: .localAuthority), of: notice) }
        try await write(by: signer) { try $0.record(.approval, NewNoticeEvent(.approved, on: today), of: notice, $1) }
        return notice
    }

    /// A notice that was served today on the first of its recipients.
    func served(_ type: NoticeType) async throws -> Notice {
        let (notice, today) = (try await approved(type), today)
        try await record(.services, NewNoticeEvent(.served, on: today, who: "Harbour Homes Ltd", method: .byHand, note: "Receipt"), of: notice)
        return notice
    }

    @discardableResult
    func record(_ deed: NoticeDeed, _ new: NewNoticeEvent, of notice: Notice, by actor: Actor? = nil) async throws -> NoticeEvent {
        try await write(by: actor) { try $0.record(deed, new, of: notice, $1) }
    }

    func refused(_ deed: NoticeDeed, _ new: NewNoticeEvent, of notice: Notice, by actor: Actor? = nil) async throws -> Refusal? {
        try await refusal { try await record(deed, new, of: notice, by: actor) }
    }

    func view(_ notice: Notice, on day: Day? = nil) async throws -> NoticeView {
        let day = day ?? today
        return try await desk.read { NoticeView(try $0.facts(of: notice), on: day) }
    }
}
