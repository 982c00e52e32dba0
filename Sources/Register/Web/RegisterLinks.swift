import HTTPTypes
import Kernel
import Markup
import Web

/// The addresses of the public register.
enum RegisterLinks {
    static let list = Link("register")
    static let map = Link("register", "map")
    static let statistics = Link("register", "statistics")
    static let about = Link("register", "about")

    static let developers = Link("register", "developers")
    static let services = Link("register", "services")
    static let package = Link("register", "datapackage.json")
    static let feed = Link("register", "changes.atom")
    static let api = Link("register", "api", "v1")

    static func file(_ file: RegisterFile) -> Link { Link("register", "export", file.name) }
    static func catalogue(_ format: CatalogueFormat) -> Link { Link("register", "catalogue.\(format.rawValue)") }
    static func proof(_ entry: PublicEntry) -> Link { Link("register", entry.key, "proof") }

    static func entry(_ entry: PublicEntry) -> Link { Link("register", entry.key) }
    /// The entry as it stood in one of its editions, for ever under this address.
    static func edition(_ entry: PublicEntry) -> Link { Link("register", entry.key, "editions", String(entry.edition)) }
}

extension RegisterQuery {
    init(_ query: AddressQuery) { self.init(query.pairs.lazy.map { ($0.name, $0.value) }) }

    /// A page shows what was understood and says what was not; its status tells programs.
    var status: HTTPResponse.Status { misread.isEmpty ? .ok : .badRequest }

    /// For files and programs, which can't be told beside what they get.
    ///
    /// - Throws: `request-not-as-described`, where anything in the address was not understood.
    func whole() throws -> RegisterQuery {
        guard faults.isEmpty else { throw requestNotAsDescribed(faults) }
        return self
    }

    /// What an address says, several values of one name among it.
    func link(_ page: Link = RegisterLinks.list) -> Link { pairs.reduce(page) { $0.appending($1.name, $1.value) } }
}
