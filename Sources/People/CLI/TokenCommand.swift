public import ArgumentParser
import Kernel
import Storage

/// `muster token …`: what lets programs act as a person.
public struct TokenCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make and revoke tokens, by which programs act as a person.",
        subcommands: [Create.self, List.self, Revoke.self])

    public init() {}

    struct Create: WritingCommand {
        static let configuration = CommandConfiguration(
            "create", "Make a token and print its secret, which cannot be printed again.",
            "It never lets a program do more than its person may, and only what its scopes name.",
            examples: "muster token create 'Nightly export' --for okafor@northshire.example --scope plans:read",
            "muster token create Sheet --for okafor@northshire.example --scope plans:read --scope plans:write --expires 2026-12-31")
        @Argument(help: "What you call the program.") var name: String
        @OptionGroup var owner: TokenOwner
        @Option(help: "What the program may do, such as plans:read. May be given again.", completion: .custom { _, _, _ in
            Operating.scopes.map(\.scope.rawValue)
        }) var scope: [String] = []
        @Option(help: "The last day it works, as 2026-03-31; 90 days from now when left out, 366 at most.") var expires: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<TokenLine> {
            let account = try owner.account(writing, work.session)
            var fields = Fields(["name": [name], "scope": scope, "expires": [expires?.iso ?? ""]])
            let new = NewProgramToken(reading: &fields, offered: Operating.scopes, today: work.today)
            try fields.finish()
            let (token, secret) = try People().makeToken(new, for: account.id, work)
            return Answer(TokenLine(token, account, secret: secret), """
                “\(token.name)” acts as \(account.email) until the end of \(token.expiresOn). Its secret is not shown again:
                \(secret)
                """)
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List tokens, newest first: all that you may see, or one account’s.",
            examples: "muster token list", "muster token list --for okafor@northshire.example")
        @OptionGroup var owner: TokenOwner
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[TokenLine]> {
            let accounts = try accounts(session, reader.actor)
            let lastUse = try ProgramTokens(session).lastUse()
            let lines = try ProgramTokens(session).all().compactMap { token in
                accounts[token.account].map { TokenLine(token, $0, usedOn: lastUse[token.id]) }
            }
            return Answer(lines, Output.table(
                ["Name", "For", "Scopes", "Last day", "Last used", "Revoked"], lines.map(\.cells),
                empty: "There are no tokens for programs. Make one with: muster token create NAME --for EMAIL --scope plans:read"))
        }

        private func accounts(_ session: Session, _ actor: Actor) throws -> [ID<Account>: Account] {
            if let email = owner.email {
                let account = try Accounts(session).get(email: email)
                try PeoplePolicy.keepsTokens(of: account).check(actor)
                return [account.id: account]
            }
            let seen = try Accounts(session).all().map(\.account).filter { PeoplePolicy.keepsTokens(of: $0).allows(actor) }
            return Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0) })
        }
    }

    struct Revoke: WritingCommand {
        static let configuration = CommandConfiguration(
            "revoke", "Take a token back: a program that uses it is refused at once.",
            examples: "muster token revoke 'Nightly export' --for okafor@northshire.example")
        @Argument(help: "The token's name.") var name: String
        @OptionGroup var owner: TokenOwner
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<TokenLine> {
            let account = try owner.account(writing, work.session)
            guard let token = try ProgramTokens(work.session).find(named: name, of: account.id, on: work.today) else {
                throw Refusal.missing(
                    "token-not-found", "\(account.email) has no token named “\(name)” in force. See: muster token list --for \(account.email)")
            }
            let revoked = try People().revokeToken(token.id, work)
            return Answer(TokenLine(revoked, account), "“\(revoked.name)” is revoked.")
        }
    }
}
