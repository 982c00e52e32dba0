import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

/// From a document to a plan: send, answer, make or take.
extension PlanOperations {
    private static var file: [String] {
        ["file-empty", "file-encrypted", "file-damaged", "file-has-entities", "file-nested-too-deep", "file-not-a-table-document", "file-too-large",
         "no-table-found", "no-plan-table", "sheet-not-found", "plan-too-long"]
    }

    var imports: [Operation] {
        [
            .listing("listImports", "imports", "The documents that one's own token is importing", .scope(.plansWrite), of: ImportLine.schema) { call, session in
                try PlanPolicy.keeps.check(call.actor)
                return try call.page(PlanImports(session: session).open(by: call.actor), by: { "\($0.id)" }) {
                    ImportLine(number: $0.id, fileName: $0.fileName, at: $0.at)
                }
            },
            .taking("beginImport", "imports", "Send a document that holds a plan: Word, Excel, CSV or text", .scope(.plansWrite), takes: [
                .query("name", .words(atMost: 200), "The file's name."), .query("sheet", .words(atMost: 100), "The one sheet of a workbook to read."),
                .query("plan", .reference, "The plan that it is a newer version of."),
            ], atMost: Form.largeFiles, from: PlanPolicy.keeps.check, gives: ImportPayload.schema, refuses: Self.file + ["plan-not-found"]) { call in
                let (name, sheet) = (call.query["name"] ?? "Document", call.query["sheet"])
                try await PlanImport.check(call.bytes, named: name, sheet: sheet)
                let id = try await call.desk.read { session in try call.query["plan"].map { try session.plan($0).id } }
                let new = PlanImport(
                    id: 0, fileName: name, bytes: call.bytes, sheet: sheet, plan: id, choices: .init(), by: call.actor.subject, at: call.moment)
                let draft = try await drafted(new.reading(), columns: nil)
                return try await call.write { work in
                    let number = try PlanImports(session: work.session).add(
                        fileName: name, bytes: call.bytes, sheet: sheet, plan: id, by: call.actor, at: call.moment)
                    let held = try PlanImports(session: work.session).get(number, by: call.actor)
                    return try shown(held, draft, call, work.session).added(at: PlanLinks.draft(number))
                }
            },
            .asking("showImport", "imports/{import}", "The plan that a document would make", .scope(.plansWrite), takes: [.id("import")],
                    gives: ImportPayload.schema, refuses: ["import-not-found"]) { call in
                try await shown(held(call), call)
            },
            .doing(.put, "answerQueries", "imports/{import}/answers", "Answer what is doubtful, in place of the answers before", .scope(.plansWrite),
                   takes: [.id("import")], from: .map(.text(atMost: 4000)), gives: ImportPayload.schema, refuses: ["import-not-found"]) { call in
                var held = try await held(call)
                guard case .object(let members) = call.body else { return .done }
                held.choices.answers = members.compactMapValues { $0.text.flatMap { $0.isEmpty ? nil : $0 } }
                return try await keep(held, call)
            },
            .doing(.put, "correctColumns", "imports/{import}/columns", "Say what each column of each table holds", .scope(.plansWrite),
                   takes: [.id("import")], from: .input("Columns", ["columns": .list(.input("Column", [
                       "place": .text(atMost: 200), "fields": .list(.choice(ColumnMap.Field.self)),
                   ]))]), gives: ImportPayload.schema, refuses: ["import-not-found", "no-plan-table"]) { call in
                var held = try await held(call)
                held.choices.columns = try await drafted(held.reading(), columns: held.choices.columns).columns.map { map in
                    var map = map
                    let sent = call.body["columns"]?.members.first { $0["place"]?.text == map.place }?["fields"]?.members ?? []
                    for (index, code) in sent.enumerated() where map.fields.indices.contains(index) {
                        map.fields[index] = code.text.flatMap(ColumnMap.Field.init) ?? map.fields[index]
                    }
                    return map
                }
                return try await keep(held, call)
            },
            .doing(.post, "takeOver", "imports/{import}/plan", "Make the plan that a document holds", .scope(.plansWrite), takes: [.id("import")],
                   from: Plans.Takeover.schema, gives: PlanPayload.schema, status: 201,
                   refuses: ["import-not-found", "no-findings", "reference-taken", "reference-not-usable"]) { call in
                let held = try await held(call)
                var fields = call.fields
                let takeover = Plans.Takeover(reading: &fields, today: call.today)
                try fields.finish()
                let draft = try await drafted(held.reading(), columns: held.choices.columns, answers: held.choices.answers)
                return try await call.write(because: "Imported from \(held.fileName)") { work in
                    try PlanImports(session: work.session).finish(held.id, by: call.actor)
                    let plan = try plans.takeOver(draft, as: takeover, work)
                    let view = PlanView(try work.session.facts(of: plan), on: call.day)
                    return try .added(PlanPayload(view), at: PlanLinks.plan(plan), version: plan.version)
                }
            },
            .doing(.post, "takeChanges", "imports/{import}/changes", "Take those of a newer document's changes that are named into its plan",
                   .scope(.plansWrite), takes: [.id("import")], from: .input("WantedChanges", ["keys": .list(.text(atMost: 200))]),
                   gives: PlanPayload.schema, refuses: ["import-not-found", "plan-not-found"]) { call in
                let held = try await held(call)
                let draft = try await drafted(held.reading(), columns: held.choices.columns, answers: held.choices.answers)
                return try await call.write(because: "Imported from \(held.fileName)") { work in
                    try PlanImports(session: work.session).finish(held.id, by: call.actor)
                    let plan = try held.planToChange(work.session)
                    _ = try plans.take(Set(call.fields.all("keys")), from: draft, into: plan, named: held.fileName, work)
                    let view = PlanView(try work.session.facts(of: plan), on: call.day)
                    return try .showing(PlanPayload(view), version: plan.version)
                }
            },
            .doing(.delete, "discardImport", "imports/{import}", "Put a document aside; nothing is made of it", .scope(.plansWrite),
                   takes: [.id("import")], gives: nil, refuses: ["import-not-found"]) { call in
                let held = try await held(call)
                return try await call.write { work in
                    try PlanImports(session: work.session).finish(held.id, by: call.actor)
                    return .done
                }
            },
        ]
    }

    private func held(_ call: Call) async throws -> PlanImport {
        try PlanPolicy.keeps.check(call.actor)
        return try await call.desk.read { session in try PlanImports(session: session).get(call.id("import", of: PlanImport.self).number, by: call.actor) }
    }

    private func shown(_ held: PlanImport, _ call: Call) async throws -> Reply {
        let draft = try await drafted(held.reading(), columns: held.choices.columns, answers: held.choices.answers)
        return try await call.desk.read { session in try shown(held, draft, call, session) }
    }

    private func shown(_ held: PlanImport, _ draft: PlanDraft, _ call: Call, _ session: Session) throws -> Reply {
        let into = try held.plan.flatMap { try session.find($0) }
        let changes = try into.map { PlanChange.all(from: PlanView(try session.facts(of: $0), on: call.today), to: draft) } ?? []
        return try .showing(ImportPayload(held, draft, into: into, changes: changes, today: call.today))
    }

    private func keep(_ held: PlanImport, _ call: Call) async throws -> Reply {
        let draft = try await drafted(held.reading(), columns: held.choices.columns, answers: held.choices.answers)
        return try await call.write { work in
            _ = try PlanImports(session: work.session).get(held.id, by: call.actor)
            try PlanImports(session: work.session).save(held.choices, of: held.id)
            return try shown(held, draft, call, work.session)
        }
    }
}
