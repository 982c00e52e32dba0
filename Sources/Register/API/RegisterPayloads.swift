import Kernel
import Storage
import Web

/// One side from which the register is looked at, with how many entries have each of its values.
struct FacetPayload: Encodable, Sendable {
    struct ValuePayload: Encodable, Sendable {
        let key: String
        let words: String
        let count: Int
    }

    let facet: String
    let words: String
    let values: [ValuePayload]

    init(_ counts: FacetCounts, of register: Register) {
        (facet, words) = (counts.facet.rawValue, counts.facet.words)
        values = counts.values.map { ValuePayload(key: $0.key, words: register.words(of: counts.facet, $0.key), count: $0.count) }
    }

    static let schema = Schema.object("RegisterFacet", [
        "facet": Schema.text.meaning("As it stands in an address."), "words": .text,
        "values": .list(.object("RegisterFacetValue", ["key": .text, "words": .text, "count": .count])),
    ])
}

/// How many entries there are, with every facet of them.
struct FacetsPayload: Encodable, Sendable {
    let total: Int
    let facets: [FacetPayload]

    static let schema = Schema.object("RegisterFacets", ["total": .count, "facets": .list(FacetPayload.schema)])
}

/// What the register holds, counted by the year of service.
struct StatisticsPayload: Encodable, Sendable {
    struct YearPayload: Encodable, Sendable {
        let year: Int
        let alterations: Int
        let enforcement: Int
        let prohibition: Int
        let complied: Int
    }

    let day: Day
    let total: Int
    let notShown: Int
    let inForce: Int
    let complied: Int
    /// Days from service to compliance, of those complied with: their median.
    let medianDaysToComply: Int?
    let years: [YearPayload]

    init(_ entries: [PublicEntry], on day: Day) {
        let statistics = RegisterStatistics(entries)
        self.day = day
        (total, notShown) = (statistics.total, statistics.withheld)
        inForce = entries.count { $0.status == .inForce }
        complied = entries.count { $0.status == .complied }
        medianDaysToComply = statistics.compliance.median
        years = statistics.years.filter { $0.total > 0 }.map { year in
            let counts = Dictionary(uniqueKeysWithValues: zip(PublicEntry.Kind.allCases, year.counts))
            return YearPayload(
                year: year.year, alterations: counts[.alterations] ?? 0, enforcement: counts[.enforcement] ?? 0, prohibition: counts[.prohibition] ?? 0,
                complied: year.complied)
        }
    }

    static let schema = Schema.object("RegisterStatistics", [
        "day": .day, "total": .count,
        "notShown": Schema.count.meaning("Of three particulars alone, so that they stand under no year, type or status (section 4 of the Act)."), "inForce": .count, "complied": .count,
        "medianDaysToComply": Schema.count.optional.meaning("From service to compliance, of those that were complied with."),
        "years": Schema.list(.object("RegisterYear", [
            "year": .whole(1...9999), "alterations": .count, "enforcement": .count, "prohibition": .count, "complied": .count,
        ])).meaning("By the year of service, the earliest first."),
    ])
}

/// What shows that the editions of a notice are in the journal.
struct ProofsPayload: Encodable, Sendable {
    struct ProofPayload: Encodable, Sendable {
        let edition: Int?
        let sequence: Int64
        let leaf: String
        let commitment: String
        let path: [String]
    }

    struct HeadPayload: Encodable, Sendable {
        let size: Int64
        let root: String
        let at: Moment?
    }

    let key: String
    let head: HeadPayload?
    let editions: [ProofPayload]

    init(_ entry: PublicEntry, _ proofs: [EditionProof]) {
        key = entry.key
        head = proofs.first.map { HeadPayload(size: $0.proof.head.size, root: $0.proof.head.root.description, at: $0.proof.head.at) }
        editions = proofs.map { one in
            ProofPayload(
                edition: one.edition, sequence: one.proof.sequence, leaf: one.proof.leaf.description, commitment: one.commitment.description,
                path: one.proof.path.map(\.description))
        }
    }

    static let schema = Schema.object("RegisterProofs", [
        "key": .text,
        "head": Schema.object("RegisterHead", ["size": .count, "root": .hash, "at": .moment.optional]).optional
            .meaning("Under which all of them are proven; left out where no journal is at hand."),
        "editions": Schema.list(.object("RegisterProof", [
            "edition": Schema.number.optional.meaning("Left out for the line that took the entry out."),
            "sequence": Schema.number.meaning("The line of the journal; the index of its leaf is one less."), "leaf": .hash,
            "commitment": Schema.hash.meaning("The salted hash of what the line holds."), "path": .list(.hash),
        ])).meaning("The first edition first; none for a notice of another service."),
    ])
}
