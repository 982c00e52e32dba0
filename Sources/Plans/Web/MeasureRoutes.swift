import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Measures and their readings.
extension PlanPages {
    func measuring(_ members: Routes<MemberContext>) {
        measures(of: Finding.self, members)
        measures(of: Action.self, members)
        members.get("plans/:plan/measures") { _, context in
            try await sharedPage(context, "measures of", try context.part("plan")) { view, viewer, _ in
                MeasureListPage(view: view, viewer: viewer).page
            }
        }
        members.get("plans/:plan/measures/:measure") { _, context in
            context.page(try await measurePage(context, .fresh))
        }
        members.get("plans/:plan/measures/:measure/edit") { _, context in context.page(try await measureForm(context, .fresh)) }
        members.post("plans/:plan/measures/:measure/edit") { request, context in
            try await changing(request, context, "The measure was saved.") { fields in
                let (new, version) = (NewMeasure(reading: &fields), fields.version())
                return { measure, plan, work in try plans.edit(measure, of: plan, new, version: version, work) }
            } orShowing: { try await measureForm(context, $0) }
        }
        members.get("plans/:plan/measures/:measure/ending") { _, context in context.page(try await endingForm(context, .fresh)) }
        members.post("plans/:plan/measures/:measure/ending") { request, context in
            try await changing(request, context, "The measure is watched no more.", because: "because") { fields in
                let because = fields.text("because", "Why it is watched no more", atMost: 2000)
                return { measure, plan, work in try plans.end(measure, of: plan, because: because, work) }
            } orShowing: { try await endingForm(context, $0) }
        }
        members.post("plans/:plan/measures/:measure/readings") { request, context in
            try await changing(request, context, "The reading was recorded.") { fields in
                let new = NewReading(reading: &fields, today: context.today)
                return { measure, plan, work in try plans.read(measure, of: plan, new, work) }
            } orShowing: { try await measurePage(context, $0) }
        }
        members.get("plans/:plan/measures/:measure/readings/:reading/withdrawal") { _, context in
            context.page(try await takingBackForm(context, .fresh))
        }
        members.post("plans/:plan/measures/:measure/readings/:reading/withdrawal") { request, context in
            let id: ID<MeasureReading> = try context.id("reading")
            return try await changing(request, context, "The reading was taken back.", because: "because") { fields in
                let because = fields.text("because", "Why it is taken back", atMost: 2000)
                return { measure, plan, work in
                    try plans.takeBack(work.session.reading(id, of: measure), of: measure, in: plan, because: because, work)
                }
            } orShowing: { try await takingBackForm(context, $0) }
        }
    }

    /// Adding one to a finding or an action.
    private func measures<Item: PlanItem>(of type: Item.Type, _ members: Routes<MemberContext>) {
        let noun = Item.noun
        let path = "plans/:plan/\(noun)s/:\(noun)/measures"
        members.get(RouterPath(path + "/new")) { _, context in context.page(try await newMeasureForm(of: type, context, .fresh)) }
        members.post(RouterPath(path)) { request, context in
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await context.writing(request, in: desk, saying: "The measure was added.") { fields in
                let new = NewMeasure(reading: &fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    return PlanLinks.measure(try plans.measure(Item.named(own, in: plan, work.session), of: plan, by: new, work), plan)
                }
            } orShowing: { try await newMeasureForm(of: type, context, $0) }
        }
    }

    private func newMeasureForm<Item: PlanItem>(of type: Item.Type, _ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let (reference, own) = (try context.part("plan"), try context.part(Item.noun))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let item = try Item.named(own, in: plan, session)
            return MeasureForm(
                plan: plan, measured: measured(item, plan), measure: nil, offered: try followed(session), link: PlanLinks.item(item, plan, "measures"), filled: filled,
                viewer: try context.viewer(session)).page
        }
    }

    /// What of the service may be followed.
    private func followed(_ session: Session) throws -> [(subject: Subject, name: Name)] { try naming.all(session, of: session.figures.followed) }

    private func measured<Item: PlanItem>(_ item: Item, _ plan: Plan) -> MeasurePage.Measured {
        .init(noun: Item.noun, reference: item.reference, text: item.text, link: PlanLinks.item(item, plan))
    }

    private func measured(_ measure: SuccessMeasure, _ plan: Plan, _ session: Session) throws -> MeasurePage.Measured {
        if let action = try measure.action.flatMap({ try session.find($0) }) { return measured(action, plan) }
        guard let finding = try measure.finding.flatMap({ try session.find($0) }) else {
            throw Refusal.missing("finding-not-found", "The measure’s finding is gone.")
        }
        return measured(finding, plan)
    }

    /// - Parameter read: reads the fields and gives back what is done to the measure.
    private func changing<Made>(
        _ request: Request, _ context: MemberContext, _ sentence: String, because reason: String? = nil,
        _ read: (inout Fields) -> @Sendable (SuccessMeasure, Plan, Work) throws -> Made, orShowing form: (Filled) async throws -> Page
    ) async throws -> Response {
        let reference = try context.part("plan")
        let id: ID<SuccessMeasure> = try context.id("measure")
        return try await context.writing(request, in: desk, saying: sentence, because: reason) { fields in
            let deed = read(&fields)
            return { work in
                let plan = try work.session.plan(reference)
                let measure = try work.session.measure(id, in: plan)
                _ = try deed(measure, plan, work)
                return PlanLinks.measure(measure, plan)
            }
        } orShowing: { try await form($0) }
    }

    /// Reads what a page of a measure shows.
    private func ofMeasure(
        _ context: MemberContext, _ make: @escaping @Sendable (SuccessMeasure, Plan, Viewer, Session) throws -> Page
    ) async throws -> Page {
        let reference = try context.part("plan")
        let id: ID<SuccessMeasure> = try context.id("measure")
        return try await desk.read { session in
            let plan = try session.plan(reference)
            var viewer = try context.viewer(session)
            viewer.isClosed = try session.closure(of: plan.id) != nil
            return try make(session.measure(id, in: plan), plan, viewer, session)
        }
    }

    private func measurePage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await ofMeasure(context) { measure, plan, viewer, session in
            let view = try session.view(of: measure, on: viewer.day)
            let owners = try session.actions(measuredBy: measure).flatMap(\.owners)
            return MeasurePage(
                plan: plan, view: view, measured: try measured(measure, plan, session), names: try authors(view.readings.compactMap(\.by), session),
                follows: try measure.follows.flatMap { try naming.names(of: [$0], session)[$0] },
                mayRead: PlanPolicy.readsMeasure(ownedBy: owners, actingFor: viewer.parties).allows(viewer.actor), filled: filled, viewer: viewer).page
        }
    }

    private func measureForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await ofMeasure(context) { measure, plan, viewer, session in
            MeasureForm(
                plan: plan, measured: try measured(measure, plan, session), measure: measure, offered: try followed(session), link: PlanLinks.measure(measure, plan, "edit"),
                filled: filled, viewer: viewer).page
        }
    }

    private func endingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await ofMeasure(context) { measure, plan, viewer, _ in
            ReasonForm(
                title: "End the measure", under: "\(measure.title)", plan: plan,
                words: "From today nobody watches it any more, and nothing hangs on it. Earlier days still show it with its readings.",
                label: "Why it is watched no more", deed: "End the measure", link: PlanLinks.measure(measure, plan, "ending"),
                back: PlanLinks.measure(measure, plan), filled: filled, viewer: viewer).page
        }
    }

    private func takingBackForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id: ID<MeasureReading> = try context.id("reading")
        return try await ofMeasure(context) { measure, plan, viewer, session in
            let owners = try session.actions(measuredBy: measure).flatMap(\.owners)
            try PlanPolicy.readsMeasure(ownedBy: owners, actingFor: viewer.parties).check(viewer.actor)
            let reading = try session.reading(id, of: measure)
            return ReasonForm(
                title: "Take back a reading", under: "\(measure.title): \(measure.worded(reading.value)) on \(reading.on)", plan: plan,
                words: "From today it does not count. Earlier days are shown as they were.", label: "Why it is taken back",
                deed: "Take the reading back", link: PlanLinks.reading(reading, measure, plan), back: PlanLinks.measure(measure, plan),
                filled: filled, viewer: viewer).page
        }
    }
}

extension PlanFacts {
    /// The measures of an action and their readings, for its history.
    func measuring(_ action: Action) -> [Subject] {
        let own = measures.filter { $0.action == action.id }
        return own.map(\.subject) + readings.filter { reading in own.contains { $0.id == reading.measure } }.map(\.subject)
    }
}
