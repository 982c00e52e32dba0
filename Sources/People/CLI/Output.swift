public import ArgumentParser
import Foundation

/// How a command answers: in plain text for people, or in JSON for programs.
public struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Answer in JSON.")
    public var json = false

    public init() {}

    /// Writes the value as JSON when that was asked for, and the text otherwise.
    public func show(_ value: some Encodable, _ text: @autoclosure () -> String) throws {
        Output.line(json ? try Output.json(value) : text())
    }
}

/// Standard output, which commands write to through here alone.
public enum Output {
    public static func line(_ text: String) {
        // Written at once: a program that reads us through a pipe waits for the line, not for a full buffer.
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Keys sorted, one a line.
    public static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Columns set under their headings, two blanks apart; a sentence when there is no row.
    public static func table(_ headings: [String], _ rows: [[String]], empty: String) -> String {
        guard !rows.isEmpty else { return empty }
        let lines = [headings] + rows
        let widths = headings.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = zip(line, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
            return cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
        }
        .joined(separator: "\n")
    }
}
