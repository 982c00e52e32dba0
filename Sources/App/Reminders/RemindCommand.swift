import ArgumentParser
import Foundation
import Kernel
import Logging
import People
import Storage

/// `muster remind …`: reminders from the command line, and by a clock of one's own.
struct RemindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind", abstract: "Show and send reminders: what is due, stale or asked of people.",
        subcommands: [Send.self, List.self, Mail.self, Calendar.self], defaultSubcommand: Send.self)

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "send", "Show who would be reminded by e-mail today, or send it.",
            "Each person is sent one e-mail a day, however often this runs. It ends with 1 where one could not be sent.",
            examples: "muster remind send", "muster remind send --send", "muster remind send --send --json")
        @Flag(help: "Send what is due.") var send = false
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try ReminderPolicy.sends.check(actor)
            guard let settings = ServeCommand.settings else { throw CleanExit.helpRequest(self) }
            let reminderDesk = ReminderDesk(
                desk: desk, plan: settings.reminders, service: settings.service,
                address: Operating.address, log: Logger(label: "muster"))
            let told = try await reminderDesk.send(isMeant: send)
            try output.show(told, Output.table(
                ["E-mail", "Name", "Reminders", "Late", "What became of it"],
                told.map { [$0.email, $0.name, String($0.reminders), String($0.late), $0.words] }, empty: "Nobody has anything to be reminded of today."))
            if told.contains(where: { $0.outcome == .failed }) { throw ExitCode(1) }
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List somebody's reminders on a day.", examples: "muster remind list --for okafor@northshire.example", "muster remind list --as okafor@northshire.example --json")
        @OptionGroup var owner: ReminderOwner
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ReminderPayload]> {
            let account = try owner.account(reader.actor, session)
            try ReminderPolicy.reads(of: account).check(reader.actor)
            let today = day.on ?? reader.today
            let found = try Reminders().pressing(for: Accounts(session).actor(account), session, on: today)
            return Answer(found.map { ReminderPayload($0, on: today) }, Output.table(
                ["Kind", "When", "What", "Of", "Why"],
                found.map { [$0.kind.words, ReminderWords($0, on: today).when ?? "", $0.words, $0.of ?? "", $0.because ?? ""] }, empty: "There is nothing."))
        }
    }

    struct Mail: WritingCommand {
        static let configuration = CommandConfiguration(
            "mail", "Choose whether somebody's reminders come by e-mail.", examples: "muster remind mail off --for okafor@northshire.example")
        enum Choice: String, CaseIterable, ExpressibleByArgument { case on, off }
        @Argument(help: "on or off.", completion: .codes(Choice.self)) var choice: Choice
        @OptionGroup var owner: ReminderOwner
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<[String: Bool]> {
            let account = try owner.account(work.actor, work.session)
            try Reminders().choose(byMail: choice == .on, for: account, work)
            return Answer(["byMail": choice == .on], choice == .on ? "Reminders of \(account.email) come by e-mail." : "Reminders of \(account.email) come by e-mail no more.")
        }
    }

    struct Calendar: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "calendar", abstract: "Make and revoke the secret address of somebody's calendar.", subcommands: [Make.self, Revoke.self])

        struct Make: WritingCommand {
            static let configuration = CommandConfiguration(
                "make", "Make the address and print it, which can't be done again.", examples: "muster remind calendar make --for okafor@northshire.example")
            @OptionGroup var owner: ReminderOwner
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<[String: String]> {
                let account = try owner.account(work.actor, work.session)
                let made = try Reminders().makeFeed(of: account, work)
                let address = "\(Operating.address)/calendar/\(made.secret).ics"
                return Answer(["address": address], "The calendar of \(account.email). Its address is not shown again:\n\(address)")
            }
        }

        struct Revoke: WritingCommand {
            static let configuration = CommandConfiguration(
                "revoke", "Take the address back: every calendar that has it gets nothing more.", examples: "muster remind calendar revoke --for okafor@northshire.example")
            @OptionGroup var owner: ReminderOwner
            @OptionGroup var writing: WritingOptions

            func change(_ work: Work) throws -> Answer<[String: String]> {
                let account = try owner.account(work.actor, work.session)
                try Reminders().revokeFeed(of: account, work)
                return Answer(["revoked": account.email], "The address of the calendar of \(account.email) is revoked.")
            }
        }
    }
}

/// Whose reminders: `--for`, or whoever acts.
struct ReminderOwner: ParsableArguments, Sendable {
    @Option(name: .customLong("for"), help: "The account's e-mail; whoever acts when left out.", completion: .accounts) var email: String?

    /// - Throws: `account-not-found`, `nobody-named`
    func account(_ actor: Actor, _ session: Session) throws -> Account {
        if let email { return try Accounts(session).get(email: email) }
        guard let account = try actor.person.flatMap({ try Accounts(session).find(person: ID($0)) }) else {
            throw Refusal.invalid("nobody-named", "Say whose, with --for EMAIL or --as EMAIL.")
        }
        return account
    }
}

extension ReminderSending {
    fileprivate var words: String {
        switch outcome {
        case .waiting: "Would be sent; add --send"
        case .sent: "Sent"
        case .failed: sentence ?? "Failed"
        case .already: "Sent today already"
        }
    }
}
