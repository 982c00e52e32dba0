import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PlanPages {
    /// From a document to a plan: send, answer, accept.
    func importing(_ members: Routes<MemberContext>) {
        members.get("imports/new") { _, context in context.page(try await newImport(context, .fresh, into: context.query["plan"])) }
        members.post("imports") { request, context in
            let form = try await Form(request, context, filesUpTo: Form.largeFiles)
            return try await context.trying {
                context.seeOther(PlanLinks.draft(try await receive(form, context)))
            } orShowing: { refusal in
                try await newImport(context, Filled(fields: form.fields, refusal: refusal), into: form.fields.written("plan"))
            }
        }
        members.get("imports/:import") { _, context in context.page(try await importPage(context, .fresh)) }
        members.post("imports/:import/answers") { request, context in
            let form = try await Form(request, context)
            return try await choose(context, "The answers were saved.") { reading, choices in
                let all = try planDraft(from: reading, columns: choices.columns).queries
                for query in all { choices.answers[query.key] = form.fields.written(query.key) }
                choices.answers = choices.answers.filter { !$0.value.isEmpty }
            }
        }
        members.post("imports/:import/suggestions") { request, context in
            _ = try await Form(request, context)
            return try await choose(context, "Every suggestion was accepted.") { reading, choices in
                let draft = try planDraft(from: reading, columns: choices.columns, answers: choices.answers)
                choices.answers.merge(draft.suggestedAnswers) { given, _ in given }
            }
        }
        members.post("imports/:import/columns") { request, context in
            let form = try await Form(request, context)
            return try await choose(context, "The document was read again.") { reading, choices in
                var maps = try planDraft(from: reading, columns: choices.columns).columns
                for number in maps.indices {
                    for index in maps[number].fields.indices {
                        guard let field = ColumnMap.Field(rawValue: form.fields.written("column-\(number)-\(index)")) else { continue }
                        maps[number].fields[index] = field
                    }
                }
                _ = try planDraft(from: reading, columns: maps)
                choices.columns = maps
            }
        }
        members.post("imports/:import/plan") { request, context in
            let form = try await Form(request, context)
            let held = try await held(context)
            return try await context.trying {
                var fields = form.fields
                let takeover = Plans.Takeover(reading: &fields, today: context.today)
                try fields.finish()
                let draft = try planDraft(from: try held.reading(), columns: held.choices.columns, answers: held.choices.answers)
                let plan = try await desk.write(by: context.actor, because: "Imported from \(held.fileName)") { work in
                    // A second press of the button finds the import gone and makes no second plan.
                    _ = try PlanImports(session: work.session).get(held.id, by: context.actor)
                    try PlanImports(session: work.session).remove(held.id)
                    return try plans.takeOver(draft, as: takeover, work)
                }
                return context.seeOther(PlanLinks.plan(plan), saying: "The plan was made.")
            } orShowing: { refusal in
                try await importPage(context, Filled(fields: form.fields, refusal: refusal))
            }
        }
        members.post("imports/:import/changes") { request, context in
            let form = try await Form(request, context)
            let held = try await held(context)
            let accepted = Set(form.fields.all("accept"))
            return try await context.trying {
                let draft = try planDraft(from: try held.reading(), columns: held.choices.columns, answers: held.choices.answers)
                let (plan, count) = try await desk.write(by: context.actor, because: "Imported from \(held.fileName)") { work in
                    guard let plan = try (held.plan.flatMap { try work.session.find($0) }) else {
                        throw Refusal.missing("plan-not-found", "The plan that this document belongs to is gone.")
                    }
                    _ = try PlanImports(session: work.session).get(held.id, by: context.actor)
                    try PlanImports(session: work.session).remove(held.id)
                    return (plan, try plans.accept(accepted, of: draft, into: plan, named: held.fileName, work))
                }
                return context.seeOther(PlanLinks.plan(plan), saying: "\(counted(count, "change was", "changes were").capitalisedFirst) made.")
            } orShowing: { refusal in
                try await importPage(context, Filled(fields: form.fields, refusal: refusal))
            }
        }
        members.post("imports/:import/discard") { request, context in
            _ = try await Form(request, context)
            let id = try await held(context).id
            try await desk.write(by: context.actor) { work in try PlanImports(session: work.session).remove(id) }
            return context.seeOther(PlanLinks.list, saying: "The document was put aside. Nothing was saved.")
        }
    }

    private func newImport(_ context: MemberContext, _ filled: Filled, into reference: String?) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let into = try reference.flatMap { $0.isEmpty ? nil : try session.plan($0) }
            return NewImportPage(
                into: into, open: try PlanImports(session: session).open(by: context.actor), filled: filled,
                viewer: try context.viewer(session)).page
        }
    }

    /// Reads what was sent, so that a file that can't be one is refused before it is kept.
    private func receive(_ form: Form, _ context: MemberContext) async throws -> Int64 {
        try PlanPolicy.keeps.check(context.actor)
        var fields = form.fields
        let sheet = fields.optionalText("sheet", "Sheet", atMost: 100)
        let pasted = fields.written("pasted")
        let (name, bytes): (String, [UInt8])
        if let file = form.file("file"), !file.bytes.isEmpty {
            (name, bytes) = (file.name, file.bytes)
        } else if let file = form.file("file"), !file.name.isEmpty {
            throw Refusal.fields([.init("file", "The file “\(file.name)” is empty.")])
        } else if !pasted.isEmpty {
            (name, bytes) = ("Pasted table", Array(pasted.utf8))
        } else {
            throw Refusal.fields([.init("file", "Choose a document, or paste its table below.")])
        }
        try fields.finish()
        do {
            _ = try planDraft(from: try Reading.of(bytes, named: name, sheet: sheet))
        } catch let refusal as Refusal {
            throw Refusal(refusal.code, refusal.kind, refusal.sentence, fields: [.init("file", refusal.sentence)])
        }
        let reference = fields.written("plan")
        return try await desk.write(by: context.actor) { work in
            let plan = reference.isEmpty ? nil : try work.session.plan(reference).id
            return try PlanImports(session: work.session).add(
                fileName: String(name.prefix(200)), bytes: bytes, sheet: sheet, plan: plan, by: context.actor, at: work.moment)
        }
    }

    private func held(_ context: MemberContext) async throws -> PlanImport {
        try PlanPolicy.keeps.check(context.actor)
        let id = try context.id("import", of: PlanImport.self).number
        return try await desk.read { session in try PlanImports(session: session).get(id, by: context.actor) }
    }

    private func choose(
        _ context: MemberContext, _ sentence: String, _ change: @escaping @Sendable (Reading, inout PlanImport.Choices) throws -> Void
    ) async throws -> Response {
        let held = try await held(context)
        return try await context.trying {
            var choices = held.choices
            try change(try held.reading(), &choices)
            let saved = choices
            try await desk.write(by: context.actor) { work in try PlanImports(session: work.session).save(saved, of: held.id) }
            return context.seeOther(PlanLinks.draft(held.id), saying: sentence)
        } orShowing: { refusal in
            try await importPage(context, Filled(refusal: refusal))
        }
    }

    private func importPage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let held = try await held(context)
        let reading = try held.reading()
        let draft = try planDraft(from: reading, columns: held.choices.columns, answers: held.choices.answers)
        let queries = try planDraft(from: reading, columns: held.choices.columns).queries
        let takeover = Plans.Takeover(proposedFor: draft, fileName: held.fileName, today: context.today)
        return try await desk.read { session in
            let into = try held.plan.flatMap { try session.find($0) }
            let changes = try into.map { PlanChange.all(from: PlanView(try session.facts(of: $0), on: context.today), to: draft) } ?? []
            return ImportPage(
                held: held, draft: draft, queries: queries, takeover: takeover, into: into, changes: changes, filled: filled,
                viewer: try context.viewer(session)).page
        }
    }
}

extension PlanImport {
    func reading() throws -> Reading { try Reading.of(bytes, named: fileName, sheet: sheet) }
}
