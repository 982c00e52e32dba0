import Kernel
import Markup
import People
import Storage
import Web

extension GazetteerOperations {
    var dutyHolders: [Operation] {
        [
            .listing("listDutyHolders", "duty-holders", "Persons and companies who answer for premises, by name", .scope(.premisesRead), takes: [
                .query("kind", .choice(DutyHolder.Kind.self), "Only those of this kind."), .query("name", .text(atMost: 200), "Only those whose name begins so."),
            ], of: DutyHolderLine.schema) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                let filter = DutyHolderFilter(call.query)
                return try call.page(by: \.id.number, rows: { after, limit in
                    try session.dutyHolders(filter, after: after.map { ID($0) }, limit: limit)
                }) { DutyHolderLine($0) }
            },
            .reading("showDutyHolder", "duty-holders/{holder}", "A duty holder on a day: what they answer for and where they are served", .scope(.premisesRead),
                     takes: [.id("holder"), .day], gives: DutyHolderPayload.schema, refuses: ["duty-holder-not-found"]) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                return try shown(session.dutyHolder(call.id("holder")), call, session)
            },
            .listing("listDutyHolderHistory", "duty-holders/{holder}/history", "What happened to a duty holder and their addresses, newest first",
                     .scope(.premisesRead), takes: [.id("holder")], of: EntryPayload.schema, refuses: ["duty-holder-not-found"]) { call, session in
                try GazetteerPolicy.seesContact.check(call.actor)
                let holder = try session.dutyHolder(call.id("holder"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: holder.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .adding("registerDutyHolder", "duty-holders", "Put a duty holder on record", .scope(.premisesWrite), from: NewDutyHolder.schema,
                    gives: DutyHolderPayload.schema, refuses: ["company-number-taken"]) { call, work in
                var fields = call.fields
                let new = NewDutyHolder(reading: &fields)
                try fields.finish()
                let holder = try gazetteer.register(new, work)
                return try shown(holder, call, work.session).added(at: DutyHolderLinks.holder(holder))
            },
            .changing("changeDutyHolder", "duty-holders/{holder}", "Change what the record says of a duty holder; what is left out stays", .scope(.premisesWrite),
                      takes: [.id("holder")], from: NewDutyHolder.schema, gives: DutyHolderPayload.schema,
                      refuses: ["duty-holder-not-found", "company-number-taken"]) { call, work in
                let holder = try work.session.dutyHolder(call.id("holder"))
                var fields = Fields(call.fields, over: holder.entries)
                let new = NewDutyHolder(reading: &fields)
                try fields.finish()
                return try shown(gazetteer.edit(holder, new, version: call.matched(holder.version), work), call, work.session)
            },
        ]
    }

    var serviceAddresses: [Operation] {
        [
            .adding("addServiceAddress", "duty-holders/{holder}/addresses", "Add where a duty holder is served, from a day", .scope(.premisesWrite),
                    takes: [.id("holder")], from: NewServiceAddress.schema, gives: ServiceAddressPayload.schema, refuses: ["duty-holder-not-found"]) { call, work in
                var fields = call.fields
                let new = NewServiceAddress(reading: &fields)
                try fields.finish()
                let holder = try work.session.dutyHolder(call.id("holder"))
                let address = try gazetteer.add(new, to: holder, work)
                return try .added(ServiceAddressPayload(address), at: Link("duty-holders", holder.id, "addresses", address.id), version: address.version)
            },
            .reading("showServiceAddress", "duty-holders/{holder}/addresses/{address}", "One address for service", .scope(.premisesRead),
                     takes: [.id("holder"), .id("address")], gives: ServiceAddressPayload.schema,
                     refuses: ["duty-holder-not-found", "service-address-not-found"]) { call, session in
                try GazetteerPolicy.seesContact.check(call.actor)
                let address = try session.serviceAddress(call.id("address"), of: session.dutyHolder(call.id("holder")))
                return try .showing(ServiceAddressPayload(address), version: address.version)
            },
            .changing("changeServiceAddress", "duty-holders/{holder}/addresses/{address}", "Give an address a last day, or correct it; what is left out stays",
                      .scope(.premisesWrite), takes: [.id("holder"), .id("address")], from: NewServiceAddress.schema, gives: ServiceAddressPayload.schema,
                      refuses: ["duty-holder-not-found", "service-address-not-found"]) { call, work in
                let address = try work.session.serviceAddress(call.id("address"), of: work.session.dutyHolder(call.id("holder")))
                var fields = Fields(call.fields, over: address.entries)
                let new = NewServiceAddress(reading: &fields)
                try fields.finish()
                let changed = try gazetteer.edit(address, new, version: call.matched(address.version), work)
                return try .showing(ServiceAddressPayload(changed), version: changed.version)
            },
        ]
    }

    private func shown(_ holder: DutyHolder, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try DutyHolderPayload(holder, on: call.day, seesContact: GazetteerPolicy.seesContact.allows(call.actor), session)
        return try .showing(payload, version: holder.version)
    }
}
