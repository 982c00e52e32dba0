import Kernel

/// What is refused before any verb is asked: the request is not what the document says, or comes from nobody we know.
extension Problem {
    static let tokenMissing = Problem(
        code: "sign-in-first", title: "Sign in first", status: 401,
        detail: "Send a token: Authorization: Bearer mst_…. A token is made under “Your account”.", challenge: "Bearer realm=\"Muster\"")
    static let tokenNotGood = Problem(
        code: "token-not-good", title: "The token is not good", status: 401,
        detail: "The token is unknown, has run out or was taken back. Make a new one under “Your account”.",
        challenge: "Bearer realm=\"Muster\", error=\"invalid_token\"")

    static func scopeMissing(_ scope: Scope, of scopes: Set<Scope>) -> Problem {
        let has = scopes.isEmpty ? "none" : scopes.sorted().map(\.rawValue).joined(separator: ", ")
        return Problem(
            code: "scope-missing", title: "The token has not the scope", status: 403,
            detail: "This needs a token with the scope \(scope.rawValue); this one has \(has).",
            challenge: "Bearer realm=\"Muster\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")
    }

    /// - Parameter types: the media types that are answered here.
    static func notAcceptable(_ types: [String]) -> Problem {
        Problem(
            code: "not-acceptable", title: "Not answered in that form", status: 406,
            detail: "The Accept header leaves \(listed(types)) out, and nothing else is answered here. Add it, or leave the header out.")
    }

    static func notAsDescribed(_ faults: [Refusal.Field]) -> Problem {
        Problem(
            code: "request-not-as-described", title: "Not as the document describes it", status: 400,
            detail: faults.prefix(10).map(\.sentence).joined(separator: " "), fields: Array(faults.prefix(100)))
    }

    static func bodyNotReadable(_ sentence: String) -> Problem {
        Problem(code: "body-not-readable", title: "The body can’t be read", status: 400, detail: sentence)
    }

    static let cursorNotUsable = Problem(
        code: "cursor-not-usable", title: "The cursor can’t be used", status: 422,
        detail: "The cursor is not one that a page of this list gave. Follow the link that stands in next, or begin again without one.")
    static let ifMatchMissing = Problem(
        code: "if-match-missing", title: "Say which version you saw", status: 428,
        detail: "A change says which version it was thought out on. Read it first and send its ETag as If-Match, or * to change whatever is there.")
    static let changedSinceRead = Problem(
        code: "changed-since-read", title: "It was changed since you read it", status: 412,
        detail: "Somebody changed this since the version that If-Match names. Read it again, look at what is new, and send your change with the new ETag.")
    static let keyUsedOtherwise = Problem(
        code: "idempotency-key-used-otherwise", title: "The key was used for something else", status: 422,
        detail: "This Idempotency-Key came with another request within the last day. Send the very same request again, or choose a new key.")

    static let schema = Schema.object("Problem", [
        "type": .link.meaning("The address of a page that explains this problem."),
        "title": .text, "status": .whole(400...599), "detail": .text.meaning("What was wrong, where, and what would be right."),
        "fields": .list(.object("ProblemField", ["name": .text, "sentence": .text])).meaning("What is wrong with each field, where that is known."),
    ])
}
