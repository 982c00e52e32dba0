import ArgumentParser
import Kernel
import People
import Storage

extension BackupCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "list", "List the copies that were made or tried here, and what to look after.", examples: "muster backup list --limit 5")
        @Option(help: "So many of the latest.") var limit = 30
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try CopyPolicy.keeps.check(actor)
            let moment = desk.clock.now
            let listed = try await desk.read { [limit] session in
                Listed(standing: try .read(session, at: moment), tries: try CopyRounds(session).latest(limit: limit))
            }
            let lines = Output.table(
                ["Begun", "By", "Result", "Entries", "Bytes", "Proven", "File"],
                listed.tries.map { round in
                    [round.begunAt.inWords, round.askedBy, round.outcome?.rawValue ?? "under way", round.entries.map(String.init) ?? "",
                     round.bytes.map(String.init) ?? "", round.provenAt?.inWords ?? "", round.sentence ?? round.file ?? ""]
                },
                empty: "No copy was tried here yet.")
            try output.show(listed, (listed.standing.warnings + [lines]).joined(separator: "\n"))
        }

        struct Listed: Encodable {
            let standing: CopyStanding
            let tries: [CopyRound]
        }
    }
}
