import Kernel
import Markup
import Storage
import Web

/// The page of a form of the register: below its document, with what stands now where somebody else was quicker.
struct DocumentFormPage {
    let title: String
    var under: HTML?
    /// Nil for a document that is not there yet.
    var document: ControlledDocument?
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var now: [(String, HTML)] = []
    var multipart = false
    let body: HTML

    var page: Page {
        var crumbs = [("Documents", DocumentLinks.list)]
        if let document { crumbs.append((document.title, DocumentLinks.document(document))) }
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "documents", filled: filled, link: link, token: viewer.csrf,
            multipart: multipart, above: overtaken(filled, now), body: body).page
    }
}

/// Registering a document, or editing what the register says of it.
struct DocumentForm {
    let document: ControlledDocument?
    /// The owner's name.
    let owner: String?
    /// Names on record, offered as one types.
    let names: [String]
    let offered: [(subject: Subject, name: Name)]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let back = document.map(DocumentLinks.document) ?? DocumentLinks.list
        return DocumentFormPage(
            title: document == nil ? "Register a document" : "Edit the document", document: document, filled: filled,
            link: document.map { DocumentLinks.document($0, "edit") } ?? DocumentLinks.list, viewer: viewer,
            now: document.map { [("Title", "\($0.title)"), ("Kind", "\($0.kind.words)"), ("Owner", owner.map { "\($0)" } ?? quiet("Nobody named"))] } ?? [],
            body: """
                \(hidden("version", document.map { String($0.version) } ?? ""))\
                \(filled.text("title", "Title", document?.title))\
                \(pair(
                    filled.choice("kind", "Kind", ControlledDocument.Kind.allCases.map { ($0.rawValue, $0.words) }, document?.kind.rawValue),
                    filled.party("owner", "Owner", owner, from: names, hint: "Who answers for it: a person, post or team on record.", required: false)))\
                \(filled.lines("purpose", "What it is for", document?.purpose, hint: "In a sentence.", rows: 2, required: false))\
                \(filled.day("first-review", "First review by", document?.firstReview, hint: "Later days are set by reviews and by new versions.", required: false))\
                \(filled.subjects("answers", "Answers", offered, document?.answers ?? [], hint: "The findings and actions that it answers."))\
                \(filled.text("reference", "Reference", document?.reference.text, hint: "Stands in its address. Made from the title when left empty.", required: false))\
                \(buttons(submit(document == nil ? "Register it" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }
}

/// Adding a version, or editing one.
struct VersionForm {
    let document: ControlledDocument
    let version: DocumentVersion?
    let intake: Intake
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        DocumentFormPage(
            title: version == nil ? "Add a version" : "Edit version \(version?.label ?? "")", document: document, filled: filled,
            link: version.map { DocumentLinks.version($0, document) } ?? DocumentLinks.document(document, "versions"), viewer: viewer,
            now: version.map { [("Version", "\($0.label)"), ("In force from", $0.inForce.map { "\($0)" } ?? quiet("Not settled")), ("What changed", prose($0.change))] } ?? [],
            multipart: true, body: """
                \(hidden("version", version.map { String($0.version) } ?? ""))\
                \(pair(
                    filled.text("label", "Version", version?.label, hint: "As its cover has it: 3.1."),
                    filled.day("in-force", "In force from", version?.inForce, hint: "Empty while it is a draft.", required: false)))\
                \(filled.lines("change", "What changed", version?.change, hint: "Against the version before; for the first, what it brings.", rows: 3))\
                \(filled.file("file", version?.file == nil ? "File" : "Another file", by: intake, hint: version?.file == nil ? nil : "It takes the place of the one that is kept."))\
                \(filled.text("link", "Or a link", version?.link?.text, hint: "Where it can be read, as https://…", required: false))\
                \(filled.day("next-review", "Next review by", version?.nextReview, hint: "Once this version is in force. Left empty, the day stays as it was.", required: false))\
                \(buttons(submit(version == nil ? "Add the version" : "Save"), button("Cancel", to: DocumentLinks.document(document), quiet: true)))
                """).page
    }
}

/// Recording that a document was looked at.
struct ReviewForm {
    let view: DocumentView
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let document = view.facts.document
        return DocumentFormPage(
            title: "Record a review", under: "\(document.title). \(view.why.capitalisedFirst).", document: document, filled: filled,
            link: DocumentLinks.document(document, "reviews"), viewer: viewer, body: """
                \(filled.choice("outcome", "Outcome", DocumentReview.Outcome.allCases.map { ($0.rawValue, $0.words) }, DocumentReview.Outcome.noChange.rawValue))\
                \(pair(
                    filled.day("on", "The day it was reviewed", viewer.today),
                    filled.day("next", "Next review by", viewer.today.adding(months: 12), hint: "May be left empty where a change is wanted: the day then stays as it was.", required: false)))\
                \(filled.lines("note", "What was found", hint: "Needed where a change is wanted.", rows: 3, required: false))\
                \(buttons(submit("Record the review"), button("Cancel", to: DocumentLinks.document(document), quiet: true)))
                """).page
    }
}

/// Asking why a document is withdrawn, before it is.
struct DocumentWithdrawalForm {
    let document: ControlledDocument
    /// References of the others, offered as one types.
    let others: [ControlledDocument]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        DocumentFormPage(
            title: "Withdraw the document", document: document, filled: filled, link: DocumentLinks.document(document, "withdrawal"),
            viewer: viewer, body: """
                <p>It stays in the register with your reason, and counts no more from the day you give. A newer version of the same document \
                is added as a version instead.</p>\
                \(filled.lines("because", "Why it is withdrawn", rows: 3))\
                \(pair(
                    filled.day("on", "The day from which it does not count", viewer.today),
                    filled.party("successor", "What takes its place", from: others.map(\.title), hint: "Another document of the register.", required: false)))\
                \(buttons(submit("Withdraw it", danger: true), button("Cancel", to: DocumentLinks.document(document), quiet: true)))
                """).page
    }
}
