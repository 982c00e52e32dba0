import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PolicyPages {
    /// What managers do to the objectives of a draft.
    func keepingObjectives(_ members: Routes<MemberContext>) {
        members.get("enforcement/policy/:policy/objectives/new") { _, context in context.page(try await objectiveForm(context, nil, .fresh)) }
        members.post("enforcement/policy/:policy/objectives") { request, context in
            let id = try context.id("policy", of: EnforcementPolicy.self)
            return try await context.writing(request, in: desk, saying: "The objective was added.") { fields in
                let new = NewObjective(reading: &fields)
                return { work in
                    let policy = try work.session.enforcementPolicy(id)
                    try policies.aim(new, in: policy, work)
                    return PolicyLinks.policy(policy).at("objectives")
                }
            } orShowing: { try await objectiveForm(context, nil, $0) }
        }
        members.get("enforcement/policy/:policy/objectives/:objective/edit") { _, context in
            context.page(try await objectiveForm(context, try context.id("objective"), .fresh))
        }
        members.post("enforcement/policy/:policy/objectives/:objective/edit") { request, context in
            let (id, objective) = (try context.id("policy", of: EnforcementPolicy.self), try context.id("objective", of: EnforcementObjective.self))
            return try await context.writing(request, in: desk, saying: "The objective was saved.") { fields in
                let (new, version) = (NewObjective(reading: &fields), fields.version())
                return { work in
                    let policy = try work.session.enforcementPolicy(id)
                    try policies.edit(work.session.objective(objective, of: policy), of: policy, new, version: version, work)
                    return PolicyLinks.policy(policy).at("objectives")
                }
            } orShowing: { try await objectiveForm(context, objective, $0) }
        }
        members.post("enforcement/policy/:policy/objectives/:objective/removal") { request, context in
            let (id, objective) = (try context.id("policy", of: EnforcementPolicy.self), try context.id("objective", of: EnforcementObjective.self))
            _ = try await Form(request, context)
            let policy = try await desk.write(by: context.actor) { work in
                let policy = try work.session.enforcementPolicy(id)
                try policies.drop(work.session.objective(objective, of: policy), of: policy, work)
                return policy
            }
            return context.seeOther(PolicyLinks.policy(policy).at("objectives"), saying: "The objective was dropped.")
        }
    }

    /// What is stated of years.
    func stating(_ members: Routes<MemberContext>) {
        members.get("enforcement/activity/new") { _, context in context.page(try await statedForm(context, nil, .fresh)) }
        members.post("enforcement/activity") { request, context in
            try await context.writing(request, in: desk, saying: "The number was stated.") { fields in
                let new = NewStatedActivity(reading: &fields)
                return { work in
                    try policies.state(new, work)
                    return PolicyLinks.activity
                }
            } orShowing: { try await statedForm(context, nil, $0) }
        }
        members.get("enforcement/activity/:stated/edit") { _, context in context.page(try await statedForm(context, try context.id("stated"), .fresh)) }
        members.post("enforcement/activity/:stated/edit") { request, context in
            let id = try context.id("stated", of: StatedActivity.self)
            let held = try await desk.read { session in try session.statedActivity(id) }
            return try await context.writing(request, in: desk, saying: "The number was corrected.") { fields in
                let version = fields.version()
                // The form asks for the number and its source alone.
                var own = Fields(fields, over: held.entries)
                let new = NewStatedActivity(reading: &own)
                for wrong in own.errors { fields.refuse(wrong.name, wrong.sentence) }
                return { work in
                    try policies.correct(work.session.statedActivity(id), new, version: version, work)
                    return PolicyLinks.activity
                }
            } orShowing: { try await statedForm(context, id, $0) }
        }
    }

    private func objectiveForm(_ context: MemberContext, _ id: ID<EnforcementObjective>?, _ filled: Filled) async throws -> Page {
        try ObjectivePolicy.keeps.check(context.actor)
        let (viewer, own) = (try context.policyViewer(), try context.id("policy", of: EnforcementPolicy.self))
        return try await desk.read { session in
            let policy = try session.enforcementPolicy(own)
            return ObjectiveForm(policy: policy, objective: try id.map { try session.objective($0, of: policy) }, filled: filled, viewer: viewer).page
        }
    }

    private func statedForm(_ context: MemberContext, _ id: ID<StatedActivity>?, _ filled: Filled) async throws -> Page {
        try ObjectivePolicy.keeps.check(context.actor)
        let viewer = try context.policyViewer()
        return try await desk.read { session in StatedForm(stated: try id.map { try session.statedActivity($0) }, filled: filled, viewer: viewer).page }
    }
}
