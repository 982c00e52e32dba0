public import ArgumentParser
import Foundation
import Kernel
import People

/// `muster notice`.
public struct NoticeCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Formal notices, and the days that the law sets for them.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Save.self, Export.self, Clock.self, Timeliness.self, Signers.self]),
            CommandGroup(name: "Before service", subcommands: [
                Draft.self, Edit.self, Consult.self, Approve.self, SendBack.self, Abandon.self, Authorise.self, EndAuthority.self,
            ]),
            CommandGroup(name: "Service and after", subcommands: [
                Serve.self, Extend.self, Appeal.self, Dispose.self, Direct.self, Object.self, Resolve.self, Amend.self, Inspect.self, Withdraw.self, Strike.self,
            ]),
        ])

    public init() {}
}

extension NoticeCommand {
    struct Clock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "clock", "Work out every statutory day of a notice from its history in a file.",
            """
            Each day has its provision and its working beside it. The file holds what happened, days as YYYY-MM-DD and null for what did not: {"type": "enforcement", "recipients": [{"served": "2021-01-04"}], \
            "appeal": {"brought": …, "disposed": …, "outcome": "cancelled|affirmed|modified|withdrawn"}, "complied": …, "withdrawn": …, "amended": [], \
            "objection": {"made": …, "resolved": …}}. Nothing is saved.
            """,
            examples: "muster notice clock history.json", "muster notice clock history.json --on 2021-02-01 --json")
        @Argument(help: "A JSON file with the history of one notice.", completion: .file()) var file: String
        @Option(help: "The day to look at it on; today when left out.") var on: Day?
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let history = try NoticeHistory(fileAt: file)
            guard let clock = NoticeClock(history) else { throw Refusal.fields(history.faults) }
            let day = on ?? Kernel.Clock.system.today
            try output.show(ClockPayload(clock: clock, day: day), ClockInWords(clock: clock, day: day).text)
        }
    }
}

extension NoticeHistory {
    /// - Throws: `file-not-readable`, `history-not-understood`, `fields-need-attention` with what can't have happened so
    init(fileAt path: String) throws {
        self = try FileOnDisk.json(path) { .invalid("history-not-understood", "\(path) is not the history of a notice. \($0)") }
        let faults = faults
        guard faults.isEmpty else { throw Refusal.fields(faults) }
    }
}
