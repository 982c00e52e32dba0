public import Kernel

/// One day of a notice's clock: what happened on it or falls on it, and how the law counts it.
public struct ClockStep: Sendable, Equatable {
    public let day: Day
    public let event: String
    /// Nil of what happened.
    public let rule: StatutoryPeriod.Rule?
    public let provision: String?
    public let working: String
}

extension NoticeClock {
    /// The whole clock, day by day; of one day what happened stands before what is due.
    public var steps: [ClockStep] { (happened + due).stablySorted(by: \.day) }

    private var happened: [ClockStep] {
        var steps: [ClockStep] = []
        func tell(_ day: Day?, _ event: String, _ working: String) {
            if let day { steps.append(ClockStep(day: day, event: event, rule: nil, provision: nil, working: working)) }
        }
        let several = history.recipients.count > 1
        for day in history.recipients.map(\.served).sorted() {
            tell(day, "served", several ? "served on one of \(history.recipients.count) recipients; the days are counted from the last service" : "served \(day)")
        }
        for appeal in history.appeals {
            let effect = !appeals.contains(appeal) ? "after the last day for it, so it holds nothing up"
                : history.type.isSuspendedByAppeal ? "it suspends the notice, and no entry is made until it is disposed of" : "it does not suspend a prohibition notice; no entry is made until it is disposed of"
            tell(appeal.brought, "appeal brought", effect)
            guard let disposed = appeal.disposed, let outcome = appeal.outcome else { continue }
            tell(disposed, "appeal disposed of", outcome == .cancelled ? "the notice was cancelled, so it never enters the register" : outcome == .withdrawn ? "the appeal was withdrawn, and the notice stands" : "the notice was \(outcome.rawValue), and stands")
        }
        for objection in history.objections {
            let isInTime = objections.contains(objection)
            tell(objection.made, "objection made", isInTime ? "until it is resolved an entry has three particulars alone" : "after the last day for it, so the entry is made in full")
            if isInTime { tell(objection.resolved, "objection resolved", "a full entry may be made") }
        }
        for day in history.amended { tell(day, "amended", entry.map { day < $0.lowerBound } ?? true ? "before any entry was due" : "amended \(day)") }
        tell(history.complied, "complied with", "the authority was satisfied on \(history.complied.map { "\($0)" } ?? "")")
        tell(history.withdrawn, "withdrawn", entry == nil ? "before any entry was due, so it never enters the register" : "withdrawn \(history.withdrawn.map { "\($0)" } ?? "")")
        return steps
    }

    /// The days that the law sets.
    var due: [ClockStep] {
        var steps: [ClockStep] = []
        func tell(_ day: Day?, _ event: String, _ rule: StatutoryPeriod.Rule, from start: Day?, _ what: String) {
            guard let day, let start, let period = period(rule, from: start) else { return }
            steps.append(ClockStep(day: day, event: event, rule: rule, provision: period.provision, working: "\(what) \(start), \(period.words(after: start))"))
        }
        let last = served.upperBound
        tell(objectionLimit, "last day to object", .objection, from: last, "served")
        tell(appealLimit, "last day to appeal", .appeal, from: last, "served")
        if let entry, let (rule, after) = entryRule {
            let what = rule == .entry ? "last day to appeal" : appeals.count > 1 ? "last appeal disposed of" : "appeal disposed of"
            tell(entry.lowerBound, "entry due from", rule, from: after, what)
            tell(entry.upperBound, "entry due by", rule, from: after, what)
        }
        tell(complianceEntryBy, "compliance entered by", .compliance, from: history.complied, "satisfied")
        tell(changeBy, history.withdrawn == nil ? "entry amended by" : "entry taken out by", .change, from: change, history.withdrawn == nil ? "amended" : "withdrawn")
        if entry != nil { tell(retainUntil, "entry kept until", .retention, from: last, "served") }
        return steps
    }
}
