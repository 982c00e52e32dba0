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
        guard notice.register == .published || notice.register == .interim, let entered = notice.entered, let retainUntil = notice.retainUntil else { return nil }
        let isFull = notice.register == .published
        return PublicEntry(
            reference: notice.reference, edition: notice.edition, extent: isFull ? .full : .threeParticulars, kind: notice.type.kind, status: notice.status, served: notice.served,
            entered: entered, changed: notice.changed ?? entered, complyBy: isFull ? notice.complyBy : nil, complied: isFull ? notice.complied : nil, retainUntil: retainUntil,
            articles: notice.articles, persons: notice.persons.map { PublicEntry.Person(name: $0.name, address: $0.address) }, premises: notice.premisesName,
            address: notice.address, postcode: notice.postcode?.text, uprn: isFull ? notice.uprn : nil, place: isFull ? notice.place : nil,
            premisesType: notice.premisesType, area: isFull ? notice.area : nil, substance: isFull ? notice.substance : nil,
            events: isFull ? notice.events.map { PublicEntry.Event(day: $0.day, words: $0.words, provision: $0.provision) } : [])
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
