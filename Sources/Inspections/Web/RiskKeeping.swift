import Hummingbird
import Kernel
import Markup
import People
import Premises
import Storage
import Web

extension RiskPages {
    /// What managers do to editions.
    func keepingMethods(_ members: Routes<MemberContext>) {
        members.get("risk/methods/new") { _, context in context.page(try await methodForm(context, nil, .fresh)) }
        members.post("risk/methods") { request, context in
            try await context.writing(request, in: desk, saying: "The edition was drafted.") { fields in
                let method = try fields.riskMethod()
                return { work in RiskLinks.method(try risk.add(method, work)) }
            } orShowing: { try await methodForm(context, nil, $0) }
        }
        members.get("risk/methods/:method/edit") { _, context in context.page(try await methodForm(context, try context.id("method"), .fresh)) }
        members.post("risk/methods/:method/edit") { request, context in
            let id = try context.id("method", of: RiskEdition.self)
            return try await context.writing(request, in: desk, saying: "The draft was saved.") { fields in
                let (method, version) = (try fields.riskMethod(), fields.version())
                return { work in RiskLinks.method(try risk.edit(work.session.riskEdition(id), method, version: version, work)) }
            } orShowing: { try await methodForm(context, id, $0) }
        }
        members.get("risk/methods/:method/adoption") { _, context in context.page(try await adoptionForm(context, .fresh)) }
        members.post("risk/methods/:method/adoption") { request, context in
            let id = try context.id("method", of: RiskEdition.self)
            return try await context.writing(request, in: desk, saying: "The day was settled from which premises are scored by the edition.") { fields in
                let (day, version) = (fields.day("on", "The day it is adopted"), fields.version())
                return { work in RiskLinks.method(try risk.adopt(work.session.riskEdition(id), on: day, version: version, work)) }
            } orShowing: { try await adoptionForm(context, $0) }
        }
    }

    /// What officers do to premises for it.
    func marking(_ members: Routes<MemberContext>) {
        members.get("risk/premises/:premises/markers/new") { _, context in context.page(try await markerForm(context, .fresh)) }
        members.post("risk/premises/:premises/markers") { request, context in
            let reference = try context.part("premises")
            return try await context.writing(request, in: desk, saying: "The marker was put.") { fields in
                let new = NewPremisesMarker(reading: &fields)
                return { work in
                    let premises = try work.session.premises(reference)
                    try risk.put(new, on: premises, work)
                    return RiskLinks.premises(premises).at("markers")
                }
            } orShowing: { try await markerForm(context, $0) }
        }
        members.get("risk/premises/:premises/markers/:marker/ending") { _, context in context.page(try await endingForm(context, .fresh)) }
        members.post("risk/premises/:premises/markers/:marker/ending") { request, context in
            let (reference, id) = (try context.part("premises"), try context.id("marker", of: PremisesMarker.self))
            return try await context.writing(request, in: desk, saying: "The marker was taken off.") { fields in
                let (day, why) = (fields.day("on", "The first day without it"), fields.text("why", "Why", atMost: 1000))
                return { work in
                    let premises = try work.session.premises(reference)
                    try risk.lift(work.session.marker(id, of: premises), of: premises, on: day, because: why, work)
                    return RiskLinks.premises(premises).at("markers")
                }
            } orShowing: { try await endingForm(context, $0) }
        }
        members.get("risk/premises/:premises/compliance/new") { _, context in context.page(try await markingForm(context, .fresh) { _, _ in .compliance }) }
        members.post("risk/premises/:premises/compliance") { request, context in
            let reference = try context.part("premises")
            return try await context.writing(request, in: desk, saying: "The compliance was noted.") { fields in
                let new = NewNotedCompliance(reading: &fields)
                return { work in
                    let premises = try work.session.premises(reference)
                    try risk.note(new, of: premises, work)
                    return RiskLinks.premises(premises).at("compliance")
                }
            } orShowing: { try await markingForm(context, $0) { _, _ in .compliance } }
        }
        members.get("risk/premises/:premises/compliance/:compliance/retraction") { _, context in context.page(try await retractionForm(context, .fresh)) }
        members.post("risk/premises/:premises/compliance/:compliance/retraction") { request, context in
            let (reference, id) = (try context.part("premises"), try context.id("compliance", of: NotedCompliance.self))
            return try await context.writing(request, in: desk, saying: "What was noted is struck out.") { fields in
                let why = fields.text("why", "Why it counts no more", atMost: 1000)
                return { work in
                    let premises = try work.session.premises(reference)
                    try risk.strike(work.session.notedCompliance(id, of: premises), of: premises, because: why, work)
                    return RiskLinks.premises(premises).at("compliance")
                }
            } orShowing: { try await retractionForm(context, $0) }
        }
    }

    private func methodForm(_ context: MemberContext, _ id: ID<RiskEdition>?, _ filled: Filled) async throws -> Page {
        try RiskPolicy.keeps.check(context.actor)
        let viewer = try context.riskViewer()
        return try await desk.read { session in
            RiskMethodForm(edition: try id.map { try session.riskEdition($0) }, before: try session.riskEdition(inForceOn: viewer.today), filled: filled, viewer: viewer).page
        }
    }

    private func adoptionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try RiskPolicy.keeps.check(context.actor)
        let (viewer, id) = (try context.riskViewer(), try context.id("method", of: RiskEdition.self))
        return try await desk.read { session in RiskAdoptionForm(edition: try session.riskEdition(id), filled: filled, viewer: viewer).page }
    }

    private func markerForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await markingForm(context, filled) { _, session in .marker(try session.markerKinds()) }
    }

    private func endingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id = try context.id("marker", of: PremisesMarker.self)
        return try await markingForm(context, filled) { premises, session in
            let marker = try session.marker(id, of: premises)
            return .ending(marker, try session.markerKinds().first { $0.code == marker.marker }?.title ?? marker.marker)
        }
    }

    private func retractionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id = try context.id("compliance", of: NotedCompliance.self)
        return try await markingForm(context, filled) { premises, session in .retraction(try session.notedCompliance(id, of: premises)) }
    }

    private func markingForm(_ context: MemberContext, _ filled: Filled, _ kind: @escaping @Sendable (Premises, Session) throws -> RiskMarkingForm.Kind) async throws -> Page {
        try RiskPolicy.marks.check(context.actor)
        let (viewer, reference) = (try context.riskViewer(), try context.part("premises"))
        return try await desk.read { session in
            let premises = try session.premises(reference)
            return RiskMarkingForm(kind: try kind(premises, session), premises: premises, filled: filled, viewer: viewer).page
        }
    }
}

extension Fields {
    /// The method that a form or a body holds.
    ///
    /// - Throws: `fields-need-attention`, `risk-method-unreadable`, `risk-method-flawed`
    mutating func riskMethod() throws -> RiskMethod {
        let text = text("method", "The method", atMost: RiskMethodFile.most)
        try finish()
        return try RiskMethodFile.read(text)
    }
}
