import Foundation
import Kernel

extension Entry {
    /// The record that it holds; nil where that is of another kind, was lawfully removed, or can't be read any more.
    public func record<R: Record>(_ type: R.Type = R.self) -> R? {
        guard subject.kind == R.table.name, let state else { return nil }
        return try? JSONDecoder().decode(R.self, from: Data(state.utf8))
    }

    /// The same entry with another state of its record.
    public func holding(_ record: some Record) throws -> Entry {
        Entry(
            sequence: sequence, moment: moment, who: who, verb: verb, subject: subject, scope: scope, reason: reason, state: try CanonicalJSON().text(record))
    }
}
