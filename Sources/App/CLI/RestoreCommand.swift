import ArgumentParser
import Foundation
import Kernel
import People
import Storage

/// `muster restore FILE`: a copy back into a service.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a copy into an empty place, on either engine. Never writes over data.",
        discussion: """
            The place is the one that --data and --database name. Everyone signs in again afterwards.

            Example:
              muster restore /srv/copies/muster-2026-11-22.db --data /var/lib/muster
            """,
        aliases: ["import"])
    @Argument(help: "A file that muster backup made.", completion: .file()) var file: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard let settings = ServeCommand.settings, let open = Operating.open else { throw CleanExit.helpRequest(self) }
        let copy = try await ProgressBar.showing { [file] watch in
            try await copies.restore(file, into: settings.database, watch: watch)
        }
        // Opened as it will be from now on, which takes the steps that are newer than the copy.
        let head = try await open().read { try Journal($0).head() }
        guard head.size == copy.contents.entries, head.root == copy.contents.root else {
            throw Refusal.conflict("copy-not-the-same", "The journal's head is not the copy's. Do not use what was restored; restore again.")
        }
        try output.show(copy, "\(file) is restored in \(settings.database.whereKept(settings.data)).\n\(copy.inWords)")
    }
}

extension CheckedCopy {
    /// What to note down beside the file.
    var inWords: String {
        """
        Journal  \(contents.entries) entries, root \(contents.root)
        Rows     \(contents.rows) in \(counted(contents.tables.count, "table"))
        File     \(bytes) bytes, SHA-256 \(sha256)
        """
    }
}
