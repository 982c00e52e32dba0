import ArgumentParser
import Kernel
import People
import Register

/// `muster example …`: made-up data to try things with.
struct ExampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "example", abstract: "Make up data to try Muster with, the same for the same seed.", subcommands: [ExampleRegister.self, ExampleRiskScores.self])

    /// `muster example register`: a register of as many entries as are asked for.
    struct ExampleRegister: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "register", "Make up a public register of so many notices, to be served by itself.",
            examples: "muster example register --notices 100000 --file register.jsonl")
        @Option(help: "How many notices, up to 1,000,000.") var notices = 2000
        @Option(help: "The same seed makes the same register.") var seed: UInt64 = 5
        @Option(help: "The last day of the years that they are of, as YYYY-MM-DD.") var on = "2026-11-27"
        @Option(help: "Where it is written: an entry a line, as JSON.", completion: .file()) var file = "register.jsonl"

        @OptionGroup var output: OutputOptions

        func validate() throws {
            if !(1...1_000_000).contains(notices) { throw ValidationError("--notices takes a number from 1 to 1,000,000.") }
            if Day(iso: on) == nil { throw ValidationError("--on takes a day, as 2026-11-27.") }
        }

        func run() async throws {
            guard let day = Day(iso: on) else { return }
            try EntryLines(path: file).write(SampleRegister.entries(notices, seed: seed, on: day))
            try output.show(Written(file: file, notices: notices), "\(file) has a register of \(counted(notices, "notice")). Serve it with: muster serve --only register --from \(file)")
        }

        private struct Written: Encodable {
            let file: String
            let notices: Int
        }
    }
}
