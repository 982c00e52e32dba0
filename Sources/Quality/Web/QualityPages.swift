import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of checks. What belongs to samples, the form and remedial actions hangs beside these, in files of their own.
public struct QualityPages: Sendable {
    let desk: Desk
    let quality: Quality
    let naming: Naming

    public init(desk: Desk, quality: Quality = Quality(), naming: Naming = Naming()) { (self.desk, self.quality, self.naming) = (desk, quality, naming) }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        keepingChecks(site.members)
        fillingChecks(site.members)
        sampling(site.members)
        remedying(site.members)
        keepingForms(site.members)
        trends(site.members)
        calibrating(site.members)
        reporting(site.members)
    }

    /// This part's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit.map { QualityPolicy.enters.allows($0.actor) ? [NavigationItem("Quality", QualityLinks.overview)] : [] } ?? []
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("quality") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let plans = viewer.readsPlans ? try session.samplingPlans().filter { $0.plan.isHere(on: viewer.day) } : []
                // Whoever reads plans sees them counted whole, their own work among it.
                let checks = viewer.readsPlans ? try session.allQualityChecks().filter { $0.check.isHere(on: viewer.day) } : try session.qualityChecks(readBy: viewer.actor, on: viewer.day)
                return QualityOverviewPage(checks: checks, plans: plans, form: try session.qualityForm(inForceOn: viewer.day), viewer: viewer).page
            })
        }
        members.get("quality/checks") { _, context in
            let (filter, number) = (QualityFilter(context.query), context.query["page"].flatMap { Int($0) } ?? 1)
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                return QualityListPage(checks: try session.qualityChecks(readBy: viewer.actor, on: viewer.day), filter: filter, viewer: viewer, number: number).page
            })
        }
        members.get("quality/checks/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let filter = QualityFilter(context.query)
            let export = try await desk.read { session in
                let viewer = try context.qualityReader(session)
                return QualityExport(checks: filter.shown(try session.qualityChecks(readBy: viewer.actor, on: viewer.day), on: viewer.day, for: viewer.parties), day: viewer.day)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("quality/checks/:check") { _, context in
            let reference = try context.part("check")
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let facts = try session.qualityCheck(reference, readBy: viewer.actor, on: viewer.day)
                let spoken = [facts.check.work] + facts.remedials.compactMap(\.action)
                return QualityCheckPage(facts: facts, names: try Parties(session).names(), spoken: Spoken(names: try naming.names(of: spoken, session), viewer: viewer), viewer: viewer).page
            })
        }
        members.get("quality/checks/:check/history") { _, context in
            let reference = try context.part("check")
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let check = try session.qualityHistory(reference, readBy: viewer.actor, on: viewer.today).check
                let told = try RecordHistory(of: check.subject, session) { (_: [QualityRecordState]) in QualityWords(parties: try Parties(session).names()) }
                return told.page(
                    of: check.reference.text, crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Checks", viewer.link(QualityLinks.checks)), (check.reference.text, viewer.link(QualityLinks.check(check)))], section: "quality")
            })
        }
    }
}
