import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PaperPages {
    /// Asking for a draft to be issued, discarding one, issuing a paper and withdrawing it.
    func sending(_ members: Routes<MemberContext>) {
        members.get("papers/:paper/issue") { _, context in context.page(try await issueForm(context, .fresh)) }
        members.post("papers/:paper/issue") { request, context in
            let reference = try context.part("paper")
            let form = try await Form(request, context)
            return try await context.trying {
                // Who may not issue it is told before the files are made.
                _ = try await desk.read { session in try session.checkIssuing(session.paper(reference), context.actor) }
                let prepared = try await papers.prepare(reference, base: address, by: context.actor, on: desk)
                let link = try await desk.write(by: context.actor) { work in
                    let paper = try work.session.paper(reference)
                    try papers.issue(paper, prepared, seen: form.fields.isOn("seen"), read: form.fields.wasSent("read") ? form.fields.written("read") : nil, work)
                    return PaperLinks.paper(paper)
                }
                return context.seeOther(link, saying: "The paper was issued.")
            } orShowing: { refusal in
                try await issueForm(context, Filled(fields: form.fields, refusal: refusal))
            }
        }
        members.post("papers/:paper/asking") { request, context in
            let reference = try context.part("paper")
            _ = try await Form(request, context)
            do {
                let (link, words) = try await desk.write(by: context.actor) { work in
                    let paper = try work.session.paper(reference)
                    try papers.ask(for: paper, work)
                    return (PaperLinks.paper(paper), try work.session.whatAskingDoes(for: paper))
                }
                return context.seeOther(link, saying: words)
            } catch let refusal as Refusal where refusal.code == "paper-asked-for" {
                // Somebody was quicker, or pressed twice: what was wanted is so.
                return context.seeOther(PaperLinks.paper(try await desk.read { try $0.paper(reference) }), saying: refusal.sentence)
            }
        }
        members.get("papers/:paper/discard") { _, context in context.page(try await discardForm(context, .fresh)) }
        members.post("papers/:paper/discard") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, saying: "The draft was discarded.") { _ in
                { work in
                    try papers.discard(work.session.paper(reference), work)
                    return PaperLinks.list
                }
            } orShowing: { try await discardForm(context, $0) }
        }
        members.get("papers/:paper/withdrawal") { _, context in context.page(try await recallForm(context, .fresh)) }
        members.post("papers/:paper/withdrawal") { request, context in
            let reference = try context.part("paper")
            return try await context.writing(request, in: desk, saying: "The paper was withdrawn.") { fields in
                let because = fields.text("because", "Why", atMost: 2000)
                return { work in
                    let paper = try work.session.paper(reference)
                    try papers.recall(paper, because: because, work)
                    return PaperLinks.paper(paper)
                }
            } orShowing: { try await recallForm(context, $0) }
        }
    }

    private func issueForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (viewer, reference) = (try context.viewer, try context.part("paper"))
        return try await desk.read { session in
            let paper = try session.paper(reference)
            let facts = try session.checkIssuing(paper, viewer.actor)
            let read = try sources.read(paper, session)
            return IssueForm(facts: facts, rehearsal: Rehearsal(facts.sections, read), mark: facts.mark(from: read), filled: filled, viewer: viewer).page
        }
    }

    private func discardForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("paper")
        return try await form(context) { viewer, session in
            let paper = try session.paper(reference)
            try session.facts(of: paper).refuseDone()
            return DiscardForm(paper: paper, said: try mentions.about([paper.subject], on: viewer.day, session), filled: filled, viewer: viewer).page
        }
    }

    private func recallForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (viewer, reference) = (try context.viewer, try context.part("paper"))
        try PaperPolicy.recalls.check(context.actor)
        return try await desk.read { session in
            let paper = try session.paper(reference)
            guard try session.facts(of: paper).issue != nil else { throw Refusal.notIssued(paper) }
            return RecallForm(paper: paper, filled: filled, viewer: viewer).page
        }
    }

    // MARK: Templates

    func templating(_ members: Routes<MemberContext>) {
        members.get("templates") { _, context in
            let viewer = try context.viewer
            return context.page(try await desk.read { session in
                TemplateListPage(templates: try session.all(Template.self, "ORDER BY id"), boards: try sources.boards.all(session).map(\.board), viewer: viewer).page
            })
        }
        members.get("templates/new") { _, context in context.page(try await templateForm(context, nil, .fresh)) }
        members.post("templates") { request, context in
            try await context.writing(request, in: desk, saying: "The template was added.") { fields in
                let new = NewTemplate(reading: &fields)
                return { work in
                    try papers.add(new, work)
                    return PaperLinks.templates
                }
            } orShowing: { try await templateForm(context, nil, $0) }
        }
        members.get("templates/:template/edit") { _, context in context.page(try await templateForm(context, try context.part("template"), .fresh)) }
        members.post("templates/:template/edit") { request, context in
            let reference = try context.part("template")
            return try await context.writing(request, in: desk, saying: "The template was saved.") { fields in
                let (new, version) = (NewTemplate(reading: &fields), fields.version())
                return { work in
                    try papers.edit(work.session.template(reference), new, version: version, work)
                    return PaperLinks.templates
                }
            } orShowing: { try await templateForm(context, reference, $0) }
        }
    }

    private func templateForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            TemplateForm(
                template: try reference.map { try session.template($0) }, boards: try sources.boards.all(session).map(\.board), filled: filled, viewer: viewer).page
        }
    }
}
