public import Kernel

/// What a person enters to put a review on record, or to edit it.
public struct NewReview: Sendable, Equatable {
    public var reference: Reference?
    public var title: String
    public var kind: Review.Kind
    public var reviewer: String
    public var round: String?
    public var scope: String
    public var commissionedOn: Day
    public var visits: [VisitDays]
    public var reportedOn: Day?
    public var documents: [Subject]
    public var otherDocuments: String?
    public var plan: Subject?

    public init(
        reference: Reference? = nil, title: String, kind: Review.Kind, reviewer: String, round: String? = nil, scope: String,
        commissionedOn: Day, visits: [VisitDays] = [], reportedOn: Day? = nil, documents: [Subject] = [], otherDocuments: String? = nil,
        plan: Subject? = nil
    ) {
        self.reference = reference
        self.title = title
        self.kind = kind
        self.reviewer = reviewer
        self.round = round
        self.scope = scope
        self.commissionedOn = commissionedOn
        self.visits = visits
        self.reportedOn = reportedOn
        self.documents = documents
        self.otherDocuments = otherDocuments
        self.plan = plan
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        title = fields.line("title", "Title", atMost: 200)
        kind = fields.choice("kind", "Kind", default: .peerReview)
        if fields.written("kind").isEmpty { fields.refuse("kind", "Choose what kind of review it is.") }
        reviewer = fields.line("reviewer", "Who makes it", atMost: 200)
        round = fields.optionalLine("round", "Inspection round", atMost: 40)
        scope = fields.text("scope", "What it looks at", atMost: 4000)
        commissionedOn = fields.day("commissioned-on", "The day it was commissioned")
        visits = fields.visits("visits")
        reportedOn = fields.optionalDay("reported-on", "Reported on")
        documents = fields.subjects("documents", like: "document/1")
        otherDocuments = fields.optionalText("other-documents", "Other documents", atMost: 8000)
        plan = fields.subject("plan", like: "plan/1")
        for wrong in amiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// What can't be so together.
    var amiss: [Refusal.Field] {
        var wrong: [Refusal.Field] = []
        if let round {
            if InspectionRound.named(round) == nil {
                wrong.append(.init("round", "“\(round.prefix(40))” is no inspection round. Choose one of \(listed(InspectionRound.all.map(\.code), joinedBy: "or"))."))
            } else if !kind.isInspectorates {
                wrong.append(.init("round", "Only the inspectorate’s own reviews follow an inspection round. Leave this empty for \(kind.words.lowercased())."))
            }
        }
        // A day that could not be read stands at 1970 and is compared with nothing.
        guard commissionedOn != Day(number: 0) else { return wrong }
        if let reportedOn, reportedOn < commissionedOn {
            wrong.append(.init("reported-on", "The report would be of \(reportedOn), before the review was commissioned on \(commissionedOn)."))
        }
        if let early = visits.first(where: { $0.period.from < commissionedOn }) {
            wrong.append(.init("visits", "The visit of \(early) would begin before the review was commissioned on \(commissionedOn)."))
        }
        return wrong
    }
}

extension Fields {
    /// Days of visits, one a line.
    mutating func visits(_ name: String) -> [VisitDays] {
        var visits: [VisitDays] = []
        for line in lines(name) {
            guard let days = VisitDays(rawValue: line) else {
                refuse(name, "“\(line.prefix(60))” is not a day or two. Write each visit on its own line, as 2026-06-10 or 2026-06-10 to 2026-06-12.")
                continue
            }
            if !visits.contains(days) { visits.append(days) }
        }
        if visits.count > 40 { refuse(name, "A review has at most 40 visits; these are \(visits.count).") }
        return visits.sorted()
    }

    /// What on record is meant, as the journal names it; nil where nothing was chosen.
    mutating func subject(_ name: String, like example: String) -> Subject? { subjects(name, like: example).first }

    /// Subjects as the journal names them, each once, in the order in which they were sent.
    mutating func subjects(_ name: String, like example: String) -> [Subject] {
        var subjects: [Subject] = []
        for written in all(name) {
            guard let subject = Subject(written) else {
                refuse(name, "“\(written.prefix(60))” names nothing on record. Write its kind and number, as in \(example).")
                continue
            }
            if !subjects.contains(subject) { subjects.append(subject) }
        }
        return subjects
    }
}
