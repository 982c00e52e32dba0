import ArgumentParser
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
        @OptionGroup var table: TableOptions
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
            try table.write { try export.bytes(as: $0) }
        }
    }
}
