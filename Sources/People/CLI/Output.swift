public import ArgumentParser
import Foundation

/// How a command answers: in plain text for people, or in JSON for programs.
public struct OutputOptions: ParsableArguments, Sendable {
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
    /// Characters that a terminal would obey, or that turn the order of what is read, are shown as `�` instead: somebody may
    /// have typed them.
    public static func line(_ text: String) {
        let text = String(String.UnicodeScalarView(text.unicodeScalars.map { isSafe($0) ? $0 : "\u{FFFD}" }))
        // Written at once: a program that reads us through a pipe waits for the line, not for a full buffer.
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    /// Keys sorted, one a line.
    public static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Columns set under their headings, as wide as the terminal; a sentence when there is no row.
    public static func table(_ headings: [String], _ rows: [[String]], empty: String, width: Int? = width) -> String {
        rows.isEmpty ? empty : Columns(lines: [headings] + rows, width: width).text
    }
}
