import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

/// Evidence: what shows that something was done.
extension PlanOperations {
    private static var kept: [String] { ["plan-not-found", "evidence-not-found"] }
    private static var files: [String] {
        ["file-empty", "file-too-large", "file-kind-not-taken", "file-has-macros", "file-refused-by-scanner", "file-not-scanned"]
    }

    var evidence: [Operation] { reading + showing(Action.self) + showing(Finding.self) + keeping }

    private var reading: [Operation] {
        [
            .listing("listEvidence", "plans/{plan}/evidence", "What was put into a plan by a day to show something, what was taken back with it", .scope(.plansRead),
                     takes: [.day], of: EvidencePayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let facts = try session.facts(of: session.plan(call.part("plan")))
                return try call.page(facts.evidence(on: call.day), by: { "\($0.evidence.id)" }) { EvidencePayload($0, in: facts) }
            },
            .reading("showEvidence", "plans/{plan}/evidence/{evidence}", "One piece of evidence on a day", .scope(.plansRead), takes: [.day, .id("evidence")],
                     gives: EvidencePayload.schema, refuses: Self.kept) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                return try shown(session.evidence(call.id("evidence"), in: plan), of: plan, call, session)
            },
            .handing("evidenceFile", "plans/{plan}/evidence/{evidence}/file", "The file that is a piece of evidence", .scope(.plansRead), takes: [.id("evidence")],
                     types: FileKind.allCases.map(\.mediaType), refuses: Self.kept + ["evidence-is-no-file"]) { call in
                try PlanPolicy.reads.check(call.actor)
                let file = try await call.desk.read { session in
                    try session.file(of: session.evidence(call.id("evidence"), in: session.plan(call.part("plan"))))
                }
                return try .handing(file, from: call.desk)
            },
        ]
    }

    private func showing<Item: PlanItem>(_ type: Item.Type) -> [Operation] {
        let (noun, path) = (Item.noun, "plans/{plan}/\(Item.noun)s/{\(Item.noun)}/evidence")
        let common = ["plan-not-found", "\(noun)-not-found"] + (noun == Action.noun ? Self.unreportable : ["plan-closed", "finding-withdrawn"])
        let article = noun == Action.noun ? "an action" : "a finding"
        return [
            .adding("add\(noun.capitalisedFirst)Evidence", path, "Show something of \(article) by a link or a record", .scope(.plansWrite), from: NewEvidence.schema,
                    gives: EvidencePayload.schema, refuses: common) { call, work in
                try PlanPolicy.sendsEvidence(of: type).check(call.actor)
                var fields = call.fields
                let new = NewEvidence(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(call.part("plan"))
                let piece = try plans.show(new, for: Item.named(call.part(noun), in: plan, work.session), of: plan, naming: naming, work)
                return try shown(piece, of: plan, call, work.session).added(at: PlanLinks.evidence(piece, plan))
            },
            .taking("send\(noun.capitalisedFirst)Evidence", path + "/files", "Show something of \(article) by a file", .scope(.plansWrite), takes: [
                .query("name", .words(atMost: 200), "The file's name."), .query("shows", .words(atMost: 2000), "What it shows."),
                .query("through", .day, "The last day on which it holds."),
            ], atMost: intake.most, from: PlanPolicy.sendsEvidence(of: type).check, gives: EvidencePayload.schema, refuses: common + Self.files) { call in
                var fields = Fields(["shows": [call.query["shows"] ?? ""], "through": [call.query["through"] ?? ""]])
                let new = NewEvidence(reading: &fields, hasFile: true)
                try fields.finish()
                let file = try await intake.check(call.bytes, named: call.query["name"] ?? "file")
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let piece = try plans.show(new, for: Item.named(call.part(noun), in: plan, work.session), of: plan, file: file, naming: naming, work)
                    return try shown(piece, of: plan, call, work.session).added(at: PlanLinks.evidence(piece, plan))
                }
            },
        ]
    }

    private var keeping: [Operation] {
        let refuses = Self.kept + Self.unreportable + ["evidence-taken-back"]
        return [
            .doing(.post, "lookAtEvidence", "plans/{plan}/evidence/{evidence}/looks", "Say that somebody looked at it today and it still shows it",
                   .scope(.plansWrite), takes: [.id("evidence")], from: PlanInputs.look, gives: EvidencePayload.schema, status: 201, refuses: refuses) { call in
                var fields = call.fields
                let through = fields.optionalDay("through", "The last day it holds")
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let piece = try work.session.evidence(call.id("evidence"), in: plan)
                    try plans.look(at: piece, in: plan, through: through, work)
                    return try shown(piece, of: plan, call, work.session).added()
                }
            },
            .doing(.post, "takeBackEvidence", "plans/{plan}/evidence/{evidence}/withdrawal", "Take back a piece of evidence, for a reason",
                   .scope(.plansWrite), takes: [.id("evidence")], from: PlanInputs.takingBack, gives: EvidencePayload.schema, status: 201, refuses: refuses) { call in
                var fields = call.fields
                let because = fields.text("because", "Why", atMost: 2000)
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let piece = try plans.takeBack(work.session.evidence(call.id("evidence"), in: plan), in: plan, because: because, work)
                    return try shown(piece, of: plan, call, work.session).added()
                }
            },
        ]
    }

    private func shown(_ piece: Evidence, of plan: Plan, _ call: Call, _ session: Session) throws -> Reply {
        let facts = try session.facts(of: plan)
        guard let view = facts.evidence(on: call.day).first(where: { $0.evidence.id == piece.id }) else { throw Refusal.evidenceNotThereThen(piece, call.day) }
        return try .showing(EvidencePayload(view, in: facts), version: piece.version)
    }
}

extension PlanFacts {
    /// All that was put there by a day, what was taken back with it.
    func evidence(on day: Day) -> [EvidenceView] {
        let views = evidenceViews(on: day)
        return (Array(views.ofActions.values.joined()) + views.ofFindings.values.joined()).sorted { $0.evidence.id < $1.evidence.id }
    }
}

extension Session {
    /// - Throws: `evidence-is-no-file`
    func file(of evidence: Evidence) throws -> Attachment {
        guard let id = evidence.file else {
            throw Refusal.missing("evidence-is-no-file", "That piece of evidence is a link or a record, and no file.")
        }
        return try attachment(id)
    }
}

extension Refusal {
    static func evidenceNotThereThen(_ piece: Evidence, _ day: Day) -> Refusal {
        .missing("evidence-not-found", "That piece of evidence had not been put there by \(day). Choose another day.")
    }
}
