import ArgumentParser
import Kernel
import People
import Storage

/// `muster check`: everything that can be checked of the data, in full.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the whole of the data: the file, the journal, and each record against it.",
        discussion: """
            What is wrong is named line by line, and the exit code is then 1. It can run beside a server. It also says whether files \
            that are sent in are looked through for viruses, and whether the scanner answers.

            Examples:
              muster check
              muster check --json
            """)
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (desk, _) = try await operating.begin(making: false)
        let store = desk.store
        let check = try await ProgressBar.showing { watch in
            try await store.read { session in try FullCheck.make(session, of: store.records, watch: watch) }
        }
        let scanning = output.json ? "" : await Operating.intake.sentence
        try output.show(check, (check.lines + [scanning]).joined(separator: "\n"))
        if !check.isWhole { throw ExitCode(1) }
    }
}

extension FullCheck {
    fileprivate var lines: [String] {
        guard isWhole else { return damage.map { "The file is damaged: \($0)" } + (journal?.mismatch.map { [$0.sentence] } ?? []) + departures.map(\.sentence) }
        return [
            "The file is whole.", "All \(journal?.entries ?? 0) entries of the journal match. Root \(journal.map { "\($0.root)" } ?? "")",
            "Each of the \(records) records is what the journal says.",
        ] + (removed == 0 ? [] : ["\(counted(removed, "state").capitalisedFirst) of records that came in files \(removed == 1 ? "was" : "were") removed, and the journal says why. All else still proves."])
    }
}

extension Intake {
    /// Whether anybody looks for viruses.
    var sentence: String {
        get async {
            guard let scanner else { return "Nobody looks for viruses in files that are sent in: the setting scan.command is not set." }
            let name = scanner.command.joined(separator: " ")
            return switch await scanner.probe() {
            case .clean: "Files that are sent in are looked through by “\(name)”, which answers."
            case .refused: "Files that are sent in are looked through by “\(name)”, which refuses even a harmless one, so none is kept."
            case .unanswered(let why): "Files that are sent in are looked through by “\(name)”, which does not answer, so none is kept. \(why)"
            }
        }
    }
}
