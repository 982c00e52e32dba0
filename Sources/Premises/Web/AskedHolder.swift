import Kernel
import Storage

/// Whose premises a list is to show, as somebody wrote it: a number, a name, or both as the line offers them.
struct AskedHolder {
    let written: String
    let holder: DutyHolder?
    /// Why nobody was found, and what to do about it.
    let fault: String?

    /// Nobody asked for when nothing is written.
    init(_ written: String, _ session: Session) throws {
        guard !written.trimmed.isEmpty else {
            (self.written, holder, fault) = ("", nil, nil)
            return
        }
        do {
            let found = try session.dutyHolder(named: written, field: "holder")
            (self.written, holder, fault) = (found.offered, found, nil)
        } catch let refusal as Refusal {
            (self.written, holder, fault) = (written, nil, refusal.fields.first?.sentence ?? refusal.sentence)
        }
    }

    /// Their number; where nobody was found one that nobody has, since to ask for somebody unknown is not to ask for all.
    var id: ID<DutyHolder>? { holder?.id ?? (fault == nil ? nil : ID(0)) }
}
