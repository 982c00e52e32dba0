public import Kernel
public import Storage

/// One request for an operation, its parts read and held against what the operation says of them.
public struct Call: Sendable {
    /// Who the journal will say did it. Without a token nobody, who may do nothing.
    public let actor: Actor
    let working: Desk?
    let arrival: Arrival
    let parts: [String: String]
    /// The body, where it is JSON.
    public let body: JSONNode
    /// The body as it was sent.
    public let bytes: [UInt8]
    let ifMatch: String?
    let deed: RepeatableDeed?
    let names: [String: [String]]

    /// Where the records are.
    ///
    /// - Throws: `NoRecords` where an interface was put together without any: it reads something else.
    public var desk: Desk {
        get throws {
            guard let working else { throw NoRecords() }
            return working
        }
    }

    struct NoRecords: Error {}

    /// The visit that the token stands for; nil where none is needed.
    public var visit: Visit? { arrival.visit }
    public var moment: Moment { arrival.moment }
    public var today: Day { arrival.moment.day }
    /// The day to look at: the one asked for, or today.
    public var day: Day { arrival.on ?? today }
    public var query: AddressQuery { arrival.query }
    /// Where people find the service, for links that are followed from elsewhere.
    public var address: String { arrival.house.address }

    /// A part of the path: `plan` of `plans/{plan}`.
    public func part(_ name: String) -> String { parts[name] ?? "" }

    /// A part of the path that is a record's number.
    public func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) -> ID<Kind> { ID(Int64(part(name)) ?? 0) }

    /// The members of the body, read one by one as a form's fields are. `dueWritten` is the field `due-written`.
    public var fields: Fields {
        guard case .object(let members) = body else { return Fields([:]) }
        return Fields(Dictionary(members.map { (names[$0.key]?.first ?? $0.key.kebabCased, $0.value.words ?? []) }) { first, _ in first })
    }

    /// The version to change, where the request names the one that stands.
    ///
    /// - Throws: `changed-since-read`
    public func matched(_ version: Int) throws -> Int {
        guard let ifMatch, ifMatch != "*" else { return version }
        guard EntityTag.all(in: ifMatch)?.contains(where: { $0.version == version }) ?? false else { throw Problem.changedSinceRead }
        return version
    }

    /// Does what was asked in one transaction, once for each `Idempotency-Key`.
    public func write(because reason: String? = nil, _ body: @escaping @Sendable (Work) throws -> Reply) async throws -> Reply {
        try await desk.write(by: actor, because: reason) { [deed] work in
            if let reply = try deed?.reply(work.session) { return reply }
            let reply = try body(work)
            try deed?.keep(reply, work.session)
            return reply
        }
    }
}

extension String {
    /// `dueWritten` as `due-written`
    var kebabCased: String {
        reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }

    /// `due-written` as `dueWritten`
    var camelCased: String {
        var isNext = false
        return reduce(into: "") { text, character in
            if character == "-" { isNext = true; return }
            text += isNext ? character.uppercased() : String(character)
            isNext = false
        }
    }
}
