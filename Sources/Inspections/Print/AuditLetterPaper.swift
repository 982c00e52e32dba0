import Documents
import Foundation
public import Kernel
import Premises
public import Storage

/// The letter with the result of an audit: what was looked at, what is to be put right, and what follows.
struct AuditLetterPaper {
    let facts: AuditFacts
    let recipients: [String]
    let made: Moment
    /// Whether it was not sent yet, and says so on every page.
    let isDraft: Bool
    var sender: Letterhead?

    private var audit: Audit { facts.audit }
    private var sheet: AuditSheet { audit.sheet }
    private var deficient: [AuditFinding] { sheet.findings.filter(\.level.isDeficient) }

    var document: Document {
        Document(
            "Fire safety audit", reference: audit.reference.text, under: "Regulatory Reform (Fire Safety) Order 2005", made: made, marking: isDraft ? "Draft" : nil,
            foot: "\(audit.reference)\(isDraft ? ", draft" : "")", [about] + opening + matters + next + closing)
    }

    private var about: Block {
        .facts((sender.map { [Block.Fact("From", Words($0.line))] } ?? []) + [
            Block.Fact("Reference", Words(audit.reference.text)), Block.Fact("To", Words(recipients.isEmpty ? "The responsible person" : recipients.joined(separator: "; "))),
            Block.Fact("Premises", Words(facts.premises.line)), Block.Fact("Audited on", Words(sheet.carriedOut.map { "\($0)" } ?? "")), Block.Fact("Officer", Words(facts.officer)),
        ])
    }

    private var opening: [Block] {
        let on = sheet.carriedOut.map { " on \($0)" } ?? ""
        let result = switch sheet.result {
        case .satisfactory: "Fire safety there was found satisfactory."
        case .unsatisfactory: "Fire safety there was found unsatisfactory. The matters below need your attention."
        case nil: ""
        }
        return [.heading(1, "The audit"), .paragraph(Words("An officer of this service audited the premises\(on) (\(audit.kind.words.lowercased())). \(result)"))]
    }

    private var matters: [Block] {
        guard !deficient.isEmpty else { return [] }
        let rows = deficient.enumerated().map { index, finding in
            let heading = Articles.order.known(finding.article, on: facts.day)?.heading ?? ""
            return Block.Row([Words(String(index + 1)), Words("Article \(finding.article): \(heading)"), Words(finding.found ?? finding.level.words)])
        }
        return [
            .heading(1, "What is to be put right"), .table(Block.Table(columns: [.init("No."), .init("Provision"), .init("What was seen", .wide)], rows: rows)),
            .paragraph(Words("This letter is not a notice under the Order, and nothing in it has to be appealed against. It tells you of matters in which the officer found that the Order is not complied with.")),
        ]
    }

    private var next: [Block] {
        var sentences: [String] = []
        if let followUp = sheet.followUp { sentences.append("An officer will come again on or about \(followUp) to see what was done.") }
        if sheet.outcomes.contains(.actionPlan) { sentences.append("Please keep to the action plan that was agreed with the officer.") }
        if !sheet.formal.isEmpty { sentences.append("The service considers formal action as well: \(listed(sheet.formal.map { $0.words.lowercased() })). That comes in a document of its own.") }
        if sentences.isEmpty { sentences.append(deficient.isEmpty ? "Nothing is asked of you now. The duties of the Order go on." : "Please put these matters right. The service may come again at any time.") }
        return [.heading(1, "What happens next")] + sentences.map { .paragraph(Words($0)) }
    }

    private var closing: [Block] {
        [.paragraph(Words("If you disagree with what this letter says, or want help in understanding it, write to the service under the reference above.")),
         .facts([Block.Fact("Signed for", Words(sender?.name ?? "the authority")), Block.Fact("Name", Words(facts.officer))])]
    }
}

extension Audits {
    /// Sends the letter with the result: freezes it in the form from which every file of it is made.
    ///
    /// - Throws: `not-allowed`, `audit-not-completed`, `audit-has-no-letter`, `fields-need-attention`
    @discardableResult
    public func sendLetter(of audit: Audit, to recipients: [String], on day: Day, _ work: Work) throws -> AuditLetter {
        try checkKeeps(audit, work)
        guard let completed = audit.completed else { throw Refusal.conflict("audit-not-completed", "\(audit.reference) is not completed. The letter with its result goes out after that.") }
        guard audit.sheet.sendsLetter else {
            throw Refusal.conflict("audit-has-no-letter", "What follows from \(audit.reference) is \(listed(audit.sheet.outcomes.map { $0.words.lowercased() })), which a document of its own tells. There is no letter to send.")
        }
        try refuseFuture(day, "on", work)
        guard day >= completed else { throw Refusal.fields([.init("on", "\(audit.reference) was completed on \(completed). Give that day or a later one.")]) }
        guard !recipients.isEmpty else { throw Refusal.fields([.init("recipients", "Name at least one person or body to whom it goes.")]) }
        let facts = try work.session.facts(of: audit)
        let content = String(
            decoding: try AuditLetterPaper(facts: facts, recipients: recipients, made: work.moment, isDraft: false, sender: sender).document.canonical, as: UTF8.self)
        let letter = try work.add("sent the letter", in: audit.subject) { id in
            AuditLetter(
                id: id, audit: audit.id, recipients: recipients, content: content, sha256: Hash(of: Array(content.utf8)).description, sent: day, by: work.actor.subject)
        }
        try work.save(letter.recipients, of: letter.id, in: AuditLetter.recipientTable)
        return letter
    }

    /// The letter as it was sent.
    func document(of letter: AuditLetter) throws -> Document { try Document(canonical: Data(letter.content.utf8)) }

    /// The letter as it would be sent now.
    func draftLetter(of audit: Audit, at moment: Moment, _ session: Session) throws -> Document {
        let facts = try session.facts(of: audit)
        return AuditLetterPaper(facts: facts, recipients: try session.letterRecipients(of: facts, on: moment.day), made: moment, isDraft: true, sender: sender).document
    }
}

extension Session {
    /// Who answers for the premises on a day, each with the first address for service.
    func letterRecipients(of facts: AuditFacts, on day: Day) throws -> [String] {
        var names: Set<String> = []
        return try recipients(of: facts.premises, on: day).filter { names.insert($0.holder.nameKey).inserted }.map { recipient in
            ([recipient.holder.name] + (recipient.addresses.first.map { [$0.line] } ?? [])).joined(separator: ", ")
        }
    }
}
