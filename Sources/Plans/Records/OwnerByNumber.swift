import Kernel
import People
import Storage

extension Session {
    /// - Throws: `owner-not-found`
    func owner(_ id: ID<Party>) throws -> Party {
        try first(Party.self, "WHERE id = \(id)", or: Refusal.missing("owner-not-found", "There is no person, post or team of that number."))
    }
}
