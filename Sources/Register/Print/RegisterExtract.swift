import Kernel

/// What is taken away of the register: the entries that an address asks for, and the state of the register that they are of.
struct RegisterExtract: Sendable {
    /// The service whose register it is.
    let service: String
    /// Where people find it, from which permanent links begin: `https://register.northshire.example`.
    let address: String
    let version: RegisterVersion
    /// In the order asked for.
    let entries: [PublicEntry]
    /// What the address asked for; nothing where it is the whole register.
    var asked: [(name: String, value: String)] = []
    /// What stands in the file for the national register besides; nothing where only a view is asked for.
    var withdrawn: [PublicEntry] = []

    /// How many lines or objects a file of it holds.
    func count(in file: RegisterFile) -> Int {
        switch file {
        case .notices, .json, .lines, .map: entries.count
        case .recipients: entries.reduce(0) { $0 + $1.persons.count }
        case .events: entries.reduce(0) { $0 + $1.events.count }
        case .national: entries.count { isNational($0) } + withdrawn.count
        }
    }

    /// Whether an entry has a line there: a withdrawn notice of another service is that service's to give.
    func isNational(_ entry: PublicEntry) -> Bool { entry.source == nil || entry.status != .withdrawn }
}

extension TakingPolicy {
    /// The view of a register that a query asks for, all its pages.
    func extract(of register: Register, _ query: RegisterQuery, at address: String) -> RegisterExtract {
        let asked = query.at(page: 1).pairs
        return RegisterExtract(
            service: register.service, address: address, version: register.version, entries: asked.isEmpty ? register.entries : register.entries(query),
            asked: asked, withdrawn: asked.isEmpty ? register.contents.withdrawn : [])
    }
}
