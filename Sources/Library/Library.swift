import Kernel
import People
public import Storage

/// The verbs of the documents register, done within one piece of work: each checks the policy, asks the model, saves and
/// journals.
///
///     try await desk.write(by: actor) { work in try library.register(new, work) }
///
/// Versions are in `Versions.swift`, reviews and what is taken out of force in `Reviewing.swift`.
public struct Library: Sendable {
    /// What documents can answer.
    let naming: Naming

    public init(naming: Naming = Naming()) { self.naming = naming }

    /// - Throws: `not-allowed`, `document-reference-taken`, `reference-not-usable`, `fields-need-attention`
    @discardableResult
    public func register(_ new: NewDocument, _ work: Work) throws -> ControlledDocument {
        try LibraryPolicy.keeps.check(work.actor)
        let reference = try new.reference ?? .free(madeFrom: new.title, or: "document") {
            try $0.isKept || work.session.count(ControlledDocument.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, by: nil, work)
        try naming.refuseUnknown(new.answers, field: "answers", work.session)
        let owner = try new.owner.map { try Parties(work.session).named($0, field: "owner") }
        let document = try work.add("registered the document") { id in
            ControlledDocument(
                id: id, reference: reference, title: new.title, kind: new.kind, purpose: new.purpose, owner: owner?.id,
                answers: new.answers, firstReview: new.firstReview, since: work.today)
        }
        try work.save(document.answers, of: document.id, in: ControlledDocument.answerTable)
        return document
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `register`, and `changed-meanwhile`
    @discardableResult
    public func edit(_ document: ControlledDocument, _ new: NewDocument, version: Int? = nil, _ work: Work) throws -> ControlledDocument {
        try LibraryPolicy.keeps.check(work.actor)
        var changed = document
        changed.version = version ?? document.version
        changed.reference = new.reference ?? document.reference
        try refuseTaken(changed.reference, by: document.id, work)
        // What it answered before may stay, even where that is named no more.
        try naming.refuseUnknown(new.answers.filter { !document.answers.contains($0) }, field: "answers", work.session)
        changed.title = new.title
        changed.kind = new.kind
        changed.purpose = new.purpose
        changed.owner = try new.owner.map { try Parties(work.session).named($0, field: "owner").id }
        changed.answers = new.answers
        changed.firstReview = new.firstReview
        changed = try work.change("edited the document", changed)
        try work.save(changed.answers, of: changed.id, in: ControlledDocument.answerTable)
        return changed
    }

    private func refuseTaken(_ reference: Reference, by own: ID<ControlledDocument>?, _ work: Work) throws {
        try reference.refuseNew()
        if reference.isKept {
            let sentence = "“\(reference)” can't be a reference, since the register is taken away under that name. Choose another."
            throw Refusal.invalid("reference-not-usable", sentence, fields: [.init("reference", sentence)])
        }
        let taken: ID<ControlledDocument>? = try work.session.value("SELECT id FROM document WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal("document-reference-taken", .conflict, "Another document has the reference “\(reference)”.",
                          fields: [.init("reference", "Choose a reference that no other document has.")])
        }
    }
}

extension Reference {
    /// `documents/export` is where the register is taken away.
    fileprivate var isKept: Bool { key == "export" }
}
