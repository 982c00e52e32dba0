public import Kernel

/// One edition of the service’s enforcement policy. Once it takes effect it stays as it is: what is decided anew is a new edition.
public struct EnforcementPolicy: Codable, Equatable, Sendable {
    public let id: ID<EnforcementPolicy>
    public var version: Int
    /// What its cover says: `2026`, `3.1`.
    public var edition: String
    /// The first day on which it counts; nil while it is a draft.
    public var effective: Day?
    /// What it sets out to do.
    public var purpose: String?
    /// What officers weigh in a case, offered to them as they write a rationale.
    public var factors: [RationaleFactor]
    public var register: RegisterPolicy
    /// Within so many working days of an audit the letter with its result is sent; nil where the policy sets no such day.
    public var letterWithin: Int?
    /// The day from which it stands here.
    public let since: Day

    public init(
        id: ID<EnforcementPolicy>, version: Int = 1, edition: String, effective: Day? = nil, purpose: String? = nil, factors: [RationaleFactor] = [],
        register: RegisterPolicy = .law, letterWithin: Int? = nil, since: Day
    ) {
        (self.id, self.version, self.edition, self.effective, self.purpose) = (id, version, edition, effective, purpose)
        (self.factors, self.register, self.letterWithin, self.since) = (factors, register, letterWithin, since)
    }

    public func factors(_ side: RationaleFactor.Side) -> [String] { factors.filter { $0.side == side }.map(\.words) }

    /// The same with what a person entered in place of what it said.
    func saying(_ new: NewEnforcementPolicy) -> EnforcementPolicy {
        var policy = self
        (policy.edition, policy.purpose, policy.factors, policy.register, policy.letterWithin) = (new.edition, new.purpose, new.factors, new.register, new.letterWithin)
        return policy
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        [
            "edition": edition, "purpose": purpose ?? "", "dutyholder": factors(.dutyholder).joined(separator: "\n"), "strategic": factors(.strategic).joined(separator: "\n"),
            "retention": "\(register.retentionYears)", "publish-after": "\(register.publishAfter)", "count": register.count.rawValue,
            "withdrawn": register.exportsWithdrawn.rawValue, "sensitive": register.sensitive.rawValue, "letter-within": letterWithin.map { "\($0)" } ?? "",
        ].mapValues { [$0] }
    }
}

extension Array where Element == EnforcementPolicy {
    /// The edition that counts on a day: the latest that has taken effect.
    public func inForce(on day: Day) -> EnforcementPolicy? {
        filter { $0.effective.map { $0 <= day } ?? false }.max { ($0.effective ?? day, $0.id) < ($1.effective ?? day, $1.id) }
    }
}

/// Something that an officer weighs when the expectation of a case is to be raised or lowered.
public struct RationaleFactor: RawRepresentable, Codable, Hashable, Sendable {
    public enum Side: String, Codable, Sendable, CaseIterable {
        /// What speaks of whoever holds the duty: their history, their intent, the confidence they deserve.
        case dutyholder
        /// What speaks of the public: its interest, those at risk, the effect on others.
        case strategic

        public var words: String { self == .dutyholder ? "Dutyholder factors" : "Strategic factors" }
    }

    public let side: Side
    public let words: String

    public init(_ side: Side, _ words: String) { (self.side, self.words) = (side, words) }

    /// `dutyholder: A history of failing to comply`
    public var rawValue: String { "\(side.rawValue): \(words)" }

    public init?(rawValue text: String) {
        guard let colon = text.firstIndex(of: ":"), let side = Side(rawValue: String(text[..<colon])) else { return nil }
        self.init(side, String(text[text.index(after: colon)...].trimmed))
    }
}

/// What a person enters of an edition.
public struct NewEnforcementPolicy: Sendable, Equatable {
    public var edition: String
    public var purpose: String?
    public var factors: [RationaleFactor]
    public var register: RegisterPolicy
    public var letterWithin: Int?

    public init(edition: String, purpose: String? = nil, factors: [RationaleFactor] = [], register: RegisterPolicy = .law, letterWithin: Int? = nil) {
        (self.edition, self.purpose, self.factors, self.register, self.letterWithin) = (edition, purpose, factors, register, letterWithin)
    }

    public init(reading fields: inout Fields) {
        edition = fields.line("edition", "Edition", atMost: 60)
        purpose = fields.optionalText("purpose", "Purpose", atMost: 4000)
        factors = RationaleFactor.Side.allCases.flatMap { side in
            var seen: Set<String> = []
            return fields.lines(side.rawValue).filter { seen.insert($0).inserted }.map { RationaleFactor(side, $0) }
        }
        if let long = factors.first(where: { $0.words.count > 300 }) { fields.refuse(long.side.rawValue, "A factor is 300 characters at most; “\(long.words.prefix(40))…” is longer.") }
        register = RegisterPolicy(reading: &fields)
        letterWithin = fields.number("letter-within", "Working days for the letter", in: 1...60)
    }
}
