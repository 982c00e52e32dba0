public import Kernel
public import People

/// One thing that a meeting is to deal with.
public struct AgendaItem: Codable, Equatable, Sendable {
    public let id: ID<AgendaItem>
    public var version: Int
    public let meeting: ID<Meeting>
    public let title: String
    /// Who brings it.
    public let presenter: ID<Party>?
    /// What on record it is about: `plan/1`.
    public var about: [Subject]
    /// Its place on the agenda, from 1. What was taken off keeps its place and is passed over.
    public var place: Int
    /// The day from which it stands on the agenda.
    public let since: Day
    /// The day it was taken off again.
    public var takenOffOn: Day?

    public init(
        id: ID<AgendaItem>, version: Int = 1, meeting: ID<Meeting>, title: String, presenter: ID<Party>? = nil,
        about: [Subject] = [], place: Int, since: Day, takenOffOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.meeting = meeting
        self.title = title
        self.presenter = presenter
        self.about = about
        self.place = place
        self.since = since
        self.takenOffOn = takenOffOn
    }

    public func stands(on day: Day) -> Bool { since <= day && takenOffOn.map { day < $0 } ?? true }
}

/// What a person enters to add something to an agenda.
public struct NewAgendaItem: Sendable, Equatable {
    public var title: String
    /// The name of a person, post or team on record.
    public var presenter: String?
    public var about: [Subject]

    public init(title: String, presenter: String? = nil, about: [Subject] = []) {
        self.title = title
        self.presenter = presenter
        self.about = about
    }

    public init(reading fields: inout Fields) {
        title = fields.line("title", "Title", atMost: 400)
        presenter = fields.optionalLine("presenter", "Presenter", atMost: 200)
        about = fields.subjects("about")
    }
}
