import Kernel
import Storage

/// A table that keeps the answers of a record in their order: those of a check, or of one reviewer’s sheet in a calibration.
struct FindingTable: Sendable {
    let name: SQL
    /// The column that names the record.
    let record: SQL
}

extension Session {
    /// The answers of each record that a clause selects.
    func findings<R: Record>(of type: R.Type, _ clause: SQL, in table: FindingTable) throws -> [ID<R>: [QualityFinding]] {
        var found: [ID<R>: [QualityFinding]] = [:]
        try each("""
            SELECT \(table.record), criterion, answer, note FROM \(table.name) WHERE \(table.record) IN (SELECT id FROM \(R.table) \(clause)) ORDER BY \(table.record), place
            """) { row in
            let (id, criterion, answer): (ID<R>, String, QualityAnswer) = (try row.next(), try row.next(), try row.next())
            found[id, default: []].append(QualityFinding(criterion, answer, try row.next()))
        }
        return found
    }
}

extension Work {
    /// Puts answers in place of those that a record had.
    func save<R: Record>(_ findings: [QualityFinding], of id: ID<R>, in table: FindingTable) throws {
        try session.run("DELETE FROM \(table.name) WHERE \(table.record) = \(id)")
        for (place, finding) in findings.enumerated() {
            try session.run("""
                INSERT INTO \(table.name) (\(table.record), place, criterion, answer, note) VALUES (\(id), \(place), \(finding.criterion), \(finding.answer), \(finding.note))
                """)
        }
    }
}
