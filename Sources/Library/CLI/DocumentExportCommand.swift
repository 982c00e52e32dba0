import ArgumentParser
import Kernel
import People
import Storage

extension DocumentCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the register away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster document export --output documents.xlsx", "muster document export --standing review-overdue > overdue.csv")
        @OptionGroup var table: TableOptions
        @OptionGroup var filter: DocumentFilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try LibraryPolicy.reads.check(actor)
            let (filter, day, naming) = (filter, day.on ?? desk.clock.today, Operating.naming)
            let export = try await desk.read { session in try DocumentExport(filter.shown(session, on: day), on: day, naming, session) }
            try table.write { try export.bytes(as: $0) }
        }
    }
}
