public import ArgumentParser
public import Documents
import Foundation
import Kernel

/// As what a table is taken away, and where to.
public struct TableOptions: ParsableArguments, Sendable {
    @Option(help: "csv or xlsx; by the ending of --output when left out, else csv.", completion: .codes(TableFile.Format.self)) var format: String?
    @Option(help: "The file to write.", completion: .file()) public var output: String?

    public init() {}

    /// What was asked for, or what the ending of the file says.
    ///
    /// - Throws: `no-such-format`
    public var chosen: TableFile.Format {
        get throws {
            if let format { return try TableFile.Format(named: format) }
            return output.flatMap { TableFile.Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) } ?? .csv
        }
    }

    /// Writes the table to the file, or to standard output where none is named.
    ///
    /// - Throws: `no-such-format`, and what writing a file throws
    public func write(_ table: (TableFile.Format) throws -> [UInt8]) throws { try FileOnDisk.hand(table(chosen), to: output) }
}
