import Enforcement
import Kernel
import Premises
import Register
import Storage

/// From notices to the public register: the only place that knows both. Each particular is copied across by its name, so that nothing that is not named
/// here is ever published.
enum Publishing {
    /// The entry of one notice; nil where none stands in the register.
    static func entry(_ notice: PublishedParticulars) -> PublicEntry? {
        guard notice.register == .published || notice.register == .interim else { return nil }
        return copy(notice)
    }

    /// The line of a withdrawn notice in the file for the national register; nil where the service's policy leaves it out.
    static func nationalEntry(_ notice: PublishedParticulars) -> PublicEntry? { notice.isForNationalRegisterAlone ? copy(notice) : nil }

    private static func copy(_ notice: PublishedParticulars) -> PublicEntry? {
        guard let entered = notice.entered, let retainUntil = notice.retainUntil else { return nil }
        // While an objection is open, section 4 allows the person, the place and the provisions alone: nothing else is copied.
        let full = notice.register == .interim ? nil : PublicEntry.Particulars(
            kind: notice.type.kind, status: notice.status, served: notice.served, entered: entered, changed: notice.changed ?? entered, complyBy: notice.complyBy,
            complied: notice.complied, retainUntil: retainUntil, uprn: notice.uprn, place: notice.place, premisesType: notice.premisesType, area: notice.area,
            substance: notice.substance, events: notice.events.map { PublicEntry.Event(day: $0.day, words: $0.words, provision: $0.provision) })
        return PublicEntry(
            reference: notice.reference, edition: notice.edition, articles: notice.articles,
            persons: notice.persons.map { PublicEntry.Person(name: $0.name, address: $0.address) }, premises: notice.premisesName, address: notice.address,
            postcode: notice.postcode?.text, full: full)
    }
}

extension NoticeType {
    fileprivate var kind: PublicEntry.Kind {
        switch self {
        case .alterations: .alterations
        case .enforcement: .enforcement
        case .prohibition: .prohibition
        }
    }
}

extension PublishedParticulars {
    fileprivate var status: PublicEntry.Status {
        switch state {
        case .complied: .complied
        case .withdrawn: .withdrawn
        case .cancelled, .abandoned: .ended
        case .draft, .authorised, .inForce, .deferred, .suspended, .expired: .inForce
        }
    }
}
