public import Kernel

/// A notice as it stands on a day.
public struct NoticeView: Sendable {
    public let facts: NoticeFacts
    public let day: Day
    /// What had happened by then, in order.
    public let events: [NoticeEvent]
    /// Nil until it is served.
    public let clock: NoticeClock?
    public let state: NoticeState
    private let practice: EnforcementPractice

    public init(_ facts: NoticeFacts, on day: Day, practice: EnforcementPractice = .usual) {
        (self.facts, self.day, self.practice) = (facts, day, practice)
        events = facts.counting.filter { $0.on <= day }
        clock = facts.clock(on: day, practice: practice)
        state = NoticeView.state(facts, events, clock, on: day)
    }

    public var notice: Notice { facts.notice }
    public var isHere: Bool { notice.drafted <= day }

    /// Where its entry in the public register stands; `never` for what protects persons at work alone, nil until it is served.
    public var register: RegisterState? { clock.map { notice.isForWorkersOnly ? .never : $0.register(on: day) } }

    /// The last day to comply, as it was extended or as the court set it.
    public var complyBy: Day? { NoticeView.complyBy(notice, events) }

    /// Whom it was served on, and when, by the first service on each.
    public var served: [(recipient: NoticeRecipient, event: NoticeEvent)] {
        notice.recipients.compactMap { recipient in
            events.first { $0.kind == .served && $0.who.map { $0.lowercased() } == recipient.key }.map { (recipient, $0) }
        }
    }

    /// Those it is still to be served on.
    public var unserved: [NoticeRecipient] {
        let served = Set(served.map(\.recipient.key))
        return notice.recipients.filter { !served.contains($0.key) }
    }

    /// Whether an appeal that was brought in time is not disposed of.
    public var isAppealPending: Bool { clock?.isAppealPending(on: day) ?? false }
    /// Whether somebody’s objection is not resolved.
    public var hasOpenObjection: Bool { facts.parties(by: day).contains { $0.objected != nil && $0.resolved == nil } }

    /// Whoever must be consulted or told first and was not; nil where nobody is left.
    public var consultationMissing: NoticeObstacle? { facts.consultationMissing(on: day) }

    /// What stands between a draft and its approval; nothing once it is approved.
    public var obstacles: [NoticeObstacle] { state == .draft ? facts.obstacles(on: day, practice: practice) : [] }

    /// The next day that asks for something; the earliest of those that have not passed.
    public var next: (day: Day, words: String)? {
        guard state.isServed else { return nil }
        var days: [(day: Day, words: String)] = []
        if let complyBy, state.isLive { days.append((complyBy, "to be complied with by")) }
        if state == .deferred, let effective = notice.effective { days.append((effective, "takes effect")) }
        if let clock, state != .cancelled { days += clock.due.filter { $0.rule != .retention }.map { ($0.day, $0.event) } }
        return days.filter { $0.day >= day }.min { $0.day < $1.day }
    }

    /// Why it stands as it does: `served on 4 January 2021, to be complied with by 1 March 2021`.
    public var why: String {
        func on(_ kind: NoticeEvent.Kind) -> String { events.last { $0.kind == kind }.map { " on \($0.on)" } ?? "" }
        let first = clock.map { " on \($0.served.lowerBound)" } ?? ""
        switch state {
        case .draft: return obstacles.isEmpty ? "drafted on \(notice.drafted), and ready to be approved" : "drafted on \(notice.drafted); \(counted(obstacles.count, "thing")) to be put right before it is approved"
        case .authorised: return consultationMissing == nil ? "approved\(on(.approved)), and to be served" : "approved\(on(.approved)); somebody is to be consulted first"
        case .abandoned: return "abandoned\(on(.abandoned))"
        case .inForce: return "served\(first)" + (complyBy.map { ", to be complied with by \($0)" } ?? "")
        case .deferred: return "served\(first), and takes effect" + (notice.effective.map { " on \($0)" } ?? " later")
        case .suspended:
            let pending = facts.parties(by: day).filter { $0.appealed != nil && $0.disposed == nil }
            func since(_ events: [NoticeEvent?]) -> String { events.compactMap(\.self).map(\.on).min().map { " on \($0)" } ?? "" }
            return notice.type.isSuspendedByAppeal ? "an appeal was brought\(since(pending.map(\.appealed))), and holds it up" : "the court directed\(since(pending.map(\.directed))) that it be suspended"
        case .expired: return "was to be complied with" + (complyBy.map { " by \($0), \(counted($0.days(until: day), "day")) ago" } ?? "")
        case .complied: return "the authority was satisfied" + (clock?.history.complied.map { " on \($0)" } ?? "")
        case .withdrawn: return "withdrawn\(on(.withdrawn))"
        case .cancelled: return "the court cancelled it\(on(.disposed))"
        }
    }

    // MARK: The state

    private static func state(_ facts: NoticeFacts, _ events: [NoticeEvent], _ clock: NoticeClock?, on day: Day) -> NoticeState {
        let notice = facts.notice
        if events.contains(where: { $0.kind == .abandoned }) { return .abandoned }
        guard let clock else { return events.last { $0.kind == .approved || $0.kind == .returned }?.kind == .approved ? .authorised : .draft }
        if clock.cancelled != nil { return .cancelled }
        if clock.history.withdrawn != nil { return .withdrawn }
        if clock.history.complied != nil { return .complied }
        if clock.isAppealPending(on: day), notice.type.isSuspendedByAppeal || facts.parties(by: day).contains(where: { $0.directed != nil && $0.disposed == nil }) { return .suspended }
        if notice.type == .prohibition, !notice.isImmediate, let effective = notice.effective, day < effective { return .deferred }
        if let last = complyBy(notice, events), last < day { return .expired }
        return .inForce
    }

    private static func complyBy(_ notice: Notice, _ events: [NoticeEvent]) -> Day? {
        events.last { ($0.kind == .extended || $0.kind == .disposed) && $0.until != nil }?.until ?? notice.complyBy
    }}
