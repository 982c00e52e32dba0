import ArgumentParser
import Foundation
import Kernel
import Logging
import People
import Storage

/// `muster backup …`: copies of the whole service, made while it is in use.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole service into one file, also while it is served.",
        discussion: """
            A copy is one SQLite file, the same whichever engine it was made from: muster restore puts it back on either.
            Sign-ins, one-time links and the answers that are kept for programs to repeat a request stay behind.

            Example:
              muster backup /srv/copies/muster-2026-11-22.db
            """,
        subcommands: [Make.self, Check.self, List.self], defaultSubcommand: Make.self, aliases: ["export"])

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "make", "Make a copy and prove it by restoring it; “backup FILE” is short for it. Never writes over a file.",
            examples: "muster backup make /srv/copies/muster-2026-11-22.db")
        @Argument(help: "The file to make.", completion: .file()) var file: String
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try CopyPolicy.keeps.check(actor)
            let begun = desk.clock.now
            var log = Logger(label: "muster")
            log.logLevel = .warning
            let (copy, proving) = try await ProgressBar.showing { [file, log] watch in
                let copy = try await copies.make(of: desk.store, at: file, watch: watch)
                let began = ContinuousClock.now
                do { try await copies.prove(file, in: URL(fileURLWithPath: file).deletingLastPathComponent().path, log: log, watch: watch) } catch {
                    // What can't be restored is no copy.
                    try? FileManager.default.removeItem(atPath: file)
                    throw error
                }
                return (copy, ContinuousClock.now - began)
            }
            await CopyDesk.note(copy, file, begun, proving, by: actor, desk)
            try output.show(copy, "\(file) holds a proven copy.\n\(copy.inWords)")
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "check", "Check a copy: the file, every row and the whole journal. Needs no database.",
            examples: "muster backup check /srv/copies/muster-2026-11-22.db")
        @Argument(help: "A file that muster backup made.", completion: .file()) var file: String
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let copy = try await ProgressBar.showing { [file] watch in try await copies.check(file, watch: watch) }
            try output.show(copy, "\(file) is whole.\n\(copy.inWords)")
        }
    }
}
