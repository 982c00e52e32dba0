import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension PlanCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take a plan away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster plan export peer-review-response --output response.xlsx",
            "muster plan export peer-review-response --standing red --sort due > late.csv")
        @OptionGroup var plan: PlanArgument
        @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(PlanExport.Format.self)) var format: String?
        @Option(help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var filter: FilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            try PlanPolicy.reads.check(actor)
            let (plan, filter, day) = (plan, filter, day.on ?? desk.clock.today)
            let export = try await desk.read { session in
                PlanExport(
                    view: PlanView(try session.facts(of: plan.plan(session)), on: day), filter: try filter.filter(session))
            }
            let asked = try format.map { try PlanExport.Format(named: $0) }
            let format = asked ?? output.flatMap { PlanExport.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv
            let bytes = try export.bytes(as: format)
            guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
            try FileOnDisk.write(bytes, to: output)
            Output.line("Wrote \(output).")
        }
    }
}
