import Documents
import Kernel
import Markup
import Storage

/// A paper as the document that is printed: its sections in their order, its charts, its appendices, and the seal at its end.
struct PaperDocument: Sendable {
    let facts: PaperFacts
    let sources: Sources
    let author: String
    /// The address of the service, so that links lead somewhere from a file.
    let base: String?
    let made: Moment
    /// What is known of it when it goes to its board; nil for a draft.
    let issue: Mark?

    /// The journal under which it is issued, and by whom.
    struct Mark: Sendable {
        let size: Int64
        let head: Hash
        let by: String
    }

    private var paper: Paper { facts.paper }

    var document: Document {
        Document(
            paper.title, reference: paper.reference.text, under: "Report to the \(sources.board)\(sources.meeting.map { ", \($0.on)" } ?? "")", author: author,
            made: made, marking: issue == nil ? "Draft" : nil, foot: "\(paper.reference)\(issue == nil ? ", draft" : "")", base: base,
            [about] + sections + seal)
    }

    private var about: Block {
        .facts([
            Block.Fact("To", "\(sources.board)\(sources.meeting.map { ": \($0.title)" } ?? "")"), Block.Fact("From", "\(author)"),
            Block.Fact("Tells of", "\(paper.from.adding(days: 1)) to \(paper.to)"),
            Block.Fact("Next meeting", "\(paper.next.map { "\($0)" } ?? "not called yet")"),
        ])
    }

    private var sections: [Block] {
        let index = CiteIndex(sources.tellings)
        var blocks: [Block] = []
        var above: String?
        for section in facts.sections where !section.isLeftOut {
            if section.content == .fullPlan {
                blocks += appendix(section, index)
                continue
            }
            if section.heading != above { blocks.append(.heading(1, section.heading)) }
            above = section.heading
            let telling = sources.telling(section.about)
            if let telling { blocks.append(.heading(2, telling.title)) }
            blocks += prose(section, index, under: telling == nil ? 1 : 2)
            if section.content == .updates, let telling { blocks += charts(telling) }
        }
        return blocks
    }

    private func prose(_ section: Section, _ index: CiteIndex, under level: Int) -> [Block] {
        let records = ClaimRecords(sources.tellings(of: section))
        let pieces = Prose.read(section.text(from: sources))
        guard !pieces.isEmpty else { return [.paragraph("Nothing is reported under this heading.")] }
        return pieces.map { piece in
            switch piece {
            case .paragraph(let words): .paragraph(index.words(words, records))
            case .points(let points): .list(points.mapTogether(atLeast: 20) { index.words($0, records) })
            case .heading(let words): .heading(level + 1, words)
            }
        }
    }

    private func charts(_ telling: Telling) -> [Block] {
        let items = telling.items
        guard !items.isEmpty else { return [] }
        let standing = Block.figure(Block.Figure("How the actions stood on \(telling.to)", .shares(Block.Shares(telling.shares))))
        return [standing] + overTime(telling) + dueAndDone(telling) + slipped(telling)
    }

    private func overTime(_ telling: Telling) -> [Block] {
        guard telling.course.count > 1 else { return [] }
        return [.figure(Block.Figure("How the actions stood over time", .overTime(Block.OverTime(telling.course.map { day in
            SharesOfDay(day.day, day.counts.map { Share($0.number, $0.words, Tone(rawValue: $0.colour) ?? .grey) })
        }))))]
    }

    private func dueAndDone(_ telling: Telling) -> [Block] {
        let scheduled = telling.items.filter { $0.due != nil && !$0.isOver }
        guard !scheduled.isEmpty else { return [] }
        return [.figure(Block.Figure("Actions due and done", .burnUp(Block.BurnUp(
            due: scheduled.compactMap(\.due), done: scheduled.compactMap(\.doneOn), on: telling.to, from: scheduled.map(\.from).min()))))]
    }

    private func slipped(_ telling: Telling) -> [Block] {
        guard telling.slips.contains(where: { $0.agreed != 0 || $0.expected != 0 }) else { return [] }
        return [.figure(Block.Figure("Days slipped since the first promises", .slippage(Block.Slippage(telling.slips, on: telling.to))))]
    }

    // MARK: Appendices

    private func appendix(_ section: Section, _ index: CiteIndex) -> [Block] {
        guard let telling = sources.telling(section.about) else { return [.heading(1, section.heading), .paragraph("\(SectionText.gone)")] }
        let number = sources.appendix(of: telling.subject).map { " \($0)" } ?? ""
        return [.page(.across), .heading(1, "\(section.heading)\(number): \(telling.title)", anchor: "appendix\(number.replacing(" ", with: "-"))")] + prose(section, index, under: 1) + [table(telling)] + timeline(telling) + [.page(.upright)]
    }

    private func table(_ telling: Telling) -> Block {
        let rows = telling.groups.mapTogether(atLeast: 4) { group -> [Block.Row] in
            [.heading("\(strong: "\(group.reference) \(group.words)") \(group.stands.label ?? group.stands.words, tone(group.stands)) \(group.stands.why)")] + group.items.map(row)
        }.flatMap(\.self)
        return .table(Block.Table(columns: [
            Block.Column("Ref", .reference), Block.Column("Action", .wide), Block.Column("Owner"), Block.Column("Due", .day), Block.Column("Status"),
            Block.Column("Progress", .wide),
        ], rows: rows, none: "The plan held nothing on \(telling.to)."))
    }

    private func row(_ item: Telling.Item) -> Block.Row {
        let moved = item.firstDue.flatMap { first in item.due.flatMap { $0 == first ? nil : "\nFirst promised for \(first)" } } ?? ""
        let due: Words = item.due.map { "\($0)\(moved)" } ?? "\(item.dueWritten ?? "No day agreed")"
        let said: Words = item.said.map { "\(item.saidOn.map { "\($0): " } ?? "")\($0)" } ?? "Nothing was said yet."
        return [
            "\(item.reference, to: Link(item.address))", "\(item.words)", "\(item.owners.isEmpty ? "Nobody named" : listed(item.owners))", due,
            "\(item.stands.label ?? item.stands.words, tone(item.stands))\n\(item.stands.why)", said,
        ]
    }

    private func tone(_ stand: Telling.Stand) -> Tone { Tone(rawValue: stand.colour) ?? .grey }

    private func timeline(_ telling: Telling) -> [Block] {
        let rows = telling.items.filter { $0.due != nil }.map { item in
            TimelineRow(
                "\(item.reference) \(item.words)", from: item.from, due: item.due, forecast: item.forecast, done: item.doneOn, tone: tone(item.stands),
                standing: item.stands.words, link: Link(item.address))
        }
        return rows.isEmpty ? [] : [.figure(Block.Figure("\(telling.title): each action against its day", .timeline(Block.Timeline(rows, on: telling.to))))]
    }

    // MARK: Proof

    private var seal: [Block] {
        guard let issue else { return [] }
        return [.seal(Block.Seal(
            "As issued", "Issued on \(made.day) by \(issue.by). Whoever has the journal can prove that nothing before this was changed since.",
            facts: [
                Block.Fact("Paper", "\(paper.reference)"), Block.Fact("Journal entries", "\(issue.size)"), Block.Fact("Journal head", "\(issue.head.description)"),
            ], code: "muster paper \(paper.reference) journal \(issue.size) \(issue.head)"))]
    }
}
