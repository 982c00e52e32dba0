import Documents
import HTTPTypes
import Kernel
import Markup
import People
public import Storage
public import Web

/// What programs can do with the documents register. Versions and reviews have a file of their own beside this.
public struct LibraryOperations: Sendable {
    let naming: Naming
    let mentions: Mentions
    let intake: Intake
    let library: Library

    /// - Parameters:
    ///   - naming: what documents can answer, by all the slices there are.
    ///   - mentions: what others say of documents.
    ///   - intake: the door that files come in by.
    public init(naming: Naming, mentions: Mentions, intake: Intake = Intake()) {
        self.naming = naming
        self.mentions = mentions
        self.intake = intake
        library = Library(naming: naming)
    }

    public var all: [Operation] { reading + keeping + versions + files + reviews }

    private static let filters: [Parameter] = [
        .query("kind", .choice(ControlledDocument.Kind.self), "Only documents of this kind."),
        .query("standing", .choice(DocumentStanding.self), "Only documents that stand so."),
        .query("owner", .number, "Only documents that this person, post or team answers for, by number."),
        .query("words", .text(atMost: 200), "Only documents with these words."),
    ]
    private static let sorting = Parameter.query(
        "sort", .choice(DocumentFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round.")

    private var reading: [Operation] {
        [
            .listing("listDocuments", "documents", "The documents register on a day", .scope(.libraryRead), takes: Self.filters + [Self.sorting, .day],
                     of: DocumentLine.schema) { call, session in
                try LibraryPolicy.reads.check(call.actor)
                return try call.page(shown(call, session), by: { "\($0.facts.document.id)" }) { DocumentLine($0) }
            },
            .handing("exportDocuments", "documents/export/{format}", "The documents register on a day as a table to keep, filtered and sorted",
                     .scope(.libraryRead), takes: [.day, .part("format", .reference, "csv or xlsx.")] + Self.filters + [Self.sorting],
                     types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                try LibraryPolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in try DocumentExport(shown(call, session), on: call.day, naming, session) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .reading("showDocument", "documents/{document}", "One document on a day: its versions, reviews and approvals", .scope(.libraryRead),
                     takes: [.day], gives: DocumentPayload.schema, refuses: ["document-not-found", "document-not-registered-then"]) { call, session in
                try LibraryPolicy.reads.check(call.actor)
                return try shown(session.document(call.part("document")), call, session)
            },
            .listing("listDocumentHistory", "documents/{document}/history", "What happened to a document and all that belongs to it, newest first",
                     .scope(.libraryRead), of: EntryPayload.schema, refuses: ["document-not-found"]) { call, session in
                try LibraryPolicy.reads.check(call.actor)
                let document = try session.document(call.part("document"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: document.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
        ]
    }

    private var keeping: [Operation] {
        [
            .adding("registerDocument", "documents", "Register a document", .scope(.libraryWrite), from: NewDocument.schema, gives: DocumentPayload.schema,
                    refuses: ["document-reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewDocument(reading: &fields)
                try fields.finish()
                let document = try library.register(new, work)
                return try shown(document, call, work.session).added(at: DocumentLinks.document(document))
            },
            .changing("changeDocument", "documents/{document}", "Change what the register says of a document; what is left out stays",
                      .scope(.libraryWrite), from: NewDocument.schema, gives: DocumentPayload.schema,
                      refuses: ["document-not-found", "document-reference-taken", "reference-not-usable"]) { call, work in
                let document = try work.session.document(call.part("document"))
                let owner = try document.owner.flatMap { try work.session.find($0)?.name }
                var fields = Fields(call.fields, over: document.entries(owner: owner))
                let new = NewDocument(reading: &fields)
                try fields.finish()
                return try shown(library.edit(document, new, version: call.matched(document.version), work), call, work.session)
            },
            .adding("withdrawDocument", "documents/{document}/withdrawal", "Take a document out of force, for a reason", .scope(.libraryWrite),
                    from: NewDocumentWithdrawal.schema, gives: DocumentPayload.schema, refuses: ["document-not-found", "document-withdrawn"]) { call, work in
                var fields = call.fields
                let new = NewDocumentWithdrawal(reading: &fields)
                try fields.finish()
                let document = try work.session.document(call.part("document"))
                try library.withdraw(document, new, work)
                return try shown(document, call, work.session).added()
            },
            .doing(.post, "restoreDocument", "documents/{document}/restoration", "Put back a document that was withdrawn", .scope(.libraryWrite),
                   gives: DocumentPayload.schema, refuses: ["document-not-found", "document-not-withdrawn"]) { call in
                try await call.write { work in
                    let document = try work.session.document(call.part("document"))
                    try library.restore(document, work)
                    return try shown(document, call, work.session)
                }
            },
        ]
    }

    private func shown(_ call: Call, _ session: Session) throws -> [DocumentView] {
        DocumentFilter(call.query).shown(try session.allDocuments().map { DocumentView($0, on: call.day) }.filter(\.isHere))
    }

    func shown(_ document: ControlledDocument, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try DocumentPayload(
            of: document, on: call.day, naming, mentions, hearing: call.visit?.scopes, session)
        return try .showing(payload, version: payload.document.version)
    }
}

extension DocumentPayload {
    /// - Parameter scopes: what the program may hear of others; nil for all.
    init(
        of document: ControlledDocument, on day: Day, _ naming: Naming, _ mentions: Mentions, hearing scopes: Set<Scope>? = nil,
        _ session: Session
    ) throws {
        let view = try session.view(of: document, on: day)
        let said = view.told(try mentions.about(view.subjects, on: day, hearing: scopes, session))
        let names = try naming.names(of: view.facts.document.answers + said.flatMap(\.mentions).flatMap(\.about), session)
        self.init(view, said: said, names)
    }
}
