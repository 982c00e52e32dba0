import Kernel
import Premises
import Storage

/// What forms of cases and notices take over from the record of premises and of those who answer for them.
extension Session {
    /// Whom a notice would be served on as the record has it: the duty holder that a line without an address names, at their address for service.
    ///
    /// - Throws: `fields-need-attention` where a number is nobody’s
    func onRecord(_ recipient: NoticeRecipient, on day: Day) throws -> NoticeRecipient {
        guard recipient.address == nil else { return recipient }
        let holder: DutyHolder
        do { holder = try dutyHolder(named: recipient.name, field: "recipients") } catch let refusal as Refusal {
            guard recipient.name.wholeMatch(of: /[0-9]{1,18}|.* \([0-9]{1,18}\)/) == nil else { throw refusal }
            return recipient
        }
        return NoticeRecipient(holder.name, try serviceAddresses(of: holder).first { $0.holds(on: day) }?.line)
    }

    /// Those who answer for premises on a day, as a notice names them: the responsible persons first.
    func recipients(at premises: Premises, on day: Day) throws -> [NoticeRecipient] {
        let view = PremisesView(try facts(of: premises), on: day)
        var names: Set<String> = []
        return view.recipients.filter { names.insert($0.holder.nameKey).inserted }.map { NoticeRecipient($0.holder.name, $0.addresses.first?.line) }
    }
}
