public import Kernel

/// A colour set over the computed one for a while: asked for with a reason and a last day, and agreed by a second person.
///
/// The computed standing is never lost: both are shown wherever one is, and after its last day the override falls away.
public struct Override: Asked, Codable, Equatable, Sendable {
    public let id: ID<Override>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    public let colour: Colour
    public let because: String
    /// Its last day.
    public let until: Day
    public let askedOn: Day
    public let askedBy: String
    public var decidedOn: Day?
    public var decidedBy: String?
    public var outcome: AskedOutcome?
    public var answer: String?
    /// The day from which it holds no more, where it was ended before its last one.
    public var endedOn: Day?
    public var endedBy: String?

    public init(
        id: ID<Override>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, colour: Colour, because: String, until: Day,
        askedOn: Day, askedBy: String, decidedOn: Day? = nil, decidedBy: String? = nil, outcome: AskedOutcome? = nil,
        answer: String? = nil, endedOn: Day? = nil, endedBy: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.colour = colour
        self.because = because
        self.until = until
        self.askedOn = askedOn
        self.askedBy = askedBy
        self.decidedOn = decidedOn
        self.decidedBy = decidedBy
        self.outcome = outcome
        self.answer = answer
        self.endedOn = endedOn
        self.endedBy = endedBy
    }

    /// A quarter: a board that meets four times a year sees each override before it can be asked for again.
    static let mostDays = 92

    /// Whether it stands over the computed colour on a day.
    public func holds(on day: Day) -> Bool {
        guard isAgreed, let decidedOn else { return false }
        return decidedOn <= day && day <= until && endedOn.map { $0 > day } ?? true
    }

    /// As it was on a day: what ended or was decided later had not yet.
    func on(_ day: Day) -> Override {
        var then = undecided(on: day)
        if let endedOn, endedOn > day { (then.endedOn, then.endedBy) = (nil, nil) }
        return then
    }

    public func refusal(decidedOn day: Day, as outcome: AskedOutcome) -> Refusal {
        .conflict("override-decided-already", "This standing was decided on \(day): \(outcome.words).")
    }

    /// It holds no more from today, whether it waits to be decided or is in force.
    ///
    /// - Throws: `override-decided-already`, `override-ended-already`
    public func ending(by who: String, today: Day) throws(Refusal) -> Override {
        guard isAgreed else { return try deciding(.takenBack, by: who, saying: nil, today: today) }
        if let day = endedOn ?? (until < today ? until : nil) {
            throw .conflict("override-ended-already", "This standing holds no more; its last day was \(day).")
        }
        var ended = self
        (ended.endedOn, ended.endedBy) = (today, who)
        return ended
    }

    /// The colour that was set, with the computed one beside it.
    ///
    /// - Parameter name: of somebody, by how the journal names them.
    func standing(over computed: Standing, _ name: (String) -> String) -> Standing {
        let agreed = decidedBy.map { ", agreed by \(name($0))" } ?? ""
        return Standing(colour, ["set by \(name(askedBy))\(agreed), until \(until)", "computed \(computed.colour.rawValue): \(computed.reasons.first ?? "")"]
            + computed.reasons.dropFirst())
    }
}

/// What somebody enters to ask for another standing.
public struct NewOverride: Sendable, Equatable {
    public var colour: Colour
    public var because: String
    public var until: Day

    public init(colour: Colour, because: String, until: Day) {
        self.colour = colour
        self.because = because
        self.until = until
    }

    public init(reading fields: inout Fields) {
        colour = fields.choice("colour", "The standing asked for", default: .amber)
        if !fields.isOn("colour") { fields.refuse("colour", "Choose the standing asked for.") }
        until = fields.day("until", "Its last day")
        because = fields.text("reason", "Why", atMost: 4000)
    }

    /// - Parameters:
    ///   - computed: how the action stands by its rules; nil where it is not in its plan today.
    ///   - earlier: what was asked for the action before.
    /// - Throws: `no-override-to-done`, `same-standing`, `override-ends-too-soon`, `override-too-long`, `override-waits-already`
    public func asked(
        for action: Action, computed: Colour?, earlier: [Override], by who: String, id: ID<Override>, today: Day
    ) throws(Refusal) -> Override {
        if let open = earlier.first(where: \.isOpen) {
            throw .conflict("override-waits-already", "For action \(action.reference) somebody asked on \(open.askedOn) for \(open.colour.rawValue), and that is not decided yet.")
        }
        guard colour != .blue else {
            throw .invalid("no-override-to-done", "Nothing is set to done. Record action \(action.reference) as done on the day it was.",
                           fields: [.init("colour", "Choose another standing.")])
        }
        guard colour != computed else {
            throw .invalid("same-standing", "Action \(action.reference) is computed \(colour.rawValue) already.", fields: [.init("colour", "Choose another standing.")])
        }
        guard until > today else {
            throw .invalid("override-ends-too-soon", "A standing is set until a day to come; \(until) is not after today, \(today).",
                           fields: [.init("until", "Choose a later day.")])
        }
        let last = today.adding(days: Override.mostDays)
        guard until <= last else {
            throw .invalid("override-too-long", "A standing is set for \(Override.mostDays) days at most, and may then be asked for again.",
                           fields: [.init("until", "A standing is set for a quarter at most. Choose \(last) or an earlier day.")])
        }
        return Override(
            id: id, plan: action.plan, action: action.id, colour: colour, because: because, until: until, askedOn: today, askedBy: who)
    }
}
