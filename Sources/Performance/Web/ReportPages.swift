import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PerformancePages {
    /// Reports: read by everyone, written and signed by managers, their exceptions explained by owners too.
    func reporting(_ members: Routes<MemberContext>) {
        members.get("performance/reports") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                return ReportListPage(reports: try session.performanceReports(on: viewer.day), viewer: viewer).page
            })
        }
        members.get("performance/reports/:by/:period") { _, context in
            let period = try context.reportPeriod()
            return context.page(try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                let view = try performance.reportView(period, on: viewer.day, session)
                return ReportPage(view: view, authors: try authors(of: view, session), viewer: viewer).page
            })
        }
        members.get("performance/reports/:by/:period/files/:file") { _, context in try await file(context) }
        // A file that is printed takes a while, so no link leads to it: a button asks for it.
        members.post("performance/reports/:by/:period/printing/:file") { request, context in
            _ = try await Form(request, context)
            return try await file(context)
        }
        members.get("performance/reports/:by/:period/commentary") { _, context in context.page(try await commentaryForm(context, .fresh)) }
        members.post("performance/reports/:by/:period/commentary") { request, context in
            let period = try context.reportPeriod()
            return try await context.writing(request, in: desk, saying: "The commentary was saved.") { fields in
                let words = fields.text("commentary", "Commentary", atMost: 20_000)
                let version = fields.versionOrNone()
                return { work in
                    try performance.comment(words, on: period, version: version, work)
                    return PerformanceLinks.report(period)
                }
            } orShowing: { try await commentaryForm(context, $0) }
        }
        members.get("performance/reports/:by/:period/exceptions/:indicator") { _, context in context.page(try await exceptionForm(context, .fresh)) }
        members.post("performance/reports/:by/:period/exceptions/:indicator") { request, context in
            let (period, reference) = (try context.reportPeriod(), try context.reference("indicator"))
            return try await context.writing(request, in: desk, saying: "The exception was explained.") { fields in
                let (words, version) = (fields.text("words", "Why, and what is done", atMost: 4000), fields.versionOrNone())
                return { work in
                    try performance.explain(work.session.measure(reference.text), in: period, words, version: version, work)
                    return PerformanceLinks.report(period).at("exceptions")
                }
            } orShowing: { try await exceptionForm(context, $0) }
        }
        members.get("performance/reports/:by/:period/signature") { _, context in context.page(try await signingForm(context, .fresh)) }
        members.post("performance/reports/:by/:period/signature") { request, context in
            let period = try context.reportPeriod()
            return try await context.writing(request, in: desk, saying: "The report was signed.") { fields in
                let (version, seen) = (fields.versionOrNone(), fields.line("seen", "What was seen", atMost: 16))
                return { work in
                    try performance.sign(period, version: version, seen: seen, work)
                    return PerformanceLinks.report(period)
                }
            } orShowing: { try await signingForm(context, $0) }
        }
    }

    private func authors(of view: ReportView, _ session: Session) throws -> [String: String] {
        try Parties(session).names(ofWhos: view.exceptions.values.map(\.by) + [view.report?.signedBy].compactMap(\.self))
    }

    private func file(_ context: MemberContext) async throws -> Response {
        try PerformancePolicy.reads.check(context.actor)
        let (period, format, moment, day) = (try context.reportPeriod(), try PaperFormat(named: context.part("file")), context.moment, context.day)
        let (reference, document) = try await desk.read { session in
            let paper = try performance.paper(period, on: day, at: moment, session)
            return (paper.reference, paper.document)
        }
        return context.download(try await format.bytes(of: document), name: format.name(for: reference), type: format.type)
    }

    private func commentaryForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PerformancePolicy.signs.check(context.actor)
        let period = try context.reportPeriod()
        return try await desk.read { session in
            let viewer = try context.performanceViewer(session)
            return CommentaryForm(view: try performance.reportView(period, on: viewer.today, session), filled: filled, viewer: viewer).page
        }
    }

    private func exceptionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (period, reference) = (try context.reportPeriod(), try context.reference("indicator"))
        return try await desk.read { session in
            let (viewer, measure) = (try context.performanceViewer(session), try session.measure(reference.text))
            try PerformancePolicy.records(measure, actingFor: viewer.parties).check(viewer.actor)
            return ExceptionForm(view: try performance.reportView(period, on: viewer.today, session), measure: measure, filled: filled, viewer: viewer).page
        }
    }

    private func signingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PerformancePolicy.signs.check(context.actor)
        let period = try context.reportPeriod()
        return try await desk.read { session in
            let viewer = try context.performanceViewer(session)
            return SigningForm(view: try performance.reportView(period, on: viewer.today, session), filled: filled, viewer: viewer).page
        }
    }
}

extension MemberContext {
    /// The period of a report’s address.
    ///
    /// - Throws: `report-not-found`
    fileprivate func reportPeriod() throws(Refusal) -> ReportingPeriod { try ReportingPeriod(report: part("by"), part("period")) }
}
