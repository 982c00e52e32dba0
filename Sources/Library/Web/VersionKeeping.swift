import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension LibraryPages {
    /// What is recorded of versions, by managers, and of reviews, by owners too.
    func keepingVersions(_ members: Routes<MemberContext>) {
        members.get("documents/:document/versions/new") { _, context in context.page(try await versionForm(context, nil, .fresh)) }
        members.post("documents/:document/versions") { request, context in
            let reference = try context.part("document")
            return try await keep(nil, request, context, "The version was added.") { new, file, _, work in
                let document = try work.session.document(reference)
                try library.add(new, file: file, to: document, work)
                return document
            }
        }
        members.get("documents/:document/versions/:version/edit") { _, context in
            context.page(try await versionForm(context, try context.id("version"), .fresh))
        }
        members.post("documents/:document/versions/:version/edit") { request, context in
            let (reference, id) = (try context.part("document"), try context.id("version", of: DocumentVersion.self))
            return try await keep(id, request, context, "The version was saved.") { new, file, seen, work in
                let document = try work.session.document(reference)
                try library.edit(work.session.version(id, of: document), of: document, new, file: file, version: seen, work)
                return document
            }
        }
        members.get("documents/:document/versions/:version/file") { request, context in
            try LibraryPolicy.reads.check(context.actor)
            let (reference, id) = (try context.part("document"), try context.id("version", of: DocumentVersion.self))
            let file = try await desk.read { session in
                let document = try session.document(reference)
                return try session.file(of: session.version(id, of: document), of: document)
            }
            return context.file(file, from: desk, to: request)
        }
        members.get("documents/:document/reviews/new") { _, context in context.page(try await reviewForm(context, .fresh)) }
        members.post("documents/:document/reviews") { request, context in
            let reference = try context.part("document")
            return try await context.writing(request, in: desk, saying: "The review was recorded.") { fields in
                let new = NewDocumentReview(reading: &fields)
                return { work in
                    let document = try work.session.document(reference)
                    try library.review(document, new, work)
                    return DocumentLinks.document(document).at("reviews")
                }
            } orShowing: { try await reviewForm(context, $0) }
        }
    }

    /// Reads the form of a version, which may bring a file, and does what it asks for.
    private func keep(
        _ id: ID<DocumentVersion>?, _ request: Request, _ context: MemberContext, _ sentence: String,
        _ deed: @escaping @Sendable (NewVersion, CheckedFile?, Int, Work) throws -> ControlledDocument
    ) async throws -> Response {
        // Asked before a file is read from somebody who may not send one.
        try LibraryPolicy.keeps.check(context.actor)
        let form = try await Form(request, context, filesUpTo: intake.most)
        return try await context.trying {
            var fields = form.fields
            let (new, seen) = (NewVersion(reading: &fields), id == nil ? 0 : fields.version())
            try fields.finish()
            let file = try await form.checked("file", by: intake)
            let document = try await desk.write(by: context.actor) { work in try deed(new, file, seen, work) }
            return context.seeOther(DocumentLinks.document(document).at("versions"), saying: sentence)
        } orShowing: { refusal in try await versionForm(context, id, Filled(fields: form.fields, refusal: refusal)) }
    }

    private func versionForm(_ context: MemberContext, _ id: ID<DocumentVersion>?, _ filled: Filled) async throws -> Page {
        try LibraryPolicy.keeps.check(context.actor)
        let reference = try context.part("document")
        return try await desk.read { session in
            let document = try session.document(reference)
            return VersionForm(
                document: document, version: try id.map { try session.version($0, of: document) }, intake: intake, filled: filled,
                viewer: try context.viewer(session)).page
        }
    }

    private func reviewForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("document")
        return try await desk.read { session in
            let (viewer, document) = (try context.viewer(session), try session.document(reference))
            try LibraryPolicy.reviews(document, actingFor: viewer.parties).check(viewer.actor)
            return ReviewForm(view: DocumentView(try session.facts(of: document), on: viewer.today), filled: filled, viewer: viewer).page
        }
    }
}
