import Documents
import Hummingbird
public import Kernel
public import Markup
public import Storage
import Web

extension PaperPages {
    /// What guests open of a board's papers. The secret’s part of the path is named `token`, which the log leaves out.
    func guestPapers(_ everyone: Routes<PublicContext>) {
        everyone.get("guest/:token/papers/:paper") { _, context in
            let (secret, today) = (try context.part("token"), context.today)
            let (guest, facts) = try await desk.read { session in try guestPaper(context, session) }
            return context.page(GuestPaperPage(guest: guest, facts: facts, document: try facts.issue?.document, secret: secret, day: today).page)
        }
        everyone.get("guest/:token/papers/:paper/files/:file") { _, context in
            let (format, moment) = (try PaperFormat(named: context.part("file")), context.moment)
            let (_, facts) = try await desk.read { session in try guestPaper(context, session) }
            guard let issue = facts.issue, issue.files[format.rawValue] != nil else { throw Refusal.notForGuests }
            let bytes = try await printings.file(Printings.Key(paper: facts.paper.id.number, edition: .issued(hash: issue.contentHash), format: format), for: 0, at: moment) {
                try await format.bytes(of: issue.document)
            }
            return context.download(bytes, name: format.name(for: facts.paper.reference), type: format.type)
        }
    }

    /// An issued paper of the one board that the link opens. A draft, another board's and one that was withdrawn are told apart from
    /// one that never was by nothing.
    ///
    /// - Throws: `guest-link-not-good`, `paper-not-for-guests`
    private func guestPaper(_ context: PublicContext, _ session: Session) throws -> (GuestDoor.Guest, PaperFacts) {
        guard let guest = try guests.guest(context.part("token"), on: context.today, session) else { throw Refusal.notForGuests }
        guard let paper = try session.first(Paper.self, "WHERE reference_key = \(context.part("paper").lowercased())"), paper.board == guest.board else { throw Refusal.notForGuests }
        let facts = try session.facts(of: paper)
        guard facts.standing(on: context.today) == .issued else { throw Refusal.notForGuests }
        return (guest, facts)
    }

    /// What a guest’s page of a board says of its papers: those that were issued, and how what they tell of stood then.
    ///
    /// - Parameter secret: what stands in the address of the guest’s page.
    public static func guestCards(_ sources: PaperSources, of board: Subject, secret: String, on day: Day, _ session: Session) throws -> HTML {
        let lines = try session.papers(concerningAnyOf: [board]).filter { $0.paper.board == board && $0.issued(by: day) != nil }
        var told: Set<Subject> = []
        let stood = try lines.filter { $0.standing(on: day) == .issued }.flatMap { line -> [(PaperLine, Telling)] in
            guard !told.isSuperset(of: line.paper.covers) else { return [] }
            let known: Int64? = try session.value("SELECT journal_size FROM paper_issue WHERE paper = \(line.paper.id)")
            // Of each thing only as it stood in the latest of them.
            return try sources.read(line.paper, asKnownAt: known, session).tellings.filter { told.insert($0.subject).inserted }.map { (line, $0) }
        }
        return GuestPaperCards(lines: lines, stood: stood, secret: secret, day: day).cards
    }
}

extension Refusal {
    static let notForGuests = Refusal.missing("paper-not-for-guests", "There is no such paper here for guests. The board’s page shows those there are.")
}

struct GuestPaperCards {
    let lines: [PaperLine]
    let stood: [(line: PaperLine, telling: Telling)]
    let secret: String
    let day: Day

    var cards: HTML { "\(card("Papers", id: "papers", papers))\(standing)" }

    private var papers: HTML {
        guard !lines.isEmpty else { return empty("No paper has been issued to this board yet.") }
        return table(columns: [Column("Paper", .wide), Column("Tells of"), Column("Issued", .day), Column("Standing")], rows: lines.map { line in
            let (paper, standing) = (line.paper, line.standing(on: day))
            // One that was withdrawn counts no more, so it is named and not opened.
            let title: HTML = standing == .issued ? "<a href=\"\(Link("guest", secret, "papers", paper.reference))\">\(paper.title)</a>" : "\(paper.title)"
            return [title, "\(paper.from.adding(days: 1)) to \(paper.to)", "\(line.issued(by: day).map { "\($0)" as HTML })", tag(standing.words, standing.tone)]
        })
    }

    private var standing: HTML {
        stood.isEmpty ? .empty : card("How the plans stood", id: "standing", stood.map { line, telling in
            let shares = telling.shares.map { Share($0.count, $0.words, $0.tone) }
            let bar: HTML? = shares.isEmpty ? nil : "\(stack(shares, of: "action"))\(legend(shares))"
            return "<h3>\(telling.title)</h3><p class=\"small\">On \(telling.to), as issued on \(line.issued(by: day) ?? day).</p>\(bar)\(telling.lines(.summary).map { "<p>\($0.words)</p>" as HTML })"
        }.joined())
    }
}

/// A paper as its board’s guest reads it: as it was issued, and nothing in it leads further.
struct GuestPaperPage {
    let guest: GuestDoor.Guest
    let facts: PaperFacts
    let document: Document?
    let secret: String
    let day: Day

    var page: Page {
        let paper = facts.paper
        let board = Link("guest", secret)
        let files = PaperFormat.allCases.filter { facts.issue?.files[$0.rawValue] != nil && $0 != .json }.map { format -> HTML in
            "<a download href=\"\(Link("guest", secret, "papers", paper.reference, "files", format.rawValue))\">\(format.words)</a>"
        }
        return Page(title: paper.title, crumbs: [("The board", board)], hasDay: false, body: """
            \(lead(paper.title, under: "\(document?.under ?? "")"))\
            \(small("For \(guest.name), as issued on \(facts.issue?.at.day ?? day). Take it away: \(files.joined(by: ", "))."))\
            <div class="card">\((document?.blocks ?? []).unlinked.html())</div>
            """)
    }
}
