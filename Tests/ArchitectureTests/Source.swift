import Foundation
import Testing

/// A Swift file of the package: where it is, and its lines with comments and the words of strings left out.
struct Source {
    /// From the package's folder: `Sources/Plans/Model/Plan.swift`.
    let path: String
    let text: String
    let lines: [String]
    /// The same lines as far as the compiler acts on them, so that a rule never trips over prose.
    let code: [String]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = CodeReader.code(of: text)
    }

    private var parts: [Substring] { path.split(separator: "/") }

    /// `Plans`
    var target: String { String(parts[1]) }

    /// `Model`; nil for a file that stands in the target's own folder.
    var folder: String? { parts.count > 3 ? String(parts[2]) : nil }
}

/// The package's own files, read once.
enum House {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let sources = swiftFiles(under: "Sources")
    static let tests = swiftFiles(under: "Tests")

    static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []).sorted()
    }

    static func files(under folder: String, ending: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
        return (found ?? []).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }.sorted()
    }

    private static func swiftFiles(under folder: String) -> [Source] {
        files(under: folder, ending: ".swift").compactMap { path in text(path).map { Source(path: path, text: $0) } }
    }
}

/// A line that breaks a rule, and what to do about it.
struct Breach: CustomStringConvertible {
    let path: String
    let line: Int
    let sentence: String

    var description: String { "\(path):\(line): \(sentence)" }

    func report() {
        let place = SourceLocation(
            fileID: "muster/\(path)", filePath: House.root.appending(path: path).path, line: line, column: 1)
        Issue.record(Comment(rawValue: description), sourceLocation: place)
    }
}
