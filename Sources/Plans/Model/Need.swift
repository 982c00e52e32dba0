public import Kernel

/// What an action needs besides goodwill: money once or each year, and people's time.
public struct Need: Codable, Equatable, Sendable {
    public let id: ID<Need>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    /// `Two analysts until the scores are corrected`
    public var text: String
    /// Pounds.
    public var oneOff: Hundredths
    /// Pounds a year.
    public var yearly: Hundredths
    /// Posts in full-time equivalents.
    public var fte: Hundredths
    /// From when it is needed; nil where that is open.
    public var from: Day?
    public var through: Day?
    /// Whether the money and the people are there.
    public var isFunded: Bool
    public var note: String?
    public let since: Day
    public let by: String
    /// The day from which it is needed no more.
    public var endedOn: Day?
    public var endedBy: String?

    public init(
        id: ID<Need>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, text: String, oneOff: Hundredths = .zero, yearly: Hundredths = .zero,
        fte: Hundredths = .zero, from: Day? = nil, through: Day? = nil, isFunded: Bool, note: String? = nil, since: Day, by: String,
        endedOn: Day? = nil, endedBy: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.text = text
        self.oneOff = oneOff
        self.yearly = yearly
        self.fte = fte
        self.from = from
        self.through = through
        self.isFunded = isFunded
        self.note = note
        self.since = since
        self.by = by
        self.endedOn = endedOn
        self.endedBy = endedBy
    }

    public func holds(on day: Day) -> Bool { since <= day && endedOn.map { $0 > day } ?? true }

    /// The time for which it is needed has passed: it belongs to no sum of what is needed on the day.
    func isOver(on day: Day) -> Bool { through.map { $0 < day } ?? false }

    /// As it was on a day: what ended later had not yet.
    func on(_ day: Day) -> Need {
        guard let endedOn, endedOn > day else { return self }
        var then = self
        (then.endedOn, then.endedBy) = (nil, nil)
        return then
    }

    /// `from 1 April 2026 to 31 March 2027`; nil where neither end is said.
    var period: String? {
        let parts = [from.map { "from \($0)" }, through.map { "to \($0)" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// - Throws: `need-ended-already`
    public func ending(by who: String, today: Day) throws(Refusal) -> Need {
        try refuseEnded()
        var ended = self
        (ended.endedOn, ended.endedBy) = (today, who)
        return ended
    }

    /// The same of the action as which another goes on.
    func taken(over carried: Action, by who: String, id: ID<Need>, today: Day) -> Need {
        Need(
            id: id, plan: carried.plan, action: carried.id, text: text, oneOff: oneOff, yearly: yearly, fte: fte, from: from, through: through, isFunded: isFunded,
            note: note, since: today, by: who)
    }

    func refuseEnded() throws(Refusal) {
        if let endedOn { throw .conflict("need-ended-already", "This is needed no more since \(endedOn).") }
    }
}

/// What somebody enters to say what an action needs.
public struct NewNeed: Sendable, Equatable {
    public var text: String
    public var oneOff: Hundredths
    public var yearly: Hundredths
    public var fte: Hundredths
    public var from: Day?
    public var through: Day?
    public var isFunded: Bool
    public var note: String?

    public init(
        text: String, oneOff: Hundredths = .zero, yearly: Hundredths = .zero, fte: Hundredths = .zero, from: Day? = nil, through: Day? = nil,
        isFunded: Bool = false, note: String? = nil
    ) {
        self.text = text
        self.oneOff = oneOff
        self.yearly = yearly
        self.fte = fte
        self.from = from
        self.through = through
        self.isFunded = isFunded
        self.note = note
    }

    public enum Funding: String, CaseIterable, Sendable { case funded, unfunded }

    public init(reading fields: inout Fields) {
        text = fields.line("need", "What is needed", atMost: 400)
        oneOff = fields.amount("one-off", "Once")
        yearly = fields.amount("yearly", "Each year")
        fte = fields.amount("fte", "Full-time equivalents")
        from = fields.optionalDay("needed-from", "Needed from")
        through = fields.optionalDay("needed-through", "Needed until")
        isFunded = fields.choice("funding", "Funded or not", default: Funding.unfunded) == .funded
        note = fields.optionalText("need-note", "Note", atMost: 2000)
        if let from { fields.checkOrder(from, "needed-through", through) }
    }

    /// - Throws: `fields-need-attention`, where it needs nothing at all.
    func refuseNothing() throws(Refusal) {
        guard oneOff == .zero, yearly == .zero, fte == .zero else { return }
        throw Refusal.fields([.init("one-off", "Give a cost, once or each year, or people in full-time equivalents.")])
    }

    func made(of action: Action, by who: String, id: ID<Need>, today: Day) -> Need {
        Need(id: id, plan: action.plan, action: action.id, text: text, oneOff: oneOff, yearly: yearly, fte: fte, from: from, through: through,
             isFunded: isFunded, note: note, since: today, by: who)
    }

    func changing(_ need: Need) -> Need {
        var changed = need
        (changed.text, changed.oneOff, changed.yearly, changed.fte) = (text, oneOff, yearly, fte)
        (changed.from, changed.through, changed.isFunded, changed.note) = (from, through, isFunded, note)
        return changed
    }
}

extension Need {
    /// What it holds, under the names of its form.
    var entries: [String: [String]] {
        ["need": text, "one-off": oneOff.exact, "yearly": yearly.exact, "fte": fte.exact, "needed-from": from?.iso ?? "",
         "needed-through": through?.iso ?? "", "funding": (isFunded ? NewNeed.Funding.funded : .unfunded).rawValue, "need-note": note ?? ""].mapValues { [$0] }
    }
}

extension Sequence<Need> {
    /// Those of them that are still to be met on a day, or to come.
    public func lasting(on day: Day) -> [Need] { filter { !$0.isOver(on: day) } }
}

/// What several needs come to.
public struct NeedSum: Equatable, Sendable {
    public private(set) var oneOff = Hundredths.zero
    public private(set) var yearly = Hundredths.zero
    public private(set) var fte = Hundredths.zero
    /// How many were summed.
    public private(set) var count = 0

    public init(_ needs: some Sequence<Need>) {
        for need in needs {
            oneOff = oneOff + need.oneOff
            yearly = yearly + need.yearly
            fte = fte + need.fte
            count += 1
        }
    }

    /// `£12,000 once, £40,000 a year and 1.6 FTE`; `nothing` where there is none.
    public var words: String {
        let parts = [once, eachYear, people].compactMap(\.self)
        return parts.isEmpty ? "nothing" : listed(parts)
    }

    /// `£12,000 once and £40,000 a year`; nil where no money is needed.
    var money: String? {
        let parts = [once, eachYear].compactMap(\.self)
        return parts.isEmpty ? nil : listed(parts)
    }

    /// `1.6 FTE`; nil where nobody is needed.
    var people: String? { fte == .zero ? nil : "\(fte.plain) FTE" }

    private var once: String? { oneOff == .zero ? nil : "\(oneOff.pounds) once" }
    private var eachYear: String? { yearly == .zero ? nil : "\(yearly.pounds) a year" }
}
