import Documents
import Foundation
public import Kernel
import People
public import Storage

/// A paper made ready to go to its board: the document in its one form, the files made of it, and the journal it rests on.
public struct Prepared: Sendable {
    let document: Document
    let content: String
    let contentHash: String
    let mark: (size: Int64, head: Hash)
    let at: Moment
    let base: String?
    let files: [String: String]
}

extension Papers {
    /// The document of a paper: as it was issued, or as it would be printed now.
    ///
    /// - Parameter read: what it is written from, where that was read already.
    func document(of facts: PaperFacts, read: Sources? = nil, base: String?, at moment: Moment, _ session: Session) throws -> Document {
        if let issue = facts.issue { return try issue.document }
        return try draft(facts, read, base: base, at: moment, issue: nil, session)
    }

    /// Everything that a paper covers, in full, as it stood on its last day and as was known when it was issued.
    func workbook(of paper: Paper, _ session: Session) throws -> (name: String, bytes: [UInt8]) {
        let known = try session.facts(of: paper).issue?.journalSize
        let tellings = try sources.read(paper, asKnownAt: known, session).tellings
        return ("\(paper.reference) in full.xlsx", try PlanWorkbook(paper: paper, tellings: tellings).bytes())
    }

    /// What would be asked of a paper; of an issued one, what would be asked of its words today.
    func rehearsal(of facts: PaperFacts, _ session: Session) throws -> Rehearsal {
        Rehearsal(facts.sections, try sources.read(facts.paper, asKnownAt: facts.issue?.journalSize, session))
    }

    private func draft(_ facts: PaperFacts, _ read: Sources? = nil, base: String?, at moment: Moment, issue: PaperDocument.Mark?, _ session: Session) throws -> Document {
        PaperDocument(
            facts: facts, sources: try read ?? sources.read(facts.paper, isDrawn: true, session), author: try Parties(session).person(ofWho: facts.paper.author).capitalisedFirst, base: base, made: moment,
            issue: issue).document
    }

    /// Makes the document and its files, outside any transaction, as files take their time.
    ///
    /// - Throws: `paper-not-found`, `paper-issued`, and what keeps a file from being made
    public func prepare(_ reference: String, base: String?, by actor: Actor, on desk: Desk) async throws -> Prepared {
        let at = desk.clock.now
        let (document, head): (Document, Head) = try await desk.read { session in
            let facts = try session.facts(of: session.paper(reference))
            try facts.refuseDone()
            let head = try Journal(session).head()
            let mark = PaperDocument.Mark(size: head.size, head: head.root, by: actor.name)
            return (try draft(facts, base: base, at: at, issue: mark, session), head)
        }
        let content = String(decoding: try document.canonical, as: UTF8.self)
        var files: [String: String] = [:]
        for format in PaperFormat.allCases {
            do { files[format.rawValue] = Hash(of: try await format.bytes(of: document)).description } catch let refusal as Refusal where refusal.code == "printer-missing" {
                // A service without a printer issues papers all the same. The record says which files it has.
            }
        }
        return Prepared(
            document: document, content: content, contentHash: Hash(of: Array(content.utf8)).description, mark: (head.size, head.root), at: at, base: base, files: files)
    }

    /// Whether the records still say what was prepared.
    func isCurrent(_ prepared: Prepared, _ facts: PaperFacts, _ read: Sources, by actor: Actor, _ session: Session) throws -> Bool {
        let mark = PaperDocument.Mark(size: prepared.mark.size, head: prepared.mark.head, by: actor.name)
        return try draft(facts, read, base: prepared.base, at: prepared.at, issue: mark, session) == prepared.document
    }
}

extension PaperIssue {
    /// What was issued, and nothing that came later.
    var document: Document {
        get throws { try Document(canonical: Data(content.utf8)) }
    }
}
