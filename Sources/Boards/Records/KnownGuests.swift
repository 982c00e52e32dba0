import Kernel
import People
import Storage

/// Whether links for guests open, and what those who keep boards are told of each.
extension GuestLinks {
    /// A link with what is not in it.
    struct Known {
        let link: GuestLink
        let state: State
        /// Nil where it was made before there was anybody to name.
        let madeBy: String?
        /// The last day on which it was opened.
        let usedOn: Day?
    }

    enum State {
        case opens, ended, runOut
        /// Whoever made it has left the service, or may let nobody in any more.
        case withoutMaker

        var words: String {
            switch self {
            case .opens: "Opens"
            case .ended: "Ended"
            case .runOut: "Run out"
            case .withoutMaker: "Shut"
            }
        }
    }

    /// Newest first.
    func known(of board: Board, on day: Day) throws -> [Known] { try of(board).map { try known($0, on: day) } }

    func known(_ link: GuestLink, on day: Day) throws -> Known {
        Known(
            link: link, state: try state(of: link, on: day), madeBy: try maker(of: link).map { try Parties(session).name(ofWho: $0) },
            usedOn: try session.value("SELECT used_on FROM guest_secret WHERE link = \(link.id) AND used_on IS NOT NULL"))
    }

    func state(of link: GuestLink, on day: Day) throws -> State {
        if link.endedOn != nil { return .ended }
        guard link.opens(on: day) else { return .runOut }
        return try makerMayStill(link, on: day) ? .opens : .withoutMaker
    }

    /// As the journal names them.
    private func maker(of link: GuestLink) throws -> String? { try Journal(session).entries(about: link.subject).first?.who }

    /// The operator always may; a person as long as they are in the service and their account, in use, has a role that lets guests in.
    private func makerMayStill(_ link: GuestLink, on day: Day) throws -> Bool {
        guard let who = try maker(of: link) else { return false }
        let parts = who.split(separator: " ")
        guard let subject = parts.first.flatMap({ Subject($0) }), subject.kind == "person" else { return true }
        guard parts.count == 1, let account = try Accounts(session).find(person: ID(subject.number)), !account.isSuspended,
              let person = try session.find(account.person), person.isHere(on: day) else { return false }
        return BoardPolicy.letsGuestsIn.allows(try Accounts(session).actor(account))
    }
}
