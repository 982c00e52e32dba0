public import Kernel

/// Whoever can own something: a person, a post or a team.
public enum PartyKind: String, Sendable, Codable, CaseIterable {
    case person, post, team

    /// `a person`, `a post`, `a team`.
    public var withArticle: String { "a \(rawValue)" }

    /// `Persons`, `Posts`, `Teams`: the heading of a list.
    public var heading: String {
        switch self {
        case .person: "Persons"
        case .post: "Posts"
        case .team: "Teams"
        }
    }
}

/// A person, a post or a team, under the name by which plans and papers know it: `AM Brook`,
/// `Group Manager, Protection`, `Corporate Communications`.
public struct Party: Codable, Equatable, Sendable {
    public let id: ID<Party>
    public var version: Int
    public let kind: PartyKind
    public let name: String
    /// What the name is found by: no two parties have the same. See `key(_:)`.
    public let key: String
    /// A person's; posts and teams have none.
    public let email: String?
    /// The first day on which the person was no longer here, or the post or team no longer existed.
    public let leftOn: Day?

    public init(
        id: ID<Party>, version: Int = 1, kind: PartyKind, name: String, email: String? = nil, leftOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.name = name
        self.key = Party.key(name)
        self.email = kind == .person ? email : nil
        self.leftOn = leftOn
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] { ["kind": kind.rawValue, "name": name, "email": email ?? ""].mapValues { [$0] } }

    init(id: ID<Party>, _ new: NewParty) {
        self.init(id: id, kind: new.kind, name: new.name, email: new.email)
    }

    /// The same, with nobody's address in it.
    var withoutEmail: Party { Party(id: id, version: version, kind: kind, name: name, leftOn: leftOn) }

    public func isHere(on day: Day) -> Bool { leftOn.map { day < $0 } ?? true }

    /// The form of a name that ignores case, dots, commas and spaces: `A.M. Brook` is `AM Brook`.
    public static func key(_ name: some StringProtocol) -> String {
        var key = ""
        for character in name.lowercased() {
            if character == "&" { key += "and" }
            if character.isLetter || character.isNumber { key.append(character) }
        }
        return key
    }
}

/// What a form, a body or a command says of a person, post or team.
public struct NewParty: Sendable, Equatable {
    public let kind: PartyKind
    public let name: String
    public let email: String?

    /// - Throws: `fields-need-attention`
    public init(kind: PartyKind, name: String, email: String? = nil) throws(Refusal) {
        var values = ["kind": [kind.rawValue], "name": [name]]
        if let email { values["email"] = [email] }
        var fields = Fields(values)
        self = NewParty(reading: &fields)
        try fields.finish()
    }

    /// Reads `kind`, `name` and, for a person, `email`.
    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "Kind", default: .person)
        let written = fields.line("name", "The name", atMost: 120)
        if !written.isEmpty, Party.key(written).isEmpty {
            fields.refuse("name", "The name needs at least one letter or digit.")
        }
        name = written
        email = kind == .person ? fields.email("email", "E-mail") : nil
    }
}

extension Party {
    /// - Throws: `party-is-of-another-kind`
    func changing(to new: NewParty) throws(Refusal) -> Party {
        guard new.kind == kind else {
            throw .invalid("party-is-of-another-kind", "“\(name)” is \(kind.withArticle) and can't become \(new.kind.withArticle).")
        }
        return Party(id: id, version: version, kind: kind, name: new.name, email: new.email, leftOn: leftOn)
    }

    /// The same party, gone from that day; nil brings it back.
    func leaving(on day: Day?) -> Party {
        Party(id: id, version: version, kind: kind, name: name, email: email, leftOn: day)
    }
}
