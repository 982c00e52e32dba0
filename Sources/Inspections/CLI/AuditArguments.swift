import ArgumentParser
import Documents
import Kernel
import People
import Premises
import Storage

/// An audit named at the command line.
struct AuditArgument: ParsableArguments, Sendable {
    @Argument(help: "The audit’s reference.", completion: .audits) var reference: String

    func find(_ session: Session) throws -> Audit { try session.audit(reference) }
}

extension CompletionKind {
    static let audits = CompletionKind.kept { session, _ in try session.all(Audit.self, "ORDER BY id DESC LIMIT 200").map(\.reference.text) }
    static let authorisationLevels = CompletionKind.kept { session, _ in try session.all(AuthorisationLevel.self, "ORDER BY id").map(\.code) }
}

/// Which audits a command speaks of.
struct AuditChoice: ParsableArguments, Sendable {
    @Flag(help: "Only one’s own.") var own = false
    @Option(help: "Only audits that stand so: open, \(AuditState.allCases.map(\.rawValue).joined(separator: ", ")).") var state: String?
    @Option(help: "Only audits of this kind: \(AuditKind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditKind.self)) var kind: String?
    @Option(help: "Only completed audits with this result: satisfactory or unsatisfactory.", completion: .codes(AuditResult.self)) var result: String?
    @Option(help: "Only completed audits from which this follows: \(AuditOutcome.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditOutcome.self)) var outcome: String?
    @Option(help: "Only audits of premises of this type.", completion: .codes(PremisesType.self)) var type: String?
    @Option(help: "Only audits of this office.") var office: String?
    @Option(help: "Only audits of this officer.", completion: .parties) var officer: String?
    @Option(help: "Only audits with these words.") var words: String?
    @Option(help: "Sort by \(AuditFilter.Order.allCases.map(\.rawValue).joined(separator: ", ")); --sort=-day turns it round.") var sort: String?

    /// - Throws: `fields-need-attention`
    func filter() throws -> AuditFilter {
        var fields = Fields(["kind": kind, "result": result, "outcome": outcome, "type": type, "state": state == AuditFilter.openWord ? nil : state], over: [:])
        var filter = AuditFilter()
        filter.kind = fields.optionalChoice("kind", "Kind", of: AuditKind.self)
        filter.result = fields.optionalChoice("result", "Result", of: AuditResult.self)
        filter.outcome = fields.optionalChoice("outcome", "Outcome", of: AuditOutcome.self)
        filter.type = fields.optionalChoice("type", "Type", of: PremisesType.self)
        _ = fields.optionalChoice("state", "State", of: AuditState.self)
        try fields.finish()
        (filter.whose, filter.state, filter.office, filter.officer, filter.words, filter.sort) = (own ? "own" : nil, state, office, officer, words, sort)
        return filter
    }

    func shown(on day: Day, by actor: Actor, _ session: Session) throws -> [AuditFacts] {
        try AuditPolicy.reads.check(actor)
        let parties = try Parties(session).actedFor(by: actor, on: day)
        return try session.audits(filter(), own: parties, on: day, .given).all
    }
}

/// What the form of a plan asks for.
struct AuditPlanEntries: ParsableArguments, Sendable {
    @Option(help: "Who carries it out: a person or post on record.", completion: .parties) var officer: String?
    @Option(help: "Kind: \(AuditKind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditKind.self)) var kind: String?
    @Option(help: "How it came: \(AuditOrigin.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditOrigin.self)) var origin: String?
    @Option(help: "simple or complex.", completion: .codes(AuditComplexity.self)) var complexity: String?
    @Option(help: "Risk: \(AuditRisk.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AuditRisk.self)) var band: String?
    @Option(help: "The day it is planned for: YYYY-MM-DD.") var planned: String?
    @Option(help: "What the officer should know before going.") var brief: String?

    func read(premises: String? = nil, over held: [String: [String]] = [:]) throws -> NewAudit {
        var fields = Fields([
            "premises": premises, "officer": officer, "kind": kind, "origin": origin, "complexity": complexity, "band": band, "planned": planned, "brief": brief,
        ], over: held)
        let new = NewAudit(reading: &fields)
        try fields.finish()
        return new
    }
}

/// What the working form asks for.
struct AuditSheetEntries: ParsableArguments, Sendable {
    @Option(help: "The day on which the officer was there: YYYY-MM-DD.") var carriedOut: String?
    @Option(help: "Hours at the premises, such as 2.5.") var onSite: String?
    @Option(help: "Hours besides.") var besides: String?
    @Option(help: "Who was met: 'J. Owner | Manager'. May be given more than once.") var met: [String] = []
    @Option(help: "A document that was seen: \(AuditDocument.allCases.map(\.rawValue).joined(separator: ", ")). May be given more than once.", completion: .codes(AuditDocument.self)) var seen: [String] = []
    @Option(help: "A document that was asked for and not shown. May be given more than once.", completion: .codes(AuditDocument.self)) var missing: [String] = []
    @Option(help: "How an article stands: '14: 4 | Bins on the stairs'. All findings, each by its own --finding.") var finding: [String] = []
    @Option(help: "satisfactory or unsatisfactory.", completion: .codes(AuditResult.self)) var result: String?
    @Option(help: "What follows: \(AuditOutcome.allCases.map(\.rawValue).joined(separator: ", ")). May be given more than once.", completion: .codes(AuditOutcome.self)) var outcome: [String] = []
    @Option(help: "Why it departs from the findings.") var departure: String?
    @Option(help: "Notes; internal.") var notes: String?
    @Option(help: "The day of the follow-up.") var followUp: String?
    @Option(help: "The day on which the premises are next due.") var nextDue: String?
    @Option(help: "Why then, or why they are not due again.") var nextBecause: String?

    func read(over audit: Audit) throws -> AuditSheet {
        var held = audit.sheet.entries
        for (name, given) in [("met", met), ("seen", seen), ("missing", missing), ("findings", finding), ("outcomes", outcome)] where !given.isEmpty { held[name] = given }
        var fields = Fields([
            "carried-out": carriedOut, "on-site": onSite, "besides": besides, "result": result, "departure": departure, "notes": notes, "follow-up": followUp, "next-due": nextDue,
            "next-because": nextBecause,
        ], over: held)
        let sheet = AuditSheet(reading: &fields)
        try fields.finish()
        return sheet
    }
}

extension AuditPayload {
    /// An audit as a person reads it.
    var inWords: String {
        var lines = [
            "\(audit.reference), \(audit.kind.words.lowercased()): \(audit.state.words.lowercased())", "\(audit.address) (\(audit.premises))",
            "\(audit.officer), planned for \(audit.planned)" + (audit.carriedOut.map { ", carried out on \($0)" } ?? ""),
        ]
        if let brief { lines.append(brief) }
        lines += notAuthorised.map { "Not authorised: \($0)" }
        lines += sheet.findings.map { "Article \($0.article): \($0.level)\($0.found.map { " \($0)" } ?? "")" }
        if let result = sheet.result { lines.append("\(result.words): \(listed(sheet.outcomes.map { $0.words.lowercasedFirst }))") }
        if let departure = sheet.departure { lines.append("It departs from the findings: \(departure)") }
        if let because = sheet.nextBecause { lines.append("Next due \(sheet.nextDue.map { "on \($0)" } ?? "never"): \(because)") }
        if let correction { lines.append("Corrected: \(correction)") }
        if let abandoning { lines.append("Abandoned: \(abandoning)") }
        lines += followedBy.map { "Followed up by \($0)" }
        lines += letters.map { "Letter \($0.number) sent on \($0.sent) to \(listed($0.recipients))" }
        if letters.isEmpty, let letterDue { lines.append("The letter is to be sent by \(letterDue)") }
        return (lines + obstacles.map { "To do: \($0.sentence)" }).joined(separator: "\n")
    }
}
