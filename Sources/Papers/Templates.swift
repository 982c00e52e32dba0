import Kernel
import People
public import Storage

/// The headings that boards want.
extension Papers {
    /// - Throws: `not-allowed`, `template-reference-taken`, `board-has-template`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewTemplate, _ work: Work) throws -> Template {
        try PaperPolicy.writes.check(work.actor)
        _ = try Heading.all(in: new.text)
        let reference = try new.reference ?? .free(madeFrom: new.title, or: "template") {
            try work.session.count(Template.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, new.board, by: nil, work)
        return try work.add("added the template") { id in
            Template(id: id, reference: reference, title: new.title, board: new.board, text: new.text)
        }
    }

    /// Papers that were begun keep the headings they have.
    ///
    /// - Throws: as `add`, and `changed-meanwhile`
    @discardableResult
    public func edit(_ template: Template, _ new: NewTemplate, version: Int? = nil, _ work: Work) throws -> Template {
        try PaperPolicy.writes.check(work.actor)
        _ = try Heading.all(in: new.text)
        var changed = template
        changed.version = version ?? template.version
        changed.reference = new.reference ?? template.reference
        try refuseTaken(changed.reference, new.board, by: template.id, work)
        (changed.title, changed.board, changed.text) = (new.title, new.board, new.text)
        return try work.change("edited the template", changed)
    }

    /// The template of a board: its own, else one for any board; the founding one is put on record when it is first needed.
    func template(for board: Subject, _ work: Work) throws -> Template {
        let all = try work.session.all(Template.self, "ORDER BY id")
        if let own = all.first(where: { $0.board == board }) ?? all.first(where: { $0.board == nil }) { return own }
        return try work.add("added the template") { id in
            Template(id: id, reference: try Reference(FoundingTemplate.reference), title: FoundingTemplate.title, text: FoundingTemplate.text)
        }
    }

    private func refuseTaken(_ reference: Reference, _ board: Subject?, by own: ID<Template>?, _ work: Work) throws {
        try reference.refuseNew()
        if let board, try sources.boards.known(work.session).board(board) == nil { throw Refusal.fields([.init("board", "“\(board)” is no board on record.")]) }
        for other in try work.session.all(Template.self, "ORDER BY id") where other.id != own {
            if other.reference == reference {
                throw Refusal("template-reference-taken", .conflict, "Another template has the reference “\(reference)”.",
                              fields: [.init("reference", "Choose a reference that no other template has.")])
            }
            if other.board == board {
                let whose = board == nil ? "papers of any board" : "this board’s papers"
                throw Refusal("board-has-template", .conflict, "“\(other.title)” gives the headings of \(whose) already.", fields: [.init("board", "Choose another board, or edit “\(other.title)”.")])
            }
        }
    }
}
