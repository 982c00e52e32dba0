import Documents
import Kernel
import Premises

/// The notices of a filtered view to take away.
struct NoticeExport {
    let views: [NoticeView]
    let day: Day

    static let columns = [
        "Notice", "Type", "Case", "Premises", "Name and address", "Officer", "Drafted", "Served", "To be complied with by", "Complied with", "Standing", "Why", "Register", "Next", "What is next",
    ]

    /// `notices 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "notices \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Notices", tab: "Notices", header: NoticeExport.columns, rows: views.map { view in
            let (notice, facts) = (view.notice, view.facts)
            return [
                .text(notice.reference.text), .text(notice.type.words), .text(facts.enforcementCase.reference.text), .text(facts.premises.reference.text), .text(facts.premises.line),
                .text(facts.officer), .day(notice.drafted), .init(view.clock?.served.lowerBound), .init(view.complyBy), .init(view.clock?.history.complied), .text(view.state.words),
                .text(view.why), .init(view.register?.words), .init(view.next?.day), .init(view.next?.words),
            ]
        }, on: day).bytes(as: format)
    }
}

/// The cases of a filtered view to take away.
struct CaseExport {
    let cases: [CaseFacts]
    let day: Day

    static let columns = ["Case", "What it is about", "How it arose", "Premises", "Name and address", "Officer", "Opened", "Closed", "Standing", "Articles", "Concluded", "Notices"]

    /// `cases 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "cases \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Cases", tab: "Cases", header: CaseExport.columns, rows: cases.map { facts in
            let own = facts.enforcementCase
            return [
                .text(own.reference.text), .text(own.title), .text(own.origin.words), .text(facts.premises.reference.text), .text(facts.premises.line), .text(facts.officer),
                .day(own.opened), .init(own.closed.flatMap { $0 <= day ? $0 : nil }), .text(own.isOpen(on: day) ? "Open" : "Closed"), .text(facts.articles(on: day).joined(separator: ", ")),
                .init(facts.rationale?.conclusion.words), .text(facts.notices.map(\.notice.reference.text).joined(separator: ", ")),
            ]
        }, on: day).bytes(as: format)
    }
}
