import Documents
import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Papers

/// What people do with papers, on both engines, in April 2026.
struct PaperVerbTests {
    @Test(arguments: Engine.allCases) func `a paper is written from the records, by its board's headings`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            #expect(paper.board == PaperWorld.board)
            #expect(paper.meeting == Subject(kind: "meeting", number: 1))
            #expect(paper.next == Day(2026, 6, 9))
            #expect(paper.reference.text == "progress")
            let facts = try await world.facts(paper)
            #expect(facts.sections.map(\.heading) == [
                "Recommendations", "Background", "Updates", "Benefits and risk implications", "Financial implications", "Equality and diversity implications",
                "Workforce engagement", "Legal implications", "Appendix",
            ])
            let text = try await world.desk.read { [papers = world.papers] in try papers.document(of: facts, base: nil, at: world.clock.clock.now, $0).text }
            #expect(text.contains("On 15 April 2026 there were 3 persons"))
            #expect(text.contains("DRAFT"))
            #expect(try await world.desk.told(paper.subject) == ["person/1 began the paper"] + Array(repeating: "person/1 added the section", count: 9))
        }
    }

    @Test(arguments: Engine.allCases) func `a section follows the records until its author writes, and then says when they move`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            func sources() async throws -> Sources { try await world.desk.read { [papers = world.papers] in try papers.sources.read(paper, $0) } }
            let section = try await world.facts(paper).sections[2]
            let first = section.generated(from: try await sources())
            try await world.addPerson()
            #expect(section.generated(from: try await sources()) != first)
            let own = try await world.write { try $0.write(NewSection(heading: "Updates", words: "There are four persons."), in: section, of: paper, $1) }
            #expect(own.isOvertaken(by: try await sources()) == false)
            world.clock.set(.inBritain(Day(2026, 4, 16)!, hour: 9))
            try await world.addPerson()
            #expect(own.isOvertaken(by: try await sources()))
            let again = try await world.write { try $0.write(NewSection(heading: "Updates", words: nil), in: own, of: paper, $1) }
            #expect(again.words == nil && again.seen == nil)
            // What is left as it writes itself goes on following the records.
            let generated = again.generated(from: try await sources())
            let same = try await world.write { try $0.write(NewSection(heading: "Updates", words: generated), in: again, of: paper, $1) }
            #expect(same.words == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `what the template says is asked about until its author saves it`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            func unsaid() async throws -> [String] {
                let facts = try await world.facts(paper)
                return try await world.desk.read { [papers = world.papers] in try papers.rehearsal(of: facts, $0) }.unsaid.map(\.heading)
            }
            #expect(try await unsaid() == [
                "Benefits and risk implications", "Equality and diversity implications", "Workforce engagement", "Legal implications",
            ])
            let section = try await world.facts(paper).sections[3]
            let kept = try await world.write { try $0.write(NewSection(heading: section.heading, words: section.standing), in: section, of: paper, $1) }
            #expect(kept.words == section.standing && kept.isUnsaid, "a marked place is not filled by saving it")
            let said = try await world.write { try $0.write(NewSection(heading: section.heading, words: "Nights are covered."), in: kept, of: paper, $1) }
            #expect(!said.isUnsaid)
            let other = try await world.facts(paper).sections[5]
            try await world.write { try $0.write(NewSection(heading: other.heading, words: nil, isLeftOut: true), in: other, of: paper, $1) }
            #expect(try await unsaid() == ["Workforce engagement", "Legal implications"])
            #expect(try await world.desk.told(paper.subject).suffix(3) == Array(repeating: "person/1 wrote the section", count: 3))
        }
    }

    @Test(arguments: Engine.allCases) func `what is issued stays to the byte, whatever is recorded afterwards`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            let issue = try await world.issue(paper)
            #expect(issue.journalSize == 15)
            #expect(Set(issue.files.keys).isSuperset(of: ["html", "json", "text"]))
            #expect(Hash(of: Array(issue.content.utf8)).description == issue.contentHash)
            world.clock.set(.inBritain(Day(2026, 4, 20)!, hour: 9))
            try await world.addPerson()
            let facts = try await world.facts(paper)
            let document = try await world.desk.read { [papers = world.papers] in try papers.document(of: facts, base: nil, at: world.clock.clock.now, $0) }
            #expect(document.text.contains("On 15 April 2026 there were 3 persons"))
            #expect(document.text.contains(issue.journalHead))
            for format in PaperFormat.allCases where issue.files[format.rawValue] != nil {
                let bytes = try await format.bytes(of: document)
                #expect(Hash(of: bytes).description == issue.files[format.rawValue], "\(format)")
                let found = try await world.desk.read { [papers = world.papers] in try papers.verify(bytes, $0) }
                #expect(found?.paper.paper == facts.paper)
                let other = try await world.desk.read { [papers = world.papers] in try papers.verify(bytes + [32], $0) }
                #expect(other?.format == nil)
            }
            #expect(try await world.code { try $0.edit(paper, NewPaper(covers: paper.covers), $1) } == "paper-issued")
            #expect(try await world.code { try $0.write(NewSection(heading: "x", words: "y"), in: facts.sections[0], of: paper, $1) } == "paper-issued")
            #expect(try await world.code { try $0.add(NewSection(heading: "x", words: "y"), to: paper, $1) } == "paper-issued")
        }
    }

    @Test func `nobody issues a paper that they wrote, and open questions are read first`() async throws {
        try await PaperWorld.with(.sqlite) { world in
            let paper = try await world.paper()
            func code(_ actor: Actor, seen: Bool = true) async throws -> String? {
                do { _ = try await world.issue(paper, by: actor, seen: seen); return nil } catch let refusal as Refusal { return refusal.code }
            }
            #expect(try await code(world.author) == "not-allowed")
            #expect(try await code(world.reader) == "not-allowed")
            #expect(try await code(world.approver, seen: false) == "paper-has-open-questions")
            let prepared = try await world.papers.prepare("progress", base: nil, by: world.approver, on: world.desk)
            try await world.addPerson()
            #expect(try await world.code(by: world.approver) { try $0.issue(paper, prepared, seen: true, $1) } == "paper-moved-meanwhile")
            #expect(try await code(world.approver) == nil)
            #expect(try await code(world.approver) == "paper-issued")
        }
    }

    @Test(arguments: Engine.allCases) func `whoever wrote a word of a paper does not issue it, and nobody one of days to come`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            let helper = Actor(person: world.reader.person, name: "P. Lindqvist", roles: [.manager, .approver])
            let section = try #require(await world.facts(paper).sections.first)
            _ = try await world.write(by: helper) { try $0.write(NewSection(heading: "Asked", words: "Note it."), in: section, of: paper, $1) }
            await #expect(throws: Refusal.self) { try await world.issue(paper, by: helper) }
            _ = try await world.issue(paper)
            let later = try await world.write { [team = world.team] in
                try $0.begin(NewPaper(reference: Reference(checking: "later"), title: "Later", covers: [team.subject], from: Day(2026, 4, 15), to: Day(2026, 4, 16)), $1)
            }
            do { _ = try await world.issue(later); Issue.record("it was issued") } catch let refusal as Refusal { #expect(refusal.code == "paper-of-days-to-come") }
        }
    }

    @Test(arguments: Engine.allCases) func `an issued paper is withdrawn once, for a reason`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            #expect(try await world.code(by: world.approver) { try $0.recall(paper, because: "Wrong", $1) } == "paper-not-issued")
            _ = try await world.issue(paper)
            #expect(try await world.code(by: world.reader) { try $0.recall(paper, because: "Wrong", $1) } == "not-allowed")
            try await world.write(by: world.approver) { try $0.recall(paper, because: "Wrong", $1) }
            #expect(try await world.code(by: world.approver) { try $0.recall(paper, because: "Wrong", $1) } == "paper-withdrawn")
            let facts = try await world.facts(paper)
            #expect(facts.standing(on: Day(2026, 4, 15)!) == .withdrawn)
            #expect(facts.standing(on: Day(2026, 4, 14)!) == .draft)
            #expect(try await world.desk.told(paper.subject).suffix(2) == ["person/2 issued the paper", "person/2 withdrew the paper"])
        }
    }

    @Test(arguments: Engine.allCases) func `only what was issued before and not withdrawn counts as the last report`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            func reported(_ paper: Paper) async throws -> Telling.Report? {
                try await world.desk.read { try $0.query(of: paper, about: world.team.subject).report }
            }
            let covers = [world.team.subject]
            let first = try await world.paper()
            let second = try await world.write { try $0.begin(NewPaper(title: "More", covers: covers, from: Day(2026, 4, 15), to: Day(2026, 5, 15)), $1) }
            #expect(try await reported(first) == .first)
            #expect(try await reported(second) == .first, "a draft was given to nobody")
            _ = try await world.issue(first)
            #expect(try await reported(first) == .first)
            #expect(try await reported(second) == .last(Day(2026, 4, 15)!))
            try await world.write(by: world.approver) { try $0.recall(first, because: "Wrong", $1) }
            #expect(try await reported(second) == .first)
        }
    }

    @Test(arguments: Engine.allCases) func `a board has headings of its own`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let covers = [world.team.subject]
            try await world.write { try $0.add(NewTemplate(title: "Other papers", board: PaperWorld.other, text: "# Asked of you\nNothing.\n# News {updates}"), $1) }
            #expect(try await world.code { try $0.add(NewTemplate(title: "Again", board: PaperWorld.other, text: "# A"), $1) } == "board-has-template")
            let paper = try await world.write { try $0.begin(NewPaper(title: "Other", board: PaperWorld.other, covers: covers, to: Day(2026, 4, 15)), $1) }
            #expect(try await world.facts(paper).sections.map(\.heading) == ["Asked of you", "News"])
            #expect(paper.from == Day(2026, 1, 15))
            // The next paper about the same goes to the same board, and begins where the last ended.
            world.clock.set(.inBritain(Day(2026, 5, 15)!, hour: 9))
            let beside = try await world.write { try $0.begin(NewPaper(covers: covers), $1) }
            #expect(beside.board == PaperWorld.other)
            #expect(beside.from == Day(2026, 2, 15), "what no board was given is nothing that it knows")
            _ = try await world.issue(paper)
            let next = try await world.write { try $0.begin(NewPaper(covers: covers), $1) }
            #expect(next.board == PaperWorld.other)
            #expect(next.from == Day(2026, 4, 15))
            #expect(next.title == "Data Team: progress to 15 May 2026")
        }
    }

    @Test func `a paper covers more, or less, and keeps what was written`() async throws {
        try await PaperWorld.with(.sqlite) { world in
            let paper = try await world.paper()
            let more = try await world.desk.write(by: .operator) { try People().add(NewParty(kind: .team, name: "Crew Team"), $0) }
            let wider = try await world.write { try $0.edit(paper, NewPaper(covers: [world.team.subject, more.subject], from: paper.from, to: paper.to), $1) }
            #expect(try await world.facts(wider).sections.filter { $0.about == more.subject }.map(\.content) == [.updates, .fullPlan])
            let narrower = try await world.write { try $0.edit(wider, NewPaper(covers: [more.subject], from: paper.from, to: paper.to), $1) }
            #expect(try await world.facts(narrower).sections.filter { $0.about == world.team.subject }.allSatisfy(\.isLeftOut))
            #expect(try await world.code { try $0.edit(narrower, NewPaper(covers: [Subject(kind: "party", number: 999)]), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.edit(narrower, NewPaper(board: PaperWorld.other, meeting: Subject(kind: "meeting", number: 1), covers: [more.subject]), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.edit(paper, NewPaper(covers: paper.covers), version: paper.version, $1) } == "changed-meanwhile")
        }
    }
}
