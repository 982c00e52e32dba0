import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PolicyPages {
    /// What managers do to editions.
    func keepingPolicies(_ members: Routes<MemberContext>) {
        members.get("enforcement/policy/new") { _, context in context.page(try await policyForm(context, nil, .fresh)) }
        members.post("enforcement/policy") { request, context in
            try await context.writing(request, in: desk, saying: "The edition was drafted.") { fields in
                let new = NewEnforcementPolicy(reading: &fields)
                return { work in PolicyLinks.policy(try policies.draft(new, work)) }
            } orShowing: { try await policyForm(context, nil, $0) }
        }
        members.get("enforcement/policy/:policy/edit") { _, context in context.page(try await policyForm(context, try context.id("policy"), .fresh)) }
        members.post("enforcement/policy/:policy/edit") { request, context in
            let id = try context.id("policy", of: EnforcementPolicy.self)
            return try await context.writing(request, in: desk, saying: "The draft was saved.") { fields in
                let (new, version) = (NewEnforcementPolicy(reading: &fields), fields.version())
                return { work in PolicyLinks.policy(try policies.edit(work.session.enforcementPolicy(id), new, version: version, work)) }
            } orShowing: { try await policyForm(context, id, $0) }
        }
        members.get("enforcement/policy/:policy/effect") { _, context in context.page(try await effectForm(context, .fresh)) }
        members.post("enforcement/policy/:policy/effect") { request, context in
            let id = try context.id("policy", of: EnforcementPolicy.self)
            return try await context.writing(request, in: desk, saying: "The day on which the edition takes effect was settled.") { fields in
                let day = fields.day("on", "The day it takes effect")
                return { work in PolicyLinks.policy(try policies.takeEffect(work.session.enforcementPolicy(id), on: day, work)) }
            } orShowing: { try await effectForm(context, $0) }
        }
    }

    private func policyForm(_ context: MemberContext, _ id: ID<EnforcementPolicy>?, _ filled: Filled) async throws -> Page {
        try ObjectivePolicy.keeps.check(context.actor)
        let viewer = try context.policyViewer()
        return try await desk.read { session in
            PolicyForm(
                policy: try id.map { try session.enforcementPolicy($0) }, before: try session.enforcementPolicy(inForceOn: viewer.today), filled: filled, viewer: viewer).page
        }
    }

    private func effectForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try ObjectivePolicy.keeps.check(context.actor)
        let (viewer, id) = (try context.policyViewer(), try context.id("policy", of: EnforcementPolicy.self))
        return try await desk.read { session in PolicyEffectForm(policy: try session.enforcementPolicy(id), filled: filled, viewer: viewer).page }
    }
}
