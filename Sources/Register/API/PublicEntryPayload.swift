import Kernel
import Web

/// An entry as the public interface and every JSON file have it; what other services' registers are read from as well.
///
/// Members are only ever added to it. What is not known is left out.
struct PublicEntryPayload: Codable, Equatable, Sendable {
    struct PersonPayload: Codable, Equatable, Sendable {
        let name: String
        let address: String?
    }

    struct EventPayload: Codable, Equatable, Sendable {
        let day: Day
        let words: String
        let provision: String?
    }

    struct SourcePayload: Codable, Equatable, Sendable {
        let code: String
        let name: String
        let page: String?
        let fetched: Moment
    }

    let key: String
    let reference: String
    let edition: Int
    let type: PublicEntry.Kind?
    let status: PublicEntry.Status?
    let extent: PublicEntry.Extent
    let served: Day?
    let entered: Day?
    let changed: Day?
    let complyBy: Day?
    let complied: Day?
    let retainUntil: Day?
    let articles: [String]
    let persons: [PersonPayload]
    let premises: String
    let address: [String]
    let postcode: String?
    let uprn: UPRN?
    let latitude: Double?
    let longitude: Double?
    let premisesType: PremisesType?
    let area: String?
    let substance: String?
    let more: String?
    let events: [EventPayload]
    let page: String
    let source: SourcePayload?

    /// - Parameter address: of the service, from which permanent links begin.
    init(_ entry: PublicEntry, at address: String) {
        (key, reference, edition, type, status, extent) = (entry.key, entry.reference, entry.edition, entry.kind, entry.status, entry.extent)
        (served, entered, changed, complyBy, complied) = (entry.served, entry.entered, entry.changed, entry.complyBy, entry.complied)
        (retainUntil, articles, premises, self.address) = (entry.retainUntil, entry.articles, entry.premises, entry.address)
        persons = entry.persons.map { PersonPayload(name: $0.name, address: $0.address) }
        (postcode, uprn, latitude, longitude) = (entry.postcode, entry.uprn, entry.place?.latitude, entry.place?.longitude)
        (premisesType, area, substance, more) = (entry.premisesType, entry.area, entry.substance, entry.more)
        events = entry.events.map { EventPayload(day: $0.day, words: $0.words, provision: $0.provision) }
        page = entry.page(at: address)
        source = entry.source.map { SourcePayload(code: $0.code, name: $0.name, page: $0.page, fetched: $0.fetched) }
    }

    static let schema = Schema.object("RegisterEntry", [
        "key": Schema.text.meaning("Identifies the notice among those of all services shown here: the reference alone for this service’s own."),
        "reference": Schema.text.meaning("The notice’s own reference at its service. It is never given to another notice."),
        "edition": Schema.number.meaning("Which version of the entry this is, from 1."),
        "type": Schema.choice(PublicEntry.Kind.self).optional, "status": Schema.choice(PublicEntry.Status.self).optional,
        "extent": Schema.choice(PublicEntry.Extent.self).meaning(
            "three-particulars while an objection about a trade secret is open (section 4 of the Act): person, place and articles are there then, and nothing else."),
        "served": Schema.day.optional.meaning("The first day on which it was served."), "entered": Schema.day.optional.meaning("When it was first in the register."),
        "changed": Schema.day.optional.meaning("The last day on which anything in the entry changed."), "complyBy": .day.optional, "complied": .day.optional,
        "retainUntil": Schema.day.optional.meaning("The entry is kept at least until then: section 3(5) of the Act."),
        "articles": Schema.list(.text).meaning("Articles of the Order: 8, 13, 21A."),
        "persons": Schema.list(.object("RegisterPerson", ["name": .text, "address": .text.optional])).meaning("Whom it was served on."),
        "premises": .text, "address": .list(.text), "postcode": .text.optional, "uprn": .text.optional,
        "latitude": Schema.degrees.optional.meaning("Degrees north, WGS 84."), "longitude": Schema.degrees.optional.meaning("Degrees east, WGS 84."),
        "premisesType": Schema.choice(PremisesType.self).optional, "area": Schema.text.optional.meaning("The local authority area."),
        "substance": .text.optional, "more": .text.optional,
        "events": .list(.object("RegisterEvent", [
            "day": .day, "words": .text, "provision": Schema.text.optional.meaning("The provision that sets the day; left out for what happened."),
        ])),
        "page": Schema.link.meaning("The permanent link."),
        "source": Schema.object("RegisterSource", ["code": .text, "name": .text, "page": .link.optional, "fetched": .moment]).optional
            .meaning("The other service whose register it was taken from; left out for this service’s own."),
    ])
}
