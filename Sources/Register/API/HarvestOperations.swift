import HTTPTypes
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with the other services whose registers are shown here, below `/api/v1`.
public struct HarvestOperations: Sendable {
    let fetching: Fetching

    public init(fetching: Fetching) { self.fetching = fetching }

    public var all: [Operation] {
        [
            .reading("listRegisterSources", "register-sources", "The other services whose registers are shown here", .scope(.registerRead),
                     gives: .object("HarvestSources", ["sources": .list(SourcePayload.schema)])) { call, session in
                try HarvestPolicy.reads.check(call.actor)
                return try .showing(["sources": session.sourcePayloads(at: call.moment)])
            },
            .adding("addRegisterSource", "register-sources", "Have another service's register shown here", .scope(.registerWrite), from: NewHarvestSource.schema,
                    gives: SourcePayload.schema, refuses: ["harvest-source-taken", "reference-not-usable"]) { call, work in
                try HarvestPolicy.keeps.check(work.actor)
                var fields = call.fields
                let source = try Harvests().add(NewHarvestSource(all: &fields), work)
                return try .added(work.session.payload(of: source, at: call.moment), at: Link("register-sources", source.code), version: source.version)
            },
            .reading("showRegisterSource", "register-sources/{source}", "One of them", .scope(.registerRead), gives: SourcePayload.schema,
                     refuses: ["harvest-source-not-found"]) { call, session in
                try HarvestPolicy.reads.check(call.actor)
                let source = try session.harvestSource(call.part("source"))
                return try .showing(session.payload(of: source, at: call.moment), version: source.version)
            },
            .changing("changeRegisterSource", "register-sources/{source}", "Change its name or address; what is left out stays, and so does its code",
                      .scope(.registerWrite), from: NewHarvestSource.changes, gives: SourcePayload.schema, refuses: ["harvest-source-not-found"]) { call, work in
                try HarvestPolicy.keeps.check(work.actor)
                let source = try work.session.harvestSource(call.part("source"))
                var fields = Fields(call.fields, over: source.entries)
                let edited = try Harvests().edit(source, NewHarvestSource(all: &fields), version: call.matched(source.version), work)
                return try .showing(work.session.payload(of: edited, at: call.moment), version: edited.version)
            },
            .doing(.delete, "removeRegisterSource", "register-sources/{source}", "Have its entries shown here no more", .scope(.registerWrite), gives: nil,
                   refuses: ["harvest-source-not-found"]) { call in
                try await call.write { work in
                    try HarvestPolicy.keeps.check(work.actor)
                    try Harvests().remove(work.session.harvestSource(call.part("source")), work)
                    return .done
                }
            },
            .doing(.post, "harvestRegisterSource", "register-sources/{source}/harvests", "Ask a service for its register now", .scope(.registerWrite),
                   gives: SourcePayload.schema, refuses: ["harvest-source-not-found"]) { call in
                try HarvestPolicy.keeps.check(call.actor)
                try await HarvestRound(desk: call.desk, fetching: fetching).run(only: call.part("source"))
                return try await call.desk.read { session in try .showing(session.payload(of: session.harvestSource(call.part("source")), at: call.moment)) }
            },
        ]
    }
}
