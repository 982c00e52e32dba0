import Hummingbird
import Kernel
import Markup
import Storage
import Web

/// Who holds which post and who belongs to which team, from either side.
extension PeoplePages {
    func hangTies(on members: Routes<MemberContext>) {
        members.post("people/:party/ties") { request, context in try await tie(request, context) }
        members.post("people/:party/holdings/:tie/ending") { request, context in
            let id = try context.id("tie", of: Holding.self)
            return try await end(request, context) { [people] party, day, work in
                guard let holding = try work.session.find(id), [holding.post, holding.person].contains(party) else { throw Refusal.notTied }
                try people.endHolding(id, through: day, work)
            }
        }
        members.post("people/:party/memberships/:tie/ending") { request, context in
            let id = try context.id("tie", of: Membership.self)
            return try await end(request, context) { [people] party, day, work in
                guard let membership = try work.session.find(id), [membership.team, membership.person].contains(party) else { throw Refusal.notTied }
                try people.endMembership(id, through: day, work)
            }
        }
    }

    private func tie(_ request: Request, _ context: MemberContext) async throws -> Response {
        let written = try await Form(request, context).fields
        let id = try context.id("party", of: Party.self)
        return try await context.trying {
            var fields = written
            let other = fields.number("other", "The other", in: 1...Int.max)
            if other == nil, written.written("other").isEmpty { fields.refuse("other", "Choose from the list.") }
            let (from, through) = (fields.day("from", "First day"), fields.optionalDay("until", "Last day"))
            if let through, through < from { fields.refuse("until", "The last day is before the first.") }
            try fields.finish()
            let otherID = ID<Party>(Int64(other ?? 0))
            let names = try await desk.write(by: context.actor) { [people] work in
                let (one, two) = try (Parties(work.session).get(id), Parties(work.session).get(otherID))
                let (person, body) = one.kind == .person ? (one, two) : (two, one)
                switch body.kind {
                case .team: try people.join(team: body.id, person: person.id, from: from, through: through, work)
                case .post, .person: try people.give(post: body.id, to: person.id, from: from, through: through, work)
                }
                return (person.name, body.name)
            }
            return context.seeOther(.party(id), saying: "\(names.0): \(names.1) from \(from).")
        } orShowing: { refusal in
            try await party(context, refusal: refusal, written: written)
        }
    }

    private func end(
        _ request: Request, _ context: MemberContext, _ end: @escaping @Sendable (ID<Party>, Day, Work) throws -> Void
    ) async throws -> Response {
        let written = try await Form(request, context).fields
        let id = try context.id("party", of: Party.self)
        return try await context.trying {
            var fields = written
            let day = fields.day("through", "Last day")
            try fields.finish()
            try await desk.write(by: context.actor) { work in
                try PeoplePolicy.keepsParties.check(work.actor)
                try end(id, day, work)
            }
            return context.seeOther(.party(id), saying: "That ends with \(day).")
        } orShowing: { refusal in
            try await party(context, refusal: refusal)
        }
    }
}

extension Refusal {
    fileprivate static let notTied = Refusal.missing("tie-not-found", "That time in a post or a team is not one of theirs.")
}
