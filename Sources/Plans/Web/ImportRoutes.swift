import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PlanPages {
    /// From a document to a plan: send, answer, make or take.
    func importing(_ members: Routes<MemberContext>) {
        members.get("imports/new") { _, context in context.page(try await newImport(context, .fresh, into: context.query["plan"])) }
        members.post("imports") { request, context in
            // Asked before a hundred megabytes are read from somebody who may not send one.
            try PlanPolicy.keeps.check(context.actor)
            let form = try await Form(request, context, filesUpTo: Form.largeFiles)
            return try await context.trying {
                context.seeOther(PlanLinks.draft(try await receive(form, context)))
            } orShowing: { refusal in
                try await newImport(context, Filled(fields: form.fields, refusal: refusal), into: form.fields.written("plan"))
            }
        }
        members.get("imports/:import") { _, context in context.page(try await importPage(context, .fresh)) }
        members.post("imports/:import") { request, context in try await decide(try await Form(request, context), context) }
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
        let sheet = fields.optionalLine("sheet", "Sheet", atMost: 100)
        let pasted = fields.written("pasted")
        let (name, bytes): (String, [UInt8])
        if let file = try form.file("file") {
            guard !file.bytes.isEmpty else { throw Refusal.fields([.init("file", "The file “\(file.name)” is empty.")]) }
            (name, bytes) = (file.name, file.bytes)
        } else if !pasted.isEmpty {
            (name, bytes) = ("Pasted table", Array(pasted.utf8))
        } else {
            throw Refusal.fields([.init("file", "Choose a document, or paste its table below.")])
        }
        try fields.finish()
        do { try await PlanImport.check(bytes, named: name, sheet: sheet) } catch let refusal as Refusal { throw refusal.beside("file") }
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

    /// Keeps what the page's one form holds, then does what its pressed button says.
    private func decide(_ form: Form, _ context: MemberContext) async throws -> Response {
        let held = try await held(context)
        let reading = try await held.reading()
        return try await context.trying {
            var choices = held.choices
            let (asked, answered) = try await drafts(reading, choices)
            let queries = asked.queries
            let proposed = Plans.Takeover(proposedFor: answered, fileName: held.fileName, today: context.today)
            choices.take(form.fields, queries, proposed: held.plan == nil ? proposed.entries : [:])
            let deed = form.fields.written("deed").split(separator: "/", maxSplits: 1).map(String.init)
            switch deed.first {
            case "plan": return try await makePlan(held, try await drafted(reading, columns: choices.columns, answers: choices.answers), form, context)
            case "changes": return try await takeChanges(held, try await drafted(reading, columns: choices.columns, answers: choices.answers), Set(form.fields.all("take")), context)
            case "suggestions":
                let draft = try await drafted(reading, columns: choices.columns, answers: choices.answers)
                choices.answers.merge(draft.suggestedAnswers) { given, _ in given }
                return try await keep(choices, of: held, "Every suggestion was accepted.", context)
            case "accept":
                guard let query = queries.first(where: { $0.key == deed.last }), let suggestion = query.suggestion else {
                    throw Refusal.invalid("no-such-query", "That query is no longer asked. Look at the ones below.")
                }
                choices.answers[query.key] = suggestion
                return try await keep(choices, of: held, "The suggestion was accepted.", context)
            case "columns":
                choices.columns = columns(form.fields, as: try await drafted(reading, columns: choices.columns).columns)
                _ = try await drafted(reading, columns: choices.columns)
                return try await keep(choices, of: held, "The document was read again.", context)
            default:
                return try await keep(choices, of: held, "The answers were saved.", context)
            }
        } orShowing: { refusal in
            try await importPage(context, Filled(fields: form.fields, refusal: refusal))
        }
    }

    private func columns(_ fields: Fields, as maps: [ColumnMap]) -> [ColumnMap] {
        var maps = maps
        for number in maps.indices {
            for index in maps[number].fields.indices {
                guard let field = ColumnMap.Field(rawValue: fields.written("column-\(number)-\(index)")) else { continue }
                maps[number].fields[index] = field
            }
        }
        return maps
    }

    private func keep(_ choices: PlanImport.Choices, of held: PlanImport, _ sentence: String, _ context: MemberContext) async throws -> Response {
        try await desk.write(by: context.actor) { work in try PlanImports(session: work.session).save(choices, of: held.id) }
        return context.seeOther(PlanLinks.draft(held.id), saying: sentence)
    }

    private func makePlan(_ held: PlanImport, _ draft: PlanDraft, _ form: Form, _ context: MemberContext) async throws -> Response {
        var fields = form.fields
        let takeover = Plans.Takeover(reading: &fields, today: context.today)
        try fields.finish()
        let plan = try await finishing(held, context) { work in try plans.takeOver(draft, as: takeover, work) }
        return context.seeOther(PlanLinks.plan(plan), saying: "The plan was made.")
    }

    private func takeChanges(_ held: PlanImport, _ draft: PlanDraft, _ wanted: Set<String>, _ context: MemberContext) async throws -> Response {
        let (plan, count) = try await finishing(held, context) { work in
            let plan = try held.planToChange(work.session)
            return (plan, try plans.take(wanted, from: draft, into: plan, named: held.fileName, work))
        }
        return context.seeOther(PlanLinks.plan(plan), saying: "\(counted(count, "change was", "changes were").capitalisedFirst) made.")
    }

    /// Ends an import with what it makes: a second press of the button finds it gone and makes nothing twice.
    private func finishing<T: Sendable>(
        _ held: PlanImport, _ context: MemberContext, _ body: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        try await desk.write(by: context.actor, because: "Imported from \(held.fileName)") { work in
            try PlanImports(session: work.session).finish(held.id, by: context.actor)
            return try body(work)
        }
    }

    private func importPage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let held = try await held(context)
        let reading = try await held.reading()
        let (asked, draft) = try await drafts(reading, held.choices)
        let takeover = Plans.Takeover(proposedFor: draft, fileName: held.fileName, today: context.today)
        let entered = filled.fields == nil
            ? Filled(fields: Fields(takeover.entries.merging(held.choices.entered) { _, entered in entered }.mapValues { [$0] }), refusal: filled.refusal)
            : filled
        return try await desk.read { session in
            let into = try held.plan.flatMap { try session.find($0) }
            let changes = try into.map { PlanChange.all(from: PlanView(try session.facts(of: $0), on: context.today), to: draft) } ?? []
            return ImportPage(
                held: held, draft: draft, queries: asked.queries, takeover: takeover, into: into, changes: changes, filled: entered,
                viewer: try context.viewer(session)).page
        }
    }
}

extension PlanImport {
    func reading() async throws -> Reading { try await Aside.run { try Reading.of(bytes, named: fileName, sheet: sheet) } }

    /// Reads what was sent once, so that a file that can't be a plan is refused before it is kept.
    static func check(_ bytes: [UInt8], named name: String, sheet: String?) async throws {
        _ = try await Aside.run { try planDraft(from: try Reading.of(bytes, named: name, sheet: sheet)) }
    }

    /// - Throws: `plan-not-found`
    func planToChange(_ session: Session) throws -> Plan {
        guard let plan = try (plan.flatMap { try session.find($0) }) else {
            throw Refusal.missing("plan-not-found", "The plan that this document belongs to is gone.")
        }
        return plan
    }
}

/// The draft with every query still asked, and the one with the answers given; read once where nothing is answered.
func drafts(_ reading: Reading, _ choices: PlanImport.Choices) async throws -> (asked: PlanDraft, answered: PlanDraft) {
    let asked = try await drafted(reading, columns: choices.columns)
    if choices.answers.isEmpty { return (asked, asked) }
    return (asked, try await drafted(reading, columns: choices.columns, answers: choices.answers))
}

func drafted(_ reading: Reading, columns: [ColumnMap]?, answers: [String: String] = [:]) async throws -> PlanDraft {
    try await Aside.run { try planDraft(from: reading, columns: columns, answers: answers) }
}
