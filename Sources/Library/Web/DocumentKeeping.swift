import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension LibraryPages {
    /// What managers do to documents.
    func keepingDocuments(_ members: Routes<MemberContext>) {
        members.get("documents/new") { _, context in context.page(try await documentForm(context, nil, .fresh)) }
        members.post("documents") { request, context in
            try await context.writing(request, in: desk, saying: "The document was registered.") { fields in
                let new = NewDocument(reading: &fields)
                return { work in DocumentLinks.document(try library.register(new, work)) }
            } orShowing: { try await documentForm(context, nil, $0) }
        }
        members.get("documents/:document/edit") { _, context in
            context.page(try await documentForm(context, try context.part("document"), .fresh))
        }
        members.post("documents/:document/edit") { request, context in
            let reference = try context.part("document")
            return try await context.writing(request, in: desk, saying: "The document was saved.") { fields in
                let (new, version) = (NewDocument(reading: &fields), fields.version())
                return { work in DocumentLinks.document(try library.edit(work.session.document(reference), new, version: version, work)) }
            } orShowing: { try await documentForm(context, reference, $0) }
        }
        members.get("documents/:document/withdrawal") { _, context in context.page(try await withdrawalForm(context, .fresh)) }
        members.post("documents/:document/withdrawal") { request, context in
            let reference = try context.part("document")
            return try await context.writing(request, in: desk, saying: "The document was withdrawn.") { fields in
                let new = NewDocumentWithdrawal(reading: &fields)
                return { work in
                    let document = try work.session.document(reference)
                    try library.withdraw(document, new, work)
                    return DocumentLinks.document(document)
                }
            } orShowing: { try await withdrawalForm(context, $0) }
        }
        members.post("documents/:document/restoration") { request, context in
            let reference = try context.part("document")
            _ = try await Form(request, context)
            let document = try await desk.write(by: context.actor) { work in
                let document = try work.session.document(reference)
                try library.restore(document, work)
                return document
            }
            return context.seeOther(DocumentLinks.document(document), saying: "The document was put back.")
        }
    }

    private func documentForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try LibraryPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let document = try reference.map { try session.document($0) }
            let owner = try document?.owner.flatMap { try session.find($0)?.name }
            let offered = try naming.offered(naming.all(session, of: answerable), besides: filled.subjects("answers", document?.answers ?? []), session)
            return DocumentForm(
                document: document, owner: owner, names: try Parties(session).namesHere(), offered: offered, filled: filled,
                viewer: try context.viewer(session)).page
        }
    }

    private func withdrawalForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try LibraryPolicy.keeps.check(context.actor)
        let reference = try context.part("document")
        return try await desk.read { session in
            let document = try session.document(reference)
            return DocumentWithdrawalForm(
                document: document, others: try session.all(ControlledDocument.self, "WHERE id <> \(document.id) ORDER BY title, id"),
                filled: filled, viewer: try context.viewer(session)).page
        }
    }
}
