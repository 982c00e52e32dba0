import Documents
import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension AuditPages {
    /// The national return.
    func returning(_ members: Routes<MemberContext>) {
        members.get("audits/return") { _, context in
            let year = try context.returnYear()
            return context.page(try await desk.read { session in
                let viewer = try context.auditReader(session)
                return ReturnPage(national: try session.nationalReturn(year, on: viewer.day), years: try session.returnYears(on: viewer.day), viewer: viewer).page
            })
        }
        members.get("audits/return/export/:format") { _, context in
            let (format, year) = (try TableFile.Format(named: context.part("format")), try context.returnYear())
            let export = try await desk.read { session in ReturnExport(national: try session.nationalReturn(year, on: try context.auditReader(session).day)) }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
    }
}

extension MemberContext {
    /// The year asked for; else the one of the day.
    ///
    /// - Throws: `return-year-not-understood`
    func returnYear() throws(Refusal) -> ReturnYear { try ReturnYear(asked: query["year"], on: day) }
}

extension ReturnYear {
    /// - Throws: `return-year-not-understood`
    init(asked written: String?, on day: Day) throws(Refusal) {
        guard let written, !written.isEmpty else {
            self.init(of: day)
            return
        }
        guard let year = ReturnYear(written) else {
            throw .invalid("return-year-not-understood", "“\(written.prefix(20))” is no year of the return. Write the year in which it ends, such as 2026, or 2025/26.")
        }
        self = year
    }
}

/// The national return for a year: by the 17 kinds of premises, with rates that keep their denominators.
struct ReturnPage {
    let national: NationalReturn
    /// Those that can be chosen, the latest first.
    let years: [ReturnYear]
    let viewer: AuditViewer

    private var here: Link { viewer.link(AuditLinks.nationalReturn) }

    var page: Page {
        Page(title: "National return \(national.year)", crumbs: [("Audits", viewer.link(AuditLinks.list))], section: "audits", body: """
            \(lead("National return \(national.year)", under: "Fire safety audits completed from \(national.year.from) to \(national.year.through), by kind of premises."))\
            \(choice)\(partial)\(figures)\(all)\(how)
            """)
    }

    private var choice: HTML {
        let offered = Array(Set(years + [national.year])).sorted(by: >)
        return filters(to: AuditLinks.nationalReturn, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], """
            \(select("year", "Year", options: offered.map { ("\($0.ending)", $0.description) }, chosen: "\(national.year.ending)"))
            """)
    }

    private var partial: HTML { national.isWhole ? .empty : notice("The year runs until \(national.year.through). This is what was completed by \(national.day).", .blue) }

    private var figures: HTML {
        let total = national.total
        return card("In all", id: "all", facts([
            ("Audits", "\(grouped(total.audits))"), ("Satisfactory", "\(total.satisfactoryRate.withDenominator)"), ("Unsatisfactory", "\(total.unsatisfactoryRate.withDenominator)"),
            ("Informal notifications", "\(total.informalRate.withDenominator)"), ("Formal notifications", "\(total.formalRate.withDenominator)"),
            ("Made satisfactory after action", "\(grouped(total.madeSatisfactory))"), ("Hours", "\(total.hours.description)"),
        ]))
    }

    private var all: HTML {
        let results: [(String, (ReturnCounts) -> HTML)] = [
            ("Audits", { "\($0.audits)" }), ("Satisfactory", { "\($0.satisfactory)" }), ("Of audits", { "\($0.satisfactoryRate.words)" }), ("Unsatisfactory", { "\($0.unsatisfactory)" }),
            ("Made satisfactory", { "\($0.madeSatisfactory)" }), ("Hours", { "\($0.hours.description)" }),
        ]
        let notified: [(String, (ReturnCounts) -> HTML)] = [
            ("Audits", { "\($0.audits)" }), ("Informal", { "\($0.informal)" }), ("Formal", { "\($0.formal)" }), ("Enforcement", { "\($0.enforcement)" }),
            ("Prohibition", { "\($0.prohibition)" }), ("Alterations", { "\($0.alterations)" }),
        ]
        let year = "\(national.year.ending)"
        return """
            \(takenAway { viewer.link(AuditLinks.returnExport($0).adding("year", year)) })\
            \(card("Results by kind of premises", id: "results", byKind(results)))\(card("Notifications by kind of premises", id: "notifications", byKind(notified)))
            """
    }

    private func byKind(_ numbers: [(title: String, figure: (ReturnCounts) -> HTML)]) -> HTML {
        let rows = national.rows.map { ($0.type.words, $0.counts) } + [("All premises", national.total)]
        return table(columns: [Column("Kind of premises", .wide)] + numbers.map { Column($0.title, .number) }, rows: rows.map { words, counts in
            ["\(words)"] + numbers.map { $0.figure(counts) }
        })
    }

    private var how: HTML {
        card("How it is counted", id: "how", """
            <ul><li>Categories overlap, so they need not add up: an audit may be satisfactory and still be followed by a letter, and a notice may stand beside a letter.</li>\
            <li>Each audit of any kind, follow-ups among them, counts once, in the year in which it was completed. What was corrected counts as it stands now.</li>\
            <li>Informal notifications are letters of matters and action plans. Formal notifications are notices that the officer judged were to follow; what was served stands under \
            Enforcement.</li><li>Made satisfactory after action: a follow-up found satisfactory what the audit before it had found unsatisfactory.</li>\
            <li>Hours are those on site and besides, as officers wrote them down.</li></ul>
            """)
    }
}

/// The return to take away: a row for each kind of premises, and one for all.
struct ReturnExport {
    let national: NationalReturn

    static let numbers = [
        "Audits", "Satisfactory", "Satisfactory of audits", "Unsatisfactory", "Informal notifications", "Formal notifications", "Enforcement", "Prohibition", "Alterations", "Made satisfactory", "Hours",
    ]
    static let columns = ["Year ending", "Kind of premises"] + numbers

    /// `national return 2025-26.csv`
    func name(as format: TableFile.Format) -> String { "national return \(national.year.description.replacing("/", with: "-")).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(
            title: "National return \(national.year)", tab: "Audits", header: ReturnExport.columns,
            rows: national.rows.map { row($0.type.words, $0.counts) } + [row("All premises", national.total)], on: national.day).bytes(as: format)
    }

    private func row(_ words: String, _ counts: ReturnCounts) -> [Workbook.Value] {
        func number(_ count: Int) -> Workbook.Value { .number(Double(count)) }
        return [
            .day(national.year.through), .text(words), number(counts.audits), number(counts.satisfactory), .init(counts.satisfactoryRate.words), number(counts.unsatisfactory),
            number(counts.informal), number(counts.formal), number(counts.enforcement), number(counts.prohibition), number(counts.alterations), number(counts.madeSatisfactory),
            .number(Double(counts.hours.millionths) / 1_000_000),
        ]
    }
}
