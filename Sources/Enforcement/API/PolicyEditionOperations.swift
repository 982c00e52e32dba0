import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension PolicyOperations {
    var editions: [Operation] {
        [
            .listing("listEnforcementPolicies", "enforcement/policies", "Every edition of the enforcement policy", .scope(.enforcementPolicyRead), takes: [.day],
                     of: EnforcementPolicyPayload.schema) { call, session in
                try ObjectivePolicy.reads.check(call.actor)
                return try call.page(session.enforcementPolicies(on: call.day), by: { "\($0.id)" }) { try session.payload(of: $0) }
            },
            .reading("showEnforcementPolicy", "enforcement/policies/{policy}", "One edition of the enforcement policy with its objectives", .scope(.enforcementPolicyRead),
                     takes: [.id("policy")], gives: EnforcementPolicyPayload.schema, refuses: ["policy-edition-not-found"]) { call, session in
                try ObjectivePolicy.reads.check(call.actor)
                return try shown(session.enforcementPolicy(call.id("policy")), session)
            },
            .adding("draftEnforcementPolicy", "enforcement/policies", "Draft an edition; what is left out is as the edition in force has it", .scope(.enforcementPolicyWrite),
                    from: NewEnforcementPolicy.schema, gives: EnforcementPolicyPayload.schema, refuses: ["policy-edition-taken"]) { call, work in
                let before = try work.session.enforcementPolicy(inForceOn: work.today)
                var fields = Fields(call.fields, over: before?.entries ?? [:])
                let new = NewEnforcementPolicy(reading: &fields)
                try fields.finish()
                let policy = try policies.draft(new, work)
                return try shown(policy, work.session).added(at: Link("enforcement", "policies", policy.id))
            },
            .changing("changeEnforcementPolicy", "enforcement/policies/{policy}", "Change a draft; what is left out stays", .scope(.enforcementPolicyWrite), takes: [.id("policy")],
                      from: NewEnforcementPolicy.schema, gives: EnforcementPolicyPayload.schema,
                      refuses: ["policy-edition-not-found", "policy-in-force", "policy-edition-taken"]) { call, work in
                let policy = try work.session.enforcementPolicy(call.id("policy"))
                var fields = Fields(call.fields, over: policy.entries)
                let new = NewEnforcementPolicy(reading: &fields)
                try fields.finish()
                return try shown(policies.edit(policy, new, version: call.matched(policy.version), work), work.session)
            },
            .adding("bringEnforcementPolicyIntoEffect", "enforcement/policies/{policy}/effect", "Have a draft take effect from a day", .scope(.enforcementPolicyWrite),
                    takes: [.id("policy")], from: .input("PolicyEffect", ["on": .day]), gives: EnforcementPolicyPayload.schema,
                    refuses: ["policy-edition-not-found", "policy-in-force", "policy-out-of-order"]) { call, work in
                var fields = call.fields
                let day = fields.day("on", "The day it takes effect")
                try fields.finish()
                return try shown(policies.takeEffect(work.session.enforcementPolicy(call.id("policy")), on: day, work), work.session).added()
            },
        ]
    }

    var objectives: [Operation] {
        [
            .adding("addEnforcementObjective", "enforcement/policies/{policy}/objectives", "Add an objective to a draft", .scope(.enforcementPolicyWrite), takes: [.id("policy")],
                    from: NewObjective.schema, gives: EnforcementPolicyPayload.schema, refuses: ["policy-edition-not-found", "policy-in-force"]) { call, work in
                var fields = call.fields
                let new = NewObjective(reading: &fields)
                try fields.finish()
                let policy = try work.session.enforcementPolicy(call.id("policy"))
                try policies.aim(new, in: policy, work)
                return try shown(policy, work.session).added()
            },
            .changing("changeEnforcementObjective", "enforcement/policies/{policy}/objectives/{objective}", "Change an objective of a draft; what is left out stays",
                      .scope(.enforcementPolicyWrite), takes: [.id("policy"), .id("objective")], from: NewObjective.schema, gives: ObjectivePayload.schema,
                      refuses: ["policy-edition-not-found", "objective-not-found", "policy-in-force"]) { call, work in
                let policy = try work.session.enforcementPolicy(call.id("policy"))
                let objective = try work.session.objective(call.id("objective"), of: policy)
                var fields = Fields(call.fields, over: objective.entries)
                let new = NewObjective(reading: &fields)
                try fields.finish()
                let changed = try policies.edit(objective, of: policy, new, version: call.matched(objective.version), work)
                return try .showing(ObjectivePayload(changed), version: changed.version)
            },
            .doing(.post, "dropEnforcementObjective", "enforcement/policies/{policy}/objectives/{objective}/removal", "Take an objective out of a draft", .scope(.enforcementPolicyWrite),
                   takes: [.id("policy"), .id("objective")], gives: EnforcementPolicyPayload.schema,
                   refuses: ["policy-edition-not-found", "objective-not-found", "policy-in-force"]) { call in
                try await call.write { work in
                    let policy = try work.session.enforcementPolicy(call.id("policy"))
                    try policies.drop(work.session.objective(call.id("objective"), of: policy), of: policy, work)
                    return try shown(policy, work.session)
                }
            },
        ]
    }

    private func shown(_ policy: EnforcementPolicy, _ session: Session) throws -> Reply {
        try .showing(session.payload(of: policy), version: policy.version)
    }
}
