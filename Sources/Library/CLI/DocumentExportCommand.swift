import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension DocumentCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the register away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster document export --output documents.xlsx", "muster document export --standing review-overdue > overdue.csv")
        @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(TableFile.Format.self)) var format: String?
        @Option(help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var filter: DocumentFilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try LibraryPolicy.reads.check(actor)
            let (filter, day, naming) = (filter, day.on ?? desk.clock.today, Operating.naming)
            let export = try await desk.read { session in try DocumentExport(filter.shown(session, on: day), on: day, naming, session) }
            let asked = try format.map { try TableFile.Format(named: $0) }
            let format = asked ?? output.flatMap { TableFile.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv
            let bytes = try export.bytes(as: format)
            guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
            try FileOnDisk.write(bytes, to: output)
            Output.line("Wrote \(output).")
        }
    }
}
