public import Kernel

/// The moves that are recorded by a form of a few fields: what each asks for, under one name everywhere: in addresses, the API and commands.
public enum NoticeDeed: String, Sendable, CaseIterable {
    case consultations, approval
    case sendingBack = "sending-back"
    case abandonment, services, extensions, appeals, disposals, directions, objections, resolutions, inspections, withdrawal

    public var verb: NoticeMove.Verb {
        switch self {
        case .consultations: .consult
        case .approval: .approve
        case .sendingBack: .sendBack
        case .abandonment: .abandon
        case .services: .serve
        case .extensions: .extend
        case .appeals: .appeal
        case .disposals: .dispose
        case .directions: .direct
        case .objections: .object
        case .resolutions: .resolve
        case .inspections: .inspect
        case .withdrawal: .withdraw
        }
    }

    public var kind: NoticeEvent.Kind {
        switch self {
        case .consultations: .consulted
        case .approval: .approved
        case .sendingBack: .returned
        case .abandonment: .abandoned
        case .services: .served
        case .extensions: .extended
        case .appeals: .appealed
        case .disposals: .disposed
        case .directions: .directed
        case .objections: .objected
        case .resolutions: .resolved
        case .inspections: .inspected
        case .withdrawal: .withdrawn
        }
    }

    /// What stands on its button and above its form.
    public var words: String {
        switch self {
        case .consultations: "Record a consultation"
        case .approval: "Approve"
        case .sendingBack: "Send back"
        case .abandonment: "Abandon"
        case .services: "Record service"
        case .extensions: "Extend the time"
        case .appeals: "Record an appeal"
        case .disposals: "Record how the appeal ended"
        case .directions: "Record a direction of the court"
        case .objections: "Record an objection"
        case .resolutions: "Resolve the objection"
        case .inspections: "Record an inspection"
        case .withdrawal: "Withdraw"
        }
    }

    /// A field of its form.
    public enum Field: String, Sendable, CaseIterable { case recipient, who, method, consultee, outcome, satisfied, until, note }

    /// The fields it asks for besides the day, and whether each must be filled in. Whose it is must be said only where it can be of several.
    public var fields: [(field: Field, isNeeded: Bool)] {
        switch self {
        case .consultations: [(.consultee, true), (.who, true), (.until, false), (.note, false)]
        case .approval: [(.note, false)]
        case .sendingBack, .abandonment, .withdrawal: [(.note, true)]
        case .extensions: [(.until, true), (.note, true)]
        case .services: [(.who, true), (.method, true), (.note, true)]
        case .appeals, .directions: [(.recipient, false), (.who, true), (.note, false)]
        case .disposals: [(.recipient, false), (.outcome, true), (.until, false), (.note, false)]
        case .objections, .resolutions: [(.recipient, false), (.note, true)]
        case .inspections: [(.satisfied, true), (.note, true)]
        }
    }

    /// Reads its form.
    public func read(_ fields: inout Fields) -> NewNoticeEvent {
        var new = NewNoticeEvent(kind, on: fields.day("on", "The day"))
        for (field, isNeeded) in self.fields {
            let name = field.rawValue
            switch field {
            case .recipient: new.recipient = fields.optionalLine(name, label(field), atMost: 200)
            case .who: new.who = isNeeded ? fields.line(name, label(field), atMost: 200) : fields.optionalLine(name, label(field), atMost: 200)
            case .note: new.note = isNeeded ? fields.text(name, label(field), atMost: 8000) : fields.optionalText(name, label(field), atMost: 8000)
            case .until: new.until = isNeeded ? fields.day(name, label(field)) : fields.optionalDay(name, label(field))
            case .method: new.method = fields.optionalChoice(name, label(field), of: NoticeEvent.Method.self)
            case .consultee: new.consultee = fields.optionalChoice(name, label(field), of: NoticeEvent.Consultee.self)
            case .outcome: new.outcome = fields.optionalChoice(name, label(field), of: NoticeHistory.Appeal.Outcome.self)
            case .satisfied: new.satisfied = fields.optionalChoice(name, label(field), of: Satisfaction.self).map { $0 == .yes }
            }
            let isChoice = [.method, .consultee, .outcome, .satisfied].contains(field)
            if isChoice, isNeeded, fields.written(name).isEmpty { fields.refuse(name, "Choose \(label(field).lowercasedFirst).") }
        }
        return new
    }

    public enum Satisfaction: String, Sendable, CaseIterable { case yes, no }

    public func label(_ field: Field) -> String {
        switch (field, self) {
        case (.who, .services): "Whom it was served on"
        case (.who, .consultations): "Who was consulted"
        case (.recipient, .appeals): "Who appeals"
        case (.recipient, .objections): "Who objects"
        case (.recipient, .resolutions): "Whose objection"
        case (.recipient, _): "Whose appeal"
        case (.who, _): "The court"
        case (.method, _): "How it was served"
        case (.consultee, _): "As what they were consulted"
        case (.outcome, _): "How it ended"
        case (.satisfied, _): "Whether it was complied with"
        case (.until, .consultations): "Answered on"
        case (.until, _): "The new last day to comply"
        case (.note, .services): "Proof of service"
        case (.note, .consultations): "What they answered"
        case (.note, .inspections): "What was seen"
        case (.note, .approval), (.note, .appeals), (.note, .disposals), (.note, .directions): "Note"
        case (.note, _): "Why"
        }
    }
}
