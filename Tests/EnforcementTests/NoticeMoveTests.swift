import Enforcement
import Kernel
import Premises
import Testing

/// The table of moves, every state by every move and type, and the model that follows it.
@Suite struct NoticeMoveTests {
    static let first = Day(2025, 1, 6)!

    /// The table as a reader of the Order would write it out, apart from the program.
    static func isRight(_ verb: NoticeMove.Verb, _ type: NoticeType, _ state: NoticeState) -> Bool {
        let live: Set<NoticeState> = [.inForce, .deferred, .suspended, .expired]
        switch verb {
        case .edit, .approve: return state == .draft
        case .sendBack: return state == .authorised
        case .abandon: return state == .draft || state == .authorised
        case .consult: return type != .alterations && (state == .draft || state == .authorised)
        case .serve: return state == .authorised || state == .inForce || state == .suspended || (type == .prohibition && state == .deferred)
        case .extend: return type == .enforcement && [.inForce, .suspended, .expired].contains(state)
        case .appeal: return live.contains(state) || state == .complied
        case .dispose, .object, .resolve: return live.contains(state) || state == .complied || state == .withdrawn
        case .direct: return type == .prohibition && (state == .inForce || state == .deferred)
        case .amend, .withdraw: return live.contains(state)
        case .inspect: return type != .alterations && live.contains(state)
        }
    }

    @Test(arguments: NoticeMove.Verb.allCases, NoticeType.allCases)
    func `each move is allowed from its states and refused from all others in a sentence with its provision`(_ verb: NoticeMove.Verb, _ type: NoticeType) throws {
        for state in NoticeState.allCases {
            let reference = try Reference("N-2025-0001")
            let right = Self.isRight(verb, type, state)
            #expect(NoticeMove.isAllowed(verb, type, in: state) == right, "\(verb) of \(type) in \(state)")
            do throws(Refusal) {
                try NoticeMove.check(verb, type, in: state, named: reference)
                #expect(right, "\(verb) of \(type) in \(state)")
            } catch {
                #expect(!right && error.code == "notice-move-refused" && error.sentence.contains("N-2025-0001"))
                let provisions = ["article 29", "article 30", "article 31", "article 35", "articles 30 and 31", "section 3", "section 4", "scheme of authority"]
                #expect(provisions.contains { error.sentence.contains($0) }, "\(error.sentence)")
            }
        }
    }

    @Test func `a type and a verb have one row at most, and each state that a row leads to is one`() {
        for verb in NoticeMove.Verb.allCases {
            for type in NoticeType.allCases { #expect(NoticeMove.all.filter { $0.verb == verb && $0.types.contains(type) }.count <= 1, "\(verb) \(type)") }
        }
        #expect(NoticeMove.all.allSatisfy { !$0.from.isEmpty && !$0.to.isEmpty && !$0.provision.isEmpty })
        #expect(Set(NoticeDeed.allCases.map(\.verb)).union([.edit, .amend]) == Set(NoticeMove.Verb.allCases))
    }

    static func facts(_ type: NoticeType, _ events: [NewNoticeEvent], _ change: (inout NewNotice) -> Void = { _ in }) throws -> NoticeFacts {
        var new = NewNotice(
            articles: ["14"], steps: [NoticeStep("14", "Clear the stairs")], recipients: [NoticeRecipient("A"), NoticeRecipient("B")], substance: "Public", grounds: "Why",
            isImmediate: type == .prohibition, complyBy: type == .enforcement ? first.adding(days: 60) : nil)
        change(&new)
        return NoticeFacts(
            notice: Notice(id: ID(1), reference: try Reference("N-2025-0001"), enforcementCase: ID(1), type: type, new, drafted: first, by: "person/1"),
            enforcementCase: EnforcementCase(id: ID(1), reference: try Reference("C-2025-0001"), title: "x", origin: .audit, officer: ID(1), premises: ID(1), opened: first),
            premises: Premises(id: ID(1), reference: try Reference("P-1"), name: "x", type: .office, since: first), officer: "WM Ferris",
            events: events.enumerated().map { NoticeEvent(id: ID(Int64($0 + 1)), notice: ID(1), $1, by: "person/1", recorded: $1.on) },
            findings: [CaseFinding(id: ID(1), enforcementCase: ID(1), on: first, article: "14", found: "Bins")], isReasoned: true)
    }

    private static func served(_ day: Int = 1, _ who: String = "A") -> NewNoticeEvent { NewNoticeEvent(.served, on: first.adding(days: day), who: who, method: .post, note: "x") }
    private static let approved = NewNoticeEvent(.approved, on: first)
    private static func on(_ day: Int, _ kind: NoticeEvent.Kind) -> NewNoticeEvent { NewNoticeEvent(kind, on: first.adding(days: day)) }

    @Test func `where a notice stands follows from what happened and the day`() throws {
        func state(_ type: NoticeType, _ events: [NewNoticeEvent], on day: Int, _ change: (inout NewNotice) -> Void = { _ in }) throws -> NoticeState {
            NoticeView(try Self.facts(type, events, change), on: Self.first.adding(days: day)).state
        }
        let served = [Self.approved, Self.served()]
        #expect(try state(.enforcement, [], on: 0) == .draft)
        #expect(try state(.enforcement, [Self.approved], on: 0) == .authorised)
        #expect(try state(.enforcement, [Self.approved, Self.on(1, .returned)], on: 1) == .draft)
        #expect(try state(.enforcement, [Self.on(1, .abandoned)], on: 1) == .abandoned)
        #expect(try state(.enforcement, served, on: 0) == .authorised, "looked at before it was served")
        #expect(try state(.enforcement, served, on: 60) == .inForce)
        #expect(try state(.enforcement, served, on: 61) == .expired)
        #expect(try state(.alterations, served, on: 4000) == .inForce, "it has no day by which it is complied with")
        #expect(try state(.prohibition, served, on: 61) == .inForce)
        #expect(try state(.prohibition, served, on: 5) { $0.isImmediate = false; $0.effective = Self.first.adding(days: 6) } == .deferred)
        #expect(try state(.prohibition, served, on: 6) { $0.isImmediate = false; $0.effective = Self.first.adding(days: 6) } == .inForce)
        for (type, right) in [(NoticeType.enforcement, NoticeState.suspended), (.alterations, .suspended), (.prohibition, .inForce)] {
            #expect(try state(type, served + [Self.on(10, .appealed)], on: 10) == right, "\(type)")
        }
        #expect(try state(.enforcement, served + [Self.on(23, .appealed)], on: 23) == .inForce, "brought after its last day it holds nothing up")
        #expect(try state(.prohibition, served + [Self.on(10, .appealed), Self.on(12, .directed)], on: 11) == .inForce)
        #expect(try state(.prohibition, served + [Self.on(10, .appealed), Self.on(12, .directed)], on: 12) == .suspended)
        func disposed(_ outcome: NoticeHistory.Appeal.Outcome, until: Int? = nil) -> NewNoticeEvent {
            NewNoticeEvent(.disposed, on: Self.first.adding(days: 50), outcome: outcome, until: until.map { Self.first.adding(days: $0) })
        }
        #expect(try state(.enforcement, served + [Self.on(10, .appealed), disposed(.cancelled)], on: 50) == .cancelled)
        #expect(try state(.enforcement, served + [Self.on(30, .appealed), disposed(.cancelled)], on: 50) == .cancelled, "whenever it was brought")
        #expect(try state(.enforcement, served + [Self.on(10, .appealed), disposed(.affirmed)], on: 50) == .inForce)
        #expect(try state(.enforcement, served + [Self.on(10, .appealed), disposed(.modified, until: 90)], on: 90) == .inForce, "the court set another day")
        #expect(try state(.enforcement, served + [NewNoticeEvent(.extended, on: Self.first.adding(days: 59), until: Self.first.adding(days: 80))], on: 80) == .inForce)
        #expect(try state(.enforcement, served + [NewNoticeEvent(.inspected, on: Self.first.adding(days: 70), satisfied: false)], on: 70) == .expired)
        #expect(try state(.enforcement, served + [NewNoticeEvent(.inspected, on: Self.first.adding(days: 70), satisfied: true)], on: 70) == .complied)
        #expect(try state(.prohibition, served + [Self.on(9, .withdrawn)], on: 9) == .withdrawn)
    }

    @Test func `an entry stays where a further service follows, and has a new edition with each thing that it says`() throws {
        func view(_ facts: NoticeFacts, _ day: Int, _ practice: EnforcementPractice = .usual) -> NoticeView { NoticeView(facts, on: Self.first.adding(days: day), practice: practice) }
        let later = try Self.facts(.alterations, [Self.approved, Self.served(), Self.served(57, "B")])
        for day in [23, 56, 57, 58, 90] { #expect(view(later, day).register == .published, "\(day)") }
        let particulars = try #require(PublishedParticulars(view(later, 57)))
        #expect(particulars.entered == Self.first.adding(days: 23) && particulars.edition == 2 && particulars.changed == Self.first.adding(days: 57))
        let early = try Self.facts(.alterations, [Self.approved, Self.served(), Self.served(20, "B")])
        #expect(view(early, 41).register == .notDue && view(early, 42).register == .published)
        var extended = try Self.facts(.enforcement, [Self.approved, Self.served(), NewNoticeEvent(.extended, on: Self.first.adding(days: 50), until: Self.first.adding(days: 99))])
        #expect(PublishedParticulars(view(extended, 49))?.edition == 1 && PublishedParticulars(view(extended, 50))?.edition == 2)
        extended.events[2].struck = "in error"
        #expect(PublishedParticulars(view(extended, 51))?.edition == 2, "its number is not given again")
        let withdrawn = try Self.facts(.enforcement, [Self.approved, Self.served(), Self.on(25, .withdrawn)])
        let lagging = EnforcementPractice(entryAfter: 5)
        for (day, state) in [(24, RegisterState.window), (25, .never), (28, .never), (60, .never)] { #expect(view(withdrawn, day, lagging).register == state, "\(day)") }
    }

    @Test func `what a service rests on is asked for in the words of the Order`() throws {
        func refused(_ type: NoticeType, _ events: [NewNoticeEvent], _ deed: NoticeDeed, _ new: NewNoticeEvent, practice: EnforcementPractice = .usual, _ change: (inout NewNotice) -> Void = { _ in }) throws -> Refusal? {
            let facts = try Self.facts(type, events, change)
            do throws(Refusal) { try facts.check(deed, new, today: Self.first.adding(days: 400), practice: practice) } catch { return error }
            return nil
        }
        let day33 = Self.first.adding(days: 33)
        #expect(try refused(.enforcement, [Self.approved], .services, Self.served(32)) == nil, "28 days to the day")
        #expect(try refused(.enforcement, [Self.approved], .services, Self.served(33))?.code == "period-too-short")
        #expect(try refused(.enforcement, [Self.approved], .services, Self.served(33))?.sentence.contains("article 30") == true)
        #expect(try refused(.enforcement, [Self.approved], .services, NewNoticeEvent(.served, on: day33, who: "C", method: .post))?.fields.first?.name == "who")
        #expect(try refused(.enforcement, [Self.approved, Self.served()], .services, Self.served(2))?.fields.first?.name == "who", "served twice on one")
        #expect(try refused(.enforcement, [Self.approved, Self.served()], .services, Self.served(2, "B")) == nil)
        #expect(try refused(.enforcement, [Self.approved], .services, Self.served()) { $0.altersPremises = true }?.code == "consultation-missing")
        let consulted = NewNoticeEvent(.consulted, on: Self.first, who: "Borough", consultee: .localAuthority)
        #expect(try refused(.enforcement, [consulted, Self.approved], .services, Self.served()) { $0.altersPremises = true } == nil)
        #expect(try refused(.enforcement, [Self.approved, Self.on(5, .abandoned)], .services, Self.served(3))?.fields.first?.name == "on", "before it was abandoned")
        #expect(try refused(.enforcement, [], .approval, Self.approved) { $0.grounds = nil; $0.complyBy = nil }?.fields.map(\.name) == ["grounds", "comply-by"])
        let extended = NewNoticeEvent(.extended, on: Self.first.adding(days: 61), until: Self.first.adding(days: 99))
        #expect(try refused(.enforcement, [Self.approved, Self.served()], .extensions, extended)?.sentence.contains("service’s policy") == true)
        #expect(try refused(.enforcement, [Self.approved, Self.served()], .extensions, extended, practice: EnforcementPractice(extendsAfterExpiry: true)) == nil)
        let appealed = [Self.approved, Self.served(), Self.on(10, .appealed)]
        let early = NewNoticeEvent(.extended, on: Self.first.adding(days: 20), until: Self.first.adding(days: 99))
        #expect(try refused(.enforcement, appealed, .extensions, early)?.code == "notice-move-refused")
        #expect(try refused(.enforcement, appealed, .extensions, early, practice: EnforcementPractice(extendsDuringAppeal: true)) == nil)
        #expect(try refused(.enforcement, appealed, .appeals, Self.on(11, .appealed))?.sentence.contains("article 35") == true)
        #expect(try refused(.prohibition, [Self.approved, Self.served()], .directions, Self.on(11, .directed))?.sentence.contains("none is pending") == true)
        #expect(try refused(.enforcement, [Self.approved, Self.served()], .disposals, NewNoticeEvent(.disposed, on: day33, outcome: .affirmed))?.code == "notice-move-refused")
        #expect(try refused(.enforcement, [Self.approved, Self.served(), Self.on(40, .withdrawn)], .withdrawal, Self.on(30, .withdrawn))?.code == "fields-need-attention", "out of order")
    }
}
