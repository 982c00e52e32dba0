public import Kernel

/// What an officer writes down at the premises and after: the working form of an audit, saved as it is filled.
public struct AuditSheet: Codable, Equatable, Sendable {
    /// The day on which the officer was there; nil while nobody was.
    public var carriedOut: Day?
    /// Hours at the premises.
    public var onSite: Quantity?
    /// Hours besides: preparing, travelling, writing.
    public var besides: Quantity?
    public var met: [PersonMet] = []
    public var evidence = AuditEvidence()
    /// In the order of the Order; an article that was not looked at is not among them.
    public var findings: [AuditFinding] = []
    /// The officer’s judgement; nil until it is made.
    public var result: AuditResult?
    public var outcomes: [AuditOutcome] = []
    /// Why the result or an outcome is not what the findings would lead to.
    public var departure: String?
    public var notes: String?
    /// The day for which a follow-up is planned when the audit is completed.
    public var followUp: Day?
    /// When the premises are next due; nil where they are not due again, and then why says so.
    public var nextDue: Day?
    public var nextBecause: String?

    public init() {}

    public var worst: ComplianceLevel? { findings.map(\.level).max() }

    /// All hours that it took; nil where none are known.
    public var hours: Quantity? {
        guard onSite != nil || besides != nil else { return nil }
        return Quantity(millionths: (onSite?.millionths ?? 0) + (besides?.millionths ?? 0))
    }

    public var sendsLetter: Bool { outcomes.contains(where: \.sendsLetter) }
    public var formal: [AuditOutcome] { outcomes.filter(\.isFormal) }
}

extension AuditSheet {
    public init(reading fields: inout Fields) {
        carriedOut = fields.optionalDay("carried-out", "Carried out on")
        onSite = fields.hours("on-site", "Hours on site")
        besides = fields.hours("besides", "Hours besides")
        met = fields.lines("met").compactMap { PersonMet(written: $0) }
        if met.contains(where: { $0.written.count > 300 }) { fields.refuse("met", "Write a name and a capacity in each line, 300 characters at most.") }
        if met.count > 40 { fields.refuse("met", "Name 40 people at most: those whom the work needs.") }
        evidence = AuditEvidence(reading: &fields)
        findings = fields.findings(on: carriedOut)
        result = fields.optionalChoice("result", "Result", of: AuditResult.self)
        outcomes = fields.codes("outcomes", "What follows", of: AuditOutcome.self)
        departure = fields.optionalText("departure", "Why it departs from the findings", atMost: 8000)
        notes = fields.optionalText("notes", "Notes", atMost: 8000)
        followUp = fields.optionalDay("follow-up", "Follow-up on")
        nextDue = fields.optionalDay("next-due", "Next due")
        nextBecause = fields.optionalText("next-because", "Why then", atMost: 2000)
        if let carriedOut { fields.checkOrder(carriedOut, "follow-up", followUp) }
        if let carriedOut { fields.checkOrder(carriedOut, "next-due", nextDue) }
    }

    /// What it holds now, under the names of its form and of what programs send.
    var entries: [String: [String]] {
        var entries: [String: [String]] = [
            "carried-out": [carriedOut?.iso ?? ""], "on-site": [onSite?.description ?? ""], "besides": [besides?.description ?? ""], "met": met.map(\.written),
            "seen": evidence.documents(.seen).map(\.rawValue), "missing": evidence.documents(.missing).map(\.rawValue), "findings": findings.map(\.asLine),
            "result": [result?.rawValue ?? ""], "outcomes": outcomes.map(\.rawValue), "departure": [departure ?? ""], "notes": [notes ?? ""],
            "follow-up": [followUp?.iso ?? ""], "next-due": [nextDue?.iso ?? ""], "next-because": [nextBecause ?? ""],
        ]
        for (name, values) in entries where values.isEmpty { entries[name] = [""] }
        return entries
    }
}

extension AuditFinding {
    /// On one line, whatever was seen.
    fileprivate var asLine: String { AuditFinding(article, level, found?.asOneLine).written }
}

extension Fields {
    /// Hours as a decimal from 0 to 500.
    fileprivate mutating func hours(_ name: String, _ label: String) -> Quantity? {
        guard let hours = optionalQuantity(name, label) else { return nil }
        guard Quantity(0)...Quantity(500) ~= hours else {
            refuse(name, "\(label) are \(hours). Enter hours from 0 to 500, such as 2.5.")
            return nil
        }
        return hours
    }
}
