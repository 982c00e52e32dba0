import Documents
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with the enforcement policy and its figures.
public struct PolicyOperations: Sendable {
    let policies = EnforcementPolicies()

    public init() {}

    public var all: [Operation] { figures + stating + editions + objectives }

    private static let by = Parameter.query("by", .choice(ActivitySpan.self), "The periods; years when left out.")

    private var figures: [Operation] {
        [
            .reading("showEnforcementActivity", "enforcement/activity", "Enforcement by month, quarter or year, against the objectives", .scope(.enforcementPolicyRead),
                     takes: [.day, Self.by], gives: ActivityPayload.schema) { call, session in
                try ObjectivePolicy.reads.check(call.actor)
                let (activity, objectives, policy) = try session.activity(on: call.day)
                return try .showing(ActivityPayload(activity, by: ActivitySpan(call.query), objectives, policy))
            },
            .handing("exportEnforcementActivity", "enforcement/activity/export/{format}", "The same figures as a table to keep", .scope(.enforcementPolicyRead),
                     takes: [.day, Self.by, .part("format", .reference, "csv or xlsx.")], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                try ObjectivePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in ActivityExport(activity: try session.activity(on: call.day).activity, span: ActivitySpan(call.query)) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .listing("listEntryTimeliness", "enforcement/timeliness", "Whether each notice came into the public register in time, the latest served first",
                     .scope(.enforcementPolicyRead), takes: [.day], of: TimelinessPayload.schema) { call, session in
                try ObjectivePolicy.reads.check(call.actor)
                return try call.page(session.timeliness(on: call.day), by: { $0.fact.reference }) { TimelinessPayload($0) }
            },
            .handing("exportEntryTimeliness", "enforcement/timeliness/export/{format}", "The same as a table to keep", .scope(.enforcementPolicyRead),
                     takes: [.day, .part("format", .reference, "csv or xlsx.")], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                try ObjectivePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in TimelinessExport(entries: try session.timeliness(on: call.day), day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }

    private var stating: [Operation] {
        [
            .listing("listStatedActivity", "enforcement/stated-activity", "Yearly numbers that were stated, with where they stand", .scope(.enforcementPolicyRead), takes: [.day],
                     of: StatedActivityPayload.schema) { call, session in
                try ObjectivePolicy.reads.check(call.actor)
                return try call.page(session.statedActivity(on: call.day), by: { "\($0.id)" }) { StatedActivityPayload($0) }
            },
            .adding("stateActivity", "enforcement/stated-activity", "State the number of a year", .scope(.enforcementPolicyWrite), from: NewStatedActivity.schema,
                    gives: StatedActivityPayload.schema, refuses: ["activity-stated-already"]) { call, work in
                var fields = call.fields
                let new = NewStatedActivity(reading: &fields)
                try fields.finish()
                let stated = try policies.state(new, work)
                return try .showing(StatedActivityPayload(stated), version: stated.version).added()
            },
            .changing("correctStatedActivity", "enforcement/stated-activity/{stated}", "Correct a number or where it stands; its year and what it counts stay",
                      .scope(.enforcementPolicyWrite), takes: [.id("stated")], from: NewStatedActivity.schema, gives: StatedActivityPayload.schema,
                      refuses: ["stated-activity-not-found"]) { call, work in
                let stated = try work.session.statedActivity(call.id("stated"))
                var fields = Fields(call.fields, over: stated.entries)
                let new = NewStatedActivity(reading: &fields)
                try fields.finish()
                let changed = try policies.correct(stated, new, version: call.matched(stated.version), work)
                return try .showing(StatedActivityPayload(changed), version: changed.version)
            },
        ]
    }
}
