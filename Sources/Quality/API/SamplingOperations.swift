import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension QualityOperations {
    var sampling: [Operation] {
        [
            .listing("listSamplingPlans", "quality/plans", "Sampling plans on a day, the latest first, and how far each is", .scope(.qualityRead), takes: [.day], of: SamplingPlanPayload.schema) { call, session in
                try QualityPolicy.readsPlans.check(call.actor)
                return try call.page(session.samplingPlans().filter { $0.plan.isHere(on: call.day) }, by: { "\($0.plan.id)" }) { SamplingPlanPayload($0, on: call.day) }
            },
            .reading("showSamplingPlan", "quality/plans/{plan}", "One sampling plan on a day: its rules, its seed, what it is likely to find, and how far its checks are", .scope(.qualityRead),
                     takes: [.day], gives: SamplingPlanPayload.schema, refuses: ["sampling-plan-not-found"]) { call, session in
                try QualityPolicy.readsPlans.check(call.actor)
                return try shownPlan(call, session)
            },
            .reading("drawSampleAgain", "quality/plans/{plan}/again", "Draw a sample again from what was kept of it, and tell whether the same comes of it", .scope(.qualityRead), takes: [.day],
                     gives: SampleAgainPayload.schema, refuses: ["sampling-plan-not-found", "sample-not-drawn"]) { call, session in
                try QualityPolicy.readsPlans.check(call.actor)
                let facts = try session.samplingThen(call.part("plan"), on: call.day)
                let (draw, comparison) = try quality.drawAgain(facts, on: call.day, session)
                return try .showing(SampleAgainPayload(facts.plan, draw, comparison))
            },
            .adding("planSample", "quality/plans", "Plan a sample of the audits of some time", .scope(.qualityWrite), from: NewSamplingPlan.schema, gives: SamplingPlanPayload.schema) { call, work in
                var fields = call.fields
                let new = NewSamplingPlan(reading: &fields)
                try fields.finish()
                let plan = try quality.plan(new, work)
                return try shownPlan(plan.reference.text, call, work.session).added(at: QualityLinks.plan(plan))
            },
            .changing("changeSamplingPlan", "quality/plans/{plan}", "Plan a sample anew that was not drawn yet; what is left out stays", .scope(.qualityWrite), from: NewSamplingPlan.schema,
                      gives: SamplingPlanPayload.schema, refuses: ["sampling-plan-not-found", "sample-drawn-already", "sampling-plan-dropped"]) { call, work in
                let facts = try work.session.facts(of: work.session.samplingPlan(call.part("plan")))
                var fields = Fields(call.fields, over: facts.plan.entries(reviewers: facts.reviewers))
                let new = NewSamplingPlan(reading: &fields)
                try fields.finish()
                _ = try quality.replan(facts.plan, new, version: call.matched(facts.plan.version), work)
                return try shownPlan(call, work.session)
            },
            deed("drawSample", "draw", "Draw a sample, and open a check of each audit that is in it", from: QualityInput.draw, refuses: [
                "sampling-period-not-over", "sampling-due-passed", "nothing-to-draw", "no-quality-form", "no-reviewer-left", "reviewer-is-auditor",
            ]) { fields in
                let seed = fields.number("seed", "The seed", in: 0...SampleDraw.highestSeed)
                return { plan, version, work in try quality.draw(plan, seed: seed, version: version, work) }
            },
            deed("dropSamplingPlan", "dropping", "Give a sampling plan up before it is drawn, for a reason", from: QualityInput.dropping, refuses: []) { fields in
                let because = fields.text("because", "Why", atMost: 4000)
                return { plan, version, work in try quality.drop(plan, because: because, version: version, work) }
            },
        ]
    }

    private func shownPlan(_ call: Call, _ session: Session) throws -> Reply { try shownPlan(call.part("plan"), call, session) }

    private func shownPlan(_ reference: String, _ call: Call, _ session: Session) throws -> Reply {
        let payload = SamplingPlanPayload(try session.samplingThen(reference, on: call.day), on: call.day)
        return try .showing(payload, version: payload.version)
    }

    private func deed(
        _ id: String, _ path: String, _ summary: String, from: Schema, refuses: [String], _ read: @escaping @Sendable (inout Fields) -> (SamplingPlan, Int?, Work) throws -> Void
    ) -> Operation {
        .adding(id, "quality/plans/{plan}/\(path)", summary, .scope(.qualityWrite), from: from, gives: SamplingPlanPayload.schema,
                refuses: ["sampling-plan-not-found", "sample-drawn-already", "sampling-plan-dropped", "changed-meanwhile"] + refuses) { call, work in
            try QualityPolicy.enters.check(call.actor)
            var fields = call.fields
            let (deed, version) = (read(&fields), fields.number("version", "Version", in: 1...Int.max))
            try fields.finish()
            try deed(work.session.samplingPlan(call.part("plan")), version, work)
            return try shownPlan(call, work.session).added()
        }
    }

    var remedying: [Operation] {
        [
            .changing("editRemedialAction", "quality/remedials/{remedial}", "Word a remedial action anew, or give it to somebody else or another day; what is left out stays", .scope(.qualityWrite),
                      takes: [.id("remedial")], from: NewRemedialAction.schema, gives: RemedialPayload.schema, refuses: ["remedial-not-found", "remedial-done", "remedial-in-plan"]) { call, work in
                let remedial = try work.session.remedial(call.id("remedial"))
                var fields = Fields(call.fields, over: remedial.entries(owner: try Parties(work.session).get(remedial.owner).name))
                let new = NewRemedialAction(reading: &fields)
                try fields.finish()
                return try shown(quality.edit(remedial, new, version: call.matched(remedial.version), work), call, work.session)
            },
            remedialDeed("finishRemedialAction", "completion", "Record that a remedial action was done", from: QualityInput.finishing, refuses: ["remedial-done", "remedial-in-plan"]) { fields in
                let (day, doing, lookBy) = (fields.day("on", "Done on"), fields.text("doing", "What was done", atMost: 8000), fields.optionalDay("look-by", "Look by"))
                return { remedial, version, work in try quality.finish(remedial, on: day, doing: doing, lookBy: lookBy, version: version, work) }
            },
            remedialDeed("lookAtRemedialAction", "look", "Say whether a remedial action worked", from: QualityInput.look, refuses: ["remedial-not-done"]) { fields in
                let (day, outcome, because) = (fields.day("on", "Looked at on"), fields.outcome(), fields.text("because", "What that rests on", atMost: 8000))
                let lookBy = fields.optionalDay("look-by", "Look again by")
                return { remedial, version, work in try quality.look(at: remedial, on: day, outcome: outcome, because: because, lookBy: lookBy, version: version, work) }
            },
            remedialDeed("openRemedialPlanAction", "plan-action", "Open a remedial action as an action of a plan", from: QualityInput.planAction,
                         refuses: ["remedial-done", "remedial-in-plan", "finding-not-open", "finding-withdrawn", "plan-closed"]) { fields in
                let finding = fields.finding()
                return { remedial, version, work in try quality.openAction(for: remedial, under: finding, version: version, work) }
            },
        ]
    }

    private func remedialDeed(
        _ id: String, _ path: String, _ summary: String, from: Schema, refuses: [String], _ read: @escaping @Sendable (inout Fields) -> (RemedialAction, Int?, Work) throws -> RemedialAction
    ) -> Operation {
        .adding(id, "quality/remedials/{remedial}/\(path)", summary, .scope(.qualityWrite), takes: [.id("remedial")], from: from, gives: RemedialPayload.schema,
                refuses: ["remedial-not-found", "changed-meanwhile"] + refuses) { call, work in
            var fields = call.fields
            let (deed, version) = (read(&fields), fields.number("version", "Version", in: 1...Int.max))
            try fields.finish()
            return try shown(deed(work.session.remedial(call.id("remedial")), version, work), call, work.session).added()
        }
    }
}

extension RemedialAction {
    /// What was asked for, under the names of its form.
    func entries(owner: String) -> [String: [String]] {
        ["criterion": criterion ?? "", "kind": kind.rawValue, "what": what, "owner": owner, "due": due.iso].mapValues { [$0] }
    }
}
