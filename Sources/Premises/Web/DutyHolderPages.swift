import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension GazetteerPages {
    func readingDutyHolders(_ members: Routes<MemberContext>) {
        members.get("duty-holders") { _, context in
            let (viewer, filter, leaf) = (try context.viewer(), DutyHolderFilter(context.query), Leaf<DutyHolder>(context.query))
            return context.page(try await desk.read { session in
                let found = try session.dutyHolders(filter, after: leaf.last, backwards: leaf.isBackwards, limit: Leaf<DutyHolder>.size + 1)
                let (rows, back, on) = leaf.turned(found, at: filter.link(viewer.link(DutyHolderLinks.list)), \.id)
                return DutyHolderListPage(
                    rows: rows, back: back, on: on, count: try session.count(filter, upTo: PremisesListPage.counts + 1), filter: filter, viewer: viewer).page
            })
        }
        members.get("duty-holders/:holder") { _, context in
            let (viewer, id) = (try context.viewer(), try context.id("holder", of: DutyHolder.self))
            return context.page(try await desk.read { session in
                let holder = try session.dutyHolder(id)
                return DutyHolderPage(
                    holder: holder, addresses: viewer.seesContact ? try session.serviceAddresses(of: holder) : [],
                    held: try session.held(by: holder, on: viewer.day, limit: DutyHolderPage.most + 1),
                    said: try mentions(viewer.actor).about([holder.subject], on: viewer.day, session), viewer: viewer).page
            })
        }
        members.get("duty-holders/:holder/history") { _, context in
            try GazetteerPolicy.seesContact.check(context.actor)
            let (viewer, id) = (try context.viewer(), try context.id("holder", of: DutyHolder.self))
            return context.page(try await desk.read { session in
                let holder = try session.dutyHolder(id)
                let told = try RecordHistory(of: holder.subject, session) { try GazetteerWords(of: $0, session) }
                return told.page(of: holder.name, crumbs: DutyHolderPage.crumbs(holder, viewer), section: "premises")
            })
        }
    }

    /// What officers do to duty holders.
    func keepingDutyHolders(_ members: Routes<MemberContext>) {
        members.get("duty-holders/new") { _, context in context.page(try await holderForm(context, nil, .fresh)) }
        members.post("duty-holders") { request, context in
            try await context.writing(request, in: desk, saying: "The duty holder was registered.") { fields in
                let new = NewDutyHolder(reading: &fields)
                return { work in DutyHolderLinks.holder(try gazetteer.register(new, work)) }
            } orShowing: { try await holderForm(context, nil, $0) }
        }
        members.get("duty-holders/:holder/edit") { _, context in context.page(try await holderForm(context, try context.id("holder"), .fresh)) }
        members.post("duty-holders/:holder/edit") { request, context in
            let id = try context.id("holder", of: DutyHolder.self)
            return try await context.writing(request, in: desk, saying: "The duty holder was saved.") { fields in
                let (new, version) = (NewDutyHolder(reading: &fields), fields.version())
                return { work in DutyHolderLinks.holder(try gazetteer.edit(work.session.dutyHolder(id), new, version: version, work)) }
            } orShowing: { try await holderForm(context, id, $0) }
        }
        keepingAddresses(members)
    }

    private func keepingAddresses(_ members: Routes<MemberContext>) {
        members.get("duty-holders/:holder/addresses/new") { _, context in context.page(try await addressForm(context, nil, .fresh)) }
        members.post("duty-holders/:holder/addresses") { request, context in
            let id = try context.id("holder", of: DutyHolder.self)
            return try await context.writing(request, in: desk, saying: "The address was added.") { fields in
                let new = NewServiceAddress(reading: &fields)
                return { work in
                    let holder = try work.session.dutyHolder(id)
                    try gazetteer.add(new, to: holder, work)
                    return DutyHolderLinks.holder(holder).at("addresses")
                }
            } orShowing: { try await addressForm(context, nil, $0) }
        }
        members.get("duty-holders/:holder/addresses/:address/edit") { _, context in
            context.page(try await addressForm(context, try context.id("address"), .fresh))
        }
        members.post("duty-holders/:holder/addresses/:address/edit") { request, context in
            let (id, own) = (try context.id("holder", of: DutyHolder.self), try context.id("address", of: ServiceAddress.self))
            return try await context.writing(request, in: desk, saying: "The address was saved.") { fields in
                let (new, version) = (NewServiceAddress(reading: &fields), fields.version())
                return { work in
                    let holder = try work.session.dutyHolder(id)
                    try gazetteer.edit(work.session.serviceAddress(own, of: holder), new, version: version, work)
                    return DutyHolderLinks.holder(holder).at("addresses")
                }
            } orShowing: { try await addressForm(context, own, $0) }
        }
    }

    private func holderForm(_ context: MemberContext, _ id: ID<DutyHolder>?, _ filled: Filled) async throws -> Page {
        try GazetteerPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            DutyHolderForm(holder: try id.map { try session.dutyHolder($0) }, filled: filled, viewer: try context.viewer()).page
        }
    }

    private func addressForm(_ context: MemberContext, _ own: ID<ServiceAddress>?, _ filled: Filled) async throws -> Page {
        try GazetteerPolicy.keeps.check(context.actor)
        let id = try context.id("holder", of: DutyHolder.self)
        return try await desk.read { session in
            let holder = try session.dutyHolder(id)
            return ServiceAddressForm(
                holder: holder, address: try own.map { try session.serviceAddress($0, of: holder) }, filled: filled, viewer: try context.viewer()).page
        }
    }
}
