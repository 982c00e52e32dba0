import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension PerformanceOperations {
    private static let at: [Parameter] = [.part("by", .choice(Frequency.self), "How long the period is."), .part("period", .reference, "2026-03, 2025-26-q4 or 2025-26.")]

    var reports: [Operation] {
        [
            .listing("listPerformanceReports", "performance-reports", "The reports that were written, the latest period first", .scope(.performanceRead), takes: [.day],
                     of: ReportLine.schema) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                return try call.page(session.performanceReports(on: call.day), by: { "\($0.id)" }) { ReportLine($0, on: call.day) }
            },
            .reading("showPerformanceReport", "performance-reports/{by}/{period}", "The report of a period: as it stands, or as it was signed with what has moved since", .scope(.performanceRead),
                     takes: [.day] + Self.at, gives: ReportPayload.schema, refuses: ["report-not-found"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                return try shown(call, session)
            },
            .handing("performanceReportFile", "performance-reports/{by}/{period}/files/{file}", "The report as a file", .scope(.performanceRead),
                     takes: [.day] + Self.at + [.part("file", .choice(PaperFormat.self), "As what.")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["report-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try PerformancePolicy.reads.check(call.actor)
                let (format, period) = (try PaperFormat(named: call.part("file")), try period(of: call))
                let (reference, document) = try await call.desk.read { session in
                    let paper = try performance.paper(period, on: call.day, at: call.moment, session)
                    return (paper.reference, paper.document)
                }
                return .handing(try await format.bytes(of: document), named: format.name(for: reference), type: format.type)
            },
            .doing(.post, "writePerformanceCommentary", "performance-reports/{by}/{period}/commentary", "Write what a report says; the first words begin it", .scope(.performanceWrite), takes: Self.at + [.ifRead],
                   from: .input("PerformanceCommentary", ["commentary": .text(atMost: 20_000)]), gives: ReportPayload.schema, refuses: ["report-not-found", "report-signed"]) { call in
                var fields = call.fields
                let words = fields.text("commentary", "Commentary", atMost: 20_000)
                try fields.finish()
                let period = try period(of: call)
                return try await call.write { work in
                    let held = try work.session.performanceReport(period)?.version ?? 0
                    try performance.comment(words, on: period, version: call.matched(held), work)
                    return try shown(call, work.session)
                }
            },
            .doing(.post, "explainPerformanceException", "performance-reports/{by}/{period}/exceptions/{indicator}", "Say why a measure missed its target, and what is done about it",
                   .scope(.performanceWrite), takes: Self.at, from: .input("PerformanceException", [
                       "words": .text(atMost: 4000), "version": Schema.whole(0...Int64.max).maybe.meaning("Of what was written before, as it was read; 0 where nothing was."),
                   ]), gives: ReportPayload.schema,
                   refuses: ["report-not-found", "performance-measure-not-found", "report-signed", "no-exception", "changed-meanwhile"]) { call in
                var fields = call.fields
                let words = fields.text("words", "Why, and what is done", atMost: 4000)
                let version = fields.number("version", "Version", in: 0...Int.max)
                try fields.finish()
                let period = try period(of: call)
                return try await call.write { work in
                    try performance.explain(work.session.measure(call.part("indicator")), in: period, words, version: version, work)
                    return try shown(call, work.session)
                }
            },
            .doing(.post, "signPerformanceReport", "performance-reports/{by}/{period}/signature", "Sign a report: from then on it keeps its numbers", .scope(.performanceWrite), takes: Self.at + [.ifRead],
                   from: .input("PerformanceSignature", ["seen": Schema.text(atMost: 16).maybe.meaning("The mark of the report as it was read, so that nothing is signed that was not seen.")]),
                   gives: ReportPayload.schema, refuses: ["report-not-found", "report-signed", "report-not-ready", "changed-meanwhile"]) { call in
                var fields = call.fields
                let seen = fields.optionalLine("seen", "What was seen", atMost: 16)
                try fields.finish()
                let period = try period(of: call)
                return try await call.write { work in
                    let held = try work.session.performanceReport(period)?.version ?? 0
                    try performance.sign(period, version: call.matched(held), seen: seen, work)
                    return try shown(call, work.session)
                }
            },
        ]
    }

    private func period(of call: Call) throws -> ReportingPeriod { try ReportingPeriod(report: call.part("by"), call.part("period")) }

    private func shown(_ call: Call, _ session: Session) throws -> Reply {
        let view = try performance.reportView(period(of: call), on: call.day, session)
        return try .showing(ReportPayload(view), version: view.report?.version)
    }
}
