public import Kernel

/// What tells one state of a register from another: all that it shows is a pure function of its version and of the address asked for.
public struct RegisterVersion: Hashable, Sendable, Codable {
    /// The day that it shows.
    public var day: Day
    /// How many entries the journal had.
    public var size: Int64
    /// The head of the journal's tree at that size, in hexadecimal; empty where there is no journal.
    public var head: String
    /// What tells one file from another where a register is read from one: a hash of it.
    public var file: String
    /// When the last of those entries was written.
    public var since: Moment

    public init(day: Day, size: Int64, head: String = "", file: String = "", since: Moment) {
        (self.day, self.size, self.head, self.file, self.since) = (day, size, head, file, since)
    }

    /// Whether the service's journal is at hand, by which entries can be proven.
    public var hasJournal: Bool { !head.isEmpty }

    /// Tells it from any other of its day.
    var mark: String { "\(size)-\(head.prefix(12))\(file.prefix(12))" }

    /// When anything of it last changed: with the last entry, or as the day began.
    public var modified: Moment { max(since, .inBritain(day, hour: 0)) }
}

/// All that a register shows on a day, as whoever keeps the records handed it over.
public struct RegisterContents: Equatable, Sendable {
    /// The name of the fire and rescue service whose register it is.
    public var service: String
    public var version: RegisterVersion
    /// What stands in it on the day, in any order, each reference once.
    public var entries: [PublicEntry]
    /// Earlier editions of those that may still be read. What the law had taken out is not among them.
    public var earlier: [PublicEntry]
    public var gone: [GoneEntry]
    /// Withdrawn notices that the service's policy still gives to the national register: they stand in that file and nowhere else, since section 3(4)
    /// of the Environment and Safety Information Act 1988 has them deleted from the service's own register.
    public var withdrawn: [PublicEntry]

    public init(
        service: String, version: RegisterVersion, entries: [PublicEntry] = [], earlier: [PublicEntry] = [], gone: [GoneEntry] = [], withdrawn: [PublicEntry] = []
    ) {
        (self.service, self.version, self.entries, self.earlier, self.gone, self.withdrawn) = (service, version, entries, earlier, gone, withdrawn)
    }
}

/// An entry that stood in the register once: its address says so, and nothing of what it said.
public struct GoneEntry: Equatable, Sendable, Codable {
    public var reference: String
    /// The day from which it is there no more.
    public var day: Day
    /// How many editions of it there were.
    public var editions: Int

    public init(reference: String, day: Day, editions: Int = 1) { (self.reference, self.day, self.editions) = (reference, day, editions) }
}
