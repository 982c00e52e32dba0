import Enforcement
import Kernel
import Premises
import Register
import Storage

extension Publishing {
    /// Whether the register may show anything else for what the journal holds after an entry.
    ///
    /// Of premises and cases only those count that a notice is of: they change all day long, and hardly ever what is published.
    static func isConcerned(after seen: Int64, _ session: Session) throws -> Bool {
        let subjects = try session.column("SELECT subject FROM journal WHERE sequence > \(seen) ORDER BY sequence LIMIT \(mostNews)", as: String.self)
        guard subjects.count < mostNews else { return true }
        for subject in Set(subjects).compactMap({ Subject($0) }) where try isShown(subject, session) { return true }
        return false
    }

    /// After so many entries it is quicker to read the register anew than to look at each.
    private static let mostNews = 500

    private static let always: Set = [
        Notice.table.name, NoticeEvent.table.name, EnforcementPolicy.table.name, PremisesImport.table.name, HarvestSource.table.name,
    ]

    private static func isShown(_ subject: Subject, _ session: Session) throws -> Bool {
        switch subject.kind {
        case let kind where always.contains(kind): true
        case EnforcementCase.table.name: try session.count(Notice.self, "WHERE enforcement_case = \(subject.number)") > 0
        case Premises.table.name:
            try session.count(Notice.self, "WHERE enforcement_case IN (SELECT id FROM enforcement_case WHERE premises = \(subject.number))") > 0
        default: false
        }
    }
}
