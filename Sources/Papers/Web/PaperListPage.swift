import Kernel
import Markup
import Storage
import Web

/// All papers, the latest first, and what they are about.
struct PaperListPage {
    /// What the list is narrowed to, as its address says.
    struct Choice {
        var board: Subject?
        var standing: PaperFacts.Standing?
        var isNarrow: Bool { board != nil || standing != nil }

        init(_ query: AddressQuery) {
            board = query["board"].flatMap { Subject($0) }
            standing = query["standing"].flatMap { PaperFacts.Standing(rawValue: $0) }
        }
    }

    let papers: [PaperLine]
    let boards: [BoardCalendar.Board]
    let names: [Subject: Name]
    let choice: Choice
    let viewer: Viewer

    var page: Page {
        let deeds = [viewer.mayWrite ? button("Write a paper", to: PaperLinks.new) : nil, button("Templates", to: PaperLinks.templates, quiet: true)].compactMap(\.self)
        return Page(title: "Papers", section: "papers", hasDay: false, body: """
            \(lead("Papers", under: "What goes to the boards: written from the records, finished by a person, kept as it was issued.", actions: deeds))\
            \(papers.isEmpty ? .empty : narrow)\(list)
            """)
    }

    private var narrow: HTML {
        filters(to: PaperLinks.list, clear: choice.isNarrow ? PaperLinks.list : nil, """
            \(select("board", "Board", options: [("", "Any")] + boards.map { ("\($0.subject)", $0.name) }, chosen: choice.board?.description))\
            \(select("standing", "Standing", options: [("", "Any but discarded")] + PaperFacts.Standing.allCases.map { ($0.rawValue, $0.words) }, chosen: choice.standing?.rawValue))
            """)
    }

    private var shown: [PaperLine] {
        papers.filter { line in
            (choice.board.map { $0 == line.paper.board } ?? true) && line.fits(choice.standing, on: viewer.today)
        }
    }

    private var list: HTML {
        guard !papers.isEmpty else {
            return empty(
                "No paper has been written yet. Choose a plan and two days, and the records write the first draft.",
                action: viewer.mayWrite ? button("Write the first paper", to: PaperLinks.new) : nil)
        }
        guard !shown.isEmpty else { return empty("No paper fits these choices.", action: button("Show all", to: PaperLinks.list, quiet: true)) }
        let columns = [Column("Paper", .wide), Column("Board"), Column("Tells of"), Column("Until", .day), Column("Standing")]
        return card(nil, table(columns: columns, rows: shown.map { line in
            let paper = line.paper
            let standing = line.standing(on: viewer.today)
            let asked: HTML? = line.waiting.map { "<span class=\"why\">asked for on \($0.on)</span>" }
            let issued: HTML? = line.issued.map { "<span class=\"why\">\($0.day)</span>" }
            return [
                "<a href=\"\(PaperLinks.paper(paper))\">\(paper.title)</a>", "\(boards.first { $0.subject == paper.board }?.name ?? "")",
                "\(listed(paper.covers.map { names[$0]?.words ?? $0.description }))", "\(paper.to)", "\(tag(standing.words, standing.tone))\(asked)\(issued)",
            ]
        }))
    }
}
