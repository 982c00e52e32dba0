import Hummingbird
import HTTPTypes
import Kernel
import Markup
import Web

extension PeoplePages {
    func hangSignIn(on everyone: Routes<PublicContext>) {
        everyone.get("sign-in") { _, context in
            let next = context.query["next"]
            if context.arrival.visit != nil { return context.seeOther(next: next) }
            return context.page(SignInPage(csrf: context.csrf, next: next).page)
        }
        everyone.post("sign-in") { request, context in try await signIn(request, context) }
        everyone.post("sign-out") { request, context in
            _ = try await Form(request, context)
            if let visit = context.arrival.visit { try await door.leave(visit) }
            var response = context.seeOther(.signIn, saying: "You have signed out.")
            context.endVisit(on: &response)
            return response
        }
    }

    private func signIn(_ request: Request, _ context: PublicContext) async throws -> Response {
        var fields = try await Form(request, context).fields
        let (email, next) = (fields.written("email"), fields.written("next"))
        return try await context.trying {
            if email.isEmpty { fields.refuse("email", "Enter your e-mail address.") }
            if fields.written("password").isEmpty { fields.refuse("password", "Enter your password.") }
            try fields.finish()
            try byAddress.admit(context.client, at: context.moment)
            // No account has a longer one, and the throttle remembers each.
            guard email.utf8.count <= Email.longest else { throw Refusal.signInRefused }
            try byEmail.admit(Email.key(email), at: context.moment)
            let entry = try await door.enter(
                email: email, password: fields.written("password"), from: Origin(request, context), at: context.moment)
            byEmail.forgive(Email.key(email))
            byAddress.takeBack(context.client, at: context.moment)
            return context.welcoming(entry, next: next)
        } orShowing: { refusal in
            SignInPage(csrf: context.csrf, email: email, next: next, refusal: refusal).page
        }
    }
}

extension Origin {
    init(_ request: Request, _ context: PublicContext) {
        self.init(address: context.client, agent: request.headers[.userAgent] ?? "")
    }
}

extension PageContext {
    /// The way on for who has just come in, with the browser's cookie.
    func welcoming(_ entry: FrontDoor.Entry, next: String?, saying sentence: String? = nil) -> Response {
        var response = seeOther(next: next, saying: sentence)
        beginVisit(entry.token.text, on: &response)
        return response
    }
}

struct SignInPage {
    let csrf: String
    var email = ""
    var next: String?
    var refusal: Refusal?

    var page: Page {
        Page(title: "Sign in", hasDay: false, isBare: true, body: """
            \(errorSummary(refusal))\(form(to: .signIn, token: csrf, """
                \(hidden("next", next ?? ""))\
                \(field("email", "E-mail", value: email, error: refusal.about("email"), kind: .email, autocomplete: "username"))\
                \(field("password", "Password", hint: "Forgotten? An administrator can send you a link to choose a new one.",
                        error: refusal.about("password"), kind: .password, autocomplete: "current-password"))\
                \(buttons(submit("Sign in")))
                """))
            """)
    }
}
