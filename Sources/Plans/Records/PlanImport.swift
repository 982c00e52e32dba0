import Foundation
import Kernel
import Storage

/// A document somebody is importing: kept as it was sent until it becomes a plan or is put aside. Not a record: nothing
/// is promised by it, so the journal does not know it.
struct PlanImport: Sendable {
    /// What its person has answered so far.
    struct Choices: Codable, Sendable, Equatable {
        var columns: [ColumnMap]?
        var answers: [String: String] = [:]
        /// What the form says of the plan to be made, so that answering a query loses none of it.
        var entered: [String: String] = [:]

        /// - Parameter proposed: what the page proposed; what was left as proposed follows the next proposal.
        mutating func take(_ fields: Fields, _ queries: [Query], proposed: [String: String]) {
            for query in queries { answers[query.key] = fields.written(query.key) }
            answers = answers.filter { !$0.value.isEmpty }
            entered = Dictionary(uniqueKeysWithValues: proposed.keys.map { ($0, fields.written($0)) }).filter { proposed[$0.key] != $0.value }
        }
    }

    let id: Int64
    let fileName: String
    let bytes: [UInt8]
    let sheet: String?
    /// The plan that this is a newer version of.
    let plan: ID<Plan>?
    var choices: Choices
    let by: String
    let at: Moment
}

/// The documents being imported. Each is seen by whoever sent it, and goes after seven days.
struct PlanImports {
    let session: Session

    func add(fileName: String, bytes: [UInt8], sheet: String?, plan: ID<Plan>?, by actor: Actor, at moment: Moment) throws -> Int64 {
        try session.run("DELETE FROM plan_import WHERE made_at < \(moment.adding(seconds: -7 * 86_400))")
        // Counted by the clock, since these rows go: a page left open must not act on the import that comes next.
        let next: Int64 = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM plan_import") ?? 1
        let id = max(next, moment.milliseconds)
        try session.run("""
            INSERT INTO plan_import (id, file_name, bytes, sheet, plan, choices, made_by, made_at)
            VALUES (\(id), \(fileName), \(bytes), \(sheet), \(plan), \(try PlanImports.written(PlanImport.Choices())), \(actor.subject), \(moment))
            """)
        return id
    }

    /// - Throws: `import-not-found`
    func get(_ id: Int64, by actor: Actor) throws -> PlanImport {
        let found = try session.rows("""
            SELECT id, file_name, bytes, sheet, plan, choices, made_by, made_at FROM plan_import
            WHERE id = \(id) AND made_by = \(actor.subject)
            """) { row in
            PlanImport(
                id: try row.next(), fileName: try row.next(), bytes: try row.next(), sheet: try row.next(), plan: try row.next(),
                choices: try JSONDecoder().decode(PlanImport.Choices.self, from: Data((row.next() as String).utf8)),
                by: try row.next(), at: try row.next())
        }
        guard let found = found.first else {
            throw Refusal.missing("import-not-found", "This import is finished, was put aside, or belongs to somebody else. Begin it again under Plans.")
        }
        return found
    }

    func open(by actor: Actor) throws -> [(id: Int64, fileName: String, at: Moment)] {
        try session.rows("SELECT id, file_name, made_at FROM plan_import WHERE made_by = \(actor.subject) ORDER BY id DESC") {
            (try $0.next(), try $0.next(), try $0.next())
        }
    }

    func save(_ choices: PlanImport.Choices, of id: Int64) throws {
        try session.run("UPDATE plan_import SET choices = \(PlanImports.written(choices)) WHERE id = \(id)")
    }

    private static func written(_ choices: PlanImport.Choices) throws -> String {
        String(decoding: try JSONEncoder().encode(choices), as: UTF8.self)
    }

    /// Ends an import with what it makes: who comes second finds it gone and makes nothing twice.
    ///
    /// - Throws: `import-not-found`
    func finish(_ id: Int64, by actor: Actor) throws {
        _ = try get(id, by: actor)
        try remove(id)
    }

    func remove(_ id: Int64) throws { try session.run("DELETE FROM plan_import WHERE id = \(id)") }
}
