import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// Reports of quality: read by those who look after checks, written and signed by managers.
    func reporting(_ members: Routes<MemberContext>) {
        members.get("quality/reports") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.trendViewer(session)
                return QualityReportListPage(reports: try session.qualityReports(on: viewer.day), viewer: viewer).page
            })
        }
        members.get("quality/reports/:frequency/:reported") { _, context in
            let period = try context.qualityPeriod()
            return context.page(try await desk.read { session in
                let viewer = try context.trendViewer(session)
                let view = try session.qualityReportView(period, on: viewer.day)
                return QualityReportPage(view: view, signer: try view.report?.signedBy.map { try Parties(session).name(ofWho: $0) }, viewer: viewer).page
            })
        }
        members.get("quality/reports/:frequency/:reported/files/:file") { _, context in try await file(context) }
        // A file that is printed takes a while, so no link leads to it: a button asks for it.
        members.post("quality/reports/:frequency/:reported/printing/:file") { request, context in
            _ = try await Form(request, context)
            return try await file(context)
        }
        members.get("quality/reports/:frequency/:reported/commentary") { _, context in context.page(try await reportForm(context, .fresh) { $0.commentary }) }
        members.post("quality/reports/:frequency/:reported/commentary") { request, context in
            let period = try context.qualityPeriod()
            return try await context.writing(request, in: desk, saying: "The commentary was saved.") { fields in
                let words = fields.text("commentary", "Commentary", atMost: 20_000)
                let version = fields.versionOrNone()
                return { work in
                    try quality.comment(words, on: period, version: version, work)
                    return QualityLinks.report(period)
                }
            } orShowing: { filled in try await reportForm(context, filled) { $0.commentary } }
        }
        members.get("quality/reports/:frequency/:reported/signature") { _, context in context.page(try await reportForm(context, .fresh) { $0.signing }) }
        members.post("quality/reports/:frequency/:reported/signature") { request, context in
            let period = try context.qualityPeriod()
            return try await context.writing(request, in: desk, saying: "The report was signed.") { fields in
                let version = fields.versionOrNone()
                let seen = fields.line("seen", "What was seen", atMost: 16)
                return { work in
                    try quality.sign(period, version: version, seen: seen, work)
                    return QualityLinks.report(period)
                }
            } orShowing: { filled in try await reportForm(context, filled) { $0.signing } }
        }
    }

    private func file(_ context: MemberContext) async throws -> Response {
        try QualityPolicy.readsTrends.check(context.actor)
        let (period, format, moment, day) = (try context.qualityPeriod(), try PaperFormat(named: context.part("file")), context.moment, context.day)
        let (reference, document) = try await desk.read { session in
            let paper = try session.qualityReportPaper(period, on: day, at: moment)
            return (paper.reference, paper.document)
        }
        return context.download(try await format.bytes(of: document), name: format.name(for: reference), type: format.type)
    }

    private func reportForm(_ context: MemberContext, _ filled: Filled, _ page: @escaping @Sendable (QualityReportForms) -> Page) async throws -> Page {
        try QualityPolicy.reports.check(context.actor)
        let period = try context.qualityPeriod()
        return try await desk.read { session in
            let viewer = try context.trendViewer(session)
            return page(QualityReportForms(view: try session.qualityReportView(period, on: viewer.today), filled: filled, viewer: viewer))
        }
    }
}

extension MemberContext {
    /// - Throws: `report-not-found`
    fileprivate func qualityPeriod() throws(Refusal) -> ReportingPeriod { try ReportingPeriod(qualityReport: part("frequency"), part("reported")) }
}
