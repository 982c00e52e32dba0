public import Kernel
public import Storage

/// Someone who has signed in, as one request knows them.
public struct Visit: Sendable, Hashable {
    /// The number of the account that signed in.
    public let account: Int64
    /// The number of the person whose account it is, where it is a person's.
    public let person: Int64?
    public let name: String
    /// Who the journal will say did it.
    public let actor: Actor
    /// What each form of this visit carries, to prove that it came from a page of ours; empty for a program, which has no
    /// forms and whose forms are all refused.
    public let csrf: String
    /// The number of the sign-in, so that it can be ended; 0 where a program came.
    public let signIn: Int64
    /// What a program's token is for; nil for a person at a browser, who may do all that they may.
    public let scopes: Set<Scope>?
    /// The journal as it was in the snapshot in which the visit was found; nil when that was not read. Whatever was kept
    /// under this mark is as true as what a query could give.
    public let mark: JournalMark?

    public init(
        account: Int64, person: Int64?, name: String, actor: Actor, csrf: String, signIn: Int64, scopes: Set<Scope>? = nil,
        mark: JournalMark? = nil
    ) {
        self.account = account
        self.person = person
        self.name = name
        self.actor = actor
        self.csrf = csrf
        self.signIn = signIn
        self.scopes = scopes
        self.mark = mark
    }
}

/// Who knows which visit a token stands for.
public protocol Doorkeeper: Sendable {
    /// The visit of a token that is in force at the moment; nil when it is unknown, ended or has timed out.
    func visit(token: String, at moment: Moment) async throws -> Visit?
    /// The visit of a program that sends a token of its own (`Authorization: Bearer …`); nil when the token is unknown,
    /// was taken back or has run out.
    func visit(ofProgram token: String, at moment: Moment) async throws -> Visit?
}

extension Doorkeeper {
    public func visit(ofProgram token: String, at moment: Moment) async throws -> Visit? { nil }
}
