@testable import App
import Kernel
import Papers
import People
import Plans
import Storage
import TestSupport

/// What random histories do with papers.
extension Deeds {
    private var papers: Papers { Papers(sources: paperSources) }

    private mutating func newPaper() throws -> NewPaper {
        let from = day()
        return try NewPaper(
            reference: RandomWords.reference(&dice), title: note(), covers: chance(8) ? [Subject(kind: "board", number: 1)] : [one(Plan.self).subject], from: chance(2) ? from : nil,
            to: chance(2) ? from.adding(days: .random(in: -3...90, using: &dice)) : nil, next: chance(3) ? someDay()?.adding(days: 400) : nil)
    }

    private func paper(_ id: ID<Paper>) throws -> Paper { try work.session.all(Paper.self, "WHERE id = \(id)")[0] }

    static let papersDeeds: [(name: String, deed: Deed)] = [
        ("began a paper", { try $0.papers.begin($0.newPaper(), $0.work) }),
        ("edited a paper", {
            let paper = try $0.one(Paper.self)
            try $0.papers.edit(paper, $0.newPaper(), version: $0.version(paper.version), $0.work)
        }),
        ("wrote a section", {
            let section = try $0.one(Section.self)
            try $0.papers.write(
                NewSection(heading: $0.text(), words: $0.note(), isLeftOut: $0.chance(4)), in: section, of: $0.paper(section.paper), version: $0.version(section.version), $0.work)
        }),
        ("added a section", { try $0.papers.add(NewSection(heading: $0.text(), words: $0.note()), to: $0.one(Paper.self), $0.work) }),
        ("asked for a paper", { try $0.papers.ask(for: $0.one(Paper.self), $0.work) }),
        ("discarded a paper", {
            guard $0.chance(6) else { return }
            try $0.papers.discard($0.one(Paper.self), $0.work)
        }),
        ("withdrew a paper", { try $0.papers.recall($0.one(Paper.self), because: $0.text(), $0.work) }),
        ("added a template", {
            try $0.papers.add(NewTemplate(reference: RandomWords.reference(&$0.dice), title: $0.text(), board: $0.chance(2) ? Subject(kind: "board", number: 1) : nil, text: "# \($0.text())"), $0.work)
        }),
        ("edited a template", {
            let template = try $0.one(Template.self)
            try $0.papers.edit(template, NewTemplate(title: $0.text(), text: "# Heading\n\($0.text())"), version: $0.version(template.version), $0.work)
        }),
    ]
}
