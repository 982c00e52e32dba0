import Kernel
import Storage
import Web

/// Another service whose register is shown here, and how fresh the copy is.
struct SourcePayload: Encodable, Sendable {
    let code: String
    let name: String
    let package: String
    let allowsPrivate: Bool
    let addedOn: Day
    let standing: HarvestStanding
    /// When the copy that is shown was taken over; nil before the first time.
    let takenAt: Moment?
    let entries: Int
    let refused: Int
    /// When it was last asked.
    let askedAt: Moment?
    /// Why nothing was taken over the last time; nil when all went well.
    let fault: String?

    init(_ source: HarvestSource, lastTry: HarvestTry?, at moment: Moment) {
        (code, name, package, allowsPrivate, addedOn) = (source.code.text, source.name, source.package.text, source.allowsPrivate, source.addedOn)
        standing = HarvestStanding(of: source, lastTry: lastTry, at: moment)
        (takenAt, entries, refused) = (source.copy?.at, source.copy?.entries ?? 0, source.copy?.refused ?? 0)
        (askedAt, fault) = (lastTry?.at, lastTry?.fault)
    }

    static let schema = Schema.object("HarvestSource", [
        "code": .reference, "name": .text, "package": Schema.link.meaning("The address of its data package."), "allowsPrivate": .flag, "addedOn": .day,
        "standing": .choice(HarvestStanding.self), "takenAt": Schema.moment.optional.meaning("When the copy that is shown was taken over."),
        "entries": .count, "refused": Schema.count.meaning("Lines of its file that were no entries."), "askedAt": .moment.optional,
        "fault": Schema.text.optional.meaning("Why nothing was taken over the last time; the last good copy is shown meanwhile."),
    ])
}

extension Session {
    func sourcePayloads(at moment: Moment) throws -> [SourcePayload] {
        let tries = try harvestTries()
        return try harvestSources().map { SourcePayload($0, lastTry: tries[$0.id], at: moment) }
    }

    func payload(of source: HarvestSource, at moment: Moment) throws -> SourcePayload {
        SourcePayload(source, lastTry: try harvestTries()[source.id], at: moment)
    }
}

extension NewHarvestSource {
    static let changes = Schema.input("HarvestSourceChanges", [
        "name": Schema.words(atMost: 200).maybe, "package": Schema.text(atMost: 2000).maybe.meaning("The address of its data package."),
        "allowsPrivate": Schema.flag.maybe.meaning("Whether it may be at an address that is not on the public internet."),
    ])

    static let schema = Schema.input("NewHarvestSource", [
        "name": .words(atMost: 200), "code": Schema.reference.maybe.meaning("Made from the name when left out."),
        "package": Schema.text(atMost: 2000).meaning("The address of its data package: https://register.westmarch.example/register/datapackage.json."),
        "allowsPrivate": Schema.flag.maybe.meaning("Whether it may be at an address that is not on the public internet."),
    ])
}
