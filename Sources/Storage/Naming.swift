public import Kernel

/// What a thing is called, and the parts of the address at which it is shown: “Peer review response”, `plans`,
/// `peer-review-response`.
public struct Name: Hashable, Sendable {
    public let words: String
    public let address: [String]

    public init(_ words: String, at address: [String]) {
        self.words = words
        self.address = address
    }
}

/// One kind of thing that a slice lets others speak of. The others learn its words and its address, and nothing more.
///
///     static let naming = [NamedKind(Plan.self, "Plans") { Name($0.title, at: ["plans", $0.reference.text]) }]
public struct NamedKind: Sendable {
    let kind: String
    /// What several of them are called, above a list: `Plans`.
    let title: String
    /// Those that a clause selects, in its order.
    let find: @Sendable (Session, SQL) throws -> [(Int64, Name)]
    /// The condition under which a form offers one; nil where all are. What is not offered keeps its name where it was spoken of.
    private let offered: SQL?

    public init<R: Record>(_ type: R.Type, _ title: String, _ name: @escaping @Sendable (R) -> Name) {
        self.init(type, title, all: { records, _ in records.map(name) })
    }

    /// For things that are called or found by what they belong to.
    ///
    /// - Parameters:
    ///   - offered: the condition under which a form offers one; nil where all are.
    ///   - names: one for each record, in their order.
    public init<R: Record>(_ type: R.Type, _ title: String, offered: SQL? = nil, all names: @escaping @Sendable ([R], Session) throws -> [Name]) {
        (kind, self.title, self.offered) = (R.table.name, title, offered)
        find = { session, clause in
            let records = try session.all(R.self, clause)
            return zip(records.map(\.id.number), try names(records, session)).map { ($0, $1) }
        }
    }

    /// Those that a form offers, as a clause orders them.
    func offering(_ session: Session, _ order: SQL) throws -> [(subject: Subject, name: Name)] {
        let which: SQL = offered.map { "WHERE (\($0)) " } ?? ""
        return try find(session, which + order).map { (Subject(kind: kind, number: $0.0), $0.1) }
    }
}

/// What all slices offer to be spoken of, put together by App. A slice that is handed this can name and link to the things
/// of others without knowing them.
public struct Naming: Sendable {
    private let kinds: [String: NamedKind]
    /// In which they are offered.
    private let order: [String]

    public init(_ kinds: [NamedKind] = []) {
        order = kinds.map(\.kind)
        self.kinds = Dictionary(kinds.map { ($0.kind, $0) }) { first, _ in first }
    }

    /// The name of each subject that there is; one that is unknown is left out.
    public func names(of subjects: some Sequence<Subject>, _ session: Session) throws -> [Subject: Name] {
        var names: [Subject: Name] = [:]
        for (kind, asked) in Dictionary(grouping: Set(subjects), by: \.kind) {
            for (number, name) in try kinds[kind]?.find(session, "WHERE id IN (\(list: asked.map(\.number).sorted())) ORDER BY id") ?? [] {
                names[Subject(kind: kind, number: number)] = name
            }
        }
        return names
    }

    /// Everything that may be spoken of, by kind and then as it was recorded, for a form to choose from.
    ///
    /// - Parameter wanted: the only kinds to look for; all when nil.
    public func all(_ session: Session, of wanted: Set<String>? = nil) throws -> [(subject: Subject, name: Name)] {
        try kinds.keys.filter { wanted?.contains($0) ?? true }.sorted().flatMap { try kinds[$0]?.offering(session, "ORDER BY id") ?? [] }
    }

    /// What a form offers, and what it holds already: that stays to be chosen however old it is and whatever became of it, so that saving loses nothing.
    public func offered(
        _ offered: [(subject: Subject, name: Name)], besides held: [Subject], _ session: Session
    ) throws -> [(subject: Subject, name: Name)] {
        let known = Set(offered.map(\.subject))
        return try offered + names(of: held.filter { !known.contains($0) }, session).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The things of one kind under what they are called together.
    public struct Group: Sendable {
        public let title: String
        public let things: [(subject: Subject, name: Name)]

        public init(_ title: String, _ things: [(subject: Subject, name: Name)]) {
            self.title = title
            self.things = things
        }
    }

    /// The most of one kind that a form offers. What is older is named by its kind and number.
    public static let mostOffered = 100

    /// What was recorded last of each kind, the newest first, for a form to choose from, however much there is.
    ///
    /// - Parameter unwanted: kinds that are not looked for.
    public func latest(_ session: Session, without unwanted: Set<String> = [], limit: Int = mostOffered) throws -> [Group] {
        try order.filter { !unwanted.contains($0) }.compactMap { kinds[$0] }.compactMap { kind in
            let found = try kind.offering(session, "ORDER BY id DESC LIMIT \(limit)")
            return found.isEmpty ? nil : Group(kind.title, found)
        }
    }

    /// - Throws: `fields-need-attention`, naming each subject that is nothing on record.
    public func refuseUnknown(_ subjects: [Subject], field: String, _ session: Session) throws {
        let names = try names(of: subjects, session)
        let wrong = subjects.filter { names[$0] == nil }
        guard wrong.isEmpty else {
            throw Refusal.fields(wrong.map { .init(field, "“\($0)” is nothing on record that can be spoken of here.") })
        }
    }
}
