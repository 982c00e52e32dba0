public import Kernel
import Premises

/// What the public may be told of a notice as it was from a day: kept when it is first served and again with each amendment, so that premises that are
/// renamed later and words that are amended later change nothing of what was said before.
public struct ServedParticulars: Codable, Equatable, Sendable {
    public let id: ID<ServedParticulars>
    public var version: Int
    public let notice: ID<Notice>
    /// The first day on which it was so.
    public let from: Day
    /// The day on which it was kept.
    public let recorded: Day
    public let premisesName: String
    public let address: [String]
    public let postcode: Postcode?
    public let uprn: UPRN?
    public let place: Place?
    public let area: String?
    public let premisesType: PremisesType
    public let recipients: [NoticeRecipient]
    public let articles: [String]
    public let substance: String?

    /// As notice and premises are now.
    ///
    /// - Parameter before: what was kept before, which says what the premises were when the notice was served.
    init(id: ID<ServedParticulars>, of notice: Notice, at premises: Premises, from day: Day, recorded: Day, after before: ServedParticulars? = nil) {
        (self.id, version, self.notice, from, self.recorded) = (id, 1, notice.id, day, recorded)
        (premisesName, address, postcode) = before.map { ($0.premisesName, $0.address, $0.postcode) } ?? (premises.name, premises.address, premises.postcode)
        (uprn, place, area) = before.map { ($0.uprn, $0.place, $0.area) } ?? (premises.uprn, premises.place, premises.area)
        premisesType = before?.premisesType ?? premises.type
        (recipients, articles, substance) = (notice.recipients, notice.articles, notice.substance)
    }
}

extension NoticeFacts {
    /// What the public may be told on a day: as it was kept, or as things stand where nothing is kept yet.
    func said(on day: Day) -> ServedParticulars {
        // What was kept of a service that was struck out tells nothing of the draft that is left.
        let particulars = counting.contains { $0.kind == .served } ? particulars : []
        return particulars.last { $0.from <= day } ?? particulars.first ?? ServedParticulars(id: ID(0), of: notice, at: premises, from: day, recorded: day)
    }
}
