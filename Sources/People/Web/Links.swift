public import Kernel
public import Markup

/// The addresses of this slice's pages.
extension Link {
    public static let people = Link("people")
    public static func party(_ id: ID<Party>) -> Link { Link("people", id) }
    public static let account = Link("account")
    static let accounts = Link("accounts")
    static func account(_ id: ID<Account>) -> Link { Link("accounts", id) }
    static let tokens = Link("accounts", "tokens")
    static func revocation(_ id: ID<ProgramToken>) -> Link { Link("tokens", id, "revocation") }
    static let signIn = Link("sign-in")
}
