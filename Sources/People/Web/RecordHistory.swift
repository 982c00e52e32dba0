public import Kernel
public import Markup
public import Storage
public import Web

/// A record of a slice as an entry of the journal holds it.
public protocol RecordState {
    init?(_ entry: Entry)
    /// Why it was done, where the record itself says so.
    var reason: String? { get }
    /// What of other slices it speaks of.
    var subjects: [Subject] { get }
}

/// How a slice tells what was done to its records.
public protocol RecordWords {
    associatedtype State: RecordState
    /// The verb with its thing named: `called the meeting “Fourth meeting”`.
    func deed(_ verb: String, _ state: State?) -> String
    /// What a record says, part by part: as many for each state of it, in the same order.
    func parts(_ state: State) -> [RecordPart]
}

/// One thing that a record says, under its label.
public struct RecordPart: Sendable {
    let label: String
    let words: String
    let isNews: Bool

    /// - Parameter isNews: whether it is told of a record that is new; what the sentence says already is not.
    public init(_ label: String, _ words: String, isNews: Bool = true) {
        self.label = label
        self.words = words
        self.isNews = isNews
    }
}

/// What happened to a record and all that belongs to it, in words, as the journal tells it: the newest 500 entries.
public struct RecordHistory {
    private static let most = 500

    /// Newest first.
    public let told: [HistoryEntry]

    /// - Parameters:
    ///   - kind: of records of which whoever looks may not see what happened.
    ///   - words: told with all that the entries hold, as names are looked up at once.
    public init<Words: RecordWords>(of subject: Subject, without kind: String? = nil, _ session: Session, _ words: ([Words.State]) throws -> Words) throws {
        let entries = try Journal(session).entries(within: subject, limit: RecordHistory.most, newestFirst: true, without: kind)
        let whos = try Parties(session).names(ofWhos: entries.map(\.who))
        let states = entries.map { Words.State($0) }
        let words = try words(states.compactMap(\.self))
        // Told from the first to the last, as each is compared with the state before it.
        var before: [Subject: Words.State] = [:]
        told = zip(entries, states).reversed().map { entry, state in
            defer { before[entry.subject] = state }
            let who = whos[entry.who] ?? entry.who
            // What a record keeps a reason for may have been given the same on the command line.
            let reason: HTML? = entry.reason == state?.reason ? nil : entry.reason.map { "<p>Because: \($0)</p>" }
            let detail = state.flatMap { words.detail($0, since: before[entry.subject]) }
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(who.capitalisedFirst) \(words.deed(entry.verb, state)).",
                detail: detail == nil && reason == nil ? nil : "\(detail)\(reason)")
        }.reversed()
    }

    /// - Parameters:
    ///   - title: what its history it is.
    ///   - crumbs: the way there from the top.
    public func page(of title: String, crumbs: [(String, Link)], section: String) -> Page {
        Page(title: "History", crumbs: crumbs, section: section, hasDay: false, body: """
            \(lead("History", under: "Every change to \(title), newest first, as the journal holds it."))\
            \(card(nil, history(told)))\
            \(told.count >= RecordHistory.most ? small("The newest \(RecordHistory.most) entries are shown.") : nil)
            """)
    }
}

extension RecordWords {
    /// What it said when it was new, or what is otherwise than before.
    fileprivate func detail(_ state: State, since old: State?) -> HTML? {
        let now = parts(state)
        guard let old else {
            let said = now.filter { $0.isNews && !$0.words.isEmpty }.map { "<li>\($0.label): \($0.words)</li>" as HTML }
            return said.isEmpty ? nil : "<ul>\(said)</ul>"
        }
        let changes = zip(parts(old), now).filter { $0.words != $1.words }.map { was, new -> HTML in
            "<li>\(new.label): \(new.words.isEmpty ? "none" : new.words), was \(was.words.isEmpty ? "none" : was.words)</li>"
        }
        return changes.isEmpty ? nil : "<ul>\(changes)</ul>"
    }
}
