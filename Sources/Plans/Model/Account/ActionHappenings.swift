import Kernel

/// What happened to one action between two views of its plan: each difference told once.
struct ActionHappenings {
    private let before: ActionView
    private let now: ActionView
    private var left: Set<Aspect>
    private(set) var all: [Happening] = []

    static func between(_ before: ActionView?, _ now: ActionView?, gone: Withdrawal?) -> [Happening] {
        if let before, let now { return ActionHappenings(before, now).all }
        if let now { return [Happening(.added, now.action, added(now), [now.action.named], [.presence])] }
        guard let before else { return [] }
        let why = gone.map { "withdrawn on \($0.on): \($0.because.inOneLine(atMost: 300))" } ?? "no longer in the plan"
        return [Happening(.withdrawn, before.action, why, [gone?.named ?? before.action.named], [.presence])]
    }

    private static func added(_ view: ActionView) -> String {
        "added on \(view.action.since)" + (view.due.map { ", due \($0)" } ?? ", with no day agreed")
            + (view.completion.map { ", and completed on \($0.on)" } ?? "")
    }

    private init(_ before: ActionView, _ now: ActionView) {
        self.before = before
        self.now = now
        left = Aspect.differing(before, now)
        tellCompletion()
        tellMilestones()
        tellDay()
        tellForecast()
        tellUpdates()
        tellEvidence()
        tellStanding()
    }

    private mutating func tell(_ kind: Happening.Kind, _ words: String, _ records: [Subject], _ aspects: Set<Aspect>) {
        let told = aspects.intersection(left)
        left.subtract(told)
        all.append(Happening(kind, now.action, words, records.isEmpty ? [now.action.named] : records, told))
    }

    private var newUpdates: [ProgressUpdate] {
        let known = Set(before.updates.map(\.id))
        return now.updates.filter { !known.contains($0.id) }
    }

    // MARK: In the order in which a reader wants to know

    private mutating func tellCompletion() {
        guard left.contains(.completion) else { return }
        guard let done = now.completion else {
            let on = before.completion?.reopenedOn.map { " on \($0)" } ?? ""
            return tell(.reopened, "reopened\(on); it had been recorded as done on \(before.completion.map { "\($0.on)" } ?? "an earlier day")",
                        [before.completion?.named].compactMap(\.self), [.completion, .standing])
        }
        let again = before.completion == nil ? "completed" : "reopened, and completed again"
        tell(.completed, "\(again) on \(done.on)\(timing(done))\(done.narrative.map { ". \($0.inOneLine(atMost: 400))" } ?? "")",
             [done.named], [.completion, .standing, .updates])
    }

    private func timing(_ done: Completion) -> String {
        guard let due = now.due else { return "" }
        let late = due.days(until: done.on)
        return late == 0 ? ", the day it was due" : late > 0 ? ", \(counted(late, "day")) late" : ", \(counted(-late, "day")) early"
    }

    private mutating func tellMilestones() {
        for milestone in now.milestones where left.contains(.milestone(milestone.id)) {
            let name = "“\(milestone.text.inOneLine())”"
            if let on = milestone.reachedOn {
                tell(.reached, "milestone \(name) reached on \(on)\(milestone.due.map { $0 < on ? ", \(counted($0.days(until: on), "day")) late" : "" } ?? "")",
                     [milestone.named], [.milestone(milestone.id)])
            } else if before.milestones.contains(where: { $0.id == milestone.id }) {
                tell(.unreached, "milestone \(name) counts as reached no more", [milestone.named], [.milestone(milestone.id)])
            } else {
                tell(.planned, "milestone \(name) was added\(milestone.due.map { ", due \($0)" } ?? "")", [milestone.named], [.milestone(milestone.id)])
            }
        }
        for milestone in before.milestones where left.contains(.milestone(milestone.id)) {
            tell(.dropped, "milestone “\(milestone.text.inOneLine())” was taken out", [milestone.named], [.milestone(milestone.id)])
        }
    }

    private mutating func tellDay() {
        let known = Set(before.dueDay.moves.filter(\.isAgreed).map(\.id))
        let agreed = now.dueDay.moves.filter { $0.isAgreed && !known.contains($0.id) }
        if left.contains(.due) {
            let last = agreed.last { $0.kind == .move } ?? agreed.last
            let change = "from \(before.due.map { "\($0)" } ?? "no day") to \(now.due.map { "\($0)" } ?? "no day")"
            let because = last.map { ": \($0.because.inOneLine(atMost: 300))" } ?? ""
            let records = agreed.map(\.named)
            switch last?.kind {
            case .move: tell(.moved, "moved \(change)\(because)", records, [.due, .request])
            case .first: tell(.scheduled, "a first day was agreed, \(now.due.map { "\($0)" } ?? "none")", records, [.due, .request])
            case .correction, nil: tell(.corrected, "its day was corrected \(change)\(because)", records, [.due, .request])
            }
        }
        guard left.contains(.request) else { return }
        if let open = now.dueDay.open {
            tell(.asked, "\(open.to.map { "\($0)" } ?? "no day") is asked for instead of \(open.from.map { "\($0)" } ?? "no day"), and is not decided yet: \(open.because.inOneLine(atMost: 300))",
                 [open.named], [.request])
        } else {
            let asked = before.dueDay.open.flatMap { open in now.dueDay.moves.first { $0.id == open.id } }
            tell(.answered, "the day that was asked for was \((asked?.outcome?.words ?? "Taken back").lowercased())", [asked?.named].compactMap(\.self), [.request])
        }
    }

    private mutating func tellForecast() {
        guard left.contains(.forecast) else { return }
        let said = now.updates.last { $0.forecast != nil }
        let words = said.map { ". \($0.narrative.inOneLine(atMost: 400))" } ?? ""
        let records = [said?.named].compactMap(\.self)
        guard let expected = now.forecast else {
            return tell(.advanced, "no day is expected any more", records, [.forecast, .updates])
        }
        let limit = before.forecast ?? now.due
        let beyond = now.due.flatMap { $0 < expected ? ", \(counted($0.days(until: expected), "day")) after it is due" : nil } ?? ""
        let isLater = limit.map { expected > $0 } ?? false
        tell(isLater ? .slipped : .advanced, "its owner expects it on \(expected)\(beyond)\(words)", records, [.forecast, .updates])
    }

    private mutating func tellUpdates() {
        guard left.contains(.updates) else { return }
        guard let last = newUpdates.last else {
            return tell(.reported, "an update was taken out", [], [.updates])
        }
        let isFirst = before.updates.isEmpty && before.completion == nil
        let more = newUpdates.count > 1 ? ", the last of \(counted(newUpdates.count, "update"))" : ""
        tell(isFirst ? .started : .reported, "\(isFirst ? "work has begun" : "reported") on \(last.asOf)\(more). \(last.narrative.inOneLine(atMost: 400))",
             newUpdates.map(\.named), [.updates])
    }

    private mutating func tellEvidence() {
        guard left.contains(.evidence) else { return }
        let (was, holds) = (before.evidence.holding, now.evidence.holding)
        let new = holds.filter { piece in !was.contains { $0.evidence.id == piece.evidence.id } }
        guard new.isEmpty else {
            let shows = listed(new.map { "“\($0.evidence.shows.inOneLine())”" })
            return tell(.shown, "\(counted(new.count, "piece")) of evidence put there: \(shows)", new.map(\.evidence.named), [.evidence])
        }
        let gone = was.filter { piece in !holds.contains { $0.evidence.id == piece.evidence.id } }
        tell(.lapsed, "\(counted(gone.count, "piece")) of evidence hold\(gone.count == 1 ? "s" : "") no more: \(listed(gone.map { "“\($0.evidence.shows.inOneLine())”" }))",
             gone.map(\.evidence.named), [.evidence])
    }

    private mutating func tellStanding() {
        guard left.contains(.standing) else { return }
        let why = now.standing.reasons.prefix(2).joined(separator: ", ")
        switch now.standing.colour {
        case .red: tell(.late, "is now late: \(why)", [], [.standing])
        case .amber: tell(.atRisk, "is now at risk: \(why)", [], [.standing])
        case .green: tell(.recovered, "is on track\(before.standing.colour == .grey ? "" : " again"): \(why)", [], [.standing])
        case .grey: tell(.unscheduled, "is not scheduled: \(why)", [], [.standing])
        case .blue: tell(.completed, "stands as done: \(why)", [], [.standing])
        }
    }
}

extension Happening {
    init(_ kind: Kind, _ action: Action, _ words: String, _ records: [Subject], _ tells: Set<Aspect>) {
        self.init(kind: kind, subject: action.named, reference: action.reference, thing: action.text.inOneLine(), words: words, records: records, tells: tells)
    }

    init(_ kind: Kind, _ finding: Finding, _ words: String, _ records: [Subject]) {
        self.init(kind: kind, subject: finding.named, reference: finding.reference, thing: finding.text.inOneLine(), words: words, records: records, tells: [.presence])
    }
}

// The journal's names of the records, which the model gives itself: it knows no table.
extension Finding { var named: Subject { Subject(kind: "finding", number: id.number) } }
extension Action { var named: Subject { Subject(kind: "action", number: id.number) } }
extension Milestone { var named: Subject { Subject(kind: "milestone", number: id.number) } }
extension ProgressUpdate { var named: Subject { Subject(kind: "progress_update", number: id.number) } }
extension Completion { var named: Subject { Subject(kind: "completion", number: id.number) } }
extension Withdrawal { var named: Subject { Subject(kind: "withdrawal", number: id.number) } }
extension Evidence { var named: Subject { Subject(kind: "evidence", number: id.number) } }
extension MeasureReading { var named: Subject { Subject(kind: "measure_reading", number: id.number) } }
extension DateMove { var named: Subject { Subject(kind: "date_move", number: id.number) } }
