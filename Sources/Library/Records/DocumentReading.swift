public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `document-not-found`
    public func document(_ reference: String) throws -> ControlledDocument {
        try first(
            ControlledDocument.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("document-not-found", "There is no document “\(reference.prefix(60))”. The register shows those there are."))
    }

    /// - Throws: `document-version-not-found`
    public func version(_ id: ID<DocumentVersion>, of document: ControlledDocument) throws -> DocumentVersion {
        try first(
            DocumentVersion.self, "WHERE id = \(id) AND document = \(document.id)",
            or: Refusal.missing("document-version-not-found", "\(document.title) has no version with the number \(id)."))
    }

    /// A version by what its cover says.
    ///
    /// - Throws: `document-version-not-found`
    public func version(labelled label: String, of document: ControlledDocument) throws -> DocumentVersion {
        try first(
            DocumentVersion.self, "WHERE document = \(document.id) AND label_key = \(label.lowercased())",
            or: Refusal.missing("document-version-not-found", "\(document.title) has no version “\(label.prefix(60))”."))
    }

    /// The file that a version is kept as.
    ///
    /// - Throws: `document-version-has-no-file`
    func file(of version: DocumentVersion, of document: ControlledDocument) throws -> Attachment {
        guard let id = version.file else {
            throw Refusal.missing("document-version-has-no-file", "Version \(version.label) of \(document.title) is not kept here as a file.")
        }
        return try attachment(id)
    }

    /// The withdrawal that was not undone.
    func openWithdrawal(of document: ControlledDocument) throws -> DocumentWithdrawal? {
        try first(DocumentWithdrawal.self, "WHERE document = \(document.id) AND restored_on IS NULL")
    }

    /// Everything recorded about a document.
    public func facts(of document: ControlledDocument) throws -> DocumentFacts { try facts(of: [document])[0] }

    /// All documents, each with its facts, by title. It takes as many queries as one document does.
    public func allDocuments() throws -> [DocumentFacts] {
        try facts(of: all(ControlledDocument.self, "ORDER BY id").sorted { ($0.title.lowercased(), $0.id) < ($1.title.lowercased(), $1.id) })
    }

    /// A document as it was on a day.
    ///
    /// - Throws: `document-not-registered-then`
    func view(of document: ControlledDocument, on day: Day) throws -> DocumentView {
        let view = DocumentView(try facts(of: document), on: day)
        guard view.isHere else {
            throw Refusal.missing("document-not-registered-then", "\(document.title) was not in the register on \(day). Choose another day.")
        }
        return view
    }

    /// Documents that answer any of some things, each once, as they were on a day.
    func documents(answeringAnyOf subjects: [Subject], on day: Day) throws -> [DocumentView] {
        try facts(of: all(
            ControlledDocument.self, "WHERE id IN (SELECT document FROM document_answer WHERE subject IN (\(list: subjects))) ORDER BY id")
        ).map { DocumentView($0, on: day) }.filter(\.isHere)
    }

    private func facts(of documents: [ControlledDocument]) throws -> [DocumentFacts] {
        let ids = documents.map(\.id)
        let editions = try all(DocumentVersion.self, "WHERE document IN (\(list: ids)) ORDER BY id")
        let versions = Dictionary(grouping: editions, by: \.document)
        let files = try byNumber(Attachment.self, Set(editions.compactMap(\.file)))
        let reviews = Dictionary(grouping: try all(DocumentReview.self, "WHERE document IN (\(list: ids)) ORDER BY reviewed_on, id"), by: \.document)
        let withdrawals = try all(DocumentWithdrawal.self, "WHERE document IN (\(list: ids)) ORDER BY id")
        let own = Dictionary(grouping: withdrawals, by: \.document)
        let parties = try byNumber(Party.self, Set(documents.compactMap(\.owner)))
        let successors = try byNumber(ControlledDocument.self, Set(withdrawals.compactMap(\.successor)))
        return documents.map { document in
            DocumentFacts(
                document: document, versions: versions[document.id] ?? [], reviews: reviews[document.id] ?? [],
                withdrawals: own[document.id] ?? [], parties: parties, successors: successors, files: files)
        }
    }
}
