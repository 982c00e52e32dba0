import ArgumentParser
import Kernel
import Storage

extension AccountCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Open an account and print the link by which its person chooses a password.",
            examples: "muster account add okafor@northshire.example --name 'R Okafor' --role manager --role owner")
        @Argument(help: "The e-mail to sign in with.") var email: String
        @Option(help: "The person's name.", completion: .parties) var name: String
        @Option(help: "A role: reader, owner, officer, manager, approver or administrator. May be given again.") var role: [Role] = [.reader]
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            let new = try NewAccount(name: name, email: email, roles: Set(role))
            let (account, link) = try People().openAccount(new, work)
            let line = AccountLine(account, new.name, link)
            return Answer(line, line.linkInWords)
        }
    }

    struct Roles: WritingCommand {
        static let configuration = CommandConfiguration(
            "roles", "Set the roles of an account: those given, and no others.",
            examples: "muster account roles okafor@northshire.example manager owner")
        @OptionGroup var account: AccountArgument
        @Argument(help: "One or more of reader, owner, officer, manager, approver and administrator.") var roles: [Role]
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            try account.changed(work) { try People().setRoles(Set(roles), of: $0.id, version: $0.version, work) }
        }
    }

    struct Email: WritingCommand {
        static let configuration = CommandConfiguration(
            "email", "Change the e-mail that an account signs in with.",
            examples: "muster account email okafor@northshire.example r.okafor@northshire.example")
        @OptionGroup var account: AccountArgument
        @Argument(help: "The new e-mail.") var new: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            var fields = Fields(["email": new])
            let email = fields.email("email", "E-mail") ?? ""
            if fields.written("email").isEmpty { fields.refuse("email", "Enter an e-mail address.") }
            try fields.finish()
            return try account.changed(work) { try People().setEmail(email, of: $0.id, version: $0.version, work) }
        }
    }

    struct Suspend: WritingCommand {
        static let configuration = CommandConfiguration(
            "suspend", "Suspend an account and sign its person out.",
            examples: "muster account suspend okafor@northshire.example --because 'Left the service'")
        @OptionGroup var account: AccountArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            try account.changed(work) { try People().suspend($0.id, version: $0.version, work) }
        }
    }

    struct Restore: WritingCommand {
        static let configuration = CommandConfiguration(
            "restore", "Let a suspended account sign in again.", examples: "muster account restore okafor@northshire.example")
        @OptionGroup var account: AccountArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            try account.changed(work) { try People().restore($0.id, version: $0.version, work) }
        }
    }

    struct Link: WritingCommand {
        static let configuration = CommandConfiguration(
            "link", "Print a fresh link by which the account's person chooses a password.",
            examples: "muster account link okafor@northshire.example")
        @OptionGroup var account: AccountArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<AccountLine> {
            let found = try Accounts(work.session).get(email: account.email)
            let line = try AccountLine(found, work.session, People().makeLink(for: found.id, work))
            return Answer(line, line.linkInWords)
        }
    }
}
