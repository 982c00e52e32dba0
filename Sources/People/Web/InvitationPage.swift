import Hummingbird
import Kernel
import Markup
import Web

extension PeoplePages {
    /// A link's token is secret, so its part of the path is named `token`, which the log leaves out.
    func hangInvitations(on everyone: Routes<PublicContext>) {
        everyone.get("welcome/:token") { _, context in
            let token = Token(try context.part("token"))
            guard try await door.opensWelcome(token) else { throw Refusal.linkNotGood }
            return context.page(WelcomePage(csrf: context.csrf, token: token).page)
        }
        everyone.post("welcome/:token") { request, context in try await welcome(request, context) }
        everyone.get("invitation/:token") { _, context in
            let token = Token(try context.part("token"))
            let (account, name) = try await door.invited(token)
            return context.page(InvitationPage(csrf: context.csrf, token: token, name: name, email: account.email).page)
        }
        everyone.post("invitation/:token") { request, context in try await accept(request, context) }
    }

    private func welcome(_ request: Request, _ context: PublicContext) async throws -> Response {
        let token = Token(try context.part("token"))
        let written = try await Form(request, context).fields
        return try await context.trying {
            try byAddress.admit(context.client, at: context.moment)
            var fields = written
            let owner = NewAccount.owner(reading: &fields)
            let password = fields.newPassword(email: owner.email)
            try fields.finish()
            let new = try NewAccount(name: owner.name, email: owner.email, roles: Set(Role.allCases))
            let entry = try await door.welcome(token, new, password: password, from: Origin(request, context))
            byAddress.takeBack(context.client, at: context.moment)
            return context.welcoming(entry, next: nil, saying: "Welcome, \(new.name). You hold every role; give others theirs under Accounts.")
        } orShowing: { refusal in
            WelcomePage(csrf: context.csrf, token: token, written: written, refusal: refusal).page
        }
    }

    private func accept(_ request: Request, _ context: PublicContext) async throws -> Response {
        let token = Token(try context.part("token"))
        let (account, name) = try await door.invited(token)
        let written = try await Form(request, context).fields
        return try await context.trying {
            try byAddress.admit(context.client, at: context.moment)
            var fields = written
            let password = fields.newPassword(email: account.email)
            try fields.finish()
            let entry = try await door.accept(token, password: password, from: Origin(request, context))
            byAddress.takeBack(context.client, at: context.moment)
            return context.welcoming(entry, next: nil, saying: "Your password is set. Welcome, \(name).")
        } orShowing: { refusal in
            InvitationPage(csrf: context.csrf, token: token, name: name, email: account.email, refusal: refusal).page
        }
    }
}

extension Fields {
    /// A new password, written twice as `password` and `again`.
    mutating func newPassword(email: String) -> String {
        let password = written("password")
        if let objection = PasswordRule.objection(to: password, email: email) {
            refuse("password", objection)
        } else if written("again") != password {
            refuse("again", "The two passwords differ. Type the same one twice.")
        }
        return password
    }
}

struct WelcomePage {
    let csrf: String
    let token: Token
    var written: Fields?
    var refusal: Refusal?

    var page: Page {
        Page(title: "Welcome to Muster", hasDay: false, isBare: true, body: """
            <p class="under">You are the first here. Your account will hold every role, the administrator’s too.</p>\
            \(errorSummary(refusal))\(form(to: Link("welcome", token.text), token: csrf, """
                \(field("name", "Your name", value: written?.written("name") ?? "", error: refusal.about("name"), autocomplete: "name"))\
                \(field("email", "E-mail", value: written?.written("email") ?? "", hint: "You sign in with it.",
                        error: refusal.about("email"), kind: .email, autocomplete: "username"))\
                \(newPasswordFields(refusal))\(buttons(submit("Begin")))
                """))
            """)
    }
}

struct InvitationPage {
    let csrf: String
    let token: Token
    let name: String
    let email: String
    var refusal: Refusal?

    var page: Page {
        Page(title: "Choose a password", hasDay: false, isBare: true, body: """
            <p class="under">For \(name), who signs in as \(email).</p>\(errorSummary(refusal))\
            \(form(to: Link("invitation", token.text), token: csrf, """
                \(newPasswordFields(refusal))\(buttons(submit("Set the password and sign in")))
                """))
            """)
    }
}

func newPasswordFields(_ refusal: Refusal?) -> HTML {
    """
    \(field("password", "New password", hint: "At least \(PasswordRule.shortest) characters; a few unrelated words do well.",
            error: refusal.about("password"), kind: .password, autocomplete: "new-password"))\
    \(field("again", "The same again", error: refusal.about("again"), kind: .password, autocomplete: "new-password"))
    """
}
