import Documents
import Kernel
import Markup
import Web

/// Which remedial actions are shown, as the address says.
struct RemedialFilter: Sendable {
    static let overdueWord = "overdue"
    static let toLookWord = "to-look"

    var state: String?
    var kind: RemedialKind?
    var owner: String?
    var criterion: String?

    init() {}

    init(_ query: AddressQuery) {
        state = query["state"].flatMap { [Self.overdueWord, Self.toLookWord].contains($0) || RemedialState(rawValue: $0) != nil ? $0 : nil }
        kind = query["kind"].flatMap(RemedialKind.init)
        (owner, criterion) = (query["owner"], query["criterion"])
    }

    var isNarrow: Bool { state != nil || kind != nil || owner != nil || criterion != nil }

    func link(_ page: Link) -> Link { page.adding("state", state).adding("kind", kind?.rawValue).adding("owner", owner).adding("criterion", criterion) }

    func shown(_ lines: [RemedialLine], on day: Day) -> [RemedialLine] {
        lines.filter { line in
            let remedial = line.remedial
            switch state {
            case nil: break
            case Self.overdueWord: if !remedial.isOverdue(on: day) { return false }
            case Self.toLookWord: if !remedial.owesLook(on: day) { return false }
            default: if remedial.state(on: day).rawValue != state { return false }
            }
            if let kind, remedial.kind != kind { return false }
            if let owner, line.owner.lowercased() != owner.lowercased() { return false }
            if let criterion, remedial.criterion != criterion { return false }
            return true
        }
    }
}

/// The remedial actions on a day.
struct RemedialListPage {
    /// Those that fit the choices.
    let lines: [RemedialLine]
    let filter: RemedialFilter
    let spoken: Spoken
    let viewer: QualityViewer

    var page: Page {
        let here = viewer.link(QualityLinks.remedials)
        let owners = Set(lines.map(\.owner) + [filter.owner].compactMap(\.self)).sorted()
        let states: [(value: String, label: String)] = [("", "Any"), (RemedialFilter.overdueWord, "Overdue"), (RemedialFilter.toLookWord, "Somebody should have looked")]
        return Page(title: "Remedial actions", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Remedial actions", under: "What is done about what checks found, and whether it worked."))\
            \(filters(to: QualityLinks.remedials, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("criterion", filter.criterion ?? "")], clear: filter.isNarrow ? here : nil, """
                \(select("state", "Standing", options: states + RemedialState.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.state))\
                \(select("kind", "Kind", options: [("", "Any")] + RemedialKind.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.kind?.rawValue))\
                \(select("owner", "Who", options: [("", "Any")] + owners.map { ($0, $0) }, chosen: filter.owner))
                """))\(list)
            """)
    }

    private var list: HTML {
        guard !lines.isEmpty else {
            return empty(filter.isNarrow ? "No remedial action fits these choices." : "Nothing was asked for yet. A completed check offers it.", action: filter.isNarrow ? button("Show all", to: viewer.link(QualityLinks.remedials), quiet: true) : nil)
        }
        return """
            \(small("\(counted(lines.count, "remedial action"))."))\(takenAway { filter.link(viewer.link(QualityLinks.remedialExport($0))) })\
            \(card(nil, table(columns: [Column("What", .wide), Column("Check", .text), Column("Who"), Column("Due", .day), Column("Standing", .wide)], rows: lines.map(row))))
            """
    }

    private func row(_ line: RemedialLine) -> [HTML] {
        let (remedial, check) = (line.remedial, line.facts.check)
        return [
            "<a href=\"\(viewer.link(QualityLinks.remedial(remedial)))\">\(remedial.what)</a><span class=\"why\">\(remedial.kind.words)\(remedial.criterion.map { ", \($0)" as HTML })</span>",
            wholeLink(check.reference.text, to: viewer.link(QualityLinks.check(check))), "\(line.owner)", "\(remedial.due)",
            "\(remedialTag(remedial, on: viewer.day))\(remedial.action.flatMap { spoken.links([$0]) }.map { " <span class=\"why\">\($0)</span>" as HTML })",
        ]
    }
}

/// The remedial actions of a filtered view to take away.
struct RemedialExport {
    let lines: [RemedialLine]
    let day: Day

    static let columns = ["Number", "Check", "Audit", "Work of", "Criterion", "Kind", "What", "Who", "Due", "Standing", "Done", "What was done", "Look by", "Looked at", "Outcome", "What that rests on", "Action of a plan"]

    /// `remedial actions 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "remedial actions \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Remedial actions", tab: "Remedial actions", header: Self.columns, rows: lines.map(row), on: day).bytes(as: format)
    }

    private func row(_ line: RemedialLine) -> [Workbook.Value] {
        let remedial = line.remedial
        let isDone = remedial.done.map { $0 <= day } ?? false
        let isLooked = remedial.looked.map { $0 <= day } ?? false
        return [
            .number(Double(remedial.id.number)), .text(line.facts.check.reference.text), .text(line.facts.check.workReference), .text(line.facts.auditor), .init(remedial.criterion),
            .text(remedial.kind.words), .text(remedial.what), .text(line.owner), .day(remedial.due), .text(remedial.state(on: day).words), .init(isDone ? remedial.done : nil),
            .init(isDone ? remedial.doing : nil), .init(isDone ? remedial.lookBy : nil), .init(isLooked ? remedial.looked : nil), .init(isLooked ? remedial.outcome?.words : nil),
            .init(isLooked ? remedial.looking : nil), .init(remedial.action?.description),
        ]
    }
}
