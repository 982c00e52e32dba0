import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with papers.
public struct PaperOperations: Sendable {
    let sources: PaperSources
    let papers: Papers
    /// The address of the service, which stands in what is issued.
    let address: String

    public init(sources: PaperSources, address: String) {
        self.sources = sources
        self.address = address
        papers = Papers(sources: sources)
    }

    public var all: [Operation] { whole + sections + sending + templates }

    private var whole: [Operation] {
        [
            .listing("listPapers", "papers", "All papers, the latest first", .scope(.papersRead),
                     takes: [
                         .query("about", .text(atMost: 100), "Only those that tell of this, as the journal names it: plan/1."),
                         .query("standing", .choice(PaperFacts.Standing.self), "Only those that stand so; all but the discarded when left out."),
                     ], of: PaperPayload.line,
                     refuses: ["subject-not-understood"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                let about = try call.query["about"].map { try Subject(written: $0, like: "plan/1") }
                let standing = call.query["standing"].flatMap { PaperFacts.Standing(rawValue: $0) }
                return try call.page(session.papers(about: about).filter { $0.fits(standing, on: call.today) }, by: \.paper.reference.key) { PaperPayload($0, on: call.today) }
            },
            .adding("writePaper", "papers", "Write a paper from the records", .scope(.papersWrite), from: NewPaper.schema, gives: PaperPayload.schema,
                    refuses: ["paper-reference-taken", "reference-not-usable", "no-board-to-report-to"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                var fields = call.fields
                let new = NewPaper(reading: &fields)
                try fields.finish()
                let paper = try papers.begin(new, work)
                return try shown(paper, call, work.session).added(at: PaperLinks.paper(paper))
            },
            .reading("showPaper", "papers/{paper}", "One paper, its sections beside what the records say", .scope(.papersRead), gives: PaperPayload.schema,
                     refuses: ["paper-not-found"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                return try shown(session.paper(call.part("paper")), call, session)
            },
            .changing("changePaper", "papers/{paper}", "Change a draft’s days, its board and what it covers; what is left out stays", .scope(.papersWrite), from: NewPaper.changes,
                      gives: PaperPayload.schema, refuses: ["paper-not-found", "paper-issued", "paper-discarded", "paper-reference-taken", "reference-not-usable"]) { call, work in
                try PaperPolicy.writes.check(call.actor)
                let paper = try work.session.paper(call.part("paper"))
                var fields = Fields(call.fields, over: paper.entries)
                let new = NewPaper(reading: &fields)
                try fields.finish()
                return try shown(papers.edit(paper, new, version: call.matched(paper.version), work), call, work.session)
            },
            .reading("rehearsePaper", "papers/{paper}/rehearsal", "What an inspector would ask of a paper, and what on record answers", .scope(.papersRead),
                     gives: RehearsalPayload.schema, refuses: ["paper-not-found"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                return try .showing(RehearsalPayload(papers.rehearsal(of: session.facts(of: session.paper(call.part("paper"))), session)))
            },
            .listing("listDifferences", "papers/{paper}/differences", "What is known now that was not known when the paper was issued", .scope(.papersRead),
                     of: DifferencePayload.schema, refuses: ["paper-not-found", "paper-not-issued"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                let differences = try papers.differences(of: session.facts(of: session.paper(call.part("paper"))), session)
                return try call.page(differences, by: \.subject.description) { DifferencePayload(subject: $0.subject, lines: $0.lines.map(\.words)) }
            },
            .listing("listPaperHistory", "papers/{paper}/history", "What happened to a paper and its sections, newest first", .scope(.papersRead), of: EntryPayload.schema,
                     refuses: ["paper-not-found"]) { call, session in
                try PaperPolicy.reads.check(call.actor)
                let paper = try session.paper(call.part("paper"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: paper.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .handing("exportPaperWorkbook", "papers/{paper}/workbook", "All that a paper covers, in full, as a workbook", .scope(.papersRead), types: [Workbook.mediaType],
                     refuses: ["paper-not-found"]) { call in
                try PaperPolicy.reads.check(call.actor)
                let (name, bytes) = try await call.desk.read { session in try papers.workbook(of: session.paper(call.part("paper")), session) }
                return .handing(bytes, named: name, type: Workbook.mediaType)
            },
            .handing("exportPaper", "papers/{paper}/files/{file}", "A paper as a file to keep", .scope(.papersRead), takes: [.part("file", .reference, "\(listed(PaperFormat.allCases.map(\.rawValue), joinedBy: "or")).")],
                     types: PaperFormat.allCases.map(\.type), refuses: ["paper-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try PaperPolicy.reads.check(call.actor)
                let format = try PaperFormat(named: call.part("file"))
                let document = try await call.desk.read { session in
                    try papers.document(of: session.facts(of: session.paper(call.part("paper"))), base: address, at: call.moment, session)
                }
                return .handing(try await format.bytes(of: document), named: "\(document.reference).\(format.ending)", type: format.type)
            },
        ]
    }

    func shown(_ paper: Paper, _ call: Call, _ session: Session) throws -> Reply {
        let facts = try session.facts(of: paper)
        return try .showing(PaperPayload(facts, on: call.today, sources.read(paper, asKnownAt: facts.issue?.journalSize, session)), version: paper.version)
    }
}
