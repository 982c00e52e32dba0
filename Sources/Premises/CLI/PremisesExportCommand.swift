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
        @OptionGroup var table: TableOptions
        @OptionGroup var filter: PremisesFilterOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        private static let piece = 2000

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try GazetteerPolicy.reads.check(actor)
            let (options, day) = (filter, day.on ?? desk.clock.today)
            let filter = try await desk.read { session in try options.filter(session) }
            guard try table.chosen == .csv else {
                let export = try await desk.read { session in try PremisesExport(filter, on: day, session) }
                return try table.write { try export.bytes(as: $0) }
            }
            try await write(filter, on: day, desk)
            if let output = table.output { Output.line("Wrote \(output).") }
        }

        private func write(_ filter: PremisesFilter, on day: Day, _ desk: Desk) async throws {
            let head = CSV.write(header: PremisesExport.columns, rows: [], mark: true)
            if let output = table.output { try FileOnDisk.write(Array(head.utf8), to: output) }
            let file = try table.output.map { path in
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
