import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension ClosureCommand {
    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "report", "Show the closure report of a plan, or take it away as a file.",
            "Without --output it goes to standard output, as text where no --format is asked for.",
            examples: "muster plan closure report inspection-response", "muster plan closure report inspection-response --json",
            "muster plan closure report inspection-response --format pdf -o closure.pdf")
        @OptionGroup var plan: PlanArgument
        @Option(help: "\(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")); by the ending of --output when left out, else text.", completion: .codes(PaperFormat.self))
        var format: String?
        @Option(name: .shortAndLong, help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try PlanPolicy.reads.check(actor)
            let asked = try format.map { try PaperFormat(named: $0) }
            let (plan, day, naming) = (plan, day.on ?? desk.clock.today, Operating.naming)
            let report = try await desk.read { session in try session.closureReport(of: plan.plan(session), on: day, naming) }
            if reading.output.json, asked == nil, output == nil { return try reading.output.show(report, "") }
            let document = ClosureDocument(report: report, base: Operating.address, made: desk.clock.now).document
            let ending = output.map { URL(fileURLWithPath: $0).pathExtension.lowercased() }
            let format = asked ?? PaperFormat.allCases.first { $0.ending == ending } ?? .text
            if output == nil, asked == nil { return Output.line(document.text) }
            let bytes = try await format.bytes(of: document)
            try FileOnDisk.hand(bytes, to: output)
        }
    }
}
