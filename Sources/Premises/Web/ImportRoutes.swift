import Documents
import Hummingbird
import Kernel
import Markup
import People
public import Storage
public import Web

/// From a file to the gazetteer: send, match the columns, look, take. And the search that answers as one types.
public struct PremisesImportPages: Sendable {
    let desk: Desk

    public init(desk: Desk) { self.desk = desk }

    public func hang(on site: SiteRoutes) {
        searching(site.members)
        let members = site.members
        members.get("premises/import") { _, context in context.page(try await newImport(context, .fresh)) }
        members.post("premises/import") { request, context in
            // Asked before a hundred megabytes are read from somebody who may not send one.
            try ImportPolicy.imports.check(context.actor)
            let form = try await Form(request, context, filesUpTo: Form.largeFiles)
            return try await context.trying { context.seeOther(ImportLinks.upload(try await receive(form, context))) } orShowing: { refusal in
                try await newImport(context, Filled(fields: form.fields, refusal: refusal))
            }
        }
        members.get("premises/import/:import") { _, context in context.page(try await shown(context, .fresh)) }
        members.post("premises/import/:import") { request, context in try await decide(try await Form(request, context), context) }
        members.post("premises/import/:import/discard") { request, context in
            _ = try await Form(request, context)
            let id = try asked(context)
            try await desk.write(by: context.actor) { work in try PremisesUploads(session: work.session).finish(id, by: context.actor) }
            return context.seeOther(ImportLinks.new, saying: "The file was put aside. Nothing was saved.")
        }
    }

    /// What the box on the list of premises asks for while somebody types.
    private func searching(_ members: Routes<MemberContext>) {
        members.get("premises/search") { _, context in
            try GazetteerPolicy.reads.check(context.actor)
            let words = context.query["words"] ?? ""
            return try context.json(try await desk.read { session in try session.premises(matching: words, limit: 12).map(FoundPremises.init) })
        }
    }

    private func newImport(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try ImportPolicy.imports.check(context.actor)
        return try await desk.read { session in
            NewImportPage(
                imports: try session.premisesImports(limit: 50), unfinished: try PremisesUploads(session: session).unfinished(by: context.actor), filled: filled,
                csrf: context.csrf).page
        }
    }

    /// Reads the headings of what was sent, so that a file that can't be one is refused before it is kept.
    private func receive(_ form: Form, _ context: MemberContext) async throws -> Int64 {
        guard let file = try form.file("file"), !file.bytes.isEmpty else { throw Refusal.fields([.init("file", "Choose a file that is not empty.")]) }
        let (name, bytes) = (String(file.name.prefix(200)), file.bytes)
        do { _ = try await reading(PremisesUpload(id: 0, name: name, sha256: "", choices: .init(), bytes: bytes)) } catch let refusal as Refusal { throw refusal.beside("file") }
        return try await desk.write(by: context.actor) { work in try PremisesUploads(session: work.session).add(bytes, named: name, by: context.actor, at: work.moment) }
    }

    private func asked(_ context: MemberContext) throws -> Int64 {
        try ImportPolicy.imports.check(context.actor)
        return try context.id("import", of: PremisesImport.self).number
    }

    private func held(_ context: MemberContext) async throws -> PremisesUpload {
        let id = try asked(context)
        return try await desk.read { session in try PremisesUploads(session: session).get(id, by: context.actor) }
    }

    /// Looks through a file, which may be large, on a thread of the store’s: not where requests are answered.
    private func reading(_ upload: PremisesUpload) async throws -> PremisesFile { try await desk.read { _ in try upload.read() } }

    private func shown(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let upload = try await held(context)
        let file = try await reading(upload)
        return try await desk.read { session in
            var (difference, fault): (PremisesDifference?, Refusal?) = (nil, nil)
            // A file that breaks off further down can still be looked at, and put aside.
            do {
                if file.columns.lack == nil { difference = try Gazetteer().difference(of: file.eachRow, columns: file.columns, by: context.actor, session) }
            } catch let refusal as Refusal { fault = refusal }
            return ImportPage(upload: upload, file: file, sample: (try? file.sample(8)) ?? [], difference: difference, fault: fault, filled: filled, csrf: context.csrf).page
        }
    }

    /// Keeps what the form says of the columns, then does what its pressed button says.
    private func decide(_ form: Form, _ context: MemberContext) async throws -> Response {
        let upload = try await held(context)
        let fields = form.fields
        return try await context.trying {
            let file = try await reading(upload).matched(by: fields)
            let deed = fields.written("deed")
            guard deed == "take" || deed == "leave" else {
                let choices = PremisesUpload.Choices(fields: file.columns.fields, usualType: file.usualType)
                try await desk.write(by: context.actor) { work in try PremisesUploads(session: work.session).save(choices, of: upload.id) }
                return context.seeOther(ImportLinks.upload(upload.id), saying: "The columns were matched anew.")
            }
            try file.checkColumns()
            let difference = try await desk.write(by: context.actor, because: "Imported from \(upload.name)") { work in
                try PremisesUploads(session: work.session).finish(upload.id, by: context.actor)
                let told = ImportedFile(name: upload.name, size: upload.bytes.count, sha256: upload.sha256, columns: file.columns)
                return try Gazetteer().take(file.eachRow, of: told, leavingOpen: deed == "leave", work).1
            }
            return context.seeOther(ImportLinks.new, saying: "The file was taken. \(difference.line)")
        } orShowing: { try await shown(context, Filled(fields: fields, refusal: $0)) }
    }
}

extension PremisesUpload {
    /// The file with its columns as they were said.
    fileprivate func read() throws -> PremisesFile {
        var file = try PremisesFile(FileBytes(bytes, named: name), usualType: choices.usualType)
        if let fields = choices.fields, fields.count == file.columns.fields.count { file.columns.fields = fields }
        return file
    }
}

extension PremisesFile {
    /// The same file with its columns as the form says.
    fileprivate func matched(by fields: Fields) -> PremisesFile {
        var file = self
        file.columns.fields = columns.fields.indices.map { PremisesField(rawValue: fields.written("column-\($0)")) }
        file.usualType = PremisesType(rawValue: fields.written("usual-type"))
        return file
    }
}
