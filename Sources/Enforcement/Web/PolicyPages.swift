import Documents
import Hummingbird
import Kernel
import Markup
public import Storage
public import Web

/// The pages of the enforcement policy and of the figures held against it. What is changed hangs beside these, in `PolicyKeeping.swift`.
public struct PolicyPages: Sendable {
    let desk: Desk
    let mentions: Mentions
    let policies = EnforcementPolicies()

    /// - Parameter mentions: what others say of an edition: the boards that approved it.
    public init(desk: Desk, mentions: Mentions) {
        self.desk = desk
        self.mentions = mentions
    }

    public func hang(on site: SiteRoutes) {
        figures(site.members)
        editions(site.members)
        keepingPolicies(site.members)
        keepingObjectives(site.members)
        stating(site.members)
    }

    private func figures(_ members: Routes<MemberContext>) {
        members.get("enforcement/dashboard") { _, context in
            let (viewer, span) = (try context.policyViewer(), ActivitySpan(context.query))
            return context.page(try await desk.read { session in
                let (activity, objectives, policy) = try session.activity(on: viewer.day)
                return DashboardPage(activity: activity, objectives: objectives, policy: policy, span: span, viewer: viewer).page
            })
        }
        members.get("enforcement/dashboard/export/:format") { _, context in
            let (viewer, format) = (try context.policyViewer(), try TableFile.Format(named: context.part("format")))
            let span = ActivitySpan(context.query)
            let export = try await desk.read { session in ActivityExport(activity: try session.activity(on: viewer.day).activity, span: span) }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("enforcement/timeliness") { _, context in
            let (viewer, number) = (try context.policyViewer(), context.query["page"].flatMap { Int($0) } ?? 1)
            return context.page(try await desk.read { session in TimelinessPage(entries: try session.timeliness(on: viewer.day), viewer: viewer, number: number).page })
        }
        members.get("enforcement/timeliness/export/:format") { _, context in
            let (viewer, format) = (try context.policyViewer(), try TableFile.Format(named: context.part("format")))
            let export = try await desk.read { session in TimelinessExport(entries: try session.timeliness(on: viewer.day), day: viewer.day) }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("enforcement/activity") { _, context in
            let viewer = try context.policyViewer()
            return context.page(try await desk.read { session in StatedPage(stated: try session.statedActivity(on: viewer.day), viewer: viewer).page })
        }
    }

    private func editions(_ members: Routes<MemberContext>) {
        members.get("enforcement/policy") { _, context in
            let viewer = try context.policyViewer()
            return context.page(try await desk.read { session in
                let editions = try session.enforcementPolicies(on: viewer.day)
                return try page(of: editions.inForce(on: viewer.day), among: editions, viewer, session)
            })
        }
        members.get("enforcement/policy/:policy") { _, context in
            let (viewer, id) = (try context.policyViewer(), try context.id("policy", of: EnforcementPolicy.self))
            return context.page(try await desk.read { session in
                try page(of: session.enforcementPolicy(id), among: session.enforcementPolicies(on: viewer.day), viewer, session)
            })
        }
    }

    private func page(of policy: EnforcementPolicy?, among editions: [EnforcementPolicy], _ viewer: PolicyViewer, _ session: Session) throws -> Page {
        PolicyPage(
            policy: policy, objectives: try policy.map { try session.objectives(of: $0) } ?? [], editions: editions,
            said: try policy.map { try mentions.about([$0.subject], on: viewer.day, session) } ?? [], viewer: viewer).page
    }
}

extension ActivitySpan {
    /// As an address asks for it; years where it asks for nothing that there is.
    init(_ query: AddressQuery) { self = query["by"].flatMap(ActivitySpan.init(rawValue:)) ?? .year }
}
