import Kernel
import Markup
import People
import Storage
import Web

/// What happened to a paper, in words, as the journal tells it: the newest 500 entries.
struct PaperHistoryPage {
    let paper: Paper
    let told: [HistoryEntry]
    let viewer: Viewer

    init(_ paper: Paper, _ viewer: Viewer, _ session: Session) throws {
        self.paper = paper
        self.viewer = viewer
        let entries = try Journal(session).entries(within: paper.subject, limit: 500, newestFirst: true)
        let names = try Parties(session).names(ofWhos: entries.map(\.who))
        told = entries.map { entry in
            let state = PaperHistoryPage.state(entry)
            let reason: HTML? = entry.reason.map { "<p>Because: \($0)</p>" }
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\((names[entry.who] ?? entry.who).capitalisedFirst) \(entry.verb)\(state.of).",
                detail: state.words == nil && reason == nil ? nil : "\(state.words.map(prose))\(reason)")
        }
    }

    var page: Page {
        Page(
            title: "History", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("History", under: "Every change to \(paper.title), newest first, as the journal holds it."))\
                \(card(nil, told.isEmpty ? empty("Nothing has happened to this paper yet.") : history(told)))
                """)
    }

    /// What an entry's record is called, and what it said.
    private static func state(_ entry: Entry) -> (of: String, words: String?) {
        switch entry.subject.kind {
        case Section.table.name:
            guard let section = entry.record(Section.self) else { return ("", nil) }
            return (" “\(section.heading)”", entry.verb == "wrote the section" ? section.words ?? "What the records say." : nil)
        case Recall.table.name: return ("", entry.record(Recall.self)?.because)
        case PaperIssue.table.name: return ("", entry.record(PaperIssue.self).map { "SHA-256 of its content: \($0.contentHash)" })
        case Paper.table.name:
            guard let paper = entry.record(Paper.self) else { return ("", nil) }
            return (" “\(paper.title)”", "\(paper.from.adding(days: 1)) to \(paper.to)")
        default: return ("", nil)
        }
    }
}
