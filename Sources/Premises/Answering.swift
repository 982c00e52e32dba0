import Kernel
import People
public import Storage

/// Who answers for premises, in which capacity and when.
extension Gazetteer {
    /// - Throws: `not-allowed`, `premises-merged`, `answers-already`, `fields-need-attention`
    @discardableResult
    public func name(_ new: NewResponsibility, for premises: Premises, _ work: Work) throws -> Responsibility {
        try GazetteerPolicy.keeps.check(work.actor)
        try refuseMerged(premises, work)
        let holder = try work.session.dutyHolder(named: new.holder, field: "holder")
        return try work.add("named who answers for the premises", in: premises.subject) { id in
            let responsibility = Responsibility(
                id: id, premises: premises.id, holder: holder.id, capacity: new.capacity, from: new.from, through: new.through, note: new.note)
            try refuseRepeated(responsibility, holder, work)
            return responsibility
        }
    }

    /// Gives it a last day, or corrects what was entered.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `answers-already`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func edit(_ responsibility: Responsibility, _ new: NewResponsibility, version: Int? = nil, _ work: Work) throws -> Responsibility {
        try GazetteerPolicy.keeps.check(work.actor)
        let holder = try work.session.dutyHolder(named: new.holder, field: "holder")
        var changed = responsibility
        changed.version = version ?? responsibility.version
        (changed.holder, changed.capacity) = (holder.id, new.capacity)
        (changed.from, changed.through, changed.note) = (new.from, new.through, new.note)
        try refuseRepeated(changed, holder, work)
        return try work.change("edited who answers for the premises", changed, in: Premises.subject(responsibility.premises))
    }

    private func refuseRepeated(_ responsibility: Responsibility, _ holder: DutyHolder, _ work: Work) throws {
        let others = try work.session.all(
            Responsibility.self, "WHERE premises = \(responsibility.premises) AND holder = \(responsibility.holder) ORDER BY id")
        guard let other = others.first(where: responsibility.repeats) else { return }
        let span = "from \(other.from)" + (other.through.map { " until \($0)" } ?? "")
        throw Refusal("answers-already", .conflict, "\(holder.name) is on record here in that capacity \(span) already.",
                      fields: [.init("from", "\(holder.name) is on record here in that capacity \(span). Edit that, or give days that don’t overlap.")])
    }
}
