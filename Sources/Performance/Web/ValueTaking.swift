import Documents
import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension PerformancePages {
    /// Values from a file: it is looked through first, and what was shown is sent again to be taken.
    func takingValues(_ members: Routes<MemberContext>) {
        members.get("performance/values") { _, context in context.page(try await fileForm(context, .fresh)) }
        members.post("performance/values/preview") { request, context in
            let form = try await Form(request, context)
            return try await context.trying {
                let file = try form.file("file")
                let bytes = file.map { FileBytes($0.bytes, named: $0.name) } ?? FileBytes(Array(form.fields.written("rows").utf8), named: "rows")
                guard bytes.size > 0 else { throw Refusal.fields([.init("file", "Choose a file, or paste its rows.")]) }
                let rows = try ValueFile.rows(bytes)
                return context.page(try await desk.read { session in
                    let viewer = try context.performanceViewer(session)
                    return ValuePreviewPage(preview: try preview(rows, viewer.today, session), text: rows.asCSV, viewer: viewer).page
                })
            } orShowing: { try await fileForm(context, Filled(fields: form.fields, refusal: $0)) }
        }
        members.post("performance/values") { request, context in
            try await context.writing(request, in: desk, saying: "The values were taken.") { fields in
                let rows = try ValueFile.rows(FileBytes(Array(fields.written("rows").utf8), named: "rows"))
                return { work in
                    try performance.take(preview(rows, work.today, work.session), work)
                    return PerformanceLinks.scorecard
                }
            } orShowing: { try await fileForm(context, $0) }
        }
    }

    private func preview(_ rows: [ValueRow], _ today: Day, _ session: Session) throws -> ValuePreview {
        ValuePreview(rows, try performance.facts(of: session.measures(), on: today, session), today: today)
    }

    private func fileForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await desk.read { session in
            ValueFileForm(measures: try session.measures(), filled: filled, viewer: try context.performanceViewer(session)).page
        }
    }
}
