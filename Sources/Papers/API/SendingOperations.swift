import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

/// Writing sections, sending papers, and the templates.
extension PaperOperations {
    var sections: [Operation] {
        [
            .adding("addSection", "papers/{paper}/sections", "Add a section under a heading of its own", .scope(.papersWrite), from: NewSection.schema,
                    gives: SectionPayload.schema, refuses: ["paper-not-found", "paper-issued", "paper-discarded"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                var fields = call.fields
                let new = NewSection(reading: &fields)
                try fields.finish()
                let paper = try work.session.paper(call.part("paper"))
                return try shown(papers.add(new, to: paper, work), of: paper, work.session).added(at: Link("papers", paper.reference))
            },
            .reading("showSection", "papers/{paper}/sections/{section}", "One section beside what the records say", .scope(.papersRead), takes: [.id("section")],
                     gives: SectionPayload.schema, refuses: ["paper-not-found", "section-not-found"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                let paper = try session.paper(call.part("paper"))
                return try shown(session.section(call.id("section"), of: paper), of: paper, session)
            },
            .changing("writeSection", "papers/{paper}/sections/{section}", "Write a section’s words; what is left out stays", .scope(.papersWrite), takes: [.id("section")],
                      from: NewSection.changes, gives: SectionPayload.schema, refuses: ["paper-not-found", "section-not-found", "paper-issued", "paper-discarded"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                let paper = try work.session.paper(call.part("paper"))
                let section = try work.session.section(call.id("section"), of: paper)
                var fields = Fields(call.fields, over: section.entries)
                let new = NewSection(reading: &fields)
                try fields.finish()
                return try shown(papers.write(new, in: section, of: paper, version: call.matched(section.version), work), of: paper, work.session)
            },
        ]
    }

    private func shown(_ section: Section, of paper: Paper, _ session: Session) throws -> Reply {
        try .showing(SectionPayload(section, sources.read(paper, session)), version: section.version)
    }

    var sending: [Operation] {
        [
            .doing(.post, "issuePaper", "papers/{paper}/issue", "Issue a paper: it is frozen to the byte", .scope(.papersWrite), from: PaperInputs.issue, gives: PaperPayload.schema,
                   status: 201, refuses: ["paper-not-found", "paper-issued", "paper-discarded", "paper-of-days-to-come", "paper-moved-meanwhile", "paper-has-open-questions", "printing-took-too-long"]) { call in
                let (reference, seen, read) = (call.part("paper"), call.fields.isOn("seen"), call.fields.wasSent("read") ? call.fields.written("read") : nil)
                _ = try await call.desk.read { session in try session.checkIssuing(session.paper(reference), call.actor) }
                let prepared = try await papers.prepare(reference, base: address, by: call.actor, on: call.desk)
                return try await call.write { work in
                    let paper = try work.session.paper(reference)
                    try papers.issue(paper, prepared, seen: seen, read: read, work)
                    return try shown(paper, call, work.session).added()
                }
            },
            .doing(.post, "askForPaper", "papers/{paper}/asking", "Ask an approver to issue a draft", .scope(.papersWrite), gives: PaperPayload.schema, status: 201,
                   refuses: ["paper-not-found", "paper-issued", "paper-discarded", "paper-asked-for"]) { call in
                try await call.write { work in
                    try PaperPolicy.writes.check(call.actor)
                    let paper = try work.session.paper(call.part("paper"))
                    try papers.ask(for: paper, work)
                    return try shown(paper, call, work.session).added()
                }
            },
            .doing(.post, "discardPaper", "papers/{paper}/discard", "Discard a draft", .scope(.papersWrite), gives: PaperPayload.schema, status: 201,
                   refuses: ["paper-not-found", "paper-issued", "paper-discarded"]) { call in
                try await call.write { work in
                    try PaperPolicy.writes.check(call.actor)
                    let paper = try work.session.paper(call.part("paper"))
                    try papers.discard(paper, work)
                    return try shown(paper, call, work.session).added()
                }
            },
            .adding("withdrawPaper", "papers/{paper}/withdrawal", "Withdraw a paper that was issued", .scope(.papersWrite), from: PaperInputs.recall, gives: PaperPayload.schema,
                    refuses: ["paper-not-found", "paper-not-issued", "paper-withdrawn"]) { call, work in
                try PaperPolicy.recalls.check(call.actor)
                var fields = call.fields
                let because = fields.text("because", "Why", atMost: 2000)
                try fields.finish()
                let paper = try work.session.paper(call.part("paper"))
                try papers.recall(paper, because: because, work)
                return try shown(paper, call, work.session).added()
            },
        ]
    }

    var templates: [Operation] {
        [
            .listing("listTemplates", "templates", "The headings that boards want of their papers", .scope(.papersRead), of: TemplatePayload.schema) { call, session in
                try PaperPolicy.reads.check(call.actor)
                return try call.page(session.all(Template.self, "ORDER BY id"), by: \.reference.key) { TemplatePayload($0) }
            },
            .adding("addTemplate", "templates", "Add a template", .scope(.papersWrite), from: NewTemplate.schema, gives: TemplatePayload.schema,
                    refuses: ["template-reference-taken", "board-has-template", "reference-not-usable"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                var fields = call.fields
                let new = NewTemplate(reading: &fields)
                try fields.finish()
                let template = try papers.add(new, work)
                return try .added(TemplatePayload(template), at: PaperLinks.template(template), version: template.version)
            },
            .reading("showTemplate", "templates/{template}", "One template", .scope(.papersRead), gives: TemplatePayload.schema, refuses: ["template-not-found"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                let template = try session.template(call.part("template"))
                return try .showing(TemplatePayload(template), version: template.version)
            },
            .changing("changeTemplate", "templates/{template}", "Change a template; what is left out stays", .scope(.papersWrite), from: NewTemplate.schema, gives: TemplatePayload.schema,
                      refuses: ["template-not-found", "template-reference-taken", "board-has-template", "reference-not-usable"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                let template = try work.session.template(call.part("template"))
                var fields = Fields(call.fields, over: template.entries)
                let new = NewTemplate(reading: &fields)
                try fields.finish()
                let changed = try papers.edit(template, new, version: call.matched(template.version), work)
                return try .showing(TemplatePayload(changed), version: changed.version)
            },
        ]
    }
}
