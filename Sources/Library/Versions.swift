import Kernel
import People
public import Storage

/// The versions of a document. What a version says is corrected by editing it; what is decided anew is a new version.
extension Library {
    /// - Throws: `not-allowed`, `document-withdrawn`, `version-label-taken`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewVersion, file: CheckedFile? = nil, to document: ControlledDocument, _ work: Work) throws -> DocumentVersion {
        try LibraryPolicy.keeps.check(work.actor)
        try refuseWithdrawn(document, work)
        try check(new, of: document, beside: nil, work)
        let attached = try file.map { try work.attach($0, in: document.subject) }
        return try work.add("added the version", in: document.subject) { id in
            DocumentVersion(
                id: id, document: document.id, label: new.label, inForce: new.inForce, change: new.change, link: new.link,
                file: attached?.id, nextReview: new.nextReview, since: min(work.today, new.inForce ?? work.today))
        }
    }

    /// - Parameters:
    ///   - file: takes the place of the one it was kept as; nil to leave that.
    ///   - version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `add`, and `changed-meanwhile`
    @discardableResult
    public func edit(
        _ edition: DocumentVersion, of document: ControlledDocument, _ new: NewVersion, file: CheckedFile? = nil, version: Int? = nil,
        _ work: Work
    ) throws -> DocumentVersion {
        try LibraryPolicy.keeps.check(work.actor)
        try refuseWithdrawn(document, work)
        try check(new, of: document, beside: edition.id, work)
        var changed = edition
        changed.version = version ?? edition.version
        changed.label = new.label
        changed.inForce = new.inForce
        changed.change = new.change
        changed.link = new.link
        if let file { changed.file = try work.attach(file, in: document.subject).id }
        changed.nextReview = new.nextReview
        changed.since = min(edition.since, new.inForce ?? edition.since)
        return try work.change("edited the version", changed, in: document.subject)
    }

    private func check(_ new: NewVersion, of document: ControlledDocument, beside own: ID<DocumentVersion>?, _ work: Work) throws {
        guard new.daysAmiss.isEmpty else { throw Refusal.fields(new.daysAmiss) }
        let taken: ID<DocumentVersion>? = try work.session.value(
            "SELECT id FROM document_version WHERE document = \(document.id) AND label_key = \(new.label.lowercased())")
        guard taken == nil || taken == own else {
            throw Refusal("version-label-taken", .conflict, "\(document.title) has a version “\(new.label)” already.",
                          fields: [.init("label", "Choose a label that no other version of it has, or edit that version.")])
        }
    }

    func refuseWithdrawn(_ document: ControlledDocument, _ work: Work) throws {
        if let gone = try work.session.openWithdrawal(of: document) {
            throw Refusal.conflict("document-withdrawn", "\(document.title) was withdrawn on \(gone.on). Put it back first.")
        }
    }
}
