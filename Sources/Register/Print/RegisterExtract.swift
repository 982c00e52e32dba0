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
    /// Whether withdrawn notices stand in the file for the national register, as the service's policy has it. The law has them deleted
    /// from the service's own register (section 3(4) of the Act).
    var nationalHasWithdrawn = false

    /// How many lines or objects a file of it holds.
    func count(in file: RegisterFile) -> Int {
        switch file {
        case .notices, .json, .lines, .map: entries.count
        case .recipients: entries.reduce(0) { $0 + $1.persons.count }
        case .events: entries.reduce(0) { $0 + $1.events.count }
        case .national: entries.count { isNational($0) }
        }
    }

    func isNational(_ entry: PublicEntry) -> Bool { nationalHasWithdrawn || entry.status != .withdrawn }
}

extension TakingPolicy {
    /// The view of a register that a query asks for, all its pages.
    func extract(of register: Register, _ query: RegisterQuery, at address: String) -> RegisterExtract {
        let asked = query.at(page: 1).pairs
        return RegisterExtract(
            service: register.service, address: address, version: register.version, entries: asked.isEmpty ? register.entries : register.entries(query),
            asked: asked, nationalHasWithdrawn: nationalHasWithdrawn)
    }
}
