import Boards
import Enforcement
import Hummingbird
import Inspections
import Kernel
import Library
import Logging
import Markup
import Papers
import People
import Performance
import Plans
import Premises
import Quality
import Register
import Reviews
import Storage
import Web

/// The whole web face, put together from the slices: the same for the program and for its tests.
struct MusterSite: Sendable {
    let desk: Desk
    let door: FrontDoor
    let house: House
    let signIns = SignInWatch()
    let kept: KeptPlans
    let copyDesk: CopyDesk
    let intake: Intake
    let reminderDesk: ReminderDesk
    let register: PublicRegister
    /// The programs' face: each slice's operations, and the problems that any of them tells.
    let api: API
    /// Made once, as it holds what it remembers of its visitors: who tried too often, and which pages wait for changes.
    let site: Site

    /// - Parameter kept: what may stay in memory between requests.
    init(desk: Desk, settings: Settings, log: Logger, kept: KeptPlans = KeptPlans()) {
        self.desk = desk
        self.kept = kept
        intake = settings.intake
        copyDesk = CopyDesk(desk: desk, plan: settings.copies, log: log)
        door = FrontDoor(
            desk: desk, limits: SignInLimits(idle: settings.sessionIdle, longest: settings.sessionAbsolute),
            heard: { [signIns] knock in
                log.info("\(knock)")
                signIns.heard(knock)
            })
        let seats = BoardSeats(desk: desk)
        let letterhead = Letterhead(name: settings.service, address: settings.letterAddress)
        let enforcement = Enforcement(letterhead: letterhead)
        let audits = Audits(
            neighbours: reactions(with: enforcement), sender: letterhead)
        let quality = Quality(neighbours: qualityNeighbours)
        let programmes = Programmes(audits: audits)
        let (sources, rooms) = (kept.paperSources, BoardRooms(kept.tellings))
        house = House(
            name: settings.service, address: settings.reached(),
            version: version, isDevelopment: settings.isDevelopment, trustsProxy: settings.trustsProxy,
            entries: { desk.store.changes.size }, navigation: { visit, _ in navigation(for: visit, sitsOnBoards: try await seats.sits(visit)) })
        reminderDesk = ReminderDesk(desk: desk, plan: settings.reminders, service: house.name, address: house.address, log: log)
        api = API(
            desk: desk,
            operations: PlanOperations(naming: naming, intake: settings.intake, address: house.address).all
                + BoardOperations(naming: naming).all
                + ReviewOperations(naming: naming).all
                + LibraryOperations(naming: naming, mentions: mentions, intake: settings.intake).all
                + GazetteerOperations(naming: naming, mentions: mentions(for:)).all
                + PolicyOperations().all
                + PremisesImportOperations().all
                + RiskOperations().all
                + PaperOperations(sources: sources, address: house.address).all
                + EnforcementOperations(enforcement: enforcement).all
                + PerformanceOperations(performance: performance).all
                + AuditOperations(audits: audits).all
                + QualityOperations(quality: quality).all
                + ProgrammeOperations(programmes: programmes).all
                + PeopleOperations().all
                + HarvestOperations(fetching: Curl().fetching).all
                + ReminderOperations().all
                + BoardRoomOperations(rooms: rooms).all
                + JournalOperations().all
                + [MentionOperations.listMentions],
            problems: PlanOperations.problems
                + BoardOperations.problems
                + ReviewOperations.problems
                + LibraryOperations.problems
                + GazetteerOperations.problems
                + PremisesImportOperations.problems
                + RiskOperations.problems
                + PaperOperations.problems
                + EnforcementProblems.all
                + ProgrammeProblems.all
                + AuditOperations.problems
                + QualityOperations.problems
                + PolicyOperations.problems
                + PerformanceOperations.problems
                + HarvestOperations.problems
                + PeopleOperations.problems
                + Reminders.problems
                + BoardRooms.problems
                + AppProblems.all)
        register = PublicRegister(.records(of: desk, service: house.name), settings.register, others: .records(of: desk), proofs: .records(of: desk))
        let (door, house, api, copyDesk, register) = (door, house, api, copyDesk, register)
        let reminderPages = ReminderPages(desk: desk, plan: settings.reminders)
        site = Site(house: house, doorkeeper: door, clock: desk.clock) { routes in
            PlanPages(
                desk: desk, service: house.name, kept: kept, mentions: mentions, naming: naming, intake: settings.intake,
                offered: [PlanDeed("Write the paper", to: PaperLinks.list, naming: "covers")], address: house.address,
                otherReminders: remindersBesidesPlans
            ).hang(on: routes)
            BoardPages(desk: desk, naming: naming, mentions: mentions, guestCards: { try PaperPages.guestCards(sources, of: $0, secret: $1, on: $2, $3) })
                .hang(on: routes)
            ReviewPages(desk: desk, naming: naming).hang(on: routes)
            LibraryPages(desk: desk, naming: naming, mentions: mentions, intake: settings.intake, answerable: answerable).hang(on: routes)
            GazetteerPages(
                desk: desk, mentions: mentions(for:),
                offered: [
                    PremisesOffer("Plan an audit", to: AuditLinks.new, naming: "premises", for: AuditPolicy.plans.allows),
                    PremisesOffer("Open a case", to: EnforcementLinks.newCase, naming: "premises", for: CasePolicy.opens.allows),
                ]).hang(on: routes)
            PolicyPages(desk: desk, mentions: mentions).hang(on: routes)
            PremisesImportPages(desk: desk).hang(on: routes)
            RiskPages(desk: desk, mentions: mentions).hang(on: routes)
            PaperPages(desk: desk, sources: sources, mentions: mentions, guests: Boards.guestDoor, address: house.address).hang(on: routes)
            AuditPages(desk: desk, audits: audits, naming: naming, besides: QualityPages.card(of:for:on:_:)).hang(on: routes)
            QualityPages(desk: desk, quality: quality, naming: naming).hang(on: routes)
            ProgrammePages(desk: desk, programmes: programmes).hang(on: routes)
            EnforcementPages(desk: desk, enforcement: enforcement).hang(on: routes)
            PerformancePages(desk: desk, performance: performance, mentions: mentions).hang(on: routes)
            PeoplePages(door: door, scopes: scopes, ownCards: { try reminderPages.ownCard($0, $1) }).hang(on: routes)
            HarvestPages(desk: desk, fetching: Curl().fetching).hang(on: routes)
            reminderPages.hang(on: routes)
            BoardRoomPages(desk: desk, rooms: rooms).hang(on: routes)
            register.hang(on: routes, besides: Link())
            api.hang(on: routes)
            ChangesStream(store: desk.store, kinds: watched, isStillIn: { try await door.isStillIn($0) }).hang(on: routes.members)
            CopyPages(copyDesk: copyDesk).hang(on: routes)
            if house.isDevelopment {
                routes.everyone.get("style") { _, context in
                    context.page(Page(title: "Every part", section: "style", body: stylePage()))
                }
            }
        }
    }
}

/// The version that `muster --version` prints and pages carry.
let version = "0.1.0"

/// What pages can be open of, and told when it changes.
private let watched: Set = [
    "plan",
    "board",
    "review",
    "document",
    "premises",
    "duty_holder",
    "risk_edition",
    "enforcement_policy",
    "paper",
    "enforcement_case",
    "performance_measure",
    "performance_report",
    "audit",
    "quality_check",
    "sampling_plan",
    "calibration",
    "quality_report",
    "programme",
]

/// The list at the side: what each slice puts there, in this order.
private func navigation(for visit: Visit?, sitsOnBoards: Bool) -> [NavigationItem] {
    PlanPages.navigation(for: visit)
        + ReminderPages.navigation(for: visit)
        + BoardRoomPages.navigation(for: visit, sits: sitsOnBoards)
        + BoardPages.navigation(for: visit)
        + ReviewPages.navigation(for: visit)
        + LibraryPages.navigation(for: visit)
        + GazetteerPages.navigation(for: visit)
        + RiskPages.navigation(for: visit)
        + PaperPages.navigation(for: visit)
        + AuditPages.navigation(for: visit)
        + QualityPages.navigation(for: visit)
        + ProgrammePages.navigation(for: visit)
        + EnforcementPages.navigation(for: visit)
        + PerformancePages.navigation(for: visit)
        + RegisterPages.navigation(for: visit)
        + HarvestPages.navigation(for: visit)
        + PeoplePages.navigation(for: visit)
        + CopyPages.navigation(for: visit)
}
