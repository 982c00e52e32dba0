public import ArgumentParser
public import Kernel
public import Storage

/// `--last`: so many of the newest entries of a history.
public struct LastOption: ParsableArguments, Sendable {
    @Option(help: "So many of the newest changes.") public var last: Int = 500

    public init() {}

    public func validate() throws {
        guard last > 0 else { throw ValidationError("--last takes a number from 1.") }
    }

    /// The newest entries within a scope, newest first.
    ///
    /// - Parameter kind: of records of which whoever asks may not see what happened.
    public func changes(within scope: Subject, without kind: String? = nil, _ session: Session, references: [Subject: String] = [:]) throws -> [ChangeLine] {
        let entries = try Journal(session).entries(within: scope, limit: last, newestFirst: true, without: kind)
        let names = try Parties(session).names(ofWhos: entries.map(\.who))
        return entries.map { ChangeLine($0, names[$0.who] ?? $0.who, references[$0.subject]) }
    }
}

/// One entry of the journal, as the command line tells a history.
public struct ChangeLine: Encodable, Sendable {
    let entry: Int64
    let at: Moment
    let who: String
    let what: String
    public let subject: String
    /// What the record is known by within its scope, where it is known by anything.
    public let reference: String?
    let because: String?

    init(_ entry: Entry, _ name: String, _ reference: String?) {
        (self.entry, at, who, what, because) = (entry.sequence, entry.moment, name, entry.verb, entry.reason)
        (subject, self.reference) = ("\(entry.subject)", reference)
    }

    /// - Parameter of: what each is about.
    public static func table(_ changes: [ChangeLine], empty: String, of: (ChangeLine) -> String) -> String {
        Output.table(
            ["Entry", "When", "Who", "What", "Of", "Why"],
            changes.map { [String($0.entry), $0.at.inWords, $0.who, $0.what, of($0), $0.because ?? ""] }, empty: empty)
    }
}
