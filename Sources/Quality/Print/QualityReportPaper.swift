import Documents
import Kernel
import Markup
import People
import Storage

/// A report of quality as a paper.
struct QualityReportPaper {
    let view: QualityReportView
    let made: Moment
    let day: Day
    /// Who signed it; nil while nobody has.
    let signer: String?

    /// `quality-2025-26-q4`
    var reference: String { "quality-\(view.period.code)" }

    var document: Document {
        Document(
            "Quality of audits, \(view.period.words)", reference: reference, under: "\(view.period.from) to \(view.period.through)", made: made,
            marking: view.signedOn == nil ? "Draft" : nil, foot: "Quality of audits, \(view.period.words)\(view.signedOn == nil ? ", draft" : "")", opening + sections + moved)
    }

    private var opening: [Block] {
        let words = (view.report?.commentary ?? "").split(separator: "\n", omittingEmptySubsequences: true).map { Block.paragraph(Words(String($0.trimmed))) }
        return words + [.note(Words(view.signedOn.map { "Signed by \(signer ?? "somebody") on \($0). What it says is as it was signed." } ?? "A draft: what it says is as the records have it on \(day), and may still change."))]
    }

    private var sections: [Block] {
        QualityReportLine.Section.allCases.flatMap { section -> [Block] in
            let lines = view.lines.filter { $0.section == section }
            return [.heading(1, section.words), .table(.init(
                columns: [.init("What", .wide), .init("Comes to", .wide)], rows: lines.map { [Words($0.title), Words($0.written)] }, none: section.none))]
        }
    }

    private var moved: [Block] {
        guard view.isStale else { return [] }
        return [.heading(1, "Moved since it was signed"), .table(.init(columns: [.init("What", .wide), .init("Signed"), .init("Now")], rows: view.moved.map { moved in
            [Words((moved.signed ?? moved.now)?.title ?? ""), Words(moved.signed?.written ?? "Was not there"), Words(moved.now?.written ?? "Is not there any more")]
        }))]
    }
}

extension QualityReportLine.Section {
    /// What stands where a section says nothing.
    var none: String { self == .agreement ? "No calibration was closed in this time." : "Nothing." }
}

extension Session {
    /// The report of a period as a paper, as it stands on a day.
    func qualityReportPaper(_ period: ReportingPeriod, on day: Day, at moment: Moment) throws -> QualityReportPaper {
        let view = try qualityReportView(period, on: day)
        return QualityReportPaper(view: view, made: moment, day: day, signer: try view.report?.signedBy.map { try Parties(self).name(ofWho: $0) })
    }
}
