import ArgumentParser
import Kernel
import Storage

extension AccountCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the accounts.", examples: "muster account list")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[AccountLine]> {
            try PeoplePolicy.keepsAccounts.check(reader.actor)
            let lines = try Accounts(session).all().map { AccountLine($0.account, $0.person.name) }
            return Answer(lines, Output.table(
                ["E-mail", "Name", "Roles", "Suspended"],
                lines.map { [$0.email, $0.name, $0.roles.map(\.rawValue).joined(separator: ", "), $0.suspendedOn?.iso ?? ""] },
                empty: "Nobody has an account yet. Open the first with: muster account add EMAIL --name NAME --role administrator"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show one account.", examples: "muster account show okafor@northshire.example")
        @OptionGroup var account: AccountArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<AccountLine> {
            try PeoplePolicy.keepsAccounts.check(reader.actor)
            let line = try AccountLine(Accounts(session).get(email: account.email), session)
            return Answer(line, "\(line.name)\n\(line.words)")
        }
    }
}
