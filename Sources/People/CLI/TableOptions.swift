import ArgumentParser
import Documents
import Foundation
import Kernel
import People

/// As what a table is taken away, and where to.
struct TableOptions: ParsableArguments, Sendable {
    @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(TableFile.Format.self)) var format: String?
    @Option(help: "The file to write.", completion: .file()) var output: String?

    /// Writes the table to the file, or to standard output where none is named.
    ///
    /// - Throws: `no-such-format`, and what writing a file throws
    func write(_ table: (TableFile.Format) throws -> [UInt8]) throws {
        let asked = try format.map { try TableFile.Format(named: $0) }
        let bytes = try table(asked ?? output.flatMap { TableFile.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv)
        guard let output else { return FileHandle.standardOutput.write(Data(bytes)) }
        try FileOnDisk.write(bytes, to: output)
        Output.line("Wrote \(output).")
    }
}
