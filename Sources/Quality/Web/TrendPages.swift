import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// What checks show together.
    func trends(_ members: Routes<MemberContext>) {
        members.get("quality/trends") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.trendViewer(session)
                return TrendPage(facts: try session.qualityReportFacts(on: viewer.day), filter: try TrendFilter(context.query, on: viewer.day), viewer: viewer).page
            })
        }
        members.get("quality/trends/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let export = try await desk.read { session in
                let viewer = try context.trendViewer(session)
                return TrendExport(facts: try session.qualityReportFacts(on: viewer.day), period: try TrendFilter(context.query, on: viewer.day).period)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
    }
}

extension MemberContext {
    /// Who looks at what checks show together.
    ///
    /// - Throws: `not-allowed`
    func trendViewer(_ session: Session) throws -> QualityViewer {
        try QualityPolicy.readsTrends.check(actor)
        return try qualityViewer(session)
    }
}
