import Enforcement
import Kernel
import Register
import Storage

extension Publishing {
    /// All that the register shows of the service's own notices on a day: what stands in it, the editions before that may still be read, and what is gone.
    static func contents(of service: String, on day: Day, _ session: Session) throws -> RegisterContents {
        let head = try Journal(session).head()
        var contents = RegisterContents(
            service: service, version: RegisterVersion(day: day, size: head.size, head: head.root.description, since: head.at ?? Moment(milliseconds: 0)))
        for editions in try session.publishedEditions(on: day) {
            let now = editions[0]
            if let standing = entry(now) {
                contents.entries.append(standing)
                contents.earlier += editions.dropFirst().compactMap { entry($0) }
            } else if now.register == .removed, now.entered != nil {
                contents.gone.append(GoneEntry(reference: now.reference, day: now.removed ?? day, editions: now.edition))
                if let withdrawn = nationalEntry(now) { contents.withdrawn.append(withdrawn) }
            }
        }
        return contents
    }
}
