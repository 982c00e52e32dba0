import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    func sampling(_ members: Routes<MemberContext>) {
        members.get("quality/plans") { _, context in
            context.page(try await desk.read { session in
                let viewer = try context.samplingViewer(session)
                return SamplingListPage(plans: try session.samplingPlans().filter { $0.plan.isHere(on: viewer.day) }, viewer: viewer).page
            })
        }
        members.get("quality/plans/new") { _, context in context.page(try await planForm(context, nil, .fresh) { $0.planning }) }
        members.post("quality/plans") { request, context in
            try await context.writing(request, in: desk, saying: "The sample was planned.") { fields in
                let new = NewSamplingPlan(reading: &fields)
                return { work in QualityLinks.plan(try quality.plan(new, work)) }
            } orShowing: { try await planForm(context, nil, $0) { $0.planning } }
        }
        members.get("quality/plans/:plan") { _, context in
            let reference = try context.part("plan")
            return context.page(try await desk.read { session in
                let viewer = try context.samplingViewer(session)
                let facts = try session.samplingThen(reference, on: viewer.day)
                let stock = facts.draw(on: viewer.day) == nil ? try quality.neighbours.audits(facts.plan.from...facts.plan.through, viewer.day, session).count : nil
                return SamplingPage(facts: facts, quality: quality, stock: stock, viewer: viewer).page
            })
        }
        members.get("quality/plans/:plan/again") { _, context in
            let reference = try context.part("plan")
            return context.page(try await desk.read { session in
                let viewer = try context.samplingViewer(session)
                let facts = try session.samplingThen(reference, on: viewer.day)
                let (draw, comparison) = try quality.drawAgain(facts, on: viewer.day, session)
                return SampleAgainPage(facts: facts, draw: draw, comparison: comparison, viewer: viewer).page
            })
        }
        members.get("quality/plans/:plan/history") { _, context in
            let reference = try context.part("plan")
            return context.page(try await desk.read { session in
                let (viewer, plan) = (try context.samplingViewer(session), try session.samplingPlan(reference))
                let told = try RecordHistory(of: plan.subject, session) { (_: [QualityRecordState]) in QualityWords(parties: try Parties(session).names()) }
                return told.page(of: plan.reference.text, crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Sampling plans", viewer.link(QualityLinks.plans)), (plan.reference.text, viewer.link(QualityLinks.plan(plan)))], section: "quality")
            })
        }
        changingPlans(members)
    }

    private func changingPlans(_ members: Routes<MemberContext>) {
        members.get("quality/plans/:plan/edit") { _, context in context.page(try await planForm(context, try context.part("plan"), .fresh) { $0.planning }) }
        members.post("quality/plans/:plan/edit") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The sample was planned anew.") { fields in
                let (new, version) = (NewSamplingPlan(reading: &fields), fields.version())
                return { work in QualityLinks.plan(try quality.replan(work.session.samplingPlan(reference), new, version: version, work)) }
            } orShowing: { try await planForm(context, reference, $0) { $0.planning } }
        }
        members.get("quality/plans/:plan/dropping") { _, context in context.page(try await planForm(context, try context.part("plan"), .fresh) { $0.dropping }) }
        members.post("quality/plans/:plan/dropping") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The plan was given up.", because: "because") { fields in
                let (because, version) = (fields.text("because", "Why", atMost: 4000), fields.version())
                return { work in QualityLinks.plan(try quality.drop(work.session.samplingPlan(reference), because: because, version: version, work)) }
            } orShowing: { try await planForm(context, reference, $0) { $0.dropping } }
        }
        members.get("quality/plans/:plan/draw") { _, context in context.page(try await drawForm(context, .fresh)) }
        members.post("quality/plans/:plan/draw") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The sample was drawn, and its checks were opened.") { fields in
                let (seed, version) = (fields.number("seed", "The seed", in: 0...SampleDraw.highestSeed), fields.version())
                return { work in
                    let plan = try work.session.samplingPlan(reference)
                    try quality.draw(plan, seed: seed, version: version, work)
                    return QualityLinks.plan(plan)
                }
            } orShowing: { try await drawForm(context, $0) }
        }
    }

    private func drawForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("plan")
        return try await desk.read { session in
            try QualityPolicy.plans.check(context.actor)
            let (viewer, facts) = (try context.qualityViewer(session), try session.facts(of: session.samplingPlan(reference)))
            let stock = try quality.neighbours.audits(facts.plan.from...facts.plan.through, viewer.today, session).count
            return SamplingForms(facts: facts, quality: quality, filled: filled, viewer: viewer).drawing(stock: stock)
        }
    }

    private func planForm(_ context: MemberContext, _ reference: String?, _ filled: Filled, _ page: @escaping @Sendable (SamplingForms) -> Page) async throws -> Page {
        try await desk.read { session in
            try QualityPolicy.plans.check(context.actor)
            let viewer = try context.qualityViewer(session)
            return page(SamplingForms(
                facts: try reference.map { try session.facts(of: session.samplingPlan($0)) }, quality: quality, names: try Parties(session).namesHere(), filled: filled, viewer: viewer))
        }
    }
}
