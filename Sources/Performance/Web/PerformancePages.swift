import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of measures and scorecards. What is changed hangs beside these, in `MeasureKeeping.swift`.
public struct PerformancePages: Sendable {
    let desk: Desk
    let performance: Performance
    let mentions: Mentions

    /// - Parameter mentions: what others say of a measure: the boards that decided about it.
    public init(desk: Desk, performance: Performance = Performance(), mentions: Mentions = Mentions()) {
        self.desk = desk
        self.performance = performance
        self.mentions = mentions
    }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keeping(site.members)
        takingBack(site.members)
        takingValues(site.members)
        reporting(site.members)
    }

    /// This slice's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit.map { PerformancePolicy.reads.allows($0.actor) ? [NavigationItem("Performance", PerformanceLinks.scorecard)] : [] } ?? []
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("performance") { _, context in
            let filter = ScorecardFilter(context.query)
            return context.page(try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                return ScorecardPage(card: try performance.scorecard(filter.period(on: viewer.day), on: viewer.day, session), filter: filter, viewer: viewer).page
            })
        }
        members.get("performance/export/:format") { _, context in
            let (filter, format) = (ScorecardFilter(context.query), try TableFile.Format(named: context.part("format")))
            let export = try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                let card = try performance.scorecard(filter.period(on: viewer.day), on: viewer.day, session)
                return ScorecardExport(card: card, lines: filter.shown(card.lines))
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("performance/measures/:indicator") { _, context in
            let (reference, isScreened) = (try context.reference("indicator"), context.query["unscreened"] == nil)
            return context.page(try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                let view = try performance.view(reference.text, on: viewer.day, session)
                return MeasurePage(
                    view: view, isScreened: isScreened, viewer: viewer, figure: view.measure.figure.flatMap(performance.figure),
                    said: try mentions.about([view.measure.subject], on: viewer.day, session)).page
            })
        }
        members.get("performance/measures/:indicator/history") { _, context in
            let reference = try context.reference("indicator")
            return context.page(try await desk.read { session in
                let (viewer, own) = (try context.performanceViewer(session), try session.measure(reference.text))
                let told = try RecordHistory(of: own.subject, session) { (_: [MeasureState]) in MeasureWords(measure: own, parties: try Parties(session).names()) }
                return told.page(of: "\(own.reference) \(own.title)", crumbs: crumbs(own, viewer), section: "performance")
            })
        }
        members.get("performance/measures/:indicator/export/:format") { _, context in
            let (reference, format) = (try context.reference("indicator"), try TableFile.Format(named: context.part("format")))
            let export = try await desk.read { session in
                ValueExport(view: try performance.view(reference.text, on: context.performanceViewer(session).day, session))
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
    }
}
