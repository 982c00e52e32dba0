import Kernel
import Storage

/// What is to be done for a row.
enum PremisesDeed {
    case add(PremisesRow)
    case change(Premises, Premises)
}

/// The rows of a file beside what is on record, a thousand at a time.
final class PremisesComparison {
    private let session: Session
    private let columns: PremisesColumns
    private let fields: Set<PremisesField>
    /// The headings over references and types.
    private let reference, type: String
    private var waiting: [PremisesRow] = []
    /// Hashes of the references that were met: whole texts of a million would take more memory than all the rest.
    private var met: Set<Int> = []
    /// Nothing is looked for where nothing is on record.
    private let isEmpty: Bool
    private(set) var difference = PremisesDifference()

    init(_ session: Session, _ columns: PremisesColumns) throws {
        self.session = session
        (self.columns, fields) = (columns, columns.known)
        reference = columns.heading(of: columns.place(of: .reference) == nil ? .uprn : .reference)
        type = columns.heading(of: .type)
        isEmpty = try session.value("SELECT id FROM premises LIMIT 1", as: Int64.self) == nil
        met.reserveCapacity(4096)
    }

    func take(_ row: PremisesRow, deed: (PremisesDeed) throws -> Void) throws {
        difference.rows += 1
        var row = row
        if let reference = row.reference, !met.insert(reference.key.hashValue).inserted {
            row.doubts.append(RowDoubt(row: row.number, column: self.reference, "“\(reference)” stands in an earlier row already."))
            row.reference = nil
        }
        if !row.isUsable {
            note(row.doubts, leavesOut: true)
        } else if isEmpty {
            try add(row, deed)
        } else {
            waiting.append(row)
            if waiting.count == 1000 { try compare(deed) }
        }
    }

    private func note(_ doubts: [RowDoubt], leavesOut: Bool = false) {
        if leavesOut { difference.unusable += 1 } else { difference.doubtfulCells += doubts.count }
        difference.doubts += doubts.prefix(max(0, PremisesDifference.mostDoubts - difference.doubts.count))
    }

    private func add(_ row: PremisesRow, _ deed: (PremisesDeed) throws -> Void) throws {
        guard row.type != nil else {
            let isTold = row.doubts.contains { $0.column == type }
            return note(row.doubts + (isTold ? [] : [RowDoubt(row: row.number, column: type, "There is no type.")]), leavesOut: true)
        }
        note(row.doubts)
        difference.added += 1
        if difference.firstAdded.count < PremisesDifference.mostShown, let reference = row.reference {
            difference.firstAdded.append(([reference.text, row.name] + row.address + [row.postcode?.text].compactMap(\.self)).joined(separator: ", "))
        }
        try deed(.add(row))
    }

    func finish(_ deed: (PremisesDeed) throws -> Void) throws -> PremisesDifference {
        try compare(deed)
        if !isEmpty { try findGone() }
        return difference
    }

    private func compare(_ deed: (PremisesDeed) throws -> Void) throws {
        guard !waiting.isEmpty else { return }
        let held = try session.all(Premises.self, "WHERE reference_key IN (\(list: waiting.compactMap { $0.reference?.key }))")
        let byKey = Dictionary(held.map { ($0.reference.key, $0) }, uniquingKeysWith: { first, _ in first })
        for row in waiting {
            guard let old = row.reference.flatMap({ byKey[$0.key] }) else {
                try add(row, deed)
                continue
            }
            note(row.doubts)
            let new = row.premises(old, fields: row.doubts.isEmpty ? fields : columns.unquestioned(by: row.doubts))
            // What was merged into another is kept as it was then.
            if new == old || old.mergedInto != nil {
                difference.unchanged += 1
            } else {
                difference.changed += 1
                if difference.firstChanged.count < PremisesDifference.mostShown { difference.firstChanged.append(PremisesChange(old, to: new)) }
                try deed(.change(old, new))
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Premises on record that no row names. Those that were just added are met among the references.
    private func findGone() throws {
        var after: Int64 = 0
        while true {
            let page: [(Int64, String)] = try session.rows(
                "SELECT id, reference FROM premises WHERE id > \(after) AND merged_into IS NULL ORDER BY id LIMIT 4000") { (try $0.next(), try $0.next()) }
            guard let end = page.last else { return }
            for (_, reference) in page where !met.contains(reference.lowercased().hashValue) {
                difference.gone += 1
                if difference.goneReferences.count < PremisesDifference.mostShown { difference.goneReferences.append(reference) }
            }
            after = end.0
        }
    }
}
