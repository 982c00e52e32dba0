public import Kernel
import People
public import Storage

/// What a file is, whose rows are taken.
public struct ImportedFile: Sendable {
    public let name: String
    public let size: Int
    public let sha256: String
    /// What its columns were taken for.
    public let columns: PremisesColumns

    public init(name: String, size: Int, sha256: String, columns: PremisesColumns) {
        (self.name, self.size, self.sha256, self.columns) = (name, size, sha256, columns)
    }
}

/// Rows that come one by one, as often as they are asked for, until they are answered false.
public typealias PremisesRows = ((PremisesRow) throws -> Bool) throws -> Void

/// Taking a file of premises: what is new is added, what differs is changed, what the file does not name stays.
extension Gazetteer {
    /// What taking a file would do.
    ///
    /// - Throws: `not-allowed`, and what reading the file refuses
    public func difference(of rows: PremisesRows, columns: PremisesColumns, by actor: Actor, _ session: Session) throws -> PremisesDifference {
        try ImportPolicy.imports.check(actor)
        let comparison = try PremisesComparison(session, columns)
        try rows { row in
            try comparison.take(row) { _ in }
            return true
        }
        return try comparison.finish { _ in }
    }

    /// Takes a file: one entry of the journal stands for all its rows.
    ///
    /// - Parameter leavingOpen: whether doubtful cells are left as on record, or empty where premises are new, and rows left out that lack a reference, a name or a type.
    /// - Throws: `not-allowed`, `rows-doubtful`, `nothing-to-take`, and what reading the file refuses
    @discardableResult
    public func take(
        _ rows: PremisesRows, of file: ImportedFile, leavingOpen: Bool = false, _ work: Work
    ) throws -> (PremisesImport, PremisesDifference) {
        try ImportPolicy.imports.check(work.actor)
        let comparison = try PremisesComparison(work.session, file.columns)
        var difference = PremisesDifference()
        let record = try work.bring(Premises.self, "imported premises") { bulk in
            func make(_ deed: PremisesDeed) throws {
                switch deed {
                case .add(let row): try bulk.add { try row.premises($0, since: work.today) ?? { throw Refusal.rowsDoubtful(comparison.difference) }() }
                case .change(let old, let new): try bulk.change(old, to: new)
                }
            }
            try rows { row in
                try comparison.take(row, deed: make)
                // Once it is clear that nothing will be kept, only the first doubts are still of use.
                return leavingOpen || comparison.difference.doubts.count < PremisesDifference.mostDoubts
            }
            difference = try comparison.finish(make)
            if difference.isDoubtful, !leavingOpen { throw Refusal.rowsDoubtful(difference) }
            if difference.added + difference.changed == 0 {
                throw Refusal.conflict("nothing-to-take", "\(difference.line) There is nothing to take.")
            }
        } _: { id, commitment in
            PremisesImport(
                id: id, version: 1, file: file.name, sha256: file.sha256, size: file.size,
                columns: zip(file.columns.headings, file.columns.fields).compactMap { heading, field in field.map { "\($0.rawValue)=\(heading)" } },
                rows: difference.rows, unchanged: difference.unchanged, gone: difference.gone, leftOut: difference.unusable,
                leftEmpty: difference.doubtfulCells, on: work.today, taken: TakenRows(commitment))
        }
        return (record, difference)
    }
}

extension Refusal {
    static func rowsDoubtful(_ difference: PremisesDifference) -> Refusal {
        let told = difference.doubts.prefix(20).map(\.line).joined(separator: " ")
        return .invalid("rows-doubtful", """
            Nothing was saved, since rows of the file are doubtful. \(told)\(difference.doubts.count > 20 ? " There are more." : "") \
            Put them right, or have doubtful cells left as on record, or empty where premises are new, and rows without a reference, a name or a type left out.
            """)
    }
}
