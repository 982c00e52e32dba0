public import Kernel

/// A plan as a document gives it, before anyone has said that it is right: nothing here is saved.
///
/// Its JSON is what `muster plan preview --json` prints: the keys title, findings, queries and notes, with null written out.
/// What a reader of that JSON has no use for (places, columns, narrative) stays out of it, so decoding leaves those empty.
public struct PlanDraft: Sendable, Equatable {
    public var title: String?
    public var findings: [FindingDraft]
    /// What must be asked before the draft can be trusted.
    public var queries: [Query]
    /// What was left out or taken for granted, one sentence each.
    public var notes: [String]
    /// How the columns of each table were understood, for the preview to show and the person to correct.
    public var columns: [ColumnMap] = []

    public init(title: String? = nil, findings: [FindingDraft] = [], queries: [Query] = [], notes: [String] = []) {
        self.title = title
        self.findings = findings
        self.queries = queries
        self.notes = notes
    }

    public var actions: [ActionDraft] { findings.flatMap(\.actions) }

    /// The answers that say yes to every suggestion.
    public var suggestedAnswers: [String: String] {
        var answers: [String: String] = [:]
        for query in queries { if let suggestion = query.suggestion { answers[query.key] = suggestion } }
        return answers
    }
}

/// A recommendation, area for improvement or cause of concern as a document gives it.
public struct FindingDraft: Sendable, Equatable {
    public var reference: String
    /// As the table words it, often shortened.
    public var text: String
    /// The full wording, where the document holds it elsewhere.
    public var fullText: String?
    /// How surely the full wording belongs to this finding: 0 not at all, 1 word for word.
    public var matchConfidence: Double?
    public var actions: [ActionDraft]
    /// The heading it stands under: `Protection`, `Cause of concern 1: …`.
    public var section: String?
    /// Where it stands: `table 1, row 5`.
    public var place = ""

    public init(
        reference: String, text: String, fullText: String? = nil, matchConfidence: Double? = nil, actions: [ActionDraft] = []
    ) {
        self.reference = reference
        self.text = text
        self.fullText = fullText
        self.matchConfidence = matchConfidence
        self.actions = actions
    }
}

/// What will be done about a finding, as a document gives it.
public struct ActionDraft: Sendable, Equatable {
    public var reference: String
    public var text: String
    /// The lead first, then the joint owners; empty where none could be read.
    public var owners: [String]
    public var due: Day?
    /// What stands in the document's due cell.
    public var dueWritten: String
    /// `blue`, `green`, `amber`, `red` or `grey`, where the document says so by word or shading.
    public var statedStatus: String?
    /// What stands in the document's status cell.
    public var statusWritten = ""
    public var successMeasure: String?
    /// The document's own account of progress.
    public var progress: String?
    public var startsOn: Day?
    /// A later day than `due` that the document gives as revised or forecast.
    public var revisedDue: Day?
    /// The day that the document says it was done.
    public var completedOn: Day?
    /// Where it stands: `table 1, row 5`.
    public var place = ""

    public init(
        reference: String, text: String, owners: [String] = [], due: Day? = nil, dueWritten: String = "", statedStatus: String? = nil
    ) {
        self.reference = reference
        self.text = text
        self.owners = owners
        self.due = due
        self.dueWritten = dueWritten
        self.statedStatus = statedStatus
    }
}

extension PlanDraft: Codable {
    enum CodingKeys: String, CodingKey { case title, findings, queries, notes }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(findings, forKey: .findings)
        try container.encode(queries, forKey: .queries)
        try container.encode(notes, forKey: .notes)
    }
}

extension FindingDraft: Codable {
    enum CodingKeys: String, CodingKey { case reference, text, fullText, matchConfidence, actions }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reference, forKey: .reference)
        try container.encode(text, forKey: .text)
        try container.encode(fullText, forKey: .fullText)
        try container.encode(matchConfidence, forKey: .matchConfidence)
        try container.encode(actions, forKey: .actions)
    }
}

extension ActionDraft: Codable {
    enum CodingKeys: String, CodingKey { case reference, text, owners, due, dueWritten, statedStatus }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reference, forKey: .reference)
        try container.encode(text, forKey: .text)
        try container.encode(owners, forKey: .owners)
        try container.encode(due, forKey: .due)
        try container.encode(dueWritten, forKey: .dueWritten)
        try container.encode(statedStatus, forKey: .statedStatus)
    }
}
