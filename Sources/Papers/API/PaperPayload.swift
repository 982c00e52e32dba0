import Kernel
import Storage
import Web

/// A paper as JSON tells it, the same for programs and for `muster paper show --json`.
struct PaperPayload: Encodable {
    static let line = Schema.object("PaperLine", [
        "reference": .reference, "version": .number, "title": .text, "board": .text, "meeting": .text.optional, "covers": .list(.text), "from": .day, "to": .day,
        "next": .day.optional, "author": .text, "standing": .choice(PaperFacts.Standing.self), "issued": .moment.optional,
        "asked": Schema.object("PaperAsking", ["on": .day, "by": .text]).optional.meaning("There where somebody asked for it to be issued."),
        "discardedOn": .day.optional,
    ])

    static let schema = line.and("Paper", [
        "sections": .list(SectionPayload.schema),
        "proof": Schema.object("PaperProof", [
            "at": .moment, "by": .text, "contentHash": .hash, "journalSize": .count, "journalHead": .hash, "files": .map(.hash),
        ]).optional.meaning("There where it was issued."),
        "mark": Schema.text.optional.meaning("Of a draft: it changes with what it says. Sent when the paper is issued, it says what was read."),
        "withdrawn": Schema.object("PaperRecall", ["on": .day, "because": .text]).optional,
    ])

    struct Proof: Encodable {
        let at: Moment
        let by: String
        let contentHash: String
        let journalSize: Int64
        let journalHead: String
        let files: [String: String]
    }

    struct Asked: Encodable {
        let on: Day
        let by: String
    }

    struct Withdrawn: Encodable {
        let on: Day
        let because: String
    }

    let reference: Reference
    let version: Int
    let title: String
    let board: Subject
    let meeting: Subject?
    let covers: [Subject]
    let from: Day
    let to: Day
    let next: Day?
    let author: String
    let standing: PaperFacts.Standing
    let issued: Moment?
    let sections: [SectionPayload]?
    let proof: Proof?
    let mark: String?
    let asked: Asked?
    let discardedOn: Day?
    let withdrawn: Withdrawn?

    /// As a list tells it.
    init(_ line: PaperLine, on day: Day) { self.init(line, on: day, sections: nil, proof: nil) }

    /// - Parameter sources: what it is written from.
    init(_ facts: PaperFacts, on day: Day, _ sources: Sources) {
        self.init(
            facts.line, on: day, sections: facts.sections.map { SectionPayload($0, sources) },
            proof: facts.issue.map {
                Proof(at: $0.at, by: $0.by, contentHash: $0.contentHash, journalSize: $0.journalSize, journalHead: $0.journalHead, files: $0.files)
            },
            mark: facts.isDraft ? facts.mark(from: sources) : nil, withdrawn: facts.recall.map { Withdrawn(on: $0.on, because: $0.because) })
    }

    private init(_ line: PaperLine, on day: Day, sections: [SectionPayload]?, proof: Proof?, mark: String? = nil, withdrawn: Withdrawn? = nil) {
        let paper = line.paper
        (reference, version, title, board, meeting, covers) = (paper.reference, paper.version, paper.title, paper.board, paper.meeting, paper.covers)
        (from, to, next, author) = (paper.from, paper.to, paper.next, paper.author)
        (standing, issued) = (line.standing(on: day), line.issued)
        (self.sections, self.proof, self.withdrawn) = (sections, proof, withdrawn)
        asked = line.asking.map { Asked(on: $0.on, by: $0.by) }
        (self.mark, discardedOn) = (mark, line.discard?.on)
    }
}

/// A section with its words, and what the records say beside them.
struct SectionPayload: Encodable {
    static let schema = Schema.object("PaperSection", [
        "number": .number, "version": .number, "place": .number, "heading": .text, "content": .choice(Content.self), "about": .text.optional,
        "text": Schema.text.meaning("What stands in the paper."), "isOwn": Schema.flag.meaning("Whether its author wrote it."),
        "generated": Schema.text.meaning("What the records say."), "generatedHash": .hash,
        "isOvertaken": Schema.flag.meaning("Whether the records moved since its author wrote."), "isLeftOut": .flag,
    ])

    let number: Int64
    let version: Int
    let place: Int
    let heading: String
    let content: Content
    let about: Subject?
    let text: String
    let isOwn: Bool
    let generated: String
    let generatedHash: Hash
    let isOvertaken: Bool
    let isLeftOut: Bool

    init(_ section: Section, _ sources: Sources) {
        let generated = section.generated(from: sources)
        (number, version, place, heading) = (section.id.number, section.version, section.place, section.heading)
        (content, about, text, isOwn) = (section.content, section.about, section.words ?? generated, section.words != nil)
        self.generated = generated
        generatedHash = Hash(of: Array(generated.utf8))
        (isOvertaken, isLeftOut) = (section.isOvertaken(by: sources), section.isLeftOut)
    }
}

/// The questions that an inspector would ask of a paper.
struct RehearsalPayload: Encodable {
    static let schema = Schema.object("Rehearsal", [
        "open": Schema.count.meaning("How much stands open: what is contradicted, unanswered, unsaid or overtaken."),
        "overtaken": Schema.list(.number).meaning("The numbers of sections that were written before the records moved."),
        "unsaid": Schema.list(.number).meaning("The numbers of sections in which the template’s words stand, which nobody has said of this paper."),
        "claims": .list(.object("PaperClaim", [
            "section": .number, "claim": .text, "verdict": .choice(ClaimCheck.Verdict.self), "question": .text, "records": .list(.text),
            "evidence": Schema.list(.text).meaning("What shows it: each piece of evidence of the actions behind it."), "how": .text,
        ])),
        "questions": .list(.object("PaperQuestion", ["claim": .text, "question": .text, "answers": .list(.text)])),
    ])

    struct Claimed: Encodable {
        let section: Int64
        let claim: String
        let verdict: ClaimCheck.Verdict
        let question: String
        let records: [String]
        let evidence: [String]
        let how: String
    }

    struct Asked: Encodable {
        let claim: String
        let question: String
        let answers: [String]
    }

    let open: Int
    let overtaken: [Int64]
    let unsaid: [Int64]
    let claims: [Claimed]
    let questions: [Asked]

    init(_ rehearsal: Rehearsal) {
        (open, overtaken, unsaid) = (rehearsal.openCount, rehearsal.overtaken.map(\.id.number), rehearsal.unsaid.map(\.id.number))
        // What stands open comes first.
        claims = (rehearsal.contradicted + rehearsal.unanswered + rehearsal.answered).map { one in
            Claimed(
                section: one.section.id.number, claim: one.check.claim.words, verdict: one.check.verdict, question: one.check.question,
                records: one.check.findings.map(\.words), evidence: one.check.evidence.map(\.words), how: one.check.how)
        }
        questions = rehearsal.questions.stablySorted { $0.answers.isEmpty ? 0 : 1 }.map {
            Asked(claim: $0.claim, question: $0.question, answers: $0.answers.map(\.words))
        }
    }
}

/// How what a paper tells of stood on its last day, as known when it was issued and as known now.
struct DifferencePayload: Encodable {
    static let schema = Schema.object("PaperDifference", ["subject": .text, "lines": Schema.list(.text).meaning("A sentence for each difference.")])

    let subject: Subject
    let lines: [String]
}

struct TemplatePayload: Encodable {
    static let schema = Schema.object("PaperTemplate", [
        "reference": .reference, "version": .number, "title": .text, "board": .text.optional, "text": .text,
        "headings": .list(.object("TemplateHeading", ["title": .text, "content": .choice(Content.self), "words": .text])),
    ])

    struct Headed: Encodable {
        let title: String
        let content: Content
        let words: String
    }

    let reference: Reference
    let version: Int
    let title: String
    let board: Subject?
    let text: String
    let headings: [Headed]

    init(_ template: Template) {
        (reference, version, title, board, text) = (template.reference, template.version, template.title, template.board, template.text)
        headings = template.headings.map { Headed(title: $0.title, content: $0.content, words: $0.words) }
    }
}
