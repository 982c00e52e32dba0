public import Kernel

/// Somebody looked at a document on a day and said whether it still holds.
public struct DocumentReview: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case noChange = "no-change"
        case changeWanted = "change-wanted"

        public var words: String {
            switch self {
            case .noChange: "Reviewed, no change"
            case .changeWanted: "Reviewed, change wanted"
            }
        }
    }

    public let id: ID<DocumentReview>
    public var version: Int
    public let document: ID<ControlledDocument>
    public let on: Day
    public let outcome: Outcome
    /// What was looked at and found.
    public let note: String?
    /// The day by which it is to be looked at again; there where nothing is to change.
    public let next: Day?
    /// Who reviewed it: `person/3`, or `operator`.
    public let by: String

    public init(
        id: ID<DocumentReview>, version: Int = 1, document: ID<ControlledDocument>, on: Day, outcome: Outcome, note: String? = nil,
        next: Day? = nil, by: String
    ) {
        self.id = id
        self.version = version
        self.document = document
        self.on = on
        self.outcome = outcome
        self.note = note
        self.next = next
        self.by = by
    }
}

/// What a person enters who reviewed a document.
public struct NewDocumentReview: Sendable, Equatable {
    public var on: Day
    public var outcome: DocumentReview.Outcome
    public var note: String?
    public var next: Day?

    public init(on: Day, outcome: DocumentReview.Outcome = .noChange, note: String? = nil, next: Day? = nil) {
        self.on = on
        self.outcome = outcome
        self.note = note
        self.next = next
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day it was reviewed")
        outcome = fields.choice("outcome", "Outcome", default: .noChange)
        note = fields.optionalText("note", "What was found", atMost: 4000)
        next = fields.optionalDay("next", "Next review by")
        guard fields.errors.isEmpty else { return }
        for wrong in amiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// Who finds that nothing is to change says when that is looked at again; who finds otherwise says what is to change.
    var amiss: [Refusal.Field] {
        var wrong: [Refusal.Field] = []
        if outcome == .noChange, next == nil { wrong.append(.init("next", "Enter the day by which it is to be reviewed again.")) }
        if outcome == .changeWanted, note == nil { wrong.append(.init("note", "Enter what is to change.")) }
        if let next, next <= on { wrong.append(.init("next", "The next review, \(next), would not be after this one, \(on).")) }
        return wrong
    }

    /// - Throws: `reviewed-in-the-future`, `fields-need-attention`
    func check(today: Day) throws(Refusal) {
        guard on <= today else {
            let sentence = "A review is of a day that has come, and \(on) has not."
            throw .invalid("reviewed-in-the-future", sentence, fields: [.init("on", sentence)])
        }
        guard amiss.isEmpty else { throw .fields(amiss) }
    }
}
