import Kernel
import Markup
import People
import Storage
import Web

extension AuditOperations {
    /// What officers are authorised for.
    var authorising: [Operation] {
        [
            .listing("listAuthorisations", "audits/authorisations", "Which officers are authorised for what, and from when until when", .scope(.auditsRead), of: AuthorisationPayload.schema) { call, session in
                try AuditPolicy.reads.check(call.actor)
                let (names, held) = (try Parties(session).names(), try session.all(Authorisation.self, "ORDER BY id"))
                let givers = try Parties(session).names(ofWhos: held.map(\.by))
                return try call.page(held, by: { "\($0.id)" }) { AuthorisationPayload($0, officer: names[$0.officer] ?? "", by: givers[$0.by] ?? $0.by) }
            },
            .adding("authoriseOfficer", "audits/authorisations", "Give an officer a level", .scope(.auditsWrite), from: NewAuthorisation.schema, gives: AuthorisationPayload.schema,
                    refuses: ["own-authorisation"]) { call, work in
                var fields = call.fields
                let new = NewAuthorisation(reading: &fields)
                try fields.finish()
                let one = try audits.authorise(new, work)
                return try .added(AuthorisationPayload(of: one, work.session), version: one.version)
            },
            .adding("endAuthorisation", "audits/authorisations/{authorisation}/end", "End an officer's authorisation", .scope(.auditsWrite), takes: [.id("authorisation")], from: AuditInput.end,
                    gives: AuthorisationPayload.schema, refuses: ["authorisation-not-found"]) { call, work in
                var fields = call.fields
                let until = fields.day("until", "Until")
                try fields.finish()
                let one = try audits.end(work.session.authorisation(call.id("authorisation")), until: until, work)
                return try .added(AuthorisationPayload(of: one, work.session), version: one.version)
            },
            .listing("listAuthorisationLevels", "audits/levels", "The levels that there are and were, each wording by itself", .scope(.auditsRead), of: AuthorisationLevelPayload.schema) { call, session in
                try AuditPolicy.reads.check(call.actor)
                return try call.page(session.all(AuthorisationLevel.self, "ORDER BY id"), by: { "\($0.id)" }) { AuthorisationLevelPayload($0) }
            },
            .adding("defineAuthorisationLevel", "audits/levels", "Set up a level, or word one anew from a day", .scope(.auditsWrite), from: NewAuthorisationLevel.schema,
                    gives: AuthorisationLevelPayload.schema, refuses: ["own-authorisation"]) { call, work in
                var fields = call.fields
                let new = NewAuthorisationLevel(reading: &fields)
                try fields.finish()
                let level = try audits.define(new, work)
                return try .added(AuthorisationLevelPayload(level), version: level.version)
            },
            .adding("endAuthorisationLevel", "audits/levels/{level}/end", "End a level", .scope(.auditsWrite), takes: [.id("level")], from: AuditInput.end,
                    gives: AuthorisationLevelPayload.schema, refuses: ["authorisation-level-not-found"]) { call, work in
                var fields = call.fields
                let until = fields.day("until", "Until")
                try fields.finish()
                let level = try audits.end(work.session.authorisationLevel(call.id("level")), until: until, work)
                return try .added(AuthorisationLevelPayload(level), version: level.version)
            },
        ]
    }
}
