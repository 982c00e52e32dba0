import Documents
import Kernel
import Markup
import People
import Web

/// A report of quality as it stands: drafted, or signed with what has moved since.
struct QualityReportPage {
    let view: QualityReportView
    let signer: String?
    let viewer: QualityViewer

    private var isSigned: Bool { view.signedOn != nil }
    private var title: String { "Quality report, \(view.period.words)" }
    private var mayWrite: Bool { viewer.isToday && !isSigned && QualityPolicy.reports.allows(viewer.actor) }

    var page: Page {
        Page(
            title: title, crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Reports", viewer.link(QualityLinks.reports))], section: "quality",
            scope: view.report.map { "quality_report/\($0.id)" }, body: """
                \(lead("\(title)", under: "What checks of audits found from \(view.period.from) to \(view.period.through), what was done, and whether it worked.", standing: standing, actions: deeds))\
                \(obstacles)\(moved)\(commentary)\(sections)\(files)
                """)
    }

    private var standing: HTML {
        guard let signed = view.signedOn else { return tag(view.report == nil ? "Not begun" : "Draft", view.report == nil ? .grey : .blue) }
        return tag("Signed", .green, why: "on \(signed) by \(signer ?? "somebody")")
    }

    private var deeds: [HTML] {
        guard mayWrite else { return [] }
        let ready = view.obstacles(on: viewer.today).isEmpty
        return [button(view.report?.commentary == nil ? "Write the commentary" : "Edit the commentary", to: QualityLinks.report(view.period, "commentary"), quiet: ready)]
            + (ready ? [button("Sign it", to: QualityLinks.report(view.period, "signature"))] : [])
    }

    private var obstacles: HTML {
        let sentences = view.obstacles(on: viewer.day)
        guard !isSigned, !sentences.isEmpty else { return .empty }
        return notice("Before it can be signed:<ul>\(sentences.map { "<li>\($0)</li>" as HTML })</ul>", .amber)
    }

    private var moved: HTML {
        guard isSigned else { return .empty }
        guard view.isStale else { return notice("It says what was signed, and nothing of it has moved since.", .green) }
        return card("Moved since it was signed", id: "moved", """
            <p>The report keeps what was signed. The records say this now.</p>\
            \(table(columns: [Column("What", .wide), Column("Signed", .wide), Column("Now", .wide)], rows: view.moved.map { moved in
                ["\((moved.signed ?? moved.now)?.title ?? "")", moved.signed.map { "\($0.written)" } ?? quiet("Was not there"), moved.now.map { "\($0.written)" } ?? quiet("Is not there any more")]
            }))
            """)
    }

    private var commentary: HTML {
        guard let words = view.report?.commentary else { return .empty }
        return card("Commentary", id: "commentary", prose(words))
    }

    private var sections: HTML {
        QualityReportLine.Section.allCases.map { section -> HTML in
            let lines = view.lines.filter { $0.section == section }
            let body: HTML = lines.isEmpty ? empty("\(section.none)") : table(columns: [Column("What", .wide), Column("Comes to", .wide)], rows: lines.map { ["\($0.title)", "\($0.written)"] })
            return card(section.words, id: section.rawValue, body)
        }.joined()
    }

    private var files: HTML {
        let printed = [("PDF", "pdf"), ("Word", "docx")].map { postButton($0.0, to: QualityLinks.reportFile(view.period, "printing", $0.1), token: viewer.csrf) }
        return card("Files", id: "files", """
            <div class="actions onscreen">\(printed)<a class="button quiet" href="\(viewer.link(QualityLinks.reportFile(view.period, "files", "html")))">Web page</a> \
            <a class="button quiet" href="\(viewer.link(QualityLinks.reportFile(view.period, "files", "text")))">Plain text</a></div>
            """)
    }
}

/// The reports that were written, and the periods that are over and have none.
struct QualityReportListPage {
    /// The latest period first.
    let reports: [QualityReport]
    let viewer: QualityViewer

    var page: Page {
        let due = [Frequency.quarter, .year].map { ReportingPeriod($0, of: viewer.day).before }.filter { period in !reports.contains { $0.period == period } }
        let open = due.map { button("Report of \($0.words)", to: viewer.link(QualityLinks.report($0)), quiet: true) }
        return Page(title: "Quality reports", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Quality reports", under: "What checks found, what was done and whether it worked. A signed report keeps what it says, and tells what has moved since.", actions: open))\
            \(reports.isEmpty ? empty("No report was written yet.") : card(nil, table(columns: [Column("Period"), Column("Standing"), Column("Begun", .day), Column("Signed", .day)], rows: reports.map(row))))
            """)
    }

    private func row(_ report: QualityReport) -> [HTML] {
        let signed = report.signed.flatMap { $0 <= viewer.day ? $0 : nil }
        return [
            "<a href=\"\(viewer.link(QualityLinks.report(report.period)))\">\(report.period.words)</a>", signed == nil ? tag("Draft", .blue) : tag("Signed", .green), "\(report.since)",
            signed.map { "\($0)" } ?? .empty,
        ]
    }
}
