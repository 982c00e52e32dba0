import Kernel
import Markup
import People
import Storage
import Web

extension LibraryOperations {
    var versions: [Operation] {
        [
            .adding("addDocumentVersion", "documents/{document}/versions", "Add a version of a document", .scope(.libraryWrite),
                    from: NewVersion.schema, gives: DocumentVersionPayload.schema,
                    refuses: ["document-not-found", "document-withdrawn", "version-label-taken"]) { call, work in
                var fields = call.fields
                let new = NewVersion(reading: &fields)
                try fields.finish()
                let document = try work.session.document(call.part("document"))
                let version = try library.add(new, to: document, work)
                return try .showing(work.session.payload(of: version), version: version.version)
                    .added(at: Link("documents", document.reference, "versions", version.id))
            },
            .reading("showDocumentVersion", "documents/{document}/versions/{version}", "One version of a document", .scope(.libraryRead),
                     takes: [.id("version")], gives: DocumentVersionPayload.schema,
                     refuses: ["document-not-found", "document-version-not-found"]) { call, session in
                try LibraryPolicy.reads.check(call.actor)
                let version = try session.version(call.id("version"), of: session.document(call.part("document")))
                return try .showing(session.payload(of: version), version: version.version)
            },
            .changing("changeDocumentVersion", "documents/{document}/versions/{version}", "Change what a version says of itself; what is left out stays",
                      .scope(.libraryWrite), takes: [.id("version")], from: NewVersion.schema, gives: DocumentVersionPayload.schema, refuses: [
                          "document-not-found", "document-version-not-found", "document-withdrawn", "version-label-taken",
                      ]) { call, work in
                let document = try work.session.document(call.part("document"))
                let version = try work.session.version(call.id("version"), of: document)
                var fields = Fields(call.fields, over: version.entries)
                let new = NewVersion(reading: &fields)
                try fields.finish()
                let changed = try library.edit(version, of: document, new, version: call.matched(version.version), work)
                return try .showing(work.session.payload(of: changed), version: changed.version)
            },
        ]
    }

    var files: [Operation] {
        [
            .taking("sendDocumentVersionFile", "documents/{document}/versions/{version}/file", "Keep a version as a file, in place of the one that was kept",
                    .scope(.libraryWrite), takes: [.id("version"), .query("name", .words(atMost: 200), "The file's name.")], atMost: intake.most,
                    from: LibraryPolicy.keeps.check, gives: DocumentVersionPayload.schema, refuses: [
                        "document-not-found", "document-version-not-found", "document-withdrawn", "file-empty", "file-too-large", "file-kind-not-taken",
                        "file-has-macros", "file-refused-by-scanner", "file-not-scanned",
                    ]) { call in
                let file = try await intake.check(call.bytes, named: call.query["name"] ?? "file")
                return try await call.write { work in
                    let document = try work.session.document(call.part("document"))
                    let version = try work.session.version(call.id("version"), of: document)
                    var fields = Fields(version.entries)
                    let changed = try library.edit(version, of: document, NewVersion(reading: &fields), file: file, work)
                    return try .showing(work.session.payload(of: changed), version: changed.version)
                        .added(at: Link("documents", document.reference, "versions", version.id, "file"))
                }
            },
            .handing("documentVersionFile", "documents/{document}/versions/{version}/file", "The file that a version is kept as", .scope(.libraryRead),
                     takes: [.id("version")], types: FileKind.allCases.map(\.mediaType),
                     refuses: ["document-not-found", "document-version-not-found", "document-version-has-no-file"]) { call in
                try LibraryPolicy.reads.check(call.actor)
                let file = try await call.desk.read { session in
                    let document = try session.document(call.part("document"))
                    return try session.file(of: session.version(call.id("version"), of: document), of: document)
                }
                return try .handing(file, from: call.desk)
            },
        ]
    }

    var reviews: [Operation] {
        [
            .adding("reviewDocument", "documents/{document}/reviews", "Record that a document was reviewed", .scope(.libraryWrite),
                    from: NewDocumentReview.schema, gives: DocumentPayload.schema,
                    refuses: ["document-not-found", "document-withdrawn", "reviewed-in-the-future"]) { call, work in
                var fields = call.fields
                let new = NewDocumentReview(reading: &fields)
                try fields.finish()
                let document = try work.session.document(call.part("document"))
                try library.review(document, new, work)
                return try shown(document, call, work.session).added()
            },
        ]
    }
}
