import Kernel
import People
import Storage
import Web

/// What programs can ask the journal: its head, its entries, and proofs of both.
struct JournalOperations: Sendable {
    /// Its entries hold every record whole, those of accounts too.
    static let readsEntries = Permission("An administrator reads the whole journal; a plan's history shows what happened to it.") {
        $0.holds(.administrator)
    }

    private static let size = Parameter.query("size", .whole(0...Int64.max), "When the journal had so many entries; now when left out.")

    var all: [Web.Operation] {
        [
            .reading("showHead", "journal/head", "How many entries the journal has, and the root of their tree", .scope(.journalRead),
                     takes: [Self.size], gives: Head.schema, refuses: ["journal-not-so-long"]) { call, session in
                try .showing(Journal(session).head(ofSize: call.query["size"].flatMap { Int64($0) }))
            },
            .listing("listEntries", "journal/entries", "The whole journal, newest first", .scope(.journalRead), of: EntryPayload.schema) { call, session in
                try JournalOperations.readsEntries.check(call.actor)
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .reading("showEntry", "journal/entries/{sequence}", "One entry", .scope(.journalRead), takes: [.id("sequence", "The entry's number.")],
                     gives: EntryPayload.schema, refuses: ["journal-entry-unknown"]) { call, session in
                try JournalOperations.readsEntries.check(call.actor)
                let sequence = call.id("sequence", of: Entry.self).number
                guard let entry = try Journal(session).entry(sequence) else {
                    throw Refusal.missing("journal-entry-unknown", "There is no entry \(sequence). Entries are numbered from 1.")
                }
                return try .showing(EntryPayload(entry, name: Parties(session).name(ofWho: entry.who)))
            },
            .reading("proveEntry", "journal/entries/{sequence}/proof", "Proof that an entry is under a head (RFC 9162)", .scope(.journalRead),
                     takes: [.id("sequence", "The entry's number."), Self.size], gives: InclusionProof.schema,
                     refuses: ["journal-entry-unknown", "journal-not-so-long", "journal-node-missing"]) { call, session in
                try .showing(Journal(session).inclusionProof(
                    of: call.id("sequence", of: Entry.self).number, inTreeOf: call.query["size"].flatMap { Int64($0) }))
            },
            .reading("proveConsistency", "journal/consistency", "Proof that a shorter journal is the beginning of a longer one (RFC 9162)",
                     .scope(.journalRead), takes: [
                         .needed("older", .whole(0...Int64.max), "The smaller number of entries."),
                         .query("newer", .whole(0...Int64.max), "The larger number of entries; all when left out."),
                     ], gives: ConsistencyProof.schema,
                     refuses: ["journal-not-so-long", "journal-sizes-out-of-order", "journal-node-missing"]) { call, session in
                try .showing(Journal(session).consistencyProof(
                    from: call.query["older"].flatMap { Int64($0) } ?? 0, to: call.query["newer"].flatMap { Int64($0) }))
            },
        ]
    }
}

extension Head {
    static let schema = Schema.object("Head", ["size": .count, "root": .hash, "at": .moment.optional])
}

extension InclusionProof {
    static let schema = Schema.object("InclusionProof", ["sequence": .number, "leaf": .hash, "head": Head.schema, "path": .list(.hash)])
}

extension ConsistencyProof {
    static let schema = Schema.object("ConsistencyProof", ["older": Head.schema, "newer": Head.schema, "path": .list(.hash)])
}
