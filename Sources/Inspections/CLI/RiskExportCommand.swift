import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension RiskCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take all scores away as a table: CSV with all there are, or an Excel workbook.",
            "Without --output the table goes to standard output. A CSV is written a piece at a time, however many premises there are; a workbook holds at most \(RiskExport.mostInWords).",
            examples: "muster risk export --output scores.csv", "muster risk export --type hotel --due overdue --output hotels.xlsx")
        @OptionGroup var table: TableOptions
        @OptionGroup var filter: RiskFilterOptions
        @OptionGroup var edition: EditionOption
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try RiskPolicy.reads.check(actor)
            let (filter, edition, day, output) = (try filter.filter, edition, day.on ?? desk.clock.today, table.output)
            guard try table.chosen == .csv else {
                let export = try await desk.read { session in try RiskExport(filter, edition.find(session, on: day), on: day, session) }
                return try table.write { try export.bytes(as: $0) }
            }
            let head = Array(CSV.write(header: RiskExport.columns, rows: [], mark: true).utf8)
            if let output { try FileOnDisk.write([], to: output) }
            guard let file = output.map({ FileHandle(forWritingAtPath: $0) }) ?? .standardOutput else {
                throw Refusal.invalid("file-not-writable", "\(output ?? "") can't be written. Check that you may write to it.")
            }
            try file.write(contentsOf: Data(head))
            // What is shown of progress would stand in the table, where that goes to the terminal.
            _ = try await showingProgress("Scoring", desk, on: day) { session, watch in
                let edition = try edition.find(session, on: day)
                var (text, done) = ([UInt8](), 0)
                try session.eachScored(filter, edition, on: day) { scored in
                    CSV.append(RiskExport.cells(scored, edition, on: day).map(\.inText), to: &text)
                    done += 1
                    if done % 2000 == 0 {
                        try file.write(contentsOf: Data(text))
                        text.removeAll(keepingCapacity: true)
                        try watch(done)
                    }
                }
                try file.write(contentsOf: Data(text))
                return done
            }
            if let output {
                try file.close()
                Output.line("Wrote \(output).")
            }
        }
    }
}
