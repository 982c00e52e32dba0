import Kernel
import Markup
import Premises
import Web

/// Drafting a notice, or editing the draft.
struct NoticeForm {
    let own: EnforcementCase
    let type: NoticeType
    /// Nil for one that is not there yet.
    let notice: Notice?
    /// The articles against which something was found: what a new draft begins with.
    let found: [String]
    /// The words as they would be drafted from the record now.
    let drafted: String?
    /// Those who answer for the premises: whom a new draft begins with.
    let answering: [NoticeRecipient]
    /// Duty holders on record, offered as one types.
    let holders: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        EnforcementFormPage(
            title: notice.map { "Edit \($0.reference)" } ?? "Draft: \(type.words.lowercased())", under: "Under article \(type.article) of the Order.", own: own, filled: filled,
            link: notice.map { EnforcementLinks.notice($0, "edit") } ?? EnforcementLinks.enforcementCase(own, "notices"), viewer: viewer,
            now: notice.map { [("Recipients", "\($0.recipients.map(\.name).joined(separator: ", "))"), ("To comply by", $0.complyBy.map { "\($0)" } ?? quiet("Not set"))] } ?? [],
            back: notice.map { EnforcementLinks.notice($0) }, send: notice == nil ? "Save the draft" : "Save", body: """
                \(hidden("version", notice.map { String($0.version) } ?? ""))\(hidden("type", type.rawValue))\
                \(filled.lines("recipients", "Whom it is served on", (notice?.recipients ?? answering).map(\.written).joined(separator: "\n"), hint: "One a line, the address after a bar: Harbour Homes Ltd | 1 Quay Street, NR1 2AB. \(notice == nil && !answering.isEmpty ? "Those who answer for the premises stand here already." : "")", rows: 3, required: false))\
                \(filled.party("recipient", "And a duty holder on record", from: holders, hint: "By name or number. Their address for service is taken from the record.", required: false))\
                \(filled.text("articles", "Articles", notice?.articles.joined(separator: ", ") ?? found.joined(separator: ", "), hint: "Their numbers: 8, 14, 21A.", required: false))\
                \(filled.lines("steps", type == .prohibition ? "What is prohibited or restricted" : "Steps", notice?.steps.map(\.written).joined(separator: "\n"), hint: "One a line, with its article before a colon and other ways to do it after bars: 13: Fit an alarm | Fit sprinklers.", required: false))\
                \(days)\
                \(filled.lines("grounds", "Grounds", notice?.grounds, hint: "The opinion and the reasons for it, as the notice states them.", rows: 5, required: false))\
                \(filled.lines("substance", "Substance, for the public", notice?.substance, hint: "What the public register will say. No names of officers, nothing that was found.", rows: 3, required: false))\
                \(checkbox("workers", "It protects persons at work alone, and has no place in the public register", on: isOn("workers", notice?.isForWorkersOnly)))\
                \(filled.lines("text", "Its words", notice?.text, hint: "Left empty, they are drafted from what stands above. A line that begins with # is a heading.", rows: 8, required: false))\
                \(drafted.map { disclosure("The words as they are drafted now", prose($0)) })
                """).page
    }

    private var days: HTML {
        switch type {
        case .alterations: return .empty
        case .enforcement:
            return """
                \(filled.day("comply-by", "To be complied with by", notice?.complyBy, hint: "Not less than 28 days from service: article 30.", required: false))\
                \(checkbox("alters", "What it asks for would alter the premises, so others are consulted first", on: isOn("alters", notice?.altersPremises)))
                """
        case .prohibition:
            return """
                \(checkbox("immediate", "It takes effect at once: serious personal injury is or will be imminent", on: isOn("immediate", notice?.isImmediate)))\
                \(filled.day("effective", "Otherwise it takes effect on", notice?.effective, required: false))
                """
        }
    }

    private func isOn(_ name: String, _ held: Bool?) -> Bool { filled.fields.map { $0.isOn(name) } ?? held ?? false }
}

/// Recording something that happened to a notice.
struct DeedForm {
    let deed: NoticeDeed
    let view: NoticeView
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        EnforcementFormPage(
            title: deed.words, under: "\(view.notice.reference), \(view.notice.type.words.lowercased()). \(view.why.capitalisedFirst).", own: view.facts.enforcementCase, filled: filled,
            link: EnforcementLinks.notice(view.notice, deed.rawValue), viewer: viewer, now: deed == .approval ? [("Its words", prose(words))] : [], back: EnforcementLinks.notice(view.notice), send: isHeld ? nil : deed.words,
            danger: [.withdrawal, .abandonment].contains(deed), body: "\(version)\(warning)\(isHeld ? obstacleList(view) : .empty)\(dayField(filled, viewer))\(deed.fields.map { control($0.field, $0.isNeeded) })").page
    }

    private var words: String { view.notice.text ?? NoticeWords(facts: view.facts).text }

    /// Whether something stands between the draft and its approval.
    private var isHeld: Bool { deed == .approval && !view.obstacles.isEmpty }

    /// What is approved is what was seen.
    private var version: HTML { deed == .approval ? hidden("version", String(view.notice.version)) : .empty }

    private var warning: HTML {
        let sentence: HTML? = switch deed {
        case .approval: "<p>You approve it as the second person. It can then be served, and is changed only by sending it back.</p>\(disclosure("The words that you approve", prose(words)))"
        case .services where view.served.isEmpty: "<p>With its first service the notice is frozen as it stands, and the statutory days begin to run.</p>"
        case .withdrawal: "<p>A notice that is withdrawn binds nobody from that day, and leaves the public register. It can’t be put back: a new one is served instead.</p>"
        case .abandonment: "<p>The draft is dropped. Its reference is never used again.</p>"
        default: nil
        }
        return sentence ?? .empty
    }

    private func control(_ field: NoticeDeed.Field, _ isNeeded: Bool) -> HTML {
        let (name, label) = (field.rawValue, deed.label(field))
        switch field {
        case .recipient:
            let open = view.facts.open(to: deed, by: view.day)
            return open.count > 1 ? filled.choice(name, label, [("", "Choose")] + open.map { ($0.name, $0.name) }) : .empty
        case .who:
            if deed == .services { return filled.choice(name, label, view.unserved.map { ($0.name, $0.name) }) }
            return filled.text(name, label, required: isNeeded)
        case .note: return filled.lines(name, label, rows: 3, required: isNeeded)
        case .until: return filled.day(name, label, required: isNeeded)
        case .method: return filled.choice(name, label, NoticeEvent.Method.allCases.map { ($0.rawValue, $0.words) })
        case .consultee: return filled.choice(name, label, NoticeEvent.Consultee.allCases.map { ($0.rawValue, $0.words) })
        case .outcome: return filled.choice(name, label, NoticeHistory.Appeal.Outcome.allCases.map { ($0.rawValue, $0.rawValue.capitalisedFirst) })
        case .satisfied: return filled.choice(name, label, [("yes", "Complied with: the authority is satisfied"), ("no", "Not complied with yet")])
        }
    }
}

/// Amending what the public entry of a served notice says.
struct AmendmentForm {
    let view: NoticeView
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let notice = view.notice
        return EnforcementFormPage(
            title: "Amend \(notice.reference)", under: "The public entry says it so from the day you give.", own: view.facts.enforcementCase, filled: filled,
            link: EnforcementLinks.notice(notice, "amendments"), viewer: viewer, back: EnforcementLinks.notice(notice), send: "Amend it", body: """
                \(hidden("version", String(notice.version)))\(dayField(filled, viewer, "Amended on"))\
                \(filled.text("articles", "Articles", notice.articles.joined(separator: ", "), required: false))\
                \(filled.lines("substance", "Substance, for the public", notice.substance, rows: 4))\(filled.lines("note", "Why", hint: "Internal.", rows: 3))
                """).page
    }
}
