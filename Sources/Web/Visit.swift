public import Kernel

/// Someone who has signed in, as one request knows them.
public struct Visit: Sendable, Hashable {
    /// The number of the account that signed in.
    public let account: Int64
    /// The number of the person whose account it is, where it is a person's.
    public let person: Int64?
    public let name: String
    /// Who the journal will say did it.
    public let actor: Actor
    /// What each form of this visit carries, to prove that it came from a page of ours.
    public let csrf: String
    /// The number of the sign-in, so that it can be ended.
    public let signIn: Int64

    public init(account: Int64, person: Int64?, name: String, actor: Actor, csrf: String, signIn: Int64) {
        self.account = account
        self.person = person
        self.name = name
        self.actor = actor
        self.csrf = csrf
        self.signIn = signIn
    }
}

/// Who knows which visit a token stands for.
public protocol Doorkeeper: Sendable {
    /// The visit of a token that is in force at the moment; nil when it is unknown, ended or has timed out.
    func visit(token: String, at moment: Moment) async throws -> Visit?
}
