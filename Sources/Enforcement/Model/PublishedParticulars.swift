public import Kernel
public import Premises

/// What an entry of the public register may hold of a notice, each particular named here one by one; nothing that is internal is among them.
///
/// Section 1(2) of the Environment and Safety Information Act 1988 asks for what conveys the substance; while an objection is open section 4 allows
/// person, place and provisions alone.
public struct PublishedParticulars: Sendable, Equatable {
    /// Something the public may know happened, or a day that the law sets.
    public struct Event: Sendable, Equatable {
        public let day: Day
        public let words: String
        /// The provision that sets the day or asks for the entry of it.
        public let provision: String?
    }

    public let reference: String
    public let type: NoticeType
    /// Where the entry stands on the day.
    public let register: RegisterState
    /// Where the notice does.
    public let state: NoticeState
    /// The first day of service.
    public let served: Day
    /// The day on which the entry was made; nil where it is not made yet, or never is.
    public let entered: Day?
    /// The last day on which anything in the entry changed.
    public let changed: Day?
    /// How many versions of the entry there were by the day, from 1.
    public let edition: Int
    public let complyBy: Day?
    public let complied: Day?
    public let withdrawn: Day?
    public let retainUntil: Day?
    /// The first day on which the entry stood in the register no more; nil where it stands.
    public let removed: Day?
    /// Whether it was withdrawn once it stood in the register, and the policy of the day still gives it to the national register, for as long as entries are kept.
    public let isForNationalRegisterAlone: Bool
    public let articles: [String]
    /// Those it was served on by the day.
    public let persons: [NoticeRecipient]
    public let premises: ID<Premises>
    public let premisesName: String
    public let address: [String]
    public let postcode: Postcode?
    public let uprn: UPRN?
    public let place: Place?
    public let area: String?
    public let premisesType: PremisesType
    public let substance: String?
    /// Oldest first.
    public let events: [Event]

    /// Nil for what was not served, and for what protects persons at work alone.
    public init?(_ view: NoticeView) {
        guard let clock = view.clock, let register = view.register, !view.notice.isForWorkersOnly else { return nil }
        let (notice, said, day) = (view.notice, view.facts.said(on: view.day), view.day)
        (reference, type, self.register, state) = (notice.reference.text, notice.type, register, view.state)
        served = clock.served.lowerBound
        let made: Day? = if case .made(let made) = clock.history.entry, made <= day { made } else { nil }
        let changes = made.map { view.facts.entryChanges(after: $0).filter { $0 <= day } } ?? []
        (entered, changed, edition) = (made, changes.max() ?? made, 1 + changes.count)
        (complyBy, complied, withdrawn, retainUntil) = (view.complyBy, clock.history.complied, clock.history.withdrawn, clock.retainUntil)
        removed = clock.removed(by: day)
        isForNationalRegisterAlone = made != nil && register == .removed && view.state == .withdrawn && !view.hasOpenObjection
            && view.facts.register(on: day).exportsWithdrawn == .exported && clock.retainUntil.map { day <= $0 } ?? false
        let reached = Set(view.served.map(\.recipient.key))
        (articles, persons) = (said.articles, said.recipients.filter { reached.contains($0.key) })
        substance = view.facts.register(on: day).showsSubstance(of: notice.type) ? said.substance : nil
        (premises, premisesName, address, postcode) = (view.facts.premises.id, said.premisesName, said.address, said.postcode)
        (uprn, place, area, premisesType) = (said.uprn, said.place, said.area, said.premisesType)
        events = PublishedParticulars.events(view, clock, made)
    }

    private static func events(_ view: NoticeView, _ clock: NoticeClock, _ entered: Day?) -> [Event] {
        let history = clock.history
        var events = Set(history.recipients.map(\.served)).sorted().map { Event(day: $0, words: "Served", provision: "article \(history.type.article)") }
        func tell(_ day: Day?, _ words: String, _ provision: String?) {
            if let day { events.append(Event(day: day, words: words, provision: provision)) }
        }
        tell(entered, "Entered in the register", clock.entryProvision)
        for appeal in history.appeals {
            guard let outcome = appeal.outcome, outcome != .cancelled else { continue }
            tell(appeal.disposed, outcome == .withdrawn ? "Appeal withdrawn" : outcome == .modified ? "Modified on appeal" : "Affirmed on appeal", "article 35")
        }
        for day in history.amended { tell(day, "Amended", "section 3(4)") }
        if history.type == .enforcement { tell(view.complyBy, "To be complied with by", "article 30") }
        tell(history.complied, "Complied with", "section 3(3)")
        tell(history.withdrawn, "Withdrawn", "section 3(4)")
        return events.stablySorted(by: \.day)
    }
}
