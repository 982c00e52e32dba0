import Kernel
import People
public import Storage

/// Those who can be served, and where.
extension Gazetteer {
    /// - Throws: `not-allowed`, `company-number-taken`
    @discardableResult
    public func register(_ new: NewDutyHolder, _ work: Work) throws -> DutyHolder {
        try GazetteerPolicy.keeps.check(work.actor)
        try refuseTaken(new.companyNumber, by: nil, work)
        return try work.add("registered the duty holder") { DutyHolder(id: $0, new, since: work.today) }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `company-number-taken`, `changed-meanwhile`
    @discardableResult
    public func edit(_ holder: DutyHolder, _ new: NewDutyHolder, version: Int? = nil, _ work: Work) throws -> DutyHolder {
        try GazetteerPolicy.keeps.check(work.actor)
        try refuseTaken(new.companyNumber, by: holder.id, work)
        return try work.change("edited the duty holder", DutyHolder(id: holder.id, version: version ?? holder.version, new, since: holder.since))
    }

    /// - Throws: `not-allowed`
    @discardableResult
    public func add(_ new: NewServiceAddress, to holder: DutyHolder, _ work: Work) throws -> ServiceAddress {
        try GazetteerPolicy.keeps.check(work.actor)
        return try work.add("added the address for service", in: holder.subject) { id in
            ServiceAddress(
                id: id, holder: holder.id, kind: new.kind, lines: new.lines, postcode: new.postcode, from: new.from, through: new.through)
        }
    }

    /// Gives it a last day, or corrects what was entered.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `changed-meanwhile`
    @discardableResult
    public func edit(_ address: ServiceAddress, _ new: NewServiceAddress, version: Int? = nil, _ work: Work) throws -> ServiceAddress {
        try GazetteerPolicy.keeps.check(work.actor)
        return try work.change("edited the address for service", ServiceAddress(
            id: address.id, version: version ?? address.version, holder: address.holder, kind: new.kind, lines: new.lines, postcode: new.postcode,
            from: new.from, through: new.through), in: DutyHolder.subject(address.holder))
    }

    private func refuseTaken(_ number: String?, by own: ID<DutyHolder>?, _ work: Work) throws {
        guard let number, let other = try work.session.first(DutyHolder.self, "WHERE company_number = \(number)"), other.id != own else { return }
        throw Refusal("company-number-taken", .conflict, "\(other.offered) has the company number \(number).",
                      fields: [.init("company-number", "\(other.offered) has that number. Use that record, or correct the number.")])
    }
}
