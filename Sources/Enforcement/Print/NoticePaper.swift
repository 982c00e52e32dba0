import Documents
import Foundation
import Kernel
import Premises
import Storage

/// A notice as the document that is served: its words, its schedule, and where it is signed.
struct NoticePaper {
    let facts: NoticeFacts
    let made: Moment
    /// Whether it is not approved yet, and says so on every page.
    let isDraft: Bool
    /// Nil where nobody said what the service is called.
    var letterhead: Letterhead?
    /// Nil while it is not approved.
    var signature: NoticeSignature?

    private var notice: Notice { facts.notice }
    private var premises: String { facts.premises.line }

    var document: Document {
        Document(
            notice.type.words, reference: notice.reference.text, under: "Regulatory Reform (Fire Safety) Order 2005, article \(notice.type.article)", made: made,
            marking: isDraft ? "Draft" : nil, foot: "\(notice.reference)\(isDraft ? ", draft" : "")", [about] + words + schedule + signed)
    }

    private var about: Block {
        .facts((letterhead.map { [Block.Fact("From", Words($0.line))] } ?? []) + [
            Block.Fact("Reference", Words(notice.reference.text)),
            Block.Fact("To", Words(listed(notice.recipients.map { [$0.name, $0.address].compactMap(\.self).joined(separator: ", ") }))),
            Block.Fact("Premises", Words(premises)), Block.Fact("Premises type", Words(facts.premises.type.words)),
        ])
    }

    private var words: [Block] {
        let text = notice.text ?? NoticeWords(facts: facts).text
        var blocks: [Block] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: true).map({ String($0.trimmed) }) where !part.isEmpty {
            if part.hasPrefix("# ") {
                blocks.append(.heading(1, String(part.dropFirst(2))))
            } else if part.hasPrefix("- ") {
                let item = Words(String(part.dropFirst(2)))
                if case .list(let list)? = blocks.last {
                    blocks[blocks.count - 1] = .list(list.items.map(\.words) + [item])
                } else {
                    blocks.append(.list([item]))
                }
            } else {
                blocks.append(.paragraph(Words(part)))
            }
        }
        return blocks
    }

    private var schedule: [Block] {
        guard !notice.steps.isEmpty || !notice.articles.isEmpty else { return [] }
        let rows = notice.steps.enumerated().map { index, step in
            Block.Row([Words(String(index + 1)), Words(step.article.map { "Article \($0)" } ?? ""), Words(step.words)])
        }
        // A schedule begins on a page of its own, so that its heading is never parted from it.
        var blocks: [Block] = [.page(.upright), .heading(1, "Schedule")]
        if !notice.articles.isEmpty { blocks.append(.paragraph(Words("Provisions: \(notice.articles.count == 1 ? "article" : "articles") \(listed(notice.articles)) of the Order."))) }
        if !rows.isEmpty {
            blocks.append(.table(Block.Table(columns: [.init("No."), .init("Provision"), .init(notice.type == .prohibition ? "Prohibited or restricted, until" : "What is to be done", .wide)], rows: rows)))
        }
        return blocks
    }

    private var signed: [Block] {
        let line = "________________________________"
        let post = signature.flatMap { $0.posts.isEmpty ? nil : listed($0.posts) }
        return [
            .heading(1, "Signed"), .paragraph(Words("Signed for \(letterhead?.name ?? "the authority"): \(line)")),
            .facts([
                Block.Fact("Name", Words(signature?.name ?? line)), Block.Fact("Post", Words(post ?? line)), Block.Fact("Day", Words(signature.map { "\($0.on)" } ?? line)),
            ]),
        ]
    }
}

extension Enforcement {
    /// Keeps a notice as it is served, in the form from which every file of it is made.
    func freeze(_ facts: NoticeFacts, _ work: Work) throws {
        let content = String(decoding: try NoticePaper(
            facts: facts, made: work.moment, isDraft: false, letterhead: letterhead, signature: work.session.signature(of: facts)).document.canonical, as: UTF8.self)
        try work.add("froze the notice as served", in: facts.enforcementCase.subject) { id in
            NoticeDocument(id: id, notice: facts.notice.id, content: content, sha256: Hash(of: Array(content.utf8)).description, frozen: work.today)
        }
    }

    /// A notice as the document that was served, or as it would be now.
    func document(of notice: Notice, at moment: Moment, _ session: Session) throws -> Document {
        if let frozen = try session.frozenDocument(of: notice) { return try Document(canonical: Data(frozen.content.utf8)) }
        let facts = try session.facts(of: notice)
        let isDraft = NoticeView(facts, on: moment.day, practice: practice).state == .draft
        return NoticePaper(facts: facts, made: moment, isDraft: isDraft, letterhead: letterhead, signature: try session.signature(of: facts)).document
    }
}
