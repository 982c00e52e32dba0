/// Something that may be done with a notice: by which verb, from which states, for which types, where that leads, and under which provision.
///
/// This table is the whole of it: what is not in it is refused, in a sentence that names the provision.
public struct NoticeMove: Sendable {
    public enum Verb: String, Codable, Sendable, CaseIterable {
        case edit, consult, approve
        case sendBack = "send-back"
        case abandon, serve, extend, appeal, dispose, direct, object, resolve, amend, inspect, withdraw
    }

    public let verb: Verb
    public let types: Set<NoticeType>
    public let from: Set<NoticeState>
    /// Where it may stand afterwards, on the day of the move.
    public let to: Set<NoticeState>
    public let provision: String

    private init(_ verb: Verb, of types: Set<NoticeType> = Set(NoticeType.allCases), _ from: Set<NoticeState>, _ to: Set<NoticeState>, _ provision: String) {
        (self.verb, self.types, self.from, self.to, self.provision) = (verb, types, from, to, provision)
    }

    private static let live: Set<NoticeState> = [.inForce, .deferred, .suspended, .expired]
    private static let served = live.union([.complied, .withdrawn])

    public static let all: [NoticeMove] = [
        NoticeMove(.edit, [.draft], [.draft], "the service’s scheme of authority"),
        NoticeMove(.consult, of: [.enforcement, .prohibition], [.draft, .authorised], [.draft, .authorised], "articles 30 and 31"),
        NoticeMove(.approve, [.draft], [.authorised], "the service’s scheme of authority"),
        NoticeMove(.sendBack, [.authorised], [.draft], "the service’s scheme of authority"),
        NoticeMove(.abandon, [.draft, .authorised], [.abandoned], "the service’s scheme of authority"),
        NoticeMove(.serve, of: [.alterations], [.authorised, .inForce, .suspended], [.inForce, .suspended], "article 29"),
        NoticeMove(.serve, of: [.enforcement], [.authorised, .inForce, .suspended], [.inForce, .suspended], "article 30"),
        NoticeMove(.serve, of: [.prohibition], [.authorised, .inForce, .deferred, .suspended], [.inForce, .deferred, .suspended], "article 31"),
        // Before its day has passed and while no appeal is pending; `EnforcementPractice` may allow more.
        NoticeMove(.extend, of: [.enforcement], [.inForce, .suspended, .expired], [.inForce, .suspended], "article 30"),
        NoticeMove(.appeal, live.union([.complied]), live.union([.complied]), "article 35"),
        NoticeMove(.dispose, served, live.union([.complied, .withdrawn, .cancelled]), "article 35"),
        NoticeMove(.direct, of: [.prohibition], [.inForce, .deferred], [.suspended], "article 35"),
        NoticeMove(.object, served, served, "section 4 of the Environment and Safety Information Act 1988"),
        NoticeMove(.resolve, served, served, "section 4 of the Environment and Safety Information Act 1988"),
        NoticeMove(.amend, live, live, "section 3(4) of the Environment and Safety Information Act 1988"),
        NoticeMove(.inspect, of: [.enforcement, .prohibition], live, live.union([.complied]), "section 3(3) of the Environment and Safety Information Act 1988"),
        NoticeMove(.withdraw, of: [.alterations], live, [.withdrawn], "article 29"),
        NoticeMove(.withdraw, of: [.enforcement], live, [.withdrawn], "article 30"),
        NoticeMove(.withdraw, of: [.prohibition], live, [.withdrawn], "article 31"),
    ]

    /// The row by which a notice of a type may be moved so; nil where the type knows no such move.
    public static func row(_ verb: Verb, _ type: NoticeType) -> NoticeMove? { all.first { $0.verb == verb && $0.types.contains(type) } }

    /// Whether a notice of a type that stands so may be moved so.
    public static func isAllowed(_ verb: Verb, _ type: NoticeType, in state: NoticeState) -> Bool { row(verb, type)?.from.contains(state) ?? false }
}
