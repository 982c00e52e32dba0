import Documents
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with checks. What changes them is in files of its own beside this.
public struct QualityOperations: Sendable {
    let quality: Quality

    public init(quality: Quality = Quality()) { self.quality = quality }

    public var all: [Operation] { reading + exporting + keepingChecks + fillingChecks + sampling + keepingForms + remedying + calibrations + reports }

    private var choices: [Parameter] {
        [
            .day, .query("whose", .choice(QualityFilter.Whose.self), "Only those that are one's own to make, or of one's own work."),
            .query("state", .choice([QualityFilter.overdueWord] + QualityCheckState.allCases.map(\.rawValue)), "Only checks that stand so."),
            .query("kind", .choice(QualityCheckKind.self), "Only checks of this kind."), .query("grade", .choice(QualityGrade.self), "Only completed checks with this grade."),
            .query("auditor", .text(atMost: 200), "Only checks of the work of this officer."), .query("reviewer", .text(atMost: 200), "Only checks of this reviewer."),
            .query("office", .text(atMost: 200), "Only checks of work of this office."), .query("criterion", .text(atMost: 40), "Only completed checks in which this criterion failed or was not evidenced."),
            .query("plan", .text(atMost: 40), "Only checks that this sampling plan drew."), .query("words", .text(atMost: 200), "Only checks with these words."),
            .query("sort", .choice(QualityFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
        ]
    }

    private func checks(_ call: Call, _ session: Session) throws -> [QualityCheckFacts] {
        let parties = try session.qualityParties(of: call.actor, on: call.day)
        return QualityFilter(call.query).shown(try session.qualityChecks(readBy: call.actor, on: call.day), on: call.day, for: parties)
    }

    private var reading: [Operation] {
        [
            .reading("showQuality", "quality", "Where checks of audits stand: planned against done, and what lapsed", .scope(.qualityRead), takes: [.day], gives: QualityOverviewPayload.schema) { call, session in
                try QualityPolicy.readsPlans.check(call.actor)
                let checks = try session.allQualityChecks().filter { $0.check.isHere(on: call.day) }
                return try .showing(QualityOverviewPayload(checks, session.samplingPlans().filter { $0.plan.isHere(on: call.day) }, on: call.day))
            },
            .listing("listQualityChecks", "quality/checks", "Checks of audits that you read on a day, the latest first", .scope(.qualityRead), takes: choices, of: QualityCheckLine.schema) { call, session in
                try call.page(checks(call, session), by: { "\($0.check.id)" }) { QualityCheckLine($0, on: call.day) }
            },
            .reading("showQualityCheck", "quality/checks/{check}", "One check on a day: what was found by each criterion, and what is done about it", .scope(.qualityRead), takes: [.day],
                     gives: QualityCheckPayload.schema, refuses: ["quality-check-not-found"]) { call, session in
                try shown(call.part("check"), call, session)
            },
            .listing("listQualityCheckHistory", "quality/checks/{check}/history", "What happened to a check and all that belongs to it, newest first", .scope(.qualityRead), of: EntryPayload.schema,
                     refuses: ["quality-check-not-found"]) { call, session in
                let own = try session.qualityHistory(call.part("check"), readBy: call.actor, on: call.today).check
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: own.subject, before: $0, limit: $1) }) { EntryPayload($0, name: try Parties(session).name(ofWho: $0.who)) }
            },
            .listing("listRemedialActions", "quality/remedials", "What is done about what checks found, the earliest due first", .scope(.qualityRead), takes: remedialChoices, of: RemedialPayload.schema) { call, session in
                try call.page(remedials(call, session), by: { "\($0.remedial.id)" }) { RemedialPayload($0, on: call.day) }
            },
            .reading("showRemedialAction", "quality/remedials/{remedial}", "One remedial action on a day: what was done, and whether it worked", .scope(.qualityRead), takes: [.id("remedial"), .day],
                     gives: RemedialPayload.schema, refuses: ["remedial-not-found"]) { call, session in
                try shown(session.remedial(call.id("remedial")), call, session)
            },
        ]
    }

    private var remedialChoices: [Parameter] {
        [
            .day, .query("state", .choice([RemedialFilter.overdueWord, RemedialFilter.toLookWord] + RemedialState.allCases.map(\.rawValue)), "Only remedial actions that stand so."),
            .query("kind", .choice(RemedialKind.self), "Only remedial actions of this kind."), .query("owner", .text(atMost: 200), "Only those that this person or post does."),
            .query("criterion", .text(atMost: 40), "Only those about this criterion."),
        ]
    }

    private func remedials(_ call: Call, _ session: Session) throws -> [RemedialLine] {
        try QualityPolicy.enters.check(call.actor)
        let parties = try session.qualityParties(of: call.actor, on: call.day)
        return RemedialFilter(call.query).shown(try session.remedialLines(readBy: call.actor, parties, on: call.day), on: call.day)
    }

    private var exporting: [Operation] {
        let format = Parameter.part("format", .reference, "csv or xlsx.")
        return [
            .handing("exportQualityChecks", "quality/checks/export/{format}", "The list of checks as a table to keep", .scope(.qualityRead), takes: choices + [format],
                     types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { QualityExport(checks: try checks(call, $0), day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("exportRemedialActions", "quality/remedials/export/{format}", "The list of remedial actions as a table to keep", .scope(.qualityRead), takes: remedialChoices + [format],
                     types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { RemedialExport(lines: try remedials(call, $0), day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }

    func shown(_ reference: String, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try QualityCheckPayload(of: reference, for: call.actor, on: call.day, session)
        return try .showing(payload, version: payload.check.version)
    }

    func shown(_ remedial: RemedialAction, _ call: Call, _ session: Session) throws -> Reply {
        try QualityPolicy.enters.check(call.actor)
        let payload = RemedialPayload(try session.remedialLine(remedial.id, readBy: call.actor, session.qualityParties(of: call.actor, on: call.day), on: call.day), on: call.day)
        return try .showing(payload, version: payload.version)
    }
}
