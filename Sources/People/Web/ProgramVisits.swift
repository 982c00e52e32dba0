public import Kernel
import Storage
public import Web

extension FrontDoor {
    /// The visit of a program by its token's secret: as the person it acts for, with the roles they have now.
    ///
    /// Nil when the token is unknown, was revoked or has expired, or when the account is suspended.
    public func visit(ofProgram secret: String, at moment: Moment) async throws -> Visit? {
        // What can be none of ours is not looked for.
        guard secret.hasPrefix(ProgramToken.prefix), secret.utf8.count == ProgramToken.secretLength else { return nil }
        let found = try await desk.read { session -> (token: ProgramToken, usedOn: Day?, visit: Visit)? in
            guard let (token, usedOn) = try ProgramTokens(session).find(secret: Token(secret)), token.isInForce(on: moment.day),
                  let account = try session.find(token.account), !account.isSuspended else { return nil }
            return (token, usedOn, try Visit(token, account, session))
        }
        guard let found else { return nil }
        // Once a day: a write for each request would make a busy program wait for every other writer.
        if found.usedOn.map({ $0 < moment.day }) ?? true {
            try await desk.note { session in try ProgramTokens(session).use(found.token.id, on: moment.day) }
        }
        return found.visit
    }
}

extension Visit {
    init(_ token: ProgramToken, _ account: Account, _ session: Session) throws {
        let actor = try Accounts(session).actor(account, through: token)
        self.init(
            account: account.id.number, person: account.person.number, name: actor.name, actor: actor, csrf: "", signIn: 0,
            scopes: Set(token.scopes))
    }
}
