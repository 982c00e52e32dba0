public import ArgumentParser
import Kernel
import Storage

/// `muster token …`: what lets programs act as a person.
public struct TokenCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make and revoke tokens, by which programs act as a person.",
        subcommands: [Create.self, List.self, Revoke.self])

    public init() {}

    /// A token as the command line shows it.
    struct Line: Encodable {
        let number: Int64
        let name: String
        let email: String
        let scopes: [Scope]
        let madeOn: Day
        let expiresOn: Day
        let revokedOn: Day?
        let usedOn: Day?
        /// Only when it was just made.
        let secret: String?

        init(_ token: ProgramToken, _ account: Account, usedOn: Day? = nil, secret: String? = nil) {
            (number, name, scopes) = (token.id.number, token.name, token.scopes)
            (madeOn, expiresOn, revokedOn) = (token.madeOn, token.expiresOn, token.revokedOn)
            (email, self.usedOn, self.secret) = (account.email, usedOn, secret)
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "create", "Make a token and print its secret, which cannot be printed again.",
            "It never lets a program do more than its person may, and only what its scopes name.",
            examples: "muster token create 'Board report' --for okafor@northshire.example --scope plans:read --expires 2026-12-31")
        @Argument(help: "What you call the program.") var name: String
        @Option(name: .customLong("for"), help: "The e-mail of the account it acts as; that of --as when left out.") var owner: String?
        @Option(help: "What the program may do, such as plans:read. May be given again.") var scope: [String] = []
        @Option(help: "The last day it works: YYYY-MM-DD. 90 days from now when left out, 366 at most.") var expires: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            guard let email = owner ?? operating.email else { throw Refusal.nobodyToActAs }
            var fields = Fields(["name": [name], "scope": scope, "expires": [expires?.iso ?? ""]])
            let new = NewProgramToken(reading: &fields, offered: Operating.scopes, today: desk.clock.today)
            try fields.finish()
            let line = try await desk.write(by: actor) { work in
                let account = try Accounts(work.session).get(email: email)
                let (token, secret) = try People().makeToken(new, for: account.id, work)
                return Line(token, account, secret: secret)
            }
            try output.show(line, """
                “\(line.name)” acts as \(line.email) until the end of \(line.expiresOn). Its secret is not shown again:
                \(line.secret ?? "")
                """)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "list", "List tokens, newest first: everybody’s, or one account’s.",
            examples: "muster token list", "muster token list --for okafor@northshire.example")
        @Option(name: .customLong("for"), help: "The e-mail of an account.") var owner: String?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let lines = try await desk.read { [owner] session in
                let accounts = if let owner { [try Accounts(session).get(email: owner)] } else { try Accounts(session).all().map(\.account) }
                let seen = Dictionary(uniqueKeysWithValues: accounts.filter { PeoplePolicy.keepsTokens(of: $0).allows(actor) }.map { ($0.id, $0) })
                if let owner, seen.isEmpty { try PeoplePolicy.keepsTokens(of: Accounts(session).get(email: owner)).check(actor) }
                let lastUse = try ProgramTokens(session).lastUse()
                return try ProgramTokens(session).all().compactMap { token in
                    seen[token.account].map { Line(token, $0, usedOn: lastUse[token.id]) }
                }
            }
            try output.show(lines, Output.table(
                ["Name", "For", "Scopes", "Last day", "Last used", "Revoked"],
                lines.map {
                    [$0.name, $0.email, $0.scopes.map(\.rawValue).joined(separator: ", "), $0.expiresOn.iso, $0.usedOn?.iso ?? "", $0.revokedOn?.iso ?? ""]
                },
                empty: "There are no tokens for programs. Make one with: muster token create NAME --for EMAIL --scope plans:read"))
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "revoke", "Take a token back: programs that use it are refused at once.",
            examples: "muster token revoke 'Board report' --for okafor@northshire.example")
        @Argument(help: "The token's name.") var name: String
        @Option(name: .customLong("for"), help: "The e-mail of the account it acts as; that of --as when left out.") var owner: String?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            guard let email = owner ?? operating.email else { throw Refusal.nobodyToActAs }
            let line = try await desk.write(by: actor) { [name] work in
                let account = try Accounts(work.session).get(email: email)
                guard let token = try ProgramTokens(work.session).find(named: name, of: account.id, on: work.today) else {
                    throw Refusal.missing("token-not-found", "\(account.email) has no token named “\(name)” in force. See: muster token list --for \(account.email)")
                }
                return Line(try People().revokeToken(token.id, work), account)
            }
            try output.show(line, "“\(line.name)” is revoked.")
        }
    }
}

extension Refusal {
    fileprivate static let nobodyToActAs = Refusal.invalid(
        "person-not-named", "Say whose token it is by their e-mail: --for EMAIL.")
}
