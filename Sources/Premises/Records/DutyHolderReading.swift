public import Kernel
public import Storage

extension Session {
    /// - Throws: `duty-holder-not-found`
    public func dutyHolder(_ id: ID<DutyHolder>) throws -> DutyHolder {
        try first(
            DutyHolder.self, "WHERE id = \(id)",
            or: Refusal.missing("duty-holder-not-found", "There is no duty holder with the number \(id). The list shows those there are."))
    }

    /// A duty holder as a person names one: by number, by name, or by both as a form offers them, `Harbour Homes Ltd (12)`.
    ///
    /// - Throws: `fields-need-attention`
    public func dutyHolder(named written: String, field: String) throws -> DutyHolder {
        let text = String(written.trimmed)
        if let number = Int64(text), let found = try find(ID<DutyHolder>(number)) { return found }
        if let match = text.wholeMatch(of: /.* \(([0-9]{1,18})\)/), let number = Int64(match.1), let found = try find(ID<DutyHolder>(number)),
           found.offered.lowercased() == text.lowercased() { return found }
        let found = try all(DutyHolder.self, "WHERE name_key = \(text.lowercased()) ORDER BY id LIMIT 6")
        if let only = found.first, found.count == 1 { return only }
        guard !found.isEmpty else {
            throw Refusal.fields([.init(field, "“\(text.prefix(80))” is no duty holder on record. Choose one from the list, or add them first.")])
        }
        throw Refusal.fields([.init(field, "Several duty holders are called “\(text.prefix(80))”. Give the number of the one you mean: \(listed(found.map { "\($0.id)" }, joinedBy: "or")).")])
    }

    /// - Throws: `service-address-not-found`
    func serviceAddress(_ id: ID<ServiceAddress>, of holder: DutyHolder) throws -> ServiceAddress {
        try first(
            ServiceAddress.self, "WHERE id = \(id) AND holder = \(holder.id)",
            or: Refusal.missing("service-address-not-found", "\(holder.name) has no address for service with the number \(id)."))
    }

    /// The addresses for service of a duty holder, the latest first.
    public func serviceAddresses(of holder: DutyHolder) throws -> [ServiceAddress] {
        try all(ServiceAddress.self, "WHERE holder = \(holder.id) ORDER BY from_on DESC, id DESC")
    }

    /// What a duty holder answers for on a day, by the name of the premises: so many at most.
    func held(by holder: DutyHolder, on day: Day, limit: Int) throws -> [(premises: Premises, responsibility: Responsibility)] {
        let ids: [(ID<Premises>, ID<Responsibility>)] = try rows("""
            SELECT p.id, r.id FROM responsibility r JOIN premises p ON p.id = r.premises
            WHERE r.holder = \(holder.id) AND \(Responsibility.holding(on: day))
            ORDER BY p.name_key, p.id, r.id LIMIT \(limit)
            """) { (try $0.next(), try $0.next()) }
        let premises = try byNumber(Premises.self, Set(ids.map(\.0)))
        let responsibilities = try byNumber(Responsibility.self, Set(ids.map(\.1)))
        return ids.compactMap { id, own in
            premises[id].flatMap { premises in responsibilities[own].map { (premises, $0) } }
        }
    }

    /// Duty holders as a form offers them: those recorded last.
    public func offeredDutyHolders(limit: Int = 200) throws -> [String] {
        try all(DutyHolder.self, "ORDER BY id DESC LIMIT \(limit)").map(\.offered)
    }
}
