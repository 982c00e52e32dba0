public import ArgumentParser
import Kernel
import Storage

/// `muster account …`: who may sign in, and what they may do.
public struct AccountCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Say who may sign in, and what they may do.",
        subcommands: [Add.self, List.self, Roles.self, Suspend.self, Restore.self, Link.self])

    public init() {}

    /// An account as the command line shows it.
    struct Line: Encodable {
        let email: String
        let name: String
        let roles: [Role]
        let suspendedOn: Day?
        var link: String?
        var linkEndsAt: Moment?

        init(_ account: Account, _ name: String, _ link: OneTimeLink? = nil) {
            (email, self.name, roles, suspendedOn) = (account.email, name, account.roles, account.suspendedOn)
            self.link = link.map { Operating.address + $0.path }
            linkEndsAt = link?.endsAt
        }

        var linkInWords: String {
            "\(name) chooses a password here, once\(linkEndsAt.map { ", by \($0.inWords)" } ?? ""):\n\(link ?? "")"
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open an account and print the link by which its person chooses a password.")
        @Argument(help: "The e-mail to sign in with.") var email: String
        @Option(help: "The person's name.") var name: String
        @Option(help: "A role: reader, owner, manager, approver or administrator. May be given again.") var role: [Role] = [.reader]
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let new = try NewAccount(name: name, email: email, roles: Set(role))
            let line = try await desk.write(by: actor) { work in
                let (account, link) = try People().openAccount(new, work)
                return Line(account, new.name, link)
            }
            try output.show(line, line.linkInWords)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            try PeoplePolicy.keepsAccounts.check(actor)
            let lines = try await desk.read { session in
                try Accounts(session).all().map { Line($0.account, $0.person.name) }
            }
            try output.show(lines, Output.table(
                ["E-mail", "Name", "Roles", "Suspended"],
                lines.map { [$0.email, $0.name, $0.roles.map(\.rawValue).joined(separator: ", "), $0.suspendedOn?.iso ?? ""] },
                empty: "Nobody has an account yet. Open the first with: muster account add EMAIL --name NAME --role administrator"))
        }
    }

    struct Roles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Set the roles of an account: those given, and no others.")
        @Argument(help: "The account's e-mail.") var email: String
        @Argument(help: "One or more of reader, owner, manager, approver and administrator.") var roles: [Role]
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try await changeAccount(email, operating, output) { [roles] account, work in
                try People().setRoles(Set(roles), of: account.id, version: account.version, work)
            }
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Suspend an account and sign its person out.")
        @Argument(help: "The account's e-mail.") var email: String
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try await changeAccount(email, operating, output) { account, work in
                try People().suspend(account.id, version: account.version, work)
            }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a suspended account sign in again.")
        @Argument(help: "The account's e-mail.") var email: String
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try await changeAccount(email, operating, output) { account, work in
                try People().restore(account.id, version: account.version, work)
            }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a fresh link by which the account's person chooses a password.")
        @Argument(help: "The account's e-mail.") var email: String
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let line = try await desk.write(by: actor) { [email] work in
                let account = try Accounts(work.session).get(email: email)
                let link = try People().makeLink(for: account.id, work)
                return Line(account, try Parties(work.session).get(account.person).name, link)
            }
            try output.show(line, line.linkInWords)
        }
    }
}

private func changeAccount(
    _ email: String, _ operating: OperatorOptions, _ output: OutputOptions,
    _ change: @escaping @Sendable (Account, Work) throws -> Account
) async throws {
    let (desk, actor) = try await operating.begin()
    let line = try await desk.write(by: actor) { work in
        let account = try change(Accounts(work.session).get(email: email), work)
        return AccountCommand.Line(account, try Parties(work.session).get(account.person).name)
    }
    let roles = listed(line.roles.map(\.rawValue))
    try output.show(line, "\(line.email): \(roles)\(line.suspendedOn.map { ", suspended since \($0)" } ?? "").")
}
