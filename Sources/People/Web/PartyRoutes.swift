import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension PeoplePages {
    func hangParties(on members: Routes<MemberContext>) {
        members.get("people") { _, context in context.page(try await list(context)) }
        members.get("people/new") { _, context in
            try PeoplePolicy.namesParties.check(context.actor)
            return context.page(NewPartyPage(csrf: context.csrf, written: context.query.fields).page)
        }
        members.post("people") { request, context in
            let written = try await Form(request, context).fields
            return try await context.trying {
                var fields = written
                let new = NewParty(reading: &fields)
                try fields.finish()
                let party = try await desk.write(by: context.actor) { work in try people.add(new, work) }
                return context.seeOther(.party(party.id), saying: "The \(party.kind.rawValue) “\(party.name)” was added.")
            } orShowing: { refusal in
                NewPartyPage(csrf: context.csrf, written: written, refusal: refusal).page
            }
        }
        members.get("people/:party") { _, context in context.page(try await party(context)) }
        members.get("people/:party/edit") { _, context in context.page(try await edit(context)) }
        members.post("people/:party") { request, context in try await change(request, context) }
        members.post("people/:party/leaving") { request, context in try await leave(request, context) }
        members.post("people/:party/return") { request, context in
            var fields = try await Form(request, context).fields
            let (id, version) = (try context.id("party", of: Party.self), fields.version())
            return try await context.trying {
                let party = try await desk.write(by: context.actor) { work in try people.comeBack(id, version: version, work) }
                return context.seeOther(.party(id), saying: "“\(party.name)” is here again.")
            } orShowing: { refusal in
                try await edit(context, refusal: refusal)
            }
        }
    }

    private func list(_ context: MemberContext) async throws -> Page {
        try PeoplePolicy.seesParties.check(context.actor)
        let (day, actor) = (context.day, context.actor)
        let (parties, standIns, names) = try await desk.read { session in
            let parties = Parties(session)
            return try (parties.all().map { $0.shown(to: actor) }, parties.standIns(on: day), parties.names())
        }
        return PeoplePage(
            parties: parties, standIns: standIns, names: names, day: day, query: context.query,
            mayAdd: PeoplePolicy.namesParties.allows(actor)
        ).page
    }

    func party(_ context: MemberContext, refusal: Refusal? = nil, written: Fields? = nil) async throws -> Page {
        try PeoplePolicy.seesParties.check(context.actor)
        let (id, actor, day) = (try context.id("party", of: Party.self), context.actor, context.day)
        let (csrf, before) = (context.csrf, context.query["before"].flatMap { Int64($0) })
        return try await desk.read { session in
            try PartyPage(id, actor: actor, day: day, before: before, csrf: csrf, written: written, refusal: refusal, session)
        }.page
    }

    private func edit(_ context: MemberContext, refusal: Refusal? = nil, written: Fields? = nil) async throws -> Page {
        try PeoplePolicy.keepsParties.check(context.actor)
        let id = try context.id("party", of: Party.self)
        let party = try await desk.read { session in try Parties(session).get(id) }
        return EditPartyPage(party: party, today: context.today, csrf: context.csrf, written: written, refusal: refusal).page
    }

    private func change(_ request: Request, _ context: MemberContext) async throws -> Response {
        let written = try await Form(request, context).fields
        let id = try context.id("party", of: Party.self)
        return try await context.trying {
            var fields = written
            let (new, version) = (NewParty(reading: &fields), fields.version())
            try fields.finish()
            let party = try await desk.write(by: context.actor) { work in try people.change(id, version: version, to: new, work) }
            return context.seeOther(.party(id), saying: "“\(party.name)” was changed.")
        } orShowing: { refusal in
            try await edit(context, refusal: refusal, written: written)
        }
    }

    private func leave(_ request: Request, _ context: MemberContext) async throws -> Response {
        let written = try await Form(request, context).fields
        let id = try context.id("party", of: Party.self)
        return try await context.trying {
            var fields = written
            let (day, version) = (fields.day("left", "First day without them"), fields.version())
            try fields.finish()
            let party = try await desk.write(by: context.actor) { work in try people.leave(id, version: version, on: day, work) }
            return context.seeOther(.party(id), saying: "“\(party.name)” is not here from \(day).")
        } orShowing: { refusal in
            try await edit(context, refusal: refusal, written: written)
        }
    }
}
