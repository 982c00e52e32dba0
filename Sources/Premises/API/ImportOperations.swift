import Documents
import Kernel
import People
import Storage
public import Web

/// What programs can do with files of premises, and the search.
public struct PremisesImportOperations: Sendable {
    public init() {}

    public var all: [Operation] {
        [
            .asking("searchPremises", "premises-search", "Premises by the beginnings of words: name, address, postcode, UPRN or reference; the likeliest first",
                    .scope(.premisesRead), takes: [.query("words", .words(atMost: 200), "What is looked for."), .query("most", .number, "How many at most, up to 200; 20 when left out.")],
                    gives: .list(FoundPremises.schema)) { call in
                try GazetteerPolicy.reads.check(call.actor)
                let most = min(200, max(1, call.query["most"].flatMap { Int($0) } ?? 20))
                return try .showing(try await call.desk.read { session in try session.premises(matching: call.query["words"] ?? "", limit: most).map(FoundPremises.init) })
            },
            .reading("listPremisesImports", "premises-imports", "The files of premises that were taken, the latest first", .scope(.premisesRead),
                     gives: .list(PremisesImport.schema)) { call, session in
                try ImportPolicy.imports.check(call.actor)
                return try .showing(try session.premisesImports())
            },
            .taking("importPremises", "premises-imports", "Take a CSV file or a workbook of premises: what is new is added, what differs is changed",
                    .scope(.premisesWrite), takes: [
                        .query("name", .words(atMost: 200), "The file’s name."), .query("match", .words(atMost: 2000), "What columns hold, where it is not guessed: easting=Grid X;northing=Grid Y."),
                        .query("usualType", .choice(PremisesType.self), "The type of rows that give none."),
                        .query("leaveOpen", .choice(["yes"]), "Leave doubtful cells as on record, or empty where premises are new, and rows out that lack a reference, a name or a type."),
                    ], atMost: 100 << 20, from: ImportPolicy.imports.check, gives: PremisesImport.schema,
                    refuses: ["rows-doubtful", "nothing-to-take", "columns-not-matched", "column-not-found"] + PremisesImportOperations.fileRefusals) { call in
                let matched: [(PremisesField, heading: String)] = (call.query["match"] ?? "").split(separator: ";").compactMap { part in
                    let sides = part.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
                    return sides.count == 2 ? PremisesField(rawValue: sides[0].lowercased()).map { ($0, heading: sides[1]) } : nil
                }
                let (bytes, name, usual) = (call.bytes, call.query["name"] ?? "file", call.query["usualType"].flatMap { PremisesType(rawValue: $0) })
                // On a thread of the store’s: not where requests are answered.
                let (file, hash) = try await call.desk.read { _ in
                    (try PremisesFile(FileBytes(bytes, named: name), matched: matched, usualType: usual), Hash(of: bytes).description)
                }
                try file.checkColumns()
                let leavesOpen = call.query["leaveOpen"] == "yes"
                return try await call.write { work in
                    let told = ImportedFile(name: file.name, size: file.size, sha256: hash, columns: file.columns)
                    return try .showing(Gazetteer().take(file.eachRow, of: told, leavingOpen: leavesOpen, work).0).added()
                }
            },
            .reading("provePremises", "premises/{premises}/proof", "The proof of what a file made of premises: the path to the root that an entry of the journal holds",
                     .scope(.premisesRead), gives: PremisesProof.schema, refuses: ["premises-not-found", "premises-not-imported", "state-not-kept"]) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                return try .showing(PremisesProof(session.importProof(of: session.premises(call.part("premises")))))
            },
        ]
    }

    private static let fileRefusals = [
        "file-empty", "file-encrypted", "file-not-a-table-document", "file-too-large", "file-damaged", "file-has-entities", "file-nested-too-deep",
        "no-table-found", "sheet-not-found", "quotation-mark-open", "grid-not-usable",
    ]

    /// The problems of files of premises, in plain words.
    public static let problems = [
        ExplainedProblem("rows-doubtful", .invalid, "Rows are doubtful", "Cells of the file can’t be read, and it was not said to leave them open.", do: "Put the rows right that are named, or leave them open."),
        ExplainedProblem("nothing-to-take", .conflict, "Nothing to take", "The file says nothing that is not on record already.", do: "There is nothing to do."),
        ExplainedProblem("columns-not-matched", .invalid, "The columns say too little", "No column holds a reference or a UPRN, or a name, or one coordinate stands alone.", do: "Say which column holds what."),
        ExplainedProblem("column-not-found", .invalid, "No such column", "The file has no column with that heading.", do: "Use a heading that the file has."),
        ExplainedProblem("quotation-mark-open", .invalid, "A quotation mark is open", "A quotation mark in the file is never closed.", do: "Put the row right that is named."),
        ExplainedProblem("grid-not-usable", .invalid, "No national grid here", "PROJ’s data are not installed, so eastings and northings can’t be converted.", do: "Have the package proj-data installed, or give latitude and longitude."),
        ExplainedProblem("premises-upload-not-found", .missing, "The file is gone", "The file was taken, was put aside, or belongs to somebody else.", do: "Send it again."),
        ExplainedProblem("state-not-kept", .missing, "What a file made of it is gone", "It was removed, because the law gives a person that right.", do: "The journal says when, by whom and why."),
        ExplainedProblem("premises-not-imported", .missing, "They came in by no file", "The premises were put on record one by one.", do: "Prove their own entries in the journal."),
    ]
}

extension PremisesImport {
    static let schema = Schema.object("PremisesImport", [
        "id": .number, "version": .number, "file": .text, "sha256": .hash, "size": .count, "columns": .list(.text), "rows": .count, "unchanged": .count,
        "gone": .count, "leftOut": .count, "leftEmpty": .count, "on": .day,
        "taken": .object("TakenRows", ["first": .number, "added": .count, "changed": .count, "root": Schema.hash.meaning("Of the tree over the rows (RFC 9162).")]),
    ])
}

/// What a file made of premises, and the way from there to the root that an entry of the journal holds.
struct PremisesProof: Encodable {
    static let schema = Schema.object("PremisesProof", [
        "state": Schema.text.meaning("The canonical JSON; the leaf is SHA-256(0x00 ‖ salt ‖ state)."), "salt": Schema.text.meaning("Sixteen bytes in hexadecimal."), "place": Schema.count.meaning("The leaf’s index, from 0."),
        "count": .number, "path": Schema.list(.hash).meaning("The hashes from the leaf upward (RFC 9162, section 2.1.3)."), "root": .hash,
        "entry": Schema.number.meaning("The number of the entry of the journal whose state holds the root; its own proof is under the journal."),
        "payload": Schema.object("EnteredState", [
            "at": .moment, "who": .text, "verb": .text, "subject": .text, "scope": .text, "salt": Schema.text.meaning("Sixteen bytes in hexadecimal."),
            "reason": .text.maybe, "state": Schema.text.meaning("The canonical JSON that holds the root."),
        ]).meaning("What the entry’s leaf is made of, as the documentation of the journal says."),
    ])

    let state, salt: String
    let place, count: Int64
    let path: [String]
    let root: String
    let entry: Int64
    let payload: EnteredState

    init(_ proof: BulkProof) {
        (state, place, count, entry) = (proof.state, proof.place, proof.count, proof.entry.sequence)
        (salt, payload) = (proof.salt, proof.payload)
        (path, root) = (proof.path.map(\.description), proof.root.description)
    }
}
