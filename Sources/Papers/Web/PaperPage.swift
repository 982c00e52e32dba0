import Documents
import Kernel
import Markup
import People
import Storage
import Web

/// A paper as it is printed: a draft as it would be now, an issued one as it was issued.
struct PaperPage {
    let facts: PaperFacts
    let document: Document
    /// What stands open, where it is a draft.
    let open: Int
    let issuer: String?
    let asker: String?
    let mayIssue: Bool
    /// What other slices say of it: what boards decided about it.
    let said: [MentionGroup]
    let viewer: Viewer

    private var paper: Paper { facts.paper }

    var page: Page {
        let standing = facts.standing(on: viewer.today)
        return Page(
            title: paper.title, crumbs: [("Papers", PaperLinks.list)], section: "papers", hasDay: false, scope: facts.issue == nil ? nil : "paper/\(paper.id)", body: """
                \(lead(paper.title, under: "\(document.under ?? "")", standing: tag(standing.words, standing.tone), actions: deeds))\
                \(told)\(mentionCards(said, for: viewer))\(facts.issue == nil ? .empty : proof)\
                <article class="paper">\(document.blocks.html())</article>
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if facts.isDraft {
            if viewer.mayWrite { deeds.append(button("Write", to: PaperLinks.paper(paper, "write"))) }
            deeds.append(button("Rehearse", to: PaperLinks.paper(paper, "rehearsal"), quiet: true))
            if mayIssue { deeds.append(button("Issue", to: PaperLinks.paper(paper, "issue"), quiet: true)) }
            if viewer.mayWrite, !mayIssue, facts.asking == nil { deeds.append(postButton("Ask for it to be issued", to: PaperLinks.paper(paper, "asking"), token: viewer.csrf)) }
            if viewer.mayWrite {
                deeds.append(button("Days and board", to: PaperLinks.paper(paper, "edit"), quiet: true))
                deeds.append(button("Discard", to: PaperLinks.paper(paper, "discard"), quiet: true))
            }
        } else if facts.issue != nil {
            deeds.append(button("As we now know it", to: PaperLinks.paper(paper, "differences"), quiet: true))
            if facts.recall == nil, PaperPolicy.recalls.allows(viewer.actor) { deeds.append(button("Withdraw", to: PaperLinks.paper(paper, "withdrawal"), quiet: true)) }
        }
        return deeds + [button("History", to: PaperLinks.paper(paper, "history"), quiet: true)]
    }

    private var told: HTML {
        if let recall = facts.recall { return "\(notice("Withdrawn on \(recall.on): \(recall.because)", .red))\(downloads)" }
        if let discard = facts.discard { return notice("Discarded on \(discard.on). It went to no board, and is shown as the records would have it now.", .grey) }
        guard facts.issue == nil else { return downloads }
        let questions: HTML = open == 0
            ? "Nothing in it stands open." : "<a href=\"\(PaperLinks.paper(paper, "rehearsal"))\">\(counted(open, "question"))</a> \(open == 1 ? "stands" : "stand") open."
        let asked: HTML = facts.asking.map { "\(asker ?? $0.by) asked on \($0.on) for it to be issued. " } ?? .empty
        return "\(notice("This is a draft: what its author has not written follows the records. \(asked)\(questions)", open == 0 ? .blue : .amber))\(downloads)"
    }

    private var downloads: HTML {
        let files = PaperFormat.allCases.filter { !$0.isPrinted }.map { "<a download href=\"\(PaperLinks.file(paper, $0))\">\($0.words)</a>" as HTML }
        let workbook: HTML = "<a download href=\"\(PaperLinks.paper(paper, "workbook"))\">the full plan as an Excel workbook</a>"
        let printed = PaperFormat.allCases.filter(\.isPrinted).map { postButton("Print as \($0.words)", to: PaperLinks.printing(paper, $0), token: viewer.csrf) }
        return "<div class=\"actions\">\(printed)</div>\(small("Or take it away as \(files.joined(by: ", ")), or \(workbook), which is made anew each time and proves nothing by itself."))"
    }

    private var proof: HTML {
        guard let issue = facts.issue else { return .empty }
        return disclosure("How it is known to be the paper that was issued", """
            \(Markup.facts([
                ("Issued", "\(issue.at)"), ("By", "\(issuer ?? issue.by)"), ("Journal entries then", "\(issue.journalSize)"),
                ("Journal head then", "<code>\(issue.journalHead)</code>"), ("SHA-256 of the content", "<code>\(issue.contentHash)</code>"),
            ]))\
            \(table(columns: [Column("File"), Column("SHA-256", .wide)], rows: issue.files.sorted { $0.key < $1.key }.map { ["\($0.key)", "<code>\($0.value)</code>"] }))\
            <p>On the command line, <code>muster paper rebuild \(paper.reference) --format text</code> makes a file again from the record, and \
            <code>muster paper verify FILE</code> tells whether a file in hand is this paper.</p>
            """)
    }
}
