import Kernel
import Markup
import People
import Web

/// The register on a day: every document with its version in force and how it stands.
struct DocumentListPage {
    /// All that the register knew, by title.
    let views: [DocumentView]
    let filter: DocumentFilter
    let viewer: Viewer

    private var here: Link { viewer.link(DocumentLinks.list) }
    private var isEmpty: Bool { views.isEmpty }

    var page: Page {
        let deeds = viewer.mayKeep && !isEmpty ? [button("Register a document", to: DocumentLinks.new)] : []
        return Page(title: "Documents", section: "documents", body: """
            \(lead("Documents", under: "Policies, strategies and reports that the service answers for, and when each is looked at again.", actions: deeds))\
            \(isEmpty ? nothing : "\(attention)\(narrow)\(shown)")
            """)
    }

    private var nothing: HTML {
        empty(
            viewer.isToday ? "No document is registered yet. Begin with the enforcement policy, or with whatever the board asks for first."
                : "On this day no document was registered.",
            action: viewer.mayKeep ? button("Register a document", to: DocumentLinks.new) : nil)
    }

    /// How many stand how, as shares of the whole that link to just those.
    private var attention: HTML {
        let counts = Dictionary(grouping: views, by: \.standing).mapValues(\.count)
        let shares = [DocumentStanding.current, .reviewDue, .noVersion, .reviewOverdue, .superseded, .withdrawn].compactMap { standing in
            counts[standing].map { Share($0, standing.words.lowercased(), standing.tone, link: here.adding("standing", standing.rawValue)) }
        }
        return filter.isNarrow ? .empty : card(nil, id: "summary", "\(stack(shares))\(legend(shares))")
    }

    private var narrow: HTML {
        let owners = Set(views.compactMap(\.facts.document.owner)).map { ($0, views[0].facts.parties[$0]?.name ?? "") }.sorted { $0.1 < $1.1 }
        let kinds = ControlledDocument.Kind.allCases.filter { kind in views.contains { $0.facts.document.kind == kind } }
        return filters(
            to: DocumentLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort ?? "")],
            clear: filter.isNarrow ? here : nil, """
            \(select("kind", "Kind", options: [("", "Any")] + kinds.map { ($0.rawValue, $0.words) }, chosen: filter.kind?.rawValue))\
            \(select("standing", "Standing", options: [("", "Any")] + DocumentStanding.allCases.map { ($0.rawValue, $0.words) },
                     chosen: filter.standing?.rawValue))\
            \(select("owner", "Owner", options: [("", "Anyone")] + owners.map { (String($0.0.number), $0.1) },
                     chosen: filter.owner.map { String($0.number) }))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var shown: HTML {
        let shown = filter.shown(views)
        let exports: HTML = """
            <p class="small">Showing \(shown.count == views.count ? "all \(counted(shown.count, "document"))" : "\(shown.count) of \(counted(views.count, "document"))"). \
            <span class="onscreen">Take away what is shown: <a href="\(export("csv"))">CSV</a>, <a href="\(export("xlsx"))">Excel</a>.</span></p>
            """
        guard !shown.isEmpty else {
            return "\(exports)\(empty("No document fits these choices.", action: button("Show all", to: here, quiet: true)))"
        }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        let columns = [
            Column("Document", .wide, key: "title", in: sorting), Column("Kind", .text, key: "kind", in: sorting),
            Column("Owner", .text, key: "owner", in: sorting), Column("In force"), Column("Next review", .day, key: "review", in: sorting),
            Column("Standing", .wide, key: "standing", in: sorting),
        ]
        return "\(exports)\(card(nil, table(columns: columns, rows: shown.map(row))))"
    }

    private func export(_ format: String) -> Link { filter.link(viewer.link(DocumentLinks.export(format))) }

    private func row(_ view: DocumentView) -> [HTML] {
        let document = view.facts.document
        return [
            "<a href=\"\(viewer.link(DocumentLinks.document(document)))\">\(document.title)</a>", "\(document.kind.words)", ownerWords(view.facts),
            inForceWords(view), view.standing.counts ? view.nextReview.map { "\($0)" } ?? quiet("None set") : quiet("None"), standingCell(view),
        ]
    }
}
