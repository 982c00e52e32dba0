import ArgumentParser
import Kernel
import People
import Storage

/// `muster journal remove …`: what a file made of a record goes, where the law gives a person that right.
struct JournalRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "remove", "Remove what an import made of a record, where the law gives a person that right.", """
            The record must have moved on since: take out of it first what has to go. The hash of what is removed stays and can't be guessed back, \
            so every other row, the entry of the import and the head still prove. Copies that were made before still hold it.
            """,
        examples: "muster journal remove premises/17 1 --because 'Their request of 3 March 2026'")
    @Argument(help: "The record, as the journal names it: premises/17.") var record: String
    @Argument(help: "Which version of it: 1 where the import added it.") var version: Int
    @Option(help: "Why, as the journal keeps it.") var because: String
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let record = try Subject(written: record, like: "premises/17")
        var fields = Fields(["because": because])
        let reason = fields.text("because", "Why", atMost: 2000)
        try fields.finish()
        let (desk, actor) = try await operating.begin(making: false)
        try JournalPolicy.removes.check(actor)
        let removal = try await desk.write(by: actor, because: reason) { [version] work in try work.removeState(of: record, version: version) }
        try output.show(removal, "Version \(version) of \(record), which entry \(removal.entry) made, was removed. Remove copies that were made before as well.")
    }
}
