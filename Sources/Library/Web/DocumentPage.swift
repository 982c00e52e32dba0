import Kernel
import Markup
import People
import Storage
import Web

/// A document on a day: how it stands and why, its versions and who approved them, its reviews, and what it answers.
struct DocumentPage {
    let view: DocumentView
    let spoken: Spoken
    /// What others say of it and of its versions: the boards that approved it.
    let said: [MentionGroup]
    /// Names of those who reviewed and withdrew it, by how the journal names them.
    let authors: [String: String]
    let viewer: Viewer

    private var document: ControlledDocument { view.facts.document }
    private var isOpen: Bool { view.withdrawal == nil }

    var page: Page {
        Page(
            title: document.title, crumbs: [("Documents", viewer.link(DocumentLinks.list))], section: "documents",
            scope: "document/\(document.id)", body: """
                \(lead(document.title, under: "\(document.purpose ?? "\(document.kind.words).")", standing: tag(view.standing.words, view.standing.tone), actions: deeds))\
                \(gone)\(about)\(versions)\(mentionCards(view.told(said), for: viewer, names: names))\(reviews)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if isOpen, viewer.mayReview(document) { deeds.append(button("Record a review", to: DocumentLinks.newReview(document))) }
        if viewer.mayKeep {
            if isOpen { deeds.append(button("Add a version", to: DocumentLinks.newVersion(document), quiet: true)) }
            deeds.append(button("Edit", to: DocumentLinks.document(document, "edit"), quiet: true))
            deeds.append(isOpen
                ? button("Withdraw", to: DocumentLinks.document(document, "withdrawal"), quiet: true)
                : postButton("Put it back", to: DocumentLinks.document(document, "restoration"), token: viewer.csrf))
        }
        return deeds + [button("History", to: DocumentLinks.document(document, "history"), quiet: true)]
    }

    private var gone: HTML? {
        view.withdrawal.map { withdrawal in
            let successor: HTML? = withdrawal.successor.flatMap { view.facts.successors[$0] }.map {
                " <a href=\"\(viewer.link(DocumentLinks.document($0)))\">\($0.title)</a> takes its place."
            }
            let who = authors[withdrawal.by] ?? withdrawal.by
            return notice("\(withdrawal.successor == nil ? "Withdrawn" : "Superseded") on \(withdrawal.on), recorded by \(who): \(withdrawal.because)\(successor)", .amber)
        }
    }

    private var about: HTML {
        card("Where it stands", id: "summary", """
            <p>\(view.why.capitalisedFirst).</p>\(facts([
                ("Kind", "\(document.kind.words)"), ("Owner", owner),
                ("In force", view.inForce.map { "Version \($0.label)" } ?? quiet("None")),
                ("Next review", isOpen ? view.nextReview.map { "\($0)" } ?? quiet("None set") : quiet("None")),
                ("Last reviewed", view.reviews.first.map { "\($0.on)" } ?? quiet("Not yet")),
                ("Answers", spoken.links(document.answers) ?? quiet("Nothing on record")),
            ]))
            """)
    }

    private var owner: HTML {
        guard let owner = document.owner else { return quiet("Nobody named") }
        return "<a href=\"\(viewer.link(Link("people", owner)))\">\(view.facts.owner)</a>"
    }

    private var versions: HTML {
        let deeds = viewer.mayKeep && isOpen ? [button("Add a version", to: DocumentLinks.newVersion(document), quiet: true)] : []
        guard !view.versions.isEmpty else {
            return card("Versions", id: "versions", actions: deeds, empty(
                viewer.isToday ? "No version is recorded yet. Add the one that is in force, or the draft that goes to the board."
                    : "No version was recorded by this day."))
        }
        let columns = [Column("Version", .reference), Column("In force from", .day), Column("What changed", .wide), Column("Approved by"), Column("Read it", .wide)]
        return card("Versions", id: "versions", actions: deeds, table(
            columns: columns + (deeds.isEmpty ? [] : [Column("")]), rows: view.versions.map { version in
                let cells: [HTML] = [
                    "\(version.label)", "\(standing(version))", prose(version.change), approvals(version),
                    places(version),
                ]
                return deeds.isEmpty ? cells : cells + [button("Edit", to: DocumentLinks.version(version, document), quiet: true)]
            }))
    }

    /// Where it can be read: here, as a file, and elsewhere.
    private func places(_ version: DocumentVersion) -> HTML {
        let file: HTML? = version.file.flatMap { view.facts.files[$0] }.map {
            "<a href=\"\(DocumentLinks.file(version, document))\">\($0.name)</a><span class=\"why\">\($0.words)</span>"
        }
        let link: HTML? = version.link.map { outside($0, $0.text.split(separator: "/").last.map(String.init)) }
        return file == nil && link == nil ? quiet("Not kept here") : "\(file)\(link)"
    }

    private func standing(_ version: DocumentVersion) -> HTML {
        guard let from = version.inForce else { return tag("Draft", .grey) }
        if version.id == view.inForce?.id { return "\(from) \(tag("In force", .green))" }
        return from > view.day ? "\(from) \(tag("To come", .blue))" : "\(from)"
    }

    /// Each board that agreed to it, and when.
    private func approvals(_ version: DocumentVersion) -> HTML {
        let agreed = said.flatMap(\.mentions).filter { $0.about.contains(version.subject) && [.agreed, .partly].contains($0.sense) }
        guard !agreed.isEmpty else { return quiet("No board yet") }
        return agreed.reversed().map { mention -> HTML in
            "<div><a href=\"\(viewer.link(Link(parts: mention.address)))\">\(mention.by)</a><span class=\"why\">\(mention.outcome), \(mention.day).</span></div>"
        }.joined()
    }

    /// What is spoken of, on this page. Who speaks of a version speaks of the document as well, and need not say so.
    private var names: [Subject: String] {
        view.versions.reduce(into: [document.subject: "The document"]) { $0[$1.subject] = "Version \($1.label)" }
    }

    private var reviews: HTML {
        let may = isOpen && viewer.mayReview(document)
        guard !view.reviews.isEmpty else {
            return card("Reviews", id: "reviews", empty(
                viewer.isToday ? "Nobody has recorded a review yet." : "Nobody had recorded a review by this day.",
                action: may ? button("Record a review", to: DocumentLinks.newReview(document), quiet: true) : nil))
        }
        return card("Reviews", id: "reviews", table(
            columns: [Column("Day", .day), Column("Outcome", .wide), Column("What was found", .wide), Column("Next review", .day), Column("By")],
            rows: view.reviews.map { review in
                ["\(review.on)", tag(review.outcome.words, review.outcome == .noChange ? .green : .amber), review.note.map { prose($0) } ?? quiet("Nothing noted"),
                 review.next.map { "\($0)" } ?? quiet("As it was"), "\(authors[review.by] ?? review.by)"]
            }))
    }
}
