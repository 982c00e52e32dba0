import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension PeoplePages {
    func hangOwnAccount(on members: Routes<MemberContext>) {
        members.get("account") { _, context in context.page(try await ownAccount(context, nil)) }
        members.post("account/password") { request, context in
            let written = try await Form(request, context).fields
            return try await context.trying {
                var fields = written
                if fields.written("current").isEmpty { fields.refuse("current", "Enter your present password.") }
                let password = fields.newPassword(email: "")
                try fields.finish()
                try byEmail.admit("account/\(context.visit.account)", at: context.moment)
                try await door.changePassword(from: fields.written("current"), to: password, context.visit)
                byEmail.forgive("account/\(context.visit.account)")
                return context.seeOther(.account, saying: "Your password is changed. You were signed out everywhere else; tokens for programs still work.")
            } orShowing: { refusal in
                try await ownAccount(context, refusal)
            }
        }
        members.post("account/sign-ins/:signIn/ending") { request, context in
            _ = try await Form(request, context)
            try await door.leave(context.visit, context.id("signIn"))
            return context.seeOther(.account, saying: "That sign-in has ended.")
        }
        members.post("account/sign-outs") { request, context in
            _ = try await Form(request, context)
            try await door.leaveEverywhere(context.visit)
            var response = context.seeOther(.signIn, saying: "You have signed out everywhere. Tokens for programs still work.")
            context.endVisit(on: &response)
            return response
        }
    }

    /// - Parameter token: what was written of a new token, when it was that form that was refused.
    func ownAccount(_ context: MemberContext, _ refusal: Refusal?, token: Fields? = nil) async throws -> Page {
        let (visit, limits, moment, scopes) = (context.visit, door.limits, context.moment, scopes)
        return try await desk.read { session in
            let tokens = OwnTokensCard(
                lines: try TokenLines(of: ID(visit.account), session), offered: scopes, today: moment.day, csrf: visit.csrf,
                written: token, refusal: refusal)
            return OwnAccountPage(
                account: try Accounts(session).get(ID(visit.account)), name: visit.name, visit: visit,
                signIns: try SignIns(session).latest(of: ID(visit.account)), limits: limits, moment: moment, tokens: tokens,
                others: try ownCards(context, session), refusal: refusal)
        }.page
    }
}

struct OwnAccountPage {
    let account: Account
    let name: String
    let visit: Visit
    let signIns: [SignIn]
    let limits: SignInLimits
    let moment: Moment
    let tokens: OwnTokensCard
    let others: HTML
    let refusal: Refusal?

    var page: Page {
        Page(title: "Your account", hasDay: false, body: """
            \(lead("Your account"))\(errorSummary(refusal))\
            \(card("Who you are here", id: "who", """
                \(facts([
                    ("Name", "<a href=\"\(Link.party(account.person))\">\(name)</a>"), ("E-mail", "\(account.email)"),
                    ("Roles", "\(listed(account.roles.map(\.rawValue)))"),
                ]))<p class="small">An administrator changes these.</p>
                """))\
            \(card("Change your password", id: "password-card", form(to: Link("account", "password"), token: visit.csrf, """
                \(field("current", "Present password", error: refusal.about("current"), kind: .password, autocomplete: "current-password"))\
                \(newPasswordFields(refusal))\(buttons(submit("Change it")))
                """)))\
            \(card("Where you signed in", id: "sign-ins", actions: [
                postButton("Sign out everywhere", to: Link("account", "sign-outs"), token: visit.csrf, danger: true),
            ], """
                \(table(
                    columns: [Column("From", .wide), Column("Signed in"), Column("Last seen"), Column("Now")],
                    rows: signIns.map(row)))\
                <p class="small">Signing out everywhere ends what you do in browsers. Tokens for programs still work until they are revoked.</p>
                """))\
            \(others)\(tokens.card)
            """)
    }

    private func row(_ signIn: SignIn) -> [HTML] {
        let now: HTML = if signIn.id.number == visit.signIn {
            tag("This one", .green)
        } else if signIn.isInForce(at: moment, limits) {
            postButton("End it", to: Link("account", "sign-ins", signIn.id, "ending"), token: visit.csrf)
        } else {
            tag("Ended", .grey)
        }
        let place: HTML = signIn.origin.isEmpty ? "\(signIn.browser)" : "\(signIn.browser), \(signIn.origin)"
        return [place, "\(signIn.createdAt)", "\(signIn.seenAt)", now]
    }
}
