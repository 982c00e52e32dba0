import Enforcement
import Kernel

/// One way in which a notice of the example lives, its steps by days after its first service.
struct ExampleBranch: Sendable {
    struct Step: Sendable {
        enum Deed: Sendable { case recorded(NoticeDeed), amended, prosecuted, closed }

        var after: Int
        var deed: Deed
        var note: String
        var outcome: NoticeHistory.Appeal.Outcome?
        var satisfied: Bool?
        /// Days after service.
        var until: Int?
        /// Whether it is served on the second recipient.
        var isSecond = false
    }

    var type: NoticeType
    var steps: [Step]
    var isApproved = true
    var isHalfDone = false
    var isConsulted = false
    var isInHMO = false
    var isForWorkersOnly = false
    var complyAfter = 56
    /// Of a prohibition that is not immediate.
    var effectiveAfter: Int?

    private static func step(_ after: Int, _ deed: NoticeDeed, _ note: String, _ outcome: NoticeHistory.Appeal.Outcome? = nil, satisfied: Bool? = nil, until: Int? = nil, second: Bool = false) -> Step {
        Step(after: after, deed: .recorded(deed), note: note, outcome: outcome, satisfied: satisfied, until: until, isSecond: second)
    }

    private static let serve = step(0, .services, "Handed over against a signed receipt")
    private static let appeal = step(12, .appeals, "Against the steps")
    private static func done(_ after: Int) -> [Step] {
        [step(after, .inspections, "All steps were taken", satisfied: true), Step(after: after + 2, deed: .closed, note: "Complied with")]
    }

    /// How notices of earlier years ended.
    static let past: [ExampleBranch] = [
        ExampleBranch(type: .enforcement, steps: [serve] + done(50)),
        ExampleBranch(type: .prohibition, steps: [serve] + done(21)),
        ExampleBranch(type: .enforcement, steps: [serve, step(40, .extensions, "Parts are on order", until: 90), step(60, .inspections, "Half is done", satisfied: false)] + done(88)),
        ExampleBranch(type: .enforcement, steps: [serve, appeal, step(70, .disposals, "Heard and decided", .affirmed, until: 120)] + done(110)),
        ExampleBranch(type: .prohibition, steps: [serve, appeal, step(15, .directions, "Until the hearing"), step(60, .disposals, "Heard and decided", .affirmed)] + done(90)),
        ExampleBranch(type: .enforcement, steps: [serve, appeal, step(75, .disposals, "Heard and decided", .cancelled), Step(after: 80, deed: .closed, note: "Cancelled by the court")]),
        ExampleBranch(type: .enforcement, steps: [serve, step(3, .services, "Tracked delivery", second: true)] + done(54)),
        ExampleBranch(type: .prohibition, steps: [serve] + done(30), isConsulted: true, isInHMO: true),
        ExampleBranch(type: .enforcement, steps: [serve, appeal, step(50, .disposals, "Heard and decided", .modified, until: 100), Step(after: 55, deed: .amended, note: "As the court has it")] + done(95)),
        ExampleBranch(type: .enforcement, steps: [serve, step(33, .withdrawal, "Served on the wrong company"), Step(after: 34, deed: .closed, note: "Withdrawn")]),
        ExampleBranch(type: .alterations, steps: [serve]),
        ExampleBranch(type: .enforcement, steps: [serve, Step(after: 90, deed: .prosecuted, note: "")]),
        ExampleBranch(type: .prohibition, steps: [serve] + done(40), effectiveAfter: 14),
        ExampleBranch(type: .enforcement, steps: [serve, step(9, .objections, "The layout shows how the coating is made"), step(48, .resolutions, "Agreed a safe wording")] + done(55)),
        ExampleBranch(type: .enforcement, steps: [serve] + done(52), isConsulted: true),
        ExampleBranch(type: .prohibition, steps: [serve, step(5, .withdrawal, "The use has ended"), Step(after: 6, deed: .closed, note: "Withdrawn")]),
        ExampleBranch(type: .enforcement, steps: [serve] + done(49), isForWorkersOnly: true),
        ExampleBranch(type: .enforcement, steps: [serve, appeal, step(40, .disposals, "They gave it up", .withdrawn)] + done(56)),
        ExampleBranch(type: .alterations, steps: [serve, step(600, .withdrawal, "The layout was changed for good"), Step(after: 601, deed: .closed, note: "Withdrawn")]),
        ExampleBranch(type: .enforcement, steps: [step(1, .abandonment, "Put right before service"), Step(after: 2, deed: .closed, note: "Put right before service")]),
        ExampleBranch(type: .prohibition, steps: [serve] + done(14)),
        ExampleBranch(type: .alterations, steps: [serve, appeal, step(64, .disposals, "Heard and decided", .affirmed)]),
    ]

    /// How the latest stand, and how many days ago each was served, or was to be.
    static let now: [(branch: ExampleBranch, age: Int)] = [
        (ExampleBranch(type: .enforcement, steps: [serve, step(60, .inspections, "Little is done", satisfied: false)]), 75),
        (ExampleBranch(type: .prohibition, steps: [serve, step(12, .appeals, "Against the whole notice"), step(15, .directions, "Until the hearing")]), 60),
        (ExampleBranch(type: .alterations, steps: [serve]), 55),
        (ExampleBranch(type: .enforcement, steps: [serve, step(6, .objections, "The layout shows how the coating is made")]), 41),
        (ExampleBranch(type: .enforcement, steps: [serve, appeal]), 38),
        (ExampleBranch(type: .prohibition, steps: [serve]), 33),
        (ExampleBranch(type: .enforcement, steps: [serve] + done(20)), 30),
        (ExampleBranch(type: .enforcement, steps: [serve], complyAfter: 42), 28),
        (ExampleBranch(type: .prohibition, steps: [serve], isConsulted: true, isInHMO: true), 22),
        (ExampleBranch(type: .enforcement, steps: [serve]), 12),
        (ExampleBranch(type: .prohibition, steps: [serve], effectiveAfter: 21), 6),
        (ExampleBranch(type: .enforcement, steps: [], complyAfter: 60), -1),
        (ExampleBranch(type: .prohibition, steps: [], isApproved: false), -3),
        (ExampleBranch(type: .enforcement, steps: [], isApproved: false, isHalfDone: true, complyAfter: 70), -4),
        (ExampleBranch(type: .prohibition, steps: [serve]), 3),
    ]
}
