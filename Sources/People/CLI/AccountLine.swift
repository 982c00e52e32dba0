import ArgumentParser
import Kernel
import Storage

/// An account as the command line shows it.
struct AccountLine: Encodable {
    let email: String
    let name: String
    let roles: [Role]
    let suspendedOn: Day?
    var link: String?
    var linkEndsAt: Moment?

    init(_ account: Account, _ name: String, _ link: OneTimeLink? = nil) {
        (email, self.name, roles, suspendedOn) = (account.email, name, account.roles, account.suspendedOn)
        self.link = link.map { Operating.address + $0.path }
        linkEndsAt = link?.endsAt
    }

    init(_ account: Account, _ session: Session, _ link: OneTimeLink? = nil) throws {
        self.init(account, try Parties(session).get(account.person).name, link)
    }

    var words: String {
        "\(email): \(listed(roles.map(\.rawValue)))\(suspendedOn.map { ", suspended since \($0)" } ?? "")."
    }

    var linkInWords: String {
        "\(name) chooses a password here, once\(linkEndsAt.map { ", by \($0.inWords)" } ?? ""):\n\(link ?? "")"
    }
}

/// An account named at the command line.
struct AccountArgument: ParsableArguments, Sendable {
    @Argument(help: "The account's e-mail.", completion: .accounts) var email: String

    /// Changes it as it stands now.
    func changed(_ work: Work, _ change: (Account) throws -> Account) throws -> Answer<AccountLine> {
        let line = try AccountLine(change(Accounts(work.session).get(email: email)), work.session)
        return Answer(line, line.words)
    }
}
