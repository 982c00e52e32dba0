public import Kernel

/// What happened to a notice, as far as its days hang on it. As it is written in a file, a day is `YYYY-MM-DD`, and what did not happen is null or left out.
public struct NoticeHistory: Decodable, Sendable, Equatable {
    /// One of those it was served on. A notice may go to several, each on a day of their own, and each may appeal and object for themselves.
    public struct Recipient: Decodable, Sendable, Equatable {
        public var served: Day
        /// Their own appeal and objection, with days counted from their own service. A file tells of one appeal alone, and not whose it is.
        public var appeal: Appeal?
        public var objection: Objection?

        public init(served: Day, appeal: Appeal? = nil, objection: Objection? = nil) { (self.served, self.appeal, self.objection) = (served, appeal, objection) }

        private enum CodingKeys: CodingKey { case served }
    }

    public struct Appeal: Decodable, Sendable, Equatable {
        public enum Outcome: String, Codable, Sendable, CaseIterable { case cancelled, affirmed, modified, withdrawn }

        public var brought: Day
        /// The day on which it was finally disposed of; nil while it is pending.
        public var disposed: Day?
        public var outcome: Outcome?

        public init(brought: Day, disposed: Day? = nil, outcome: Outcome? = nil) {
            (self.brought, self.disposed, self.outcome) = (brought, disposed, outcome)
        }

        private enum CodingKeys: CodingKey { case brought, disposed, outcome }

        public init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            brought = try values.decode(Day.self, forKey: .brought)
            disposed = try values.decodeIfPresent(Day.self, forKey: .disposed)
            let isOpen = try !values.contains(.outcome) || values.decodeNil(forKey: .outcome)
            outcome = isOpen ? nil : try values.choice(Outcome.self, forKey: .outcome)
        }
    }

    /// The person served says that an entry would disclose a trade secret or secret process.
    public struct Objection: Decodable, Sendable, Equatable {
        public var made: Day
        /// The day from which a full entry may be made; nil while it may not.
        public var resolved: Day?

        public init(made: Day, resolved: Day? = nil) { (self.made, self.resolved) = (made, resolved) }
    }

    /// Whether its entry was made. Left out, it is taken to have been made by its last day.
    public enum Entry: Sendable, Equatable { case inTime, made(Day), notMade }

    public var type: NoticeType
    public var recipients: [Recipient]
    /// An appeal of which nobody says whose it is.
    public var appeal: Appeal?
    /// The day on which the authority was satisfied that it was complied with.
    public var complied: Day?
    public var withdrawn: Day?
    /// The days on which it was amended.
    public var amended: [Day]
    /// An objection of which nobody says whose it is.
    public var objection: Objection?
    public var entry: Entry
    /// The last service that the entry waits for, since one that came when its days had begun does not move them; nil where it waits for all. No file says so.
    var entryServed: Day?

    private enum CodingKeys: CodingKey { case type, recipients, appeal, complied, withdrawn, amended, objection, entered }

    public init(
        _ type: NoticeType, served: [Day], appeal: Appeal? = nil, complied: Day? = nil, withdrawn: Day? = nil, amended: [Day] = [], objection: Objection? = nil,
        entry: Entry = .inTime
    ) {
        self.type = type
        recipients = served.map { Recipient(served: $0) }
        (self.appeal, self.complied, self.withdrawn, self.amended, self.objection, self.entry) = (appeal, complied, withdrawn, amended, objection, entry)
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        type = try values.choice(NoticeType.self, forKey: .type)
        recipients = try values.decode([Recipient].self, forKey: .recipients)
        appeal = try values.decodeIfPresent(Appeal.self, forKey: .appeal)
        complied = try values.decodeIfPresent(Day.self, forKey: .complied)
        withdrawn = try values.decodeIfPresent(Day.self, forKey: .withdrawn)
        amended = try values.decodeIfPresent([Day].self, forKey: .amended) ?? []
        objection = try values.decodeIfPresent(Objection.self, forKey: .objection)
        entry = try values.contains(.entered) ? values.decodeIfPresent(Day.self, forKey: .entered).map(Entry.made) ?? .notMade : .inTime
    }

    /// Every appeal, by the day on which it was brought.
    public var appeals: [Appeal] { (recipients.compactMap(\.appeal) + [appeal].compactMap(\.self)).stablySorted(by: \.brought) }
    /// Every objection, by the day on which it was made.
    public var objections: [Objection] { (recipients.compactMap(\.objection) + [objection].compactMap(\.self)).stablySorted(by: \.made) }

    /// What can't have happened so, each with where it stands.
    public var faults: [Refusal.Field] {
        guard let first = recipients.map(\.served).min() else {
            return [.init("recipients", "Name at least one recipient with the day of service: a notice that was served on nobody has no days.")]
        }
        var faults: [Refusal.Field] = []
        func refuse(_ field: String, _ what: String, on day: Day?, before limit: Day, _ other: String) {
            if let day, day < limit { faults.append(.init(field, "\(what) on \(day), before \(other) on \(limit).")) }
        }
        refuse("complied", "It was complied with", on: complied, before: first, "it was served")
        refuse("withdrawn", "It was withdrawn", on: withdrawn, before: first, "it was served")
        for day in amended { refuse("amended", "It was amended", on: day, before: first, "it was served") }
        if let appeal {
            refuse("appeal.brought", "The appeal was brought", on: appeal.brought, before: first, "the notice was served")
            refuse("appeal.disposed", "The appeal was disposed of", on: appeal.disposed, before: appeal.brought, "it was brought")
            if (appeal.disposed == nil) != (appeal.outcome == nil) {
                faults.append(.init("appeal.outcome", "An appeal that was disposed of has a day and an outcome, and one that is pending has neither."))
            }
        }
        if case .made(let day) = entry { refuse("entered", "It was entered", on: day, before: first, "it was served") }
        if let objection {
            refuse("objection.made", "The objection was made", on: objection.made, before: first, "the notice was served")
            refuse("objection.resolved", "The objection was resolved", on: objection.resolved, before: objection.made, "it was made")
        }
        return faults
    }
}

extension KeyedDecodingContainer {
    /// One of a few words; any other is told beside those there are.
    fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type, forKey key: Key) throws -> Choice {
        let written = try decode(String.self, forKey: key)
        guard let choice = Choice(rawValue: written) else {
            let known = listed(Choice.allCases.map(\.rawValue), joinedBy: "or")
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "“\(written.prefix(40))” is not \(known)")
        }
        return choice
    }
}
