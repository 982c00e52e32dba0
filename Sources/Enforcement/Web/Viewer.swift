import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of enforcement, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>
    /// The types of notices that they may sign today.
    let signs: Set<NoticeType>

    var mayOpen: Bool { isToday && CasePolicy.opens.allows(actor) }
    var mayGiveAuthority: Bool { isToday && CasePolicy.givesAuthority.allows(actor) }

    func mayKeep(_ one: EnforcementCase) -> Bool { isToday && CasePolicy.keeps(one, actingFor: parties).allows(actor) }

    func mayApprove(_ facts: NoticeFacts, writtenBy writers: Set<String>) -> Bool {
        isToday && signs.contains(facts.notice.type)
            && CasePolicy.approves(facts.notice, of: facts.enforcementCase, actingFor: parties, writtenBy: writers).allows(actor)
    }

    /// What may be done with a notice now, by the table of moves and by who they are.
    ///
    /// - Parameter writers: whoever drafted or edited the notice, as the journal names them.
    func deeds(_ view: NoticeView, writtenBy writers: Set<String>) -> [NoticeDeed] {
        NoticeDeed.allCases.filter { deed in
            guard NoticeMove.isAllowed(deed.verb, view.notice.type, in: view.state), view.offers(deed) else { return false }
            return switch deed {
            case .approval: mayApprove(view.facts, writtenBy: writers)
            case .sendingBack: mayKeep(view.facts.enforcementCase) || isToday && CasePolicy.approvesAny.allows(actor)
            default: mayKeep(view.facts.enforcementCase)
            }
        }
    }
}

extension NoticeView {
    /// Whether there is a reason to offer something that the table allows: who has no appeal to dispose of is not asked how it ended.
    fileprivate func offers(_ deed: NoticeDeed) -> Bool {
        let isOpen = !facts.open(to: deed, by: day).isEmpty
        return switch deed {
        case .approval: obstacles.isEmpty
        case .services: !unserved.isEmpty
        case .extensions: state != .expired && !isAppealPending
        case .appeals: isOpen && (state.isLive || clock?.appealLimit.map { day <= $0 } ?? false)
        case .disposals, .resolutions: isOpen
        case .directions: isOpen && isAppealPending
        case .objections: isOpen && (clock?.objectionLimit.map { day <= $0 } ?? false)
        case .consultations, .sendingBack, .abandonment, .inspections, .withdrawal: true
        }
    }
}

extension MemberContext {
    /// Who looks at a page of reading.
    ///
    /// - Throws: `not-allowed`
    func reader(_ session: Session) throws -> Viewer {
        try CasePolicy.reads.check(actor)
        return try viewer(session)
    }

    /// Who fills in a form, which asks by itself whether they may.
    func viewer(_ session: Session) throws -> Viewer {
        let parties = try Parties(session).actedFor(by: actor, on: day)
        let signs = Set(try session.signingAuthorities(on: day).filter { parties.contains($0.party) }.map(\.type))
        return Viewer(actor: actor, csrf: csrf, on: on, today: today, parties: parties, signs: signs)
    }
}
