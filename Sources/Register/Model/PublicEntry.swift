public import Kernel

/// What the public may read of a notice, and nothing else: each of these was allowed by name.
///
/// An entry of the register under section 1 of the Environment and Safety Information Act 1988. It knows no record of the service: whoever makes one
/// copies each particular across. One that may hold three particulars alone has no room for others.
public struct PublicEntry: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable { case alterations, enforcement, prohibition }

    /// Where the notice stands, as the public is told.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case inForce = "in-force"
        case complied
        case withdrawn
        /// Its time has run out, or it no longer binds for another reason.
        case ended
    }

    /// How much of it may be shown.
    public enum Extent: String, Codable, Sendable, CaseIterable {
        case full
        /// Person, place and provisions alone, while an objection about a trade secret is open: section 4 of the Act.
        case threeParticulars = "three-particulars"
    }

    /// Something the public may know happened, or that the law sets for a day.
    public struct Event: Codable, Equatable, Sendable {
        public var day: Day
        public var words: String
        /// The provision that sets the day; nil of what happened.
        public var provision: String?

        public init(day: Day, words: String, provision: String? = nil) { (self.day, self.words, self.provision) = (day, words, provision) }
    }

    /// All that an entry may hold beside its three particulars, and may not hold while an objection about a trade secret is open.
    public struct Particulars: Codable, Equatable, Sendable {
        public var kind: Kind
        public var status: Status
        /// The first day on which it was served.
        public var served: Day
        /// The day on which it was first in the register.
        public var entered: Day
        /// The last day on which anything in the entry changed.
        public var changed: Day
        public var complyBy: Day?
        public var complied: Day?
        /// Kept at least until then.
        public var retainUntil: Day
        public var uprn: UPRN?
        public var place: Place?
        public var premisesType: PremisesType
        /// The local authority area.
        public var area: String?
        /// The substance of the notice in words written for the public.
        public var substance: String?
        public var more: String?
        /// Oldest first.
        public var events: [Event]

        public init(
            kind: Kind, status: Status, served: Day, entered: Day, changed: Day, complyBy: Day? = nil, complied: Day? = nil, retainUntil: Day, uprn: UPRN? = nil,
            place: Place? = nil, premisesType: PremisesType, area: String? = nil, substance: String? = nil, more: String? = nil, events: [Event] = []
        ) {
            (self.kind, self.status, self.served, self.entered, self.changed) = (kind, status, served, entered, changed)
            (self.complyBy, self.complied, self.retainUntil) = (complyBy, complied, retainUntil)
            (self.uprn, self.place, self.premisesType, self.area) = (uprn, place, premisesType, area)
            (self.substance, self.more, self.events) = (substance, more, events)
        }
    }

    /// Named once and for all: `N-2024-0012`. Never given to another notice.
    public var reference: String
    /// Counts the versions of this entry from 1: what its permanent links name.
    public var edition: Int
    /// Codes of articles of the Order: `8`, `13`, `21A`.
    public var articles: [String]
    /// The name, and the address, of whom it was served on, one a recipient.
    public var persons: [Person]
    public var premises: String
    public var address: [String]
    public var postcode: String?
    /// The other service whose register it was taken from; nil for an entry of this service's own.
    public var source: Source?
    /// Nil while an objection about a trade secret is open: section 4 then allows person, place and provisions alone.
    public var full: Particulars?

    public var extent: Extent { full == nil ? .threeParticulars : .full }

    /// What identifies it among the entries of all services that are shown together: the reference alone for this service's own.
    ///
    /// Two services may have given one reference to two notices: `N-2024-0012` here, `northshire~N-2024-0012` from there.
    public var key: String { source.map { "\($0.code)~\(reference)" } ?? reference }

    /// The lines of the address, the postcode last.
    var addressLines: [String] { address + [postcode].compactMap(\.self) }

    /// A service whose register is shown beside this one's, and how fresh that copy is.
    public struct Source: Codable, Hashable, Sendable {
        /// Short, of small letters, digits and dashes: `northshire`.
        public var code: String
        public var name: String
        /// Its own page of the notice, or of its register.
        public var page: String?
        /// When the copy was fetched.
        public var fetched: Moment

        public init(code: String, name: String, page: String? = nil, fetched: Moment) {
            (self.code, self.name, self.page, self.fetched) = (code, name, page, fetched)
        }
    }

    public struct Person: Codable, Equatable, Sendable {
        public var name: String
        public var address: String?

        public init(name: String, address: String? = nil) { (self.name, self.address) = (name, address) }
    }

    public init(
        reference: String, edition: Int = 1, articles: [String], persons: [Person], premises: String, address: [String], postcode: String? = nil,
        source: Source? = nil, full: Particulars?
    ) {
        (self.reference, self.edition, self.articles, self.persons) = (reference, edition, articles, persons)
        (self.premises, self.address, self.postcode, self.source, self.full) = (premises, address, postcode, source, full)
    }
}

/// What may be read of it beyond the three particulars: nil, or none, while it may not be.
extension PublicEntry {
    public var kind: Kind? { full?.kind }
    public var status: Status? { full?.status }
    public var served: Day? { full?.served }
    public var entered: Day? { full?.entered }
    public var changed: Day? { full?.changed }
    public var complyBy: Day? { full?.complyBy }
    public var complied: Day? { full?.complied }
    public var retainUntil: Day? { full?.retainUntil }
    public var uprn: UPRN? { full?.uprn }
    public var place: Place? { full?.place }
    public var premisesType: PremisesType? { full?.premisesType }
    public var area: String? { full?.area }
    public var substance: String? { full?.substance }
    public var more: String? { full?.more }
    public var events: [Event] { full?.events ?? [] }
}
