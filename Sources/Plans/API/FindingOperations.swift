import HTTPTypes
import Kernel
import People
import Storage
import Web

extension PlanOperations {
    var findings: [Operation] {
        [
            .reading("showFinding", "plans/{plan}/findings/{finding}", "One finding on a day", .scope(.plansRead), takes: [.day],
                     gives: FindingPayload.schema, refuses: ["plan-not-found", "finding-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                return try shown(session.finding(call.part("finding"), in: plan), of: plan, call, session)
            },
            .adding("addFinding", "plans/{plan}/findings", "Add a finding to a plan", .scope(.plansWrite), from: NewFinding.schema,
                    gives: FindingPayload.schema, refuses: ["plan-not-found", "plan-closed", "reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewFinding(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(call.part("plan"))
                let finding = try plans.add(new, to: plan, work)
                return try shown(finding, of: plan, call, work.session).added(at: PlanLinks.finding(finding, plan))
            },
            .changing("changeFinding", "plans/{plan}/findings/{finding}", "Change a finding; what is left out stays", .scope(.plansWrite), from: NewFinding.schema,
                      gives: FindingPayload.schema,
                      refuses: ["plan-not-found", "plan-closed", "finding-not-found", "reference-taken", "reference-not-usable"]) { call, work in
                let plan = try work.session.plan(call.part("plan"))
                let finding = try work.session.finding(call.part("finding"), in: plan)
                var fields = Fields(call.fields, over: finding.entries)
                let new = NewFinding(reading: &fields)
                try fields.finish()
                let changed = try plans.edit(finding, of: plan, new, version: call.matched(finding.version), work)
                return try shown(changed, of: plan, call, work.session)
            },
            .doing(.post, "moveFinding", "plans/{plan}/findings/{finding}/place", "Move a finding one step up or down", .scope(.plansWrite),
                   from: PlanInputs.step, gives: FindingPayload.schema, refuses: ["plan-not-found", "plan-closed", "finding-not-found"]) { call in
                try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let finding = try work.session.finding(call.part("finding"), in: plan)
                    try plans.move(finding, step(call), in: plan, work)
                    return try shown(work.session.finding(call.part("finding"), in: plan), of: plan, call, work.session)
                }
            },
            .doing(.post, "withdrawFinding", "plans/{plan}/findings/{finding}/withdrawal", "Take a finding and its actions out of a plan, for a reason",
                    .scope(.plansWrite), from: NewWithdrawal.schema, gives: WithdrawalPayload.schema, status: 201,
                    refuses: ["plan-not-found", "plan-closed", "finding-not-found", "finding-withdrawn"]) { call in
                try await withdrawing(Finding.self, call)
            },
            .listing("listWithdrawals", "plans/{plan}/withdrawals", "What was taken out of a plan, newest first", .scope(.plansRead),
                     of: WithdrawalPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let facts = try session.facts(of: session.plan(call.part("plan")))
                return try call.page(facts.withdrawals.reversed(), by: { "\($0.id)" }) { WithdrawalPayload($0, facts) }
            },
            .doing(.post, "restore", "plans/{plan}/withdrawals/{withdrawal}/restoration", "Put back what was taken out of a plan",
                   .scope(.plansWrite), takes: [.id("withdrawal")], gives: WithdrawalPayload.schema,
                   refuses: ["plan-not-found", "plan-closed", "withdrawal-not-found", "already-restored"]) { call in
                try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let withdrawal = try work.session.withdrawal(call.id("withdrawal"), in: plan)
                    let restored = try plans.restore(withdrawal, in: plan, work)
                    return try .showing(WithdrawalPayload(restored, work.session.facts(of: plan)), version: restored.version)
                }
            },
        ]
    }

    func shown(_ finding: Finding, of plan: Plan, _ call: Call, _ session: Session) throws -> Reply {
        let view = PlanView(try session.facts(of: plan), on: call.day)
        return try .showing(FindingPayload(finding, in: view), version: finding.version)
    }

    func step(_ call: Call) throws -> Plans.Step { try Plans.Step(writing: call.fields) }

    func withdrawing<Item: PlanItem>(_ type: Item.Type, _ call: Call) async throws -> Reply {
        var fields = call.fields
        let new = NewWithdrawal(reading: &fields)
        try fields.finish()
        return try await call.write(because: new.because) { work in
            let plan = try work.session.plan(call.part("plan"))
            let item = try Item.named(call.part(Item.noun), in: plan, work.session)
            let withdrawal = try plans.withdraw(item, of: plan, because: new.because, work)
            return try .added(WithdrawalPayload(withdrawal, work.session.facts(of: plan)), version: withdrawal.version)
        }
    }
}
