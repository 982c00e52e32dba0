import Kernel
import Markup
import People
import Storage
import Web

extension GazetteerOperations {
    /// Who answers for premises.
    var answering: [Operation] {
        [
            .adding("nameResponsible", "premises/{premises}/responsible", "Name who answers for premises, in a capacity and from a day", .scope(.premisesWrite),
                    from: NewResponsibility.schema, gives: ResponsibilityPayload.schema,
                    refuses: ["premises-not-found", "premises-merged", "answers-already"]) { call, work in
                var fields = call.fields
                let new = NewResponsibility(reading: &fields)
                try fields.finish()
                let premises = try work.session.premises(call.part("premises"))
                let own = try gazetteer.name(new, for: premises, work)
                return try shown(own, call, work.session).added(at: Link("premises", premises.reference, "responsible", own.id))
            },
            .reading("showResponsible", "premises/{premises}/responsible/{responsibility}", "One who answers for premises", .scope(.premisesRead),
                     takes: [.id("responsibility"), .day], gives: ResponsibilityPayload.schema,
                     refuses: ["premises-not-found", "responsibility-not-found"]) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                return try shown(session.responsibility(call.id("responsibility"), of: session.premises(call.part("premises"))), call, session)
            },
            .changing("changeResponsible", "premises/{premises}/responsible/{responsibility}", "Give it a last day, or correct it; what is left out stays",
                      .scope(.premisesWrite), takes: [.id("responsibility")], from: NewResponsibility.schema, gives: ResponsibilityPayload.schema,
                      refuses: ["premises-not-found", "responsibility-not-found", "answers-already"]) { call, work in
                let own = try work.session.responsibility(call.id("responsibility"), of: work.session.premises(call.part("premises")))
                var fields = Fields(call.fields, over: own.entries(holder: "\(own.holder)"))
                let new = NewResponsibility(reading: &fields)
                try fields.finish()
                return try shown(gazetteer.edit(own, new, version: call.matched(own.version), work), call, work.session)
            },
        ]
    }

    private func shown(_ own: Responsibility, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try ResponsibilityPayload(of: own, on: call.day, seesContact: GazetteerPolicy.seesContact.allows(call.actor), session)
        return try .showing(payload, version: own.version)
    }
}

extension ResponsibilityPayload {
    init(of own: Responsibility, on day: Day, seesContact: Bool, _ session: Session) throws {
        let holder = try session.dutyHolder(own.holder)
        let addresses = try session.serviceAddresses(of: holder).filter { $0.holds(on: day) }
        self.init(Recipient(responsibility: own, holder: holder, addresses: addresses), withAddresses: seesContact)
    }
}
