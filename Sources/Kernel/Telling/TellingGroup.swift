extension Telling {
    /// Things that stand together under a heading: a finding with the actions that answer it.
    public struct Group: Equatable, Sendable, Codable {
        public let reference: String
        public let words: String
        /// What it is: `Recommendation`.
        public let kind: String
        public let stands: Stand
        public let items: [Item]

        public init(reference: String, words: String, kind: String, stands: Stand, items: [Item]) {
            self.reference = reference
            self.words = words
            self.kind = kind
            self.stands = stands
            self.items = items
        }
    }

    /// How a thing stands: a colour by its code, the word for it and the reasons.
    public struct Stand: Equatable, Sendable, Codable {
        public let colour: String
        public let words: String
        /// What is said in place of the word where that is not enough: `Verified`.
        public let label: String?
        public let why: String

        public init(_ colour: String, _ words: String, label: String? = nil, why: String) {
            self.colour = colour
            self.words = words
            self.label = label
            self.why = why
        }
    }

    /// How many promises stood in each colour on a day.
    public struct Course: Equatable, Sendable, Codable {
        public let day: Day
        /// Each with the colour's code and its word.
        public let counts: [Count]

        public struct Count: Equatable, Sendable, Codable {
            public let colour: String
            public let words: String
            public let number: Int

            public init(_ colour: String, _ words: String, _ number: Int) {
                self.colour = colour
                self.words = words
                self.number = number
            }
        }

        public init(_ day: Day, _ counts: [Count]) {
            self.day = day
            self.counts = counts
        }
    }

    /// One promise on the last day.
    public struct Item: Equatable, Sendable, Codable {
        public let subject: Subject
        public let reference: String
        public let words: String
        public let owners: [String]
        public let from: Day
        public let due: Day?
        public let firstDue: Day?
        /// What stood where the day should be.
        public let dueWritten: String?
        public let forecast: Day?
        public let doneOn: Day?
        /// Whether it ended without being done, and so is due no more.
        public let isOver: Bool
        public let stands: Stand
        /// What was said last, and the day it speaks of.
        public let said: String?
        public let saidOn: Day?
        public let address: Place

        public init(
            subject: Subject, reference: String, words: String, owners: [String], from: Day, due: Day?, firstDue: Day?,
            dueWritten: String?, forecast: Day?, doneOn: Day?, isOver: Bool = false, stands: Stand, said: String?, saidOn: Day?, at address: Place
        ) {
            self.subject = subject
            self.reference = reference
            self.words = words
            self.owners = owners
            self.from = from
            self.due = due
            self.firstDue = firstDue
            self.dueWritten = dueWritten
            self.forecast = forecast
            self.doneOn = doneOn
            self.isOver = isOver
            self.stands = stands
            self.said = said
            self.saidOn = saidOn
            self.address = address
        }
    }

    public var items: [Item] { groups.flatMap(\.items) }
}
