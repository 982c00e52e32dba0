import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PerformancePages {
    /// What managers do to measures, and owners to their values.
    func keeping(_ members: Routes<MemberContext>) {
        members.get("performance/measures/new") { _, context in context.page(try await measureForm(context, nil, .fresh)) }
        members.post("performance/measures") { request, context in
            try await context.writing(request, in: desk, saying: "The measure was added.") { fields in
                let new = NewPerformanceMeasure(reading: &fields)
                return { work in PerformanceLinks.measure(try performance.add(new, work)) }
            } orShowing: { try await measureForm(context, nil, $0) }
        }
        members.get("performance/measures/:indicator/edit") { _, context in context.page(try await measureForm(context, context.reference("indicator"), .fresh)) }
        members.post("performance/measures/:indicator/edit") { request, context in
            let reference = try context.reference("indicator")
            let (measure, owner) = try await desk.read { session in
                let measure = try session.measure(reference.text)
                return (measure, try measure.owner.map { try Parties(session).get($0).name })
            }
            return try await context.writing(request, in: desk, saying: "The measure was saved.") { fields in
                // What is not asked for stays as it is; a box that is not sent is off.
                var held = measure.entries(owner: owner)
                held["cumulative"] = []
                var read = Fields(fields, over: held)
                let (new, version) = (NewPerformanceMeasure(reading: &read), read.version())
                try read.finish()
                return { work in PerformanceLinks.measure(try performance.edit(work.session.measure(reference.text), new, version: version, work)) }
            } orShowing: { try await measureForm(context, reference, $0) }
        }
        form(members, "end", saying: "The measure was ended.", because: "because") { fields, measure in
            let day = fields.day("on", "The first day on which it is measured no more")
            return { work in try performance.end(work.session.measure(measure.reference.text), on: day, work) }
        } showing: { view, filled, viewer in MeasureEndForm(measure: view.measure, filled: filled, viewer: viewer).page }
        form(members, "values", new: true, saying: "The value was recorded.") { fields, measure in
            let new = NewMeasureValue(reading: &fields, of: measure)
            return { work in try performance.record(new, of: work.session.measure(measure.reference.text), work) }
        } showing: { view, filled, viewer in ValueForm(view: view, filled: filled, viewer: viewer).page }
        form(members, "targets", new: true, saying: "The target was set.") { fields, measure in
            let new = NewMeasureTarget(reading: &fields, of: measure)
            return { work in try performance.aim(new, for: work.session.measure(measure.reference.text), work) }
        } showing: { view, filled, viewer in TargetForm(measure: view.measure, filled: filled, viewer: viewer).page }
        form(members, "rebases", new: true, saying: "The chart was rebased.") { fields, measure in
            let new = NewMeasureRebase(reading: &fields, of: measure)
            return { work in try performance.rebase(work.session.measure(measure.reference.text), new, work) }
        } showing: { view, filled, viewer in RebaseForm(measure: view.measure, filled: filled, viewer: viewer).page }
    }

    /// Taking back what was set, each by one button.
    func takingBack(_ members: Routes<MemberContext>) {
        members.post("performance/measures/:indicator/targets/:target/removal") { request, context in
            let (reference, id) = (try context.reference("indicator"), try context.id("target", of: MeasureTarget.self))
            return try await context.writing(request, in: desk, saying: "The target was taken back.") { _ in
                { work in
                    let measure = try work.session.measure(reference.text)
                    try performance.drop(work.session.target(id, of: measure), of: measure, work)
                    return PerformanceLinks.measure(measure).at("targets")
                }
            } orShowing: { throw $0.refusal ?? Refusal.missing("measure-target-not-found", "That target is not there.") }
        }
        members.post("performance/measures/:indicator/rebases/:rebase/removal") { request, context in
            let (reference, id) = (try context.reference("indicator"), try context.id("rebase", of: MeasureRebase.self))
            return try await context.writing(request, in: desk, saying: "The rebasing was taken back.") { _ in
                { work in
                    let measure = try work.session.measure(reference.text)
                    try performance.drop(work.session.rebase(id, of: measure), of: measure, work)
                    return PerformanceLinks.measure(measure).at("chart")
                }
            } orShowing: { throw $0.refusal ?? Refusal.missing("measure-rebase-not-found", "That rebasing is not there.") }
        }
    }

    /// A form about one measure, and what is done with it.
    ///
    /// - Parameter isNew: whether the form stands at `…/new` and is sent to the address before that.
    private func form(
        _ members: Routes<MemberContext>, _ part: String, new isNew: Bool = false, saying sentence: String, because: String? = nil,
        _ read: @escaping @Sendable (inout Fields, PerformanceMeasure) throws -> @Sendable (Work) throws -> some Record,
        showing page: @escaping @Sendable (PerformanceView, Filled, PerformanceViewer) -> Page
    ) {
        @Sendable func shown(_ context: MemberContext, _ filled: Filled) async throws -> Page {
            let reference = try context.reference("indicator")
            return try await desk.read { session in
                let viewer = try context.performanceViewer(session)
                let view = try performance.view(reference.text, on: viewer.today, session)
                let permission = part == "values" ? PerformancePolicy.records(view.measure, actingFor: viewer.parties) : PerformancePolicy.keeps
                try permission.check(viewer.actor)
                return page(view, filled, viewer)
            }
        }
        members.get(RouterPath("performance/measures/:indicator/\(part)\(isNew ? "/new" : "")")) { _, context in context.page(try await shown(context, .fresh)) }
        members.post(RouterPath("performance/measures/:indicator/\(part)")) { request, context in
            let reference = try context.reference("indicator")
            let measure = try await desk.read { session in try session.measure(reference.text) }
            return try await context.writing(request, in: desk, saying: sentence, because: because) { fields in
                let deed = try read(&fields, measure)
                return { work in
                    _ = try deed(work)
                    return PerformanceLinks.measure(measure)
                }
            } orShowing: { try await shown(context, $0) }
        }
    }

    private func measureForm(_ context: MemberContext, _ reference: Reference?, _ filled: Filled) async throws -> Page {
        try PerformancePolicy.keeps.check(context.actor)
        return try await desk.read { [performance] session in
            let viewer = try context.performanceViewer(session)
            let measure = try reference.map { try session.measure($0.text) }
            return MeasureForm(
                measure: measure, owner: try measure?.owner.map { try Parties(session).get($0).name }, figures: performance.figures, names: try Parties(session).namesHere(), filled: filled,
                viewer: viewer).page
        }
    }
}
