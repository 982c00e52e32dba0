import Kernel

/// A column of the table of notices: what a file's first line calls it, what it means, and what an entry has there.
///
/// The CSV, its schema in the data package and the page for developers are all written from the one list.
struct NoticeColumn: Sendable {
    /// As Frictionless Table Schema names it.
    enum Kind: String, Sendable { case string, integer, number, date, datetime }

    let name: String
    let kind: Kind
    let meaning: String
    var isRequired = false
    /// The only values it takes; nil for any.
    var codes: [String]?
    let value: @Sendable (PublicEntry, _ address: String) -> String

    static let all: [NoticeColumn] = [
        NoticeColumn(name: "key", kind: .string, meaning: "Identifies the notice among those of all services in the file: the reference alone for this service’s own.", isRequired: true) { entry, _ in entry.key },
        NoticeColumn(name: "reference", kind: .string, meaning: "The notice’s own reference at its service. It is never given to another notice.", isRequired: true) { entry, _ in entry.reference },
        NoticeColumn(name: "edition", kind: .integer, meaning: "Which version of the entry this is, from 1.", isRequired: true) { entry, _ in String(entry.edition) },
        NoticeColumn(name: "type", kind: .string, meaning: "Article 29, 30 or 31 of the Order: alterations, enforcement or prohibition.", codes: PublicEntry.Kind.allCases.map(\.rawValue)) { entry, _ in entry.kind?.rawValue ?? "" },
        NoticeColumn(name: "status", kind: .string, meaning: "Where the notice stands.", codes: PublicEntry.Status.allCases.map(\.rawValue)) { entry, _ in entry.status?.rawValue ?? "" },
        NoticeColumn(name: "extent", kind: .string, meaning: "three-particulars while an objection about a trade secret is open: person, place and articles alone stand there then (section 4 of the Act). Else full.", isRequired: true, codes: PublicEntry.Extent.allCases.map(\.rawValue)) { entry, _ in entry.extent.rawValue },
        NoticeColumn(name: "served", kind: .date, meaning: "The first day on which it was served.") { entry, _ in entry.served?.iso ?? "" },
        NoticeColumn(name: "entered", kind: .date, meaning: "The day on which it was first in the register.") { entry, _ in entry.entered?.iso ?? "" },
        NoticeColumn(name: "changed", kind: .date, meaning: "The last day on which anything in the entry changed.") { entry, _ in entry.changed?.iso ?? "" },
        NoticeColumn(name: "comply_by", kind: .date, meaning: "The day by which it must be complied with; empty where there is none.") { entry, _ in entry.complyBy?.iso ?? "" },
        NoticeColumn(name: "complied", kind: .date, meaning: "The day on which the service was satisfied that it was complied with.") { entry, _ in entry.complied?.iso ?? "" },
        NoticeColumn(name: "retain_until", kind: .date, meaning: "The entry is kept at least until this day (section 3(5) of the Act).") { entry, _ in entry.retainUntil?.iso ?? "" },
        NoticeColumn(name: "articles", kind: .string, meaning: "Articles of the Order that it concerns, with semicolons between: 8;13;21A.") { entry, _ in entry.articles.joined(separator: ";") },
        NoticeColumn(name: "persons", kind: .string, meaning: "Whom it was served on, with semicolons between.") { entry, _ in entry.persons.map(\.name).joined(separator: "; ") },
        NoticeColumn(name: "premises", kind: .string, meaning: "The name of the premises.") { entry, _ in entry.premises },
        NoticeColumn(name: "address", kind: .string, meaning: "The lines of their address, with commas between.") { entry, _ in entry.address.joined(separator: ", ") },
        NoticeColumn(name: "postcode", kind: .string, meaning: "Their postcode.") { entry, _ in entry.postcode ?? "" },
        NoticeColumn(name: "uprn", kind: .string, meaning: "Their unique property reference number. Several notices may have one.") { entry, _ in entry.uprn?.description ?? "" },
        NoticeColumn(name: "latitude", kind: .number, meaning: "Degrees north, WGS 84.") { entry, _ in entry.place.map { inDegrees($0.latitude) } ?? "" },
        NoticeColumn(name: "longitude", kind: .number, meaning: "Degrees east, WGS 84.") { entry, _ in entry.place.map { inDegrees($0.longitude) } ?? "" },
        NoticeColumn(name: "premises_type", kind: .string, meaning: "One of the 17 types of the national return.", codes: PremisesType.allCases.map(\.rawValue)) { entry, _ in entry.premisesType?.rawValue ?? "" },
        NoticeColumn(name: "area", kind: .string, meaning: "The local authority area.") { entry, _ in entry.area ?? "" },
        NoticeColumn(name: "substance", kind: .string, meaning: "The substance of the notice, in words written for the public.") { entry, _ in entry.substance ?? "" },
        NoticeColumn(name: "more", kind: .string, meaning: "What else the public is told.") { entry, _ in entry.more ?? "" },
        NoticeColumn(name: "page", kind: .string, meaning: "The permanent link of the entry.", isRequired: true) { entry, address in entry.page(at: address) },
        NoticeColumn(name: "source", kind: .string, meaning: "The code of the other service whose register it was taken from; empty for this service’s own.") { entry, _ in entry.source?.code ?? "" },
        NoticeColumn(name: "source_name", kind: .string, meaning: "That service’s name.") { entry, _ in entry.source?.name ?? "" },
        NoticeColumn(name: "fetched", kind: .datetime, meaning: "When the copy of that service’s register was fetched.") { entry, _ in entry.source?.fetched.iso ?? "" },
    ]
}
