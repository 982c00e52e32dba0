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
        /// A program made it, when that was still let.
        case byProgram

        var words: String {
            switch self {
            case .opens: "Opens"
            case .ended: "Ended"
            case .runOut: "Run out"
            case .withoutMaker, .byProgram: "Shut"
            }
        }

        /// What to do about it where it is shut.
        func why(_ maker: String?) -> String? {
            switch self {
            case .opens, .ended, .runOut: nil
            case .withoutMaker: "\(maker?.capitalisedFirst ?? "Whoever made it") has left or may let nobody in any more. End it, and make a new one."
            case .byProgram: "A program made it, and only people let guests in. End it, and make a new one."
            }
        }
    }

    /// Newest first.
    func known(of board: Board, on day: Day) throws -> [Known] { try known(of(board), on: day) }

    func known(_ link: GuestLink, on day: Day) throws -> Known { try known([link], on: day)[0] }

    func state(of link: GuestLink, on day: Day) throws -> State { try state(of: link, makers(of: [link])[link.id], on: day) }

    /// As many reads for many links as for one, but for who still may let guests in by those that would open.
    private func known(_ links: [GuestLink], on day: Day) throws -> [Known] {
        let (makers, used) = (try makers(of: links), try used(links))
        let names = try Dictionary(uniqueKeysWithValues: Set(makers.values).map { ($0, try Parties(session).name(ofWho: $0)) })
        return try links.map { link in
            let maker = makers[link.id]
            return Known(link: link, state: try state(of: link, maker, on: day), madeBy: maker.flatMap { names[$0] }, usedOn: used[link.id])
        }
    }

    private func state(of link: GuestLink, _ maker: String?, on day: Day) throws -> State {
        if link.endedOn != nil { return .ended }
        return link.opens(on: day) ? try state(madeBy: maker, on: day) : .runOut
    }

    /// As the journal names them.
    private func makers(of links: [GuestLink]) throws -> [ID<GuestLink>: String] {
        let made = try Journal(session).entries(aboutAnyOf: links.map(\.subject)).map { (ID<GuestLink>($0.subject.number), $0.who) }
        return Dictionary(made) { first, _ in first }
    }

    private func used(_ links: [GuestLink]) throws -> [ID<GuestLink>: Day] {
        let used = try session.rows("SELECT link, used_on FROM guest_secret WHERE link IN (\(list: links.map(\.id))) AND used_on IS NOT NULL") {
            row -> (ID<GuestLink>, Day) in (try row.next(), try row.next())
        }
        return Dictionary(uniqueKeysWithValues: used)
    }

    /// The operator always may; a person as long as they are in the service and their account, in use, has a role that lets guests in.
    private func state(madeBy who: String?, on day: Day) throws -> State {
        guard let who else { return .withoutMaker }
        guard !who.contains(" through ") else { return .byProgram }
        guard let subject = Subject(who), subject.kind == "person" else { return .opens }
        guard let account = try Accounts(session).find(person: ID(subject.number)), !account.isSuspended,
              let person = try session.find(account.person), person.isHere(on: day) else { return .withoutMaker }
        return BoardPolicy.letsGuestsIn.allows(try Accounts(session).actor(account)) ? .opens : .withoutMaker
    }
}
