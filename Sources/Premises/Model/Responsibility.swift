public import Kernel

/// In which capacity somebody has duties at premises, as articles 3 and 5 of the Order tell them apart.
public enum Capacity: String, Codable, Sendable, CaseIterable {
    case employer
    case personInControl = "person-in-control"
    case owner
    case otherControl = "other-control"

    public var words: String {
        switch self {
        case .employer: "Employer with control of the workplace"
        case .personInControl: "Person in control, for a trade or undertaking"
        case .owner: "Owner"
        case .otherControl: "Other person with control"
        }
    }

    /// Of the Regulatory Reform (Fire Safety) Order 2005.
    public var provision: String { self == .otherControl ? "article 5(3)" : "article 3" }

    /// Whether it makes somebody the responsible person, and not one who has duties beside them.
    public var isResponsible: Bool { self != .otherControl }
}

/// Somebody answers for premises in a capacity, from a day and until one. Several may at once.
public struct Responsibility: Codable, Equatable, Sendable {
    public let id: ID<Responsibility>
    public var version: Int
    public let premises: ID<Premises>
    public var holder: ID<DutyHolder>
    public var capacity: Capacity
    public var from: Day
    /// The last day; nil while it runs on.
    public var through: Day?
    /// Of which part, or how it is known.
    public var note: String?

    public init(
        id: ID<Responsibility>, version: Int = 1, premises: ID<Premises>, holder: ID<DutyHolder>, capacity: Capacity, from: Day, through: Day? = nil,
        note: String? = nil
    ) {
        (self.id, self.version, self.premises, self.holder) = (id, version, premises, holder)
        (self.capacity, self.from, self.through, self.note) = (capacity, from, through, note)
    }

    var span: Span { Span(unchecked: from, through) }

    public func holds(on day: Day) -> Bool { span.contains(day) }

    /// Whether both say the same of some day.
    func repeats(_ other: Responsibility) -> Bool {
        id != other.id && holder == other.holder && capacity == other.capacity && span.overlaps(other.span)
    }
}

/// What a person enters of who answers for premises.
public struct NewResponsibility: Sendable, Equatable {
    /// The number of a duty holder on record, the name where no other has it, or both: `Harbour Homes Ltd (12)`.
    public var holder: String
    public var capacity: Capacity
    public var from: Day
    public var through: Day?
    public var note: String?

    public init(holder: String, capacity: Capacity, from: Day, through: Day? = nil, note: String? = nil) {
        (self.holder, self.capacity, self.from, self.through, self.note) = (holder, capacity, from, through, note)
    }

    public init(reading fields: inout Fields) {
        holder = fields.line("holder", "Who answers for it", atMost: 260)
        capacity = fields.choice("capacity", "Capacity", default: .employer)
        from = fields.day("from", "From")
        through = fields.optionalDay("through", "Until")
        note = fields.optionalText("note", "Note", atMost: 1000)
        fields.checkOrder(from, "through", through)
    }
}

extension Responsibility {
    /// What it holds now, under the names of its form.
    ///
    /// - Parameter holder: as a form offers them.
    func entries(holder: String) -> [String: [String]] {
        ["holder": holder, "capacity": capacity.rawValue, "from": from.iso, "through": through?.iso ?? "", "note": note ?? ""].mapValues { [$0] }
    }
}
