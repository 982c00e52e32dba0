import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PaperPages {
    /// The most that the form of a whole draft may hold: 16 MiB.
    private static let mostOfDraft = 16 << 20

    /// Beginning a paper, and writing its sections.
    func writing(_ members: Routes<MemberContext>) {
        members.get("papers/new") { _, context in
            let covers = (context.query["covers"].flatMap { Subject($0) }).map { [$0] } ?? []
            return context.page(try await beginForm(context, covers, .fresh))
        }
        members.post("papers") { request, context in
            let form = try await Form(request, context)
            try PaperPolicy.writes.check(context.actor)
            return try await context.trying {
                var fields = form.fields
                let new = NewPaper(reading: &fields)
                try fields.finish()
                // One click from a plan's page goes on with the draft that there is; the form begins another.
                let isOneClick = !fields.wasSent("to")
                let (paper, isNew) = try await desk.write(by: context.actor) { work in
                    if isOneClick, let draft = try work.session.draft(about: new.covers) { return (draft, false) }
                    return (try papers.begin(new, work), true)
                }
                return context.seeOther(PaperLinks.paper(paper), saying: isNew
                    ? "The records have written the first draft." : "This draft is there already. It follows the records; another can be begun under Papers.")
            } orShowing: { try await beginForm(context, [], Filled(fields: form.fields, refusal: $0)) }
        }
        members.get("papers/:paper/edit") { _, context in context.page(try await editForm(context, .fresh)) }
        members.post("papers/:paper/edit") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, saying: "The paper was saved.") { fields in
                let (new, version) = (NewPaper(reading: &fields), fields.version())
                return { work in PaperLinks.paper(try papers.edit(work.session.paper(reference), new, version: version, work)) }
            } orShowing: { try await editForm(context, $0) }
        }
        members.get("papers/:paper/write") { _, context in context.page(try await writePage(context, .fresh)) }
        members.post("papers/:paper/write") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, fieldsUpTo: PaperPages.mostOfDraft, saying: "The paper was saved.") { fields in
                let entries = fields.all("section").compactMap { SectionEntry(reading: &fields, of: $0) }
                let added = fields.isOn("heading-new") || fields.isOn("words-new") ? NewSection(reading: &fields, named: "-new") : nil
                let place = [fields.written("take"), fields.written("keep")].first { !$0.isEmpty }
                return { work in
                    let paper = try work.session.paper(reference)
                    try papers.write(entries, of: paper, work)
                    let new = try added.map { try papers.add($0, to: paper, work) }
                    let link = PaperLinks.paper(paper, "write")
                    return (new.map { "\($0.id)" } ?? place).map { link.at("section-\($0)") } ?? link
                }
            } orShowing: { try await writePage(context, $0) }
        }
    }

    private func beginForm(_ context: MemberContext, _ covers: [Subject], _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            let offered = try sources.offered(besides: filled.subjects("covers", covers), session)
            let chosen = covers.isEmpty ? offered.prefix(1).map(\.subject) : covers
            return PaperForm(
                paper: nil, draft: try session.draft(about: chosen), proposal: try papers.proposal(NewPaper(covers: chosen), viewer.today, session), offered: offered, calendar: try sources.boards.all(session),
                filled: filled, viewer: viewer).page
        }
    }

    private func editForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("paper")
        return try await form(context) { viewer, session in
            let paper = try session.paper(reference)
            try session.facts(of: paper).refuseDone()
            return PaperForm(
                paper: paper, proposal: NewPaper(paper), offered: try sources.offered(besides: paper.covers + filled.subjects("covers"), session), calendar: try sources.boards.all(session), filled: filled, viewer: viewer).page
        }
    }

    private func writePage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("paper")
        return try await form(context) { viewer, session in
            let facts = try session.facts(of: session.paper(reference))
            do throws(Refusal) { try facts.refuseDone() } catch {
                // What was typed meanwhile is given back.
                guard filled.fields != nil else { throw error }
                return TypedTooLatePage(facts: facts, filled: filled, refusal: error).page
            }
            return WritePage(facts: facts, sources: try sources.read(facts.paper, session), filled: filled, viewer: viewer).page
        }
    }
}

extension NewPaper {
    /// What a paper holds now.
    init(_ paper: Paper) {
        self.init(
            reference: paper.reference, title: paper.title, board: paper.board, meeting: paper.meeting, covers: paper.covers, from: paper.from, to: paper.to, next: paper.next)
    }
}
