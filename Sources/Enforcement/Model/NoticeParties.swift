import Kernel

/// The appeal or objection of one whom the notice was served on, by the events that tell of it.
struct PartyEvents {
    let recipient: NoticeRecipient
    /// The first service on them.
    let served: NoticeEvent
    let appealed: NoticeEvent?
    let disposed: NoticeEvent?
    let directed: NoticeEvent?
    let objected: NoticeEvent?
    let resolved: NoticeEvent?
}

extension NoticeFacts {
    /// Each whom it was served on by a day, in the order of their services, with what they brought.
    func parties(by day: Day) -> [PartyEvents] {
        let events = counting.filter { $0.on <= day }
        var seen: Set<String> = []
        return events.filter { $0.kind == .served }.compactMap { served in
            guard let key = served.who?.lowercased(), seen.insert(key).inserted else { return nil }
            // What names nobody belongs to whoever it was served on first.
            func first(_ kind: NoticeEvent.Kind) -> NoticeEvent? { events.first { $0.kind == kind && ($0.recipient.map { $0.lowercased() == key } ?? (seen.count == 1)) } }
            return PartyEvents(
                recipient: notice.recipients.first { $0.key == key } ?? NoticeRecipient(served.who ?? ""), served: served, appealed: first(.appealed), disposed: first(.disposed),
                directed: first(.directed), objected: first(.objected), resolved: first(.resolved))
        }
    }

    /// Those whom something can be recorded of by a day, which happens once to each: who may still appeal, whose appeal is pending, who may object.
    func open(to deed: NoticeDeed, by day: Day) -> [NoticeRecipient] {
        // What happens once is not open by an earlier day either.
        let ever = Dictionary(parties(by: Day.entered.upperBound).map { ($0.recipient.key, $0) }) { first, _ in first }
        return parties(by: day).filter { then in
            guard let party = ever[then.recipient.key] else { return false }
            return switch deed {
            case .appeals: party.appealed == nil
            case .disposals: then.appealed != nil && party.disposed == nil
            case .directions: then.appealed != nil && party.disposed == nil && party.directed == nil
            case .objections: party.objected == nil
            case .resolutions: then.objected != nil && party.resolved == nil
            default: false
            }
        }.map(\.recipient)
    }

    /// The same with the name of whose it is: as the notice has it, or of the only one that it can be of.
    ///
    /// - Throws: `fields-need-attention` where it names nobody whom the notice was served on, or it can be of several.
    func addressed(_ new: NewNoticeEvent, _ deed: NoticeDeed) throws(Refusal) -> NewNoticeEvent {
        guard new.kind.isOfRecipient else { return new }
        var addressed = new
        let (served, open) = (parties(by: new.on).map(\.recipient), open(to: deed, by: new.on))
        // Of what was served on nobody by then, the table of moves says what is wrong.
        if served.isEmpty { return new }
        if let written = new.recipient {
            guard let known = served.first(where: { $0.key == written.lowercased() }) else {
                throw .fields([.init("recipient", "“\(written)” is not among those it was served on by \(new.on): \(listed(served.map(\.name))).")])
            }
            addressed.recipient = known.name
        } else {
            // Where it can be of nobody, the check says why.
            guard open.count <= 1 else { throw .fields([.init("recipient", "Say whose it is: \(listed(open.map(\.name), joinedBy: "or")).")]) }
            addressed.recipient = open.first?.name ?? served.first?.name
        }
        return addressed
    }
}
