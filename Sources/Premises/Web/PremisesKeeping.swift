import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension GazetteerPages {
    /// What officers do to premises.
    func keepingPremises(_ members: Routes<MemberContext>) {
        members.get("premises/new") { _, context in context.page(try await premisesForm(context, nil, .fresh)) }
        members.post("premises") { request, context in
            try await context.writing(request, in: desk, saying: "The premises were registered.") { fields in
                let new = NewPremises(reading: &fields)
                return { work in PremisesLinks.premises(try gazetteer.register(new, work)) }
            } orShowing: { try await premisesForm(context, nil, $0) }
        }
        members.get("premises/:premises/edit") { _, context in
            context.page(try await premisesForm(context, try context.part("premises"), .fresh))
        }
        members.post("premises/:premises/edit") { request, context in
            let reference = try context.part("premises")
            return try await context.writing(request, in: desk, saying: "The premises were saved.") { fields in
                let (new, version) = (NewPremises(reading: &fields), fields.version())
                return { work in PremisesLinks.premises(try gazetteer.edit(work.session.premises(reference), new, version: version, work)) }
            } orShowing: { try await premisesForm(context, reference, $0) }
        }
        members.get("premises/:premises/merger") { _, context in context.page(try await mergerForm(context, .fresh)) }
        members.post("premises/:premises/merger") { request, context in
            let reference = try context.part("premises")
            return try await context.writing(request, in: desk, saying: "The premises were merged.", because: "because") { fields in
                let (into, version) = (fields.line("into", "The reference of the premises that stay", atMost: 60), fields.version())
                _ = fields.text("because", "Why they are the same", atMost: 2000)
                return { work in
                    PremisesLinks.premises(try gazetteer.merge(work.session.premises(reference), into: into, version: version, work))
                }
            } orShowing: { try await mergerForm(context, $0) }
        }
        members.post("premises/:premises/parting") { request, context in
            let reference = try context.part("premises")
            _ = try await Form(request, context)
            let premises = try await desk.write(by: context.actor) { work in try gazetteer.part(work.session.premises(reference), work) }
            return context.seeOther(PremisesLinks.premises(premises), saying: "The premises count as themselves again.")
        }
        keepingResponsible(members)
    }

    private func keepingResponsible(_ members: Routes<MemberContext>) {
        members.get("premises/:premises/responsible/new") { _, context in context.page(try await responsibilityForm(context, nil, .fresh)) }
        members.post("premises/:premises/responsible") { request, context in
            let reference = try context.part("premises")
            return try await context.writing(request, in: desk, saying: "It was recorded who answers for the premises.") { fields in
                let new = NewResponsibility(reading: &fields)
                return { work in
                    let premises = try work.session.premises(reference)
                    try gazetteer.name(new, for: premises, work)
                    return PremisesLinks.premises(premises).at("responsible")
                }
            } orShowing: { try await responsibilityForm(context, nil, $0) }
        }
        members.get("premises/:premises/responsible/:responsibility/edit") { _, context in
            context.page(try await responsibilityForm(context, try context.id("responsibility"), .fresh))
        }
        members.post("premises/:premises/responsible/:responsibility/edit") { request, context in
            let (reference, id) = (try context.part("premises"), try context.id("responsibility", of: Responsibility.self))
            return try await context.writing(request, in: desk, saying: "Who answers for the premises was saved.") { fields in
                let (new, version) = (NewResponsibility(reading: &fields), fields.version())
                return { work in
                    let premises = try work.session.premises(reference)
                    try gazetteer.edit(work.session.responsibility(id, of: premises), new, version: version, work)
                    return PremisesLinks.premises(premises).at("responsible")
                }
            } orShowing: { try await responsibilityForm(context, id, $0) }
        }
    }

    private func premisesForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try GazetteerPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            PremisesForm(
                premises: try reference.map { try session.premises($0) }, areas: try session.areas(), filled: filled, viewer: try context.viewer()).page
        }
    }

    private func mergerForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try GazetteerPolicy.keeps.check(context.actor)
        let reference = try context.part("premises")
        return try await desk.read { session in
            let premises = try session.premises(reference)
            return MergerForm(premises: premises, likely: try session.likelyDuplicates(of: premises), filled: filled, viewer: try context.viewer()).page
        }
    }

    private func responsibilityForm(_ context: MemberContext, _ id: ID<Responsibility>?, _ filled: Filled) async throws -> Page {
        try GazetteerPolicy.keeps.check(context.actor)
        let reference = try context.part("premises")
        return try await desk.read { session in
            let premises = try session.premises(reference)
            let responsibility = try id.map { try session.responsibility($0, of: premises) }
            return ResponsibilityForm(
                premises: premises, responsibility: responsibility, holder: try responsibility.flatMap { try session.find($0.holder)?.offered },
                offered: try session.offeredDutyHolders(), filled: filled, viewer: try context.viewer()).page
        }
    }
}
