import ArgumentParser
import Kernel
import Storage

/// A token as the command line shows it.
struct TokenLine: Encodable, Sendable {
    let number: Int64
    let name: String
    let email: String
    let scopes: [Scope]
    let madeOn: Day
    let expiresOn: Day
    let revokedOn: Day?
    let usedOn: Day?
    /// Only when it was just made.
    let secret: String?

    init(_ token: ProgramToken, _ account: Account, usedOn: Day? = nil, secret: String? = nil) {
        (number, name, scopes) = (token.id.number, token.name, token.scopes)
        (madeOn, expiresOn, revokedOn) = (token.madeOn, token.expiresOn, token.revokedOn)
        (email, self.usedOn, self.secret) = (account.email, usedOn, secret)
    }

    var cells: [String] {
        [
            name, email, scopes.map(\.rawValue).joined(separator: ", "), expiresOn.iso, usedOn?.iso ?? "", revokedOn?.iso ?? "",
        ]
    }
}

/// `--for`: whose token it is.
struct TokenOwner: ParsableArguments, Sendable {
    @Option(
        name: .customLong("for"), help: "The e-mail of the account that a token acts as; that of --as when left out.",
        completion: .accounts)
    var email: String?

    /// - Throws: `person-not-named`, `account-not-found`
    func account(_ writing: WritingOptions, _ session: Session) throws -> Account {
        guard let email = email ?? writing.operating.email else {
            throw Refusal.invalid("person-not-named", "Say whose token it is by their e-mail: --for EMAIL.")
        }
        return try Accounts(session).get(email: email)
    }
}
