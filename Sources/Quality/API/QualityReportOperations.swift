import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension QualityOperations {
    private static let at: [Parameter] = [.part("frequency", .choice(["quarter", "year"]), "How long the period is."), .part("reported", .reference, "2025-26-q4 or 2025-26.")]

    /// What checks show together, and reports of it.
    var reports: [Operation] {
        [
            .reading("showQualityTrend", "quality/trend", "What checks of work done in a period show together", .scope(.qualityRead), takes: [
                .day, .query("from", .day, "Work done from this day; a year before the last when left out."), .query("through", .day, "The last day of the work; today when left out."),
                .query("criterion", .words(atMost: 40), "What officers and offices are compared by; anything that did not pass when left out."),
            ], gives: QualityTrendPayload.schema, refuses: ["period-ends-before-it-starts"]) { call, session in
                try QualityPolicy.readsTrends.check(call.actor)
                let (facts, filter) = (try session.qualityReportFacts(on: call.day), try TrendFilter(call.query, on: call.day))
                return try .showing(QualityTrendPayload(facts, facts.trend(filter.period, by: filter.criterion)))
            },
            .listing("listQualityReports", "quality/reports", "The reports that were written, the latest period first", .scope(.qualityRead), takes: [.day], of: QualityReportEntry.schema) { call, session in
                try QualityPolicy.readsTrends.check(call.actor)
                return try call.page(session.qualityReports(on: call.day), by: { "\($0.id)" }) { QualityReportEntry($0, on: call.day) }
            },
            .reading("showQualityReport", "quality/reports/{frequency}/{reported}", "The report of a period: as it stands, or as it was signed with what has moved since", .scope(.qualityRead),
                     takes: [.day] + Self.at, gives: QualityReportPayload.schema, refuses: ["report-not-found"]) { call, session in
                try QualityPolicy.readsTrends.check(call.actor)
                return try shown(call, session)
            },
            .handing("qualityReportFile", "quality/reports/{frequency}/{reported}/files/{file}", "The report as a file", .scope(.qualityRead),
                     takes: [.day] + Self.at + [.part("file", .choice(PaperFormat.self), "As what.")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["report-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try QualityPolicy.readsTrends.check(call.actor)
                let (format, period) = (try PaperFormat(named: call.part("file")), try period(of: call))
                let (reference, document) = try await call.desk.read { session in
                    let paper = try session.qualityReportPaper(period, on: call.day, at: call.moment)
                    return (paper.reference, paper.document)
                }
                return .handing(try await format.bytes(of: document), named: format.name(for: reference), type: format.type)
            },
            .doing(.post, "writeQualityCommentary", "quality/reports/{frequency}/{reported}/commentary", "Write what a report says; the first words begin it", .scope(.qualityWrite), takes: Self.at,
                   from: .input("QualityCommentary", ["commentary": .text(atMost: 20_000), "version": Schema.number.maybe.meaning("The version that was read.")]), gives: QualityReportPayload.schema,
                   refuses: ["report-not-found", "report-signed", "changed-meanwhile"]) { call in
                var fields = call.fields
                let words = fields.text("commentary", "Commentary", atMost: 20_000)
                let version = fields.written("version").isEmpty ? nil : fields.version()
                try fields.finish()
                let period = try period(of: call)
                return try await call.write { work in
                    try quality.comment(words, on: period, version: version, work)
                    return try shown(call, work.session)
                }
            },
            .doing(.post, "signQualityReport", "quality/reports/{frequency}/{reported}/signature", "Sign a report: from then on it keeps what it says", .scope(.qualityWrite), takes: Self.at,
                   from: .input("QualitySignature", [
                       "version": Schema.number.maybe.meaning("The version that was read."), "seen": Schema.text(atMost: 16).maybe.meaning("The mark of the report as it was read, so that nothing is signed that was not seen."),
                   ]), gives: QualityReportPayload.schema,
                   refuses: ["report-not-found", "report-signed", "report-not-ready", "changed-meanwhile"]) { call in
                var fields = call.fields
                let version = fields.written("version").isEmpty ? nil : fields.version()
                let seen = fields.optionalLine("seen", "What was seen", atMost: 16)
                try fields.finish()
                let period = try period(of: call)
                return try await call.write { work in
                    try quality.sign(period, version: version, seen: seen, work)
                    return try shown(call, work.session)
                }
            },
        ]
    }

    private func period(of call: Call) throws -> ReportingPeriod { try ReportingPeriod(qualityReport: call.part("frequency"), call.part("reported")) }

    private func shown(_ call: Call, _ session: Session) throws -> Reply {
        let view = try session.qualityReportView(period(of: call), on: call.day)
        return try .showing(QualityReportPayload(view, on: call.day), version: view.report?.version)
    }
}
