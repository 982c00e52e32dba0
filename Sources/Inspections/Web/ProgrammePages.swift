import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of the programmes of years. What is changed there hangs beside these, in `ProgrammeKeeping.swift`.
public struct ProgrammePages: Sendable {
    let desk: Desk
    let programmes: Programmes

    public init(desk: Desk, programmes: Programmes = Programmes()) { (self.desk, self.programmes) = (desk, programmes) }

    public func hang(on site: SiteRoutes) {
        reading(site.members)
        telling(site.members)
        keepingProgrammes(site.members)
        keepingOfficers(site.members)
        makingPlans(site.members)
    }

    /// This part's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        visit.map { ProgrammePolicy.reads.allows($0.actor) ? [NavigationItem("Programme", ProgrammeLinks.list)] : [] } ?? []
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("programme") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.programmeReader(session)
                let programmes = try session.all(Programme.self, "WHERE since_on <= \(viewer.day) ORDER BY year DESC")
                return ProgrammeListPage(progress: try programmes.map { try session.progress(of: $0, on: viewer.day) }, viewer: viewer).page
            })
        }
        members.get("programme/:programme") { _, context in
            let (reference, number) = (try context.part("programme"), context.planNumber)
            return context.page(try await desk.read { session in
                let viewer = try context.programmeReader(session)
                let facts = try session.facts(of: session.programme(reference), on: viewer.day, plan: number)
                return ProgrammePage(
                    facts: facts, hours: try session.hoursBasis(facts), lines: try facts.plan.map { try session.allotments(of: $0, facts) } ?? [], markers: try session.markerTitles(), viewer: viewer).page
            })
        }
        members.get("programme/:programme/audits") { _, context in
            let (reference, plan, filter) = (try context.part("programme"), context.planNumber, AllotmentFilter(context.query))
            let number = context.query["page"].flatMap { Int($0) } ?? 1
            return context.page(try await desk.read { session in
                let viewer = try context.programmeReader(session)
                let facts = try session.facts(of: session.programme(reference), on: viewer.day, plan: plan)
                return AllotmentListPage(facts: facts, lines: try facts.plan.map { try session.allotments(of: $0, facts) } ?? [], filter: filter, number: number, viewer: viewer).page
            })
        }
        members.get("programme/:programme/export/:format") { _, context in
            let (reference, plan, filter, format) = (try context.part("programme"), context.planNumber, AllotmentFilter(context.query), try TableFile.Format(named: context.part("format")))
            let export = try await desk.read { session in
                let viewer = try context.programmeReader(session)
                let facts = try session.facts(of: session.programme(reference), on: viewer.day, plan: plan)
                return AllotmentExport(facts: facts, lines: filter.shown(try facts.plan.map { try session.allotments(of: $0, facts) } ?? []) { $0.officer.map(viewer.parties.contains) ?? false })
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
    }

    private func telling(_ members: Routes<MemberContext>) {
        members.get("programme/:programme/changes") { _, context in
            let (reference, plan) = (try context.part("programme"), context.planNumber)
            return context.page(try await desk.read { session in
                let viewer = try context.programmeReader(session)
                let facts = try session.facts(of: session.programme(reference), on: viewer.day, plan: plan)
                let compared = try session.changes(facts)
                return YearPlanChangesPage(facts: facts, compared: compared, premises: try session.premisesNames(compared), viewer: viewer).page
            })
        }
        members.get("programme/:programme/progress") { _, context in
            let reference = try context.part("programme")
            return context.page(try await desk.read { session in
                let viewer = try context.programmeReader(session)
                return ProgrammeProgressPage(progress: try session.progress(of: session.programme(reference), on: viewer.day), viewer: viewer).page
            })
        }
        members.get("programme/:programme/progress/export/:format") { _, context in
            let (reference, format) = (try context.part("programme"), try TableFile.Format(named: context.part("format")))
            let export = try await desk.read { session in
                let viewer = try context.programmeReader(session)
                return ProgressExport(progress: try session.progress(of: session.programme(reference), on: viewer.day))
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("programme/:programme/history") { _, context in
            let reference = try context.part("programme")
            return context.page(try await desk.read { session in
                let (viewer, programme) = (try context.programmeReader(session), try session.programme(reference))
                let told = try RecordHistory(of: programme.subject, session) { (_: [ProgrammeState]) in ProgrammeWords(parties: try Parties(session).names()) }
                return told.page(
                    of: programme.reference.text, crumbs: [("Programmes", viewer.link(ProgrammeLinks.list)), (programme.reference.text, viewer.link(ProgrammeLinks.programme(programme)))],
                    section: "programme")
            })
        }
    }
}
