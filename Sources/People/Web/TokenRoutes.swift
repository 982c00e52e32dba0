import Hummingbird
import Kernel
import Markup
import Storage
import Web

/// Making and revoking tokens for programs. A token's number is not secret, so its part of the path may be logged.
extension PeoplePages {
    func hangTokens(on members: Routes<MemberContext>) {
        members.get("accounts/tokens") { _, context in
            try PeoplePolicy.keepsAccounts.check(context.actor)
            let lines = try await desk.read { session in try TokenLines(session) }
            return context.page(TokensPage(lines: lines, today: context.today, csrf: context.csrf).page)
        }
        members.post("account/tokens") { request, context in try await make(request, context) }
        members.post("tokens/:number/revocation") { request, context in
            _ = try await Form(request, context)
            let id = try context.id("number", of: ProgramToken.self)
            let token = try await desk.write(by: context.actor) { [people] work in try people.revokeToken(id, work) }
            let isOwn = token.account.number == context.visit.account
            return context.seeOther(isOwn ? .account : .account(token.account), saying: "The token “\(token.name)” is revoked.")
        }
    }

    private func make(_ request: Request, _ context: MemberContext) async throws -> Response {
        let written = try await Form(request, context).fields
        return try await context.trying {
            var fields = written
            let new = NewProgramToken(reading: &fields, offered: scopes, today: context.today)
            try fields.finish()
            let made = try await desk.write(by: context.actor) { [people] work in
                try people.makeToken(new, for: ID(context.visit.account), work)
            }
            return context.page(NewTokenPage(token: made.token, secret: made.secret).page, status: .created)
        } orShowing: { refusal in
            try await ownAccount(context, refusal, token: written)
        }
    }
}
