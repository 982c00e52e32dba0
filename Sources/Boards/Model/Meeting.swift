public import Kernel

/// A board comes together on a day.
public struct Meeting: Codable, Equatable, Sendable {
    public let id: ID<Meeting>
    public var version: Int
    public let board: ID<Board>
    public var on: Day
    /// Its title or number: `Fourth meeting of 2025/26`.
    public var title: String
    public var location: String?
    public var startsAt: ClockTime?
    /// The day it was called: the calendar of an earlier day is shown without it.
    public let calledOn: Day

    public init(
        id: ID<Meeting>, version: Int = 1, board: ID<Board>, on: Day, title: String, location: String? = nil,
        startsAt: ClockTime? = nil, calledOn: Day
    ) {
        self.id = id
        self.version = version
        self.board = board
        self.on = on
        self.title = title
        self.location = location
        self.startsAt = startsAt
        self.calledOn = calledOn
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["on": on.iso, "title": title, "location": location ?? "", "starts-at": startsAt?.description ?? ""].mapValues { [$0] }
    }

    /// `3 March 2025, 14:00, Committee Room 2`
    public var whenAndWhere: String { ([on.description] + [startsAt?.description, location].compactMap(\.self)).joined(separator: ", ") }

    /// An agenda is settled with the first decision of the meeting, and when its day is over: one that is called for today has an agenda too.
    ///
    /// - Parameter hasDecided: whether a decision of the meeting is on record.
    func hasSettled(on today: Day, hasDecided: Bool) -> Bool { today > on || hasDecided }

    /// - Throws: `agenda-settled`
    func refuseSettled(on today: Day, hasDecided: Bool) throws(Refusal) {
        guard hasSettled(on: today, hasDecided: hasDecided) else { return }
        throw .conflict("agenda-settled", hasDecided && today <= on
            ? "The agenda of \(title) is settled, as a decision of the meeting is on record."
            : "The agenda of \(title) could be changed until the day of the meeting was over, \(on).")
    }

    /// - Throws: `meeting-still-to-come`
    func refuseToCome(on today: Day) throws(Refusal) {
        guard today < on else { return }
        throw .conflict("meeting-still-to-come", "\(title) is on \(on). What it decides is recorded on that day or later.")
    }
}

/// A meeting was called off, for a reason. It stays in the calendar.
public struct Cancellation: Codable, Equatable, Sendable {
    public let id: ID<Cancellation>
    public var version: Int
    public let meeting: ID<Meeting>
    public let on: Day
    public let because: String
    /// Who called it off: `person/3`, or `operator`.
    public let by: String

    public init(id: ID<Cancellation>, version: Int = 1, meeting: ID<Meeting>, on: Day, because: String, by: String) {
        self.id = id
        self.version = version
        self.meeting = meeting
        self.on = on
        self.because = because
        self.by = by
    }
}

/// What a person enters to call a meeting or to edit it.
public struct NewMeeting: Sendable, Equatable {
    public var on: Day
    public var title: String
    public var location: String?
    public var startsAt: ClockTime?

    public init(on: Day, title: String, location: String? = nil, startsAt: ClockTime? = nil) {
        self.on = on
        self.title = title
        self.location = location
        self.startsAt = startsAt
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "Day")
        title = fields.line("title", "Title", atMost: 200)
        location = fields.optionalLine("location", "Place", atMost: 200)
        startsAt = fields.optionalTime("starts-at", "Starts at")
    }
}
