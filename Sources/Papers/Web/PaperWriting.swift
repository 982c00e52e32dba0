import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PaperPages {
    /// Beginning a paper, and writing its sections.
    func writing(_ members: Routes<MemberContext>) {
        members.get("papers/new") { _, context in
            let covers = (context.query["covers"].flatMap { Subject($0) }).map { [$0] } ?? []
            return context.page(try await beginForm(context, covers, .fresh))
        }
        members.post("papers") { request, context in
            try await context.writing(request, in: desk, saying: "The records have written the first draft.") { fields in
                let new = NewPaper(reading: &fields)
                return { work in PaperLinks.paper(try papers.begin(new, work)) }
            } orShowing: { try await beginForm(context, [], $0) }
        }
        members.get("papers/:paper/edit") { _, context in context.page(try await editForm(context, .fresh)) }
        members.post("papers/:paper/edit") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, saying: "The paper was saved.") { fields in
                let (new, version) = (NewPaper(reading: &fields), fields.version())
                return { work in PaperLinks.paper(try papers.edit(work.session.paper(reference), new, version: version, work)) }
            } orShowing: { try await editForm(context, $0) }
        }
        members.get("papers/:paper/write") { _, context in context.page(try await writePage(context)) }
        members.post("papers/:paper/sections") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, saying: "The section was added.") { fields in
                let new = NewSection(reading: &fields)
                return { work in
                    let paper = try work.session.paper(reference)
                    let section = try papers.add(new, to: paper, work)
                    return PaperLinks.paper(paper, "write").at("section-\(section.id)")
                }
            } orShowing: { try await writePage(context, adding: $0) }
        }
        members.post("papers/:paper/sections/:section") { request, context in
            let (reference, id) = (try context.part("paper"), try context.id("section", of: Section.self))
            return try await context.writing(request, in: desk, saying: "The section was saved.") { fields in
                let (new, version) = (NewSection(reading: &fields), fields.version())
                return { work in
                    let paper = try work.session.paper(reference)
                    try papers.write(new, in: work.session.section(id, of: paper), of: paper, version: version, work)
                    return PaperLinks.paper(paper, "write").at("section-\(id)")
                }
            } orShowing: { try await writePage(context, refused: (id, $0)) }
        }
    }

    private func beginForm(_ context: MemberContext, _ covers: [Subject], _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            let offered = try sources.offered(session)
            let chosen = covers.isEmpty ? offered.prefix(1).map(\.subject) : covers
            return PaperForm(
                paper: nil, proposal: try papers.proposal(NewPaper(covers: chosen), viewer.today, session), offered: offered, calendar: try sources.boards.all(session),
                filled: filled, viewer: viewer).page
        }
    }

    private func editForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("paper")
        return try await form(context) { viewer, session in
            let paper = try session.paper(reference)
            try session.facts(of: paper).refuseIssued()
            return PaperForm(
                paper: paper, proposal: NewPaper(paper), offered: try sources.offered(session), calendar: try sources.boards.all(session), filled: filled, viewer: viewer).page
        }
    }

    private func writePage(_ context: MemberContext, refused: (section: ID<Section>, filled: Filled)? = nil, adding: Filled = .fresh) async throws -> Page {
        let reference = try context.part("paper")
        return try await form(context) { viewer, session in
            let facts = try session.facts(of: session.paper(reference))
            try facts.refuseIssued()
            return WritePage(facts: facts, sources: try sources.read(facts.paper, session), refused: refused, adding: adding, viewer: viewer).page
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
