import Kernel
import Markup
import People
import Storage
import Web

/// Beginning a paper, or changing its days, its board and what it covers.
struct PaperForm {
    let paper: Paper?
    /// The draft that there is about the same things.
    var draft: Paper?
    /// What is proposed for a new one.
    let proposal: NewPaper
    let offered: [(subject: Subject, name: Name)]
    let calendar: [(board: BoardCalendar.Board, meetings: [BoardCalendar.Meeting])]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let link = paper.map { PaperLinks.paper($0, "edit") } ?? PaperLinks.list
        let back = paper.map { PaperLinks.paper($0) } ?? PaperLinks.list
        let meetings = calendar.flatMap { one in one.meetings.map { ("\($0.subject)", "\(one.board.name): \($0.on), \($0.title)") } }
        return FormPage(
            title: paper == nil ? "Write a paper" : "Days and board", crumbs: [("Papers", PaperLinks.list)] + (paper.map { [($0.title, PaperLinks.paper($0))] } ?? []), section: "papers",
            filled: filled, link: link, token: viewer.csrf,
            above: going + overtaken(filled, paper.map { [("Title", "\($0.title)"), ("Until", "\($0.to)")] } ?? []), body: """
                \(hidden("version", paper.map { String($0.version) } ?? ""))\
                \(checkboxes("covers", "What it tells of", options: offered.map { ("\($0.subject)", $0.name.words) }, chosen: Set(filled.values("covers", proposal.covers.map(\.description))), error: filled.error("covers")))\
                \(filled.choice("board", "Board", calendar.map { ("\($0.board.subject)", $0.board.name) }, proposal.board?.description))\
                \(filled.choice("meeting", "Meeting", [("", "None yet")] + meetings, proposal.meeting?.description, required: false))\
                \(pair(
                    filled.day("from", "Since the end of", proposal.from, hint: "The last day of the paper before."),
                    filled.day("to", "Until", proposal.to),
                    filled.day("next", "The meeting after that", proposal.next, hint: "What is due by then is told.", required: false)))\
                \(filled.text("title", "Title", proposal.title, hint: "Made from what it tells of when left empty.", required: false))\
                \(filled.text("reference", "Reference", paper?.reference.text, hint: "Stands in its address. Made from the title when left empty.", required: false))\
                \(buttons(submit(paper == nil ? "Write it from the records" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }

    private var going: HTML {
        guard let draft else { return .empty }
        return notice("There is a draft already: <a href=\"\(PaperLinks.paper(draft))\">\(draft.title)</a>. Go on with it, or begin another here.", .blue)
    }
}

/// Sending a paper to its board, with what stands open before it goes.
struct IssueForm {
    let facts: PaperFacts
    let rehearsal: Rehearsal
    /// Of what it says as this form is shown.
    let mark: String
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let paper = facts.paper
        let open = rehearsal.openCount
        return FormPage(
            title: "Issue the paper", under: "\(paper.title)", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", filled: filled,
            link: PaperLinks.paper(paper, "issue"), token: viewer.csrf, above: open == 0 ? nil : RehearsalParts(rehearsal: rehearsal, paper: paper, viewer: viewer).open, body: """
                \(hidden("read", filled.value("read", mark)))<p>What it says is frozen to the byte, with the journal that it rests on. It can be withdrawn afterwards, and never changed.</p>\
                \(open == 0 ? .empty : checkbox("seen", "I have read the \(counted(open, "open question")) above, and it may go as it is", on: !filled.value("seen").isEmpty))\
                \(isMoved ? buttons(button("Read it once more", to: PaperLinks.paper(paper))) : buttons(submit("Issue it"), button("Cancel", to: PaperLinks.paper(paper), quiet: true)))
                """).page
    }

    /// What was read is not what would be issued: only who reads it again may go on.
    private var isMoved: Bool { filled.refusal?.code == "paper-moved-meanwhile" }
}

/// Withdrawing a paper that was issued.
struct RecallForm {
    let paper: Paper
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Withdraw the paper", under: "\(paper.title)", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", filled: filled,
            link: PaperLinks.paper(paper, "withdrawal"), token: viewer.csrf, body: """
                <p>It stays readable as it was issued, and says that it was withdrawn.</p>\(filled.lines("because", "Why", rows: 2))\
                \(buttons(submit("Withdraw it", danger: true), button("Cancel", to: PaperLinks.paper(paper), quiet: true)))
                """).page
    }
}

/// Letting a draft go.
struct DiscardForm {
    let paper: Paper
    /// Where it is spoken of: the agenda that it stands on.
    let said: [MentionGroup]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Discard the draft", under: "\(paper.title)", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", filled: filled,
            link: PaperLinks.paper(paper, "discard"), token: viewer.csrf, body: """
                <p>It goes to no board and can’t be written any further. What was written in it and its history stay on record, and the list of papers shows it among those that were discarded.</p>\
                \(mentionCards(said, for: viewer))\
                \(buttons(submit("Discard it", danger: true), button("Keep it", to: PaperLinks.paper(paper), quiet: true)))
                """).page
    }
}
