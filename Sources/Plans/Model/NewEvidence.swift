public import Kernel

/// What somebody enters to show something: what it shows, and where that is to be seen.
public struct NewEvidence: Sendable, Equatable {
    public var shows: String
    public var link: String?
    public var record: Subject?
    /// Of which period, where the record has a figure for each; as somebody wrote it. The latest when nil.
    public var period: String?
    public var through: Day?

    public init(shows: String, link: String? = nil, record: Subject? = nil, period: String? = nil, through: Day? = nil) {
        self.shows = shows
        self.link = link
        self.record = record
        self.period = period
        self.through = through
    }

    /// - Parameter hasFile: whether a file came with it.
    public init(reading fields: inout Fields, hasFile: Bool = false) {
        shows = fields.text("shows", "What it shows", atMost: 2000)
        link = fields.optionalWebAddress("link", "Link")?.text
        record = nil
        if let written = fields.optionalLine("record", "Record", atMost: 100) {
            record = Subject(written)
            if record == nil { fields.refuse("record", "“\(written)” names no record. Write its kind and number, such as plan/1.") }
        }
        period = fields.optionalLine("period", "Period", atMost: 40)
        if period != nil, !fields.isOn("record") { fields.refuse("period", "A period is of a record that has a figure for it. Choose the record, or leave the period empty.") }
        through = fields.optionalDay("through", "The last day it holds")
        let given = [hasFile, fields.isOn("link"), fields.isOn("record")].count { $0 }
        if given == 0 { fields.refuse("link", "Choose a file, give a link, or choose a record: something must be there to look at.") }
        if given > 1 { fields.refuse("link", "Give one thing at a time: a file, a link or a record. Add the others as pieces of their own.") }
    }

    /// - Throws: `fields-need-attention`
    func checked(today: Day) throws(Refusal) -> NewEvidence {
        guard let through, through < today else { return self }
        throw .fields([.init("through", "\(through) has passed already. Give a day to come, or none.")])
    }
}

extension Evidence {
    /// - Parameter now: how it stands; what ran out is looked at only to say until when it holds from now on.
    /// - Throws: `evidence-taken-back`, `fields-need-attention`
    func looking(now: EvidenceView?, on day: Day, by who: String, through: Day?, stated: StatedFigure? = nil, id: ID<EvidenceLook>) throws(Refusal) -> EvidenceLook {
        try refuseWithdrawn()
        if through == nil, let ended = now?.through, ended < day {
            throw .fields([.init("through", "It held until \(ended). Say until when it holds now.")])
        }
        if let through, through < day { throw .fields([.init("through", "\(through) has passed already. Give a day to come, or none.")]) }
        return EvidenceLook(id: id, plan: plan, evidence: self.id, on: day, by: who, through: through, stated: stated)
    }

    /// - Throws: `evidence-taken-back`
    func takingBack(on day: Day, by who: String, because: String) throws(Refusal) -> Evidence {
        try refuseWithdrawn()
        var taken = self
        (taken.withdrawnOn, taken.withdrawnBy, taken.withdrawnBecause) = (day, who, because)
        return taken
    }

    private func refuseWithdrawn() throws(Refusal) {
        guard let withdrawnOn else { return }
        throw .conflict("evidence-taken-back", "That piece of evidence was taken back on \(withdrawnOn). Add it anew, if it shows something after all.")
    }
}
