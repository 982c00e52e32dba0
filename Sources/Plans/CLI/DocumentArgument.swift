import ArgumentParser
import Documents
import Foundation
import Kernel
import People

/// A document named at the command line.
struct DocumentArgument: ParsableArguments, Sendable {
    @Argument(help: "A Word (.docx), Excel (.xlsx), CSV or text file.", completion: .file()) var file: String
    @Option(help: "The sheet of a workbook to read; every sheet that looks like a plan when left out.") var sheet: String?

    var name: String { URL(fileURLWithPath: file).lastPathComponent }

    /// - Throws: `file-not-readable`, and what `Reading` refuses.
    func reading() throws -> Reading {
        // Of what is not there, reading it says so.
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
        guard size <= 100_000_000 else {
            throw Refusal("file-too-large", .tooLarge, "\(name) is larger than 100 MB, which is more than a plan can be.")
        }
        return try Reading.of([UInt8](try FileOnDisk.read(file)), named: name, sheet: sheet)
    }
}

/// How the queries of a document are answered at the command line.
struct AnswerOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp(
        "An answer: the query's number in “plan preview”, or its key, then what is right. May be given again.", valueName: "number=answer"))
    var answer: [String] = []
    @Option(help: "A file of answers: a JSON object of query keys and answers.", completion: .file()) var answers: String?
    @Option(help: ArgumentHelp(
        "What a column holds: its table and column, counted from 1, then one of \(ColumnMap.Field.allCases.map(\.rawValue).joined(separator: ", ")).",
        valueName: "table/column=field"))
    var column: [String] = []
    @Flag(help: "Answer every other query as suggested; what has no suggestion stays open.") var acceptSuggestions = false

    /// The draft with these answers.
    ///
    /// - Throws: `answer-not-understood`, and what `planDraft` refuses.
    func draft(_ reading: Reading) throws -> PlanDraft {
        let asked = try planDraft(from: reading)
        let columns = try columns(asked.columns)
        let queries = columns == nil ? asked.queries : try planDraft(from: reading, columns: columns).queries
        let answers = try given(queries)
        if acceptSuggestions { return try planDraftAcceptingSuggestions(from: reading, columns: columns, answers: answers) }
        return answers.isEmpty && columns == nil ? asked : try planDraft(from: reading, columns: columns, answers: answers)
    }

    private func given(_ queries: [Query]) throws -> [String: String] {
        var given: [String: String] = [:]
        if let answers {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: answers)),
                  let object = try? JSONDecoder().decode([String: String].self, from: bytes) else {
                throw Refusal.invalid("answer-not-understood", "\(answers) can't be read as a JSON object of query keys and answers.")
            }
            given = object
        }
        for written in answer {
            let parts = written.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
            guard parts.count == 2, let query = query(parts[0], queries) else {
                throw Refusal.invalid("answer-not-understood", """
                    “\(written)” answers no query. Write its number in “muster plan preview” and what is right: --answer 1=2026-10-30
                    """)
            }
            given[query.key] = parts[1]
        }
        return given
    }

    private func query(_ written: String, _ queries: [Query]) -> Query? {
        if let number = Int(written) { return queries.indices.contains(number - 1) ? queries[number - 1] : nil }
        return queries.first { $0.key == written }
    }

    private func columns(_ maps: [ColumnMap]) throws -> [ColumnMap]? {
        guard !column.isEmpty else { return nil }
        var maps = maps
        for written in column {
            let parts = written.split(separator: "=").map(String.init)
            let place = parts.first?.split(separator: "/").compactMap { Int($0) } ?? []
            guard parts.count == 2, place.count == 2, let field = ColumnMap.Field(rawValue: parts[1]), maps.indices.contains(place[0] - 1),
                  maps[place[0] - 1].fields.indices.contains(place[1] - 1) else {
                throw Refusal.invalid("answer-not-understood", "“\(written)” names no column of the document and what it holds. Write --column 1/3=due")
            }
            maps[place[0] - 1].fields[place[1] - 1] = field
        }
        return maps
    }
}
