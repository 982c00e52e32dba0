import Kernel
import Markup
import Storage
import Web

/// What shows that an action was done, or how a finding stands: each piece with who put it there and when it was last looked
/// at, and what the viewer may do about it.
struct EvidenceCard {
    let pieces: [EvidenceView]
    /// Whether it is said to be done while nothing shows it.
    let isBareClaim: Bool
    /// Names of the records among it.
    let names: [Subject: Name]
    /// The measures among it, as they were on the day.
    let measures: [Subject: MeasureView]
    /// Names of those who put it there and looked, by how the journal names them.
    let authors: [String: String]
    /// What there is to choose from as a record.
    let offered: [Naming.Group]
    let may: Bool
    /// Whether the viewer may say that a piece still shows it.
    let mayLook: Bool
    /// What is taken as a file.
    let intake: Intake
    /// Where a new piece goes, where a deed on one goes, and where its file is.
    let adding: Link
    let deed: (Evidence, String) -> Link
    let file: (Evidence) -> Link
    let filled: Filled
    /// Which of its forms was refused: `evidence`, or the number of a piece and the deed.
    let refused: String?
    let viewer: Viewer

    var card: HTML {
        let bare: HTML? = isBareClaim ? notice("It is said to be done, and nothing that holds on this day shows it.", .amber) : nil
        let none = pieces.isEmpty ? empty(viewer.isToday ? "Nothing was put here yet to show it." : "Nothing had been put here by this day.") : .empty
        return Markup.card("Evidence", id: "evidence", "\(bare)\(isBareClaim && pieces.isEmpty ? .empty : none)\(table)\(form)")
    }

    private var table: HTML {
        guard !pieces.isEmpty else { return .empty }
        // What holds comes first, and of each the newest.
        let sorted = pieces.reversed().stablySorted { $0.holds ? 0 : $0.isWithdrawn ? 2 : 1 }
        return Markup.table(
            columns: [Column("What it shows", .wide), Column("Put there", .day), Column("Looked at", .day), Column("Standing")] + (mayLook ? [Column("")] : []),
            rows: sorted.map { piece in
                [what(piece), day(piece.evidence.on, piece.evidence.by), piece.lastLook.map { day($0.on, $0.by) } ?? quiet("Not since"), standing(piece)]
                    + (mayLook ? [deeds(piece)] : [])
            })
    }

    private func day(_ day: Day, _ who: String) -> HTML { "\(day)<span class=\"why\">\(authors[who] ?? who)</span>" }

    private func what(_ piece: EvidenceView) -> HTML {
        let evidence = piece.evidence
        let place: HTML
        if let link = evidence.link {
            place = "<a href=\"\(link)\" rel=\"external noopener noreferrer\">\(link)</a>"
        } else if let record = evidence.record {
            place = names[record].map { "<a href=\"\(viewer.link(Link(parts: $0.address)))\">\($0.words)</a>" } ?? "\(record.description)"
        } else {
            place = "<a href=\"\(file(evidence))\">\(piece.file?.name ?? "The file")</a>\(piece.file.map { ", \($0.words)" as HTML })"
        }
        let reason: HTML? = piece.isWithdrawn ? evidence.withdrawnBecause.map { "<span class=\"why\">Taken back: \($0)</span>" } : nil
        let figure: HTML? = figure(piece) ?? evidence.record.flatMap { measures[$0] }.map { "<span class=\"why\">\($0.words.capitalisedFirst). \(tag($0))</span>" }
        return "\(prose(evidence.shows))<span class=\"why\">\(place)</span>\(figure)\(reason)"
    }

    /// What it said when it was put there or last looked at, beside what it comes to now.
    private func figure(_ piece: EvidenceView) -> HTML? {
        guard let stated = piece.stated else { return nil }
        let then = piece.lastLook?.stated == nil ? "On \(piece.evidence.on)" : "On \(piece.lastSeenOn), when it was looked at"
        let now: HTML = piece.isWithdrawn ? .empty : "<span class=\"why\">\(viewer.isToday ? "Now" : "On \(viewer.day)"): \(piece.current.map { "\($0.words)" } ?? "not known")</span>"
        return "<span class=\"why\">\(then): \(stated.words)</span>\(now)\(why(piece.stale))"
    }

    private func standing(_ piece: EvidenceView) -> HTML {
        let until: HTML? = piece.through.map { "<span class=\"why\">Until \($0)</span>" }
        if piece.isWithdrawn { return "\(tag("Taken back", .grey))<span class=\"why\">\(piece.evidence.withdrawnOn.map { "\($0)" } ?? "")</span>" }
        if piece.isExpired { return "\(tag("Ran out", .amber))\(until)" }
        return "\(piece.isStale ? tag("Stale", .amber) : tag("Holds", .green))\(until)"
    }

    private func deeds(_ piece: EvidenceView) -> HTML {
        let evidence = piece.evidence
        guard !piece.isWithdrawn else { return .empty }
        let (looks, withdrawal) = ("\(evidence.id) looks", "\(evidence.id) withdrawal")
        let plain = piece.isExpired ? HTML.empty : postButton("Still shows it", to: deed(evidence, "looks"), token: viewer.csrf)
        let again = disclosure(piece.isExpired ? "It holds longer" : "It holds until …", open: refused == looks, Markup.form(to: deed(evidence, "looks"), token: viewer.csrf, """
            \(field("through", "The last day it holds", value: mine(looks).value("through"), error: mine(looks).error("through"), kind: .date, id: id("through", looks)))\
            \(buttons(submit("It still shows it", quiet: true)))
            """))
        let back = disclosure("Take it back", open: refused == withdrawal, Markup.form(to: deed(evidence, "withdrawal"), token: viewer.csrf, """
            \(area("because", "Why", value: mine(withdrawal).value("because"), hint: "It stays on record with this reason.", error: mine(withdrawal).error("because"), rows: 2, id: id("because", withdrawal)))\
            \(buttons(submit("Take it back", danger: true)))
            """))
        return "\(plain)\(again)\(may ? back : .empty)"
    }

    private var form: HTML {
        guard may else { return .empty }
        let mine = mine("evidence")
        let record: HTML? = offered.isEmpty ? nil : select(
            "record", "A record of this service", first: ("", "None"), groups: offered.map { ($0.title, $0.things.map { ($0.subject.description, $0.name.words) }) },
            chosen: mine.value("record"), error: mine.error("record"), required: false)
        return disclosure("Add evidence", open: refused == "evidence" || isBareClaim, Markup.form(to: adding, token: viewer.csrf, multipart: true, """
            \(area("shows", "What it shows", value: mine.value("shows"), error: mine.error("shows"), rows: 2))\
            \(mine.file("file", "A file or photograph", by: intake))\
            \(pair(field("link", "Or a link", value: mine.value("link"), error: mine.error("link"), required: false), record ?? .empty))\
            \(pair(record == nil ? .empty : mine.text("period", "Of a measure of the service: the period", hint: "2026-03, 2025-26-q4 or 2025-26. The latest that is known when left empty.", required: false),
                   field("through", "The last day it holds", value: mine.value("through"), error: mine.error("through"), kind: .date, required: false, id: id("through", "evidence"))))\
            \(buttons(submit("Add the evidence")))
            """))
    }

    private func mine(_ part: String) -> Filled { refused == part ? filled : .fresh }
    /// A field goes by its name in the form that was refused, so that the summary of errors leads there; otherwise in the form that adds.
    private func id(_ name: String, _ part: String) -> String {
        part == (refused ?? "evidence") ? name : "\(name)-\(part.replacing(" ", with: "-"))"
    }
}
