import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension PremisesCommand {
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take premises away as a table: CSV with all there are, or an Excel workbook.", """
                Without --output the table goes to standard output. A CSV is written a piece at a time, however many premises there are; \
                a workbook holds at most \(PremisesExport.mostInWords).
                """,
            examples: "muster premises export --output premises.csv", "muster premises export --type hospital --output hospitals.xlsx")
        @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(TableFile.Format.self)) var format: String?
        @Option(help: "The file to write.", completion: .file()) var output: String?
        @OptionGroup var filter: PremisesFilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        private static let piece = 2000

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try GazetteerPolicy.reads.check(actor)
            let (options, day) = (filter, day.on ?? desk.clock.today)
            let filter = try await desk.read { session in try options.filter(session) }
            let asked = try format.map { try TableFile.Format(named: $0) }
            let format = asked ?? output.flatMap { TableFile.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv
            if format == .xlsx {
                let export = try await desk.read { session in try PremisesExport(filter, on: day, session) }
                let bytes = try export.bytes(as: .xlsx)
                guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
                try FileOnDisk.write(bytes, to: output)
            } else {
                try await write(filter, on: day, desk)
            }
            if let output { Output.line("Wrote \(output).") }
        }

        private func write(_ filter: PremisesFilter, on day: Day, _ desk: Desk) async throws {
            let head = CSV.write(header: PremisesExport.columns, rows: [], mark: true)
            if let output { try FileOnDisk.write(Array(head.utf8), to: output) }
            let file = try output.map { path in
                guard let handle = FileHandle(forWritingAtPath: path) else {
                    throw Refusal.invalid("file-not-writable", "\(path) can't be written. Check that you may write to it.")
                }
                try handle.seekToEnd()
                return handle
            }
            if file == nil { FileHandle.standardOutput.write(Data(head.utf8)) }
            var last: ID<Premises>?
            while true {
                let after = last
                let piece = try await desk.read { session in
                    let rows = try session.premises(filter, on: day, after: after, limit: Self.piece)
                    return PremisesExport(rows, on: day, try session.responsible(for: rows, on: day))
                }
                try (file ?? .standardOutput).write(contentsOf: Data(piece.lines))
                guard piece.rows.count == Self.piece, let next = piece.rows.last else { break }
                last = next.id
            }
            try file?.close()
        }
    }
}
