public import Kernel

/// One way in which a plan differs between two views of it: on two days, or on one day as it was known at two moments.
public struct Happening: Equatable, Sendable {
    public let kind: Kind
    /// The finding or the action that it is about, or the plan itself.
    public let subject: Subject
    public let reference: Reference
    /// What it is about, short enough for a line.
    public let thing: String
    /// What happened, as it follows the thing: `completed on 26 February 2025`.
    public let words: String
    /// What was recorded of it.
    public let records: [Subject]
    /// The differences that it tells, each of which nothing else tells.
    let tells: Set<Aspect>

    /// What it is about, as a sentence begins: a plan by its name alone.
    public var about: String { place.isEmpty ? thing : "\(reference) \(thing)" }
    public var sentence: String { "\(about): \(words)\(words.endsSentence ? "" : ".")" }

    /// Where what it is about is shown, within the plan's own address.
    var place: [String] {
        switch subject.kind {
        case "finding": ["findings", reference.text]
        case "action": ["actions", reference.text]
        default: []
        }
    }
}

extension Happening {
    init(_ kind: Kind, _ action: Action, _ words: String, _ records: [Subject], _ tells: Set<Aspect>) {
        self.init(kind: kind, subject: action.named, reference: action.reference, thing: action.text.inOneLine(), words: words, records: records, tells: tells)
    }

    init(_ kind: Kind, _ finding: Finding, _ words: String, _ records: [Subject], _ tells: Set<Aspect>) {
        self.init(kind: kind, subject: finding.named, reference: finding.reference, thing: finding.text.inOneLine(), words: words, records: records, tells: tells)
    }

    init(_ kind: Kind, _ plan: Plan, _ words: String, _ records: [Subject], _ tells: Set<Aspect>) {
        self.init(kind: kind, subject: plan.named, reference: plan.reference, thing: plan.title, words: words, records: records, tells: tells)
    }
}

extension String {
    /// A quotation ends a sentence only where what is quoted does.
    var endsSentence: Bool {
        let bare = last == "”" ? dropLast() : self[...]
        return bare.last.map { ".!?…".contains($0) } ?? false
    }

    /// Its first paragraph, at most so many characters of it, cut between words; without the stop at its end.
    func inOneLine(atMost limit: Int = 140) -> String {
        var line = hasOneLine ? String(trimmed) : split(whereSeparator: \.isNewline).first.map { String($0.trimmed) } ?? ""
        // A letter has a byte at least.
        if line.utf8.count > limit, line.count > limit {
            let cut = line.prefix(limit - 1)
            line = String(cut.prefix(upTo: cut.lastIndex(of: " ") ?? cut.endIndex)) + "…"
        }
        while line.last == "." { line.removeLast() }
        return line
    }
}

// The journal's names of the records, which the model gives itself: it knows no table.
extension Plan { var named: Subject { Subject(kind: "plan", number: id.number) } }
extension Finding { var named: Subject { Subject(kind: "finding", number: id.number) } }
extension Action { var named: Subject { Subject(kind: "action", number: id.number) } }
extension Milestone { var named: Subject { Subject(kind: "milestone", number: id.number) } }
extension ProgressUpdate { var named: Subject { Subject(kind: "progress_update", number: id.number) } }
extension Completion { var named: Subject { Subject(kind: "completion", number: id.number) } }
extension Withdrawal { var named: Subject { Subject(kind: "withdrawal", number: id.number) } }
extension Evidence { var named: Subject { Subject(kind: "evidence", number: id.number) } }
extension SuccessMeasure { var named: Subject { Subject(kind: "measure", number: id.number) } }
extension MeasureReading { var named: Subject { Subject(kind: "measure_reading", number: id.number) } }
extension DateMove { var named: Subject { Subject(kind: "date_move", number: id.number) } }
extension Acceptance { var named: Subject { Subject(kind: "acceptance", number: id.number) } }
extension InspectorateClosure { var named: Subject { Subject(kind: "inspectorate_closure", number: id.number) } }
extension NotImplemented { var named: Subject { Subject(kind: "not_implemented", number: id.number) } }
extension PlanClosure { var named: Subject { Subject(kind: "plan_closure", number: id.number) } }
extension ClosureItem { var named: Subject { Subject(kind: "closure_item", number: id.number) } }
extension Override { var named: Subject { Subject(kind: "standing_override", number: id.number) } }
extension Dependency { var named: Subject { Subject(kind: "dependency", number: id.number) } }
extension Need { var named: Subject { Subject(kind: "need", number: id.number) } }
