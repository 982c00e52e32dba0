import Kernel
import Markup
import Web

/// What happened to a plan between two days, with the records behind each sentence.
struct AccountPage {
    let account: PlanAccount
    let filled: Filled
    let viewer: Viewer

    private var plan: Plan { account.now.facts.plan }
    private let telling: Telling

    init(account: PlanAccount, filled: Filled, viewer: Viewer) {
        self.account = account
        self.filled = filled
        self.viewer = viewer
        telling = account.telling
    }

    var page: Page {
        Page(
            title: "What changed", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead("What changed", under: "\(plan.title), from the end of \(account.from) to \(account.to)."))\(errorSummary(filled.refusal))\(choosing)\
                \(card("In short", id: "summary", telling.lines(.summary).map { "<p>\(words($0))</p>" as HTML }.joined()))\
                \(happened)\(points(.closing, id: "closing"))\(points(.late, id: "standing-late"))\(points(.waiting, id: "waiting"))\(points(.set, id: "set"))\
                \(points(.next, id: "next"))\(points(.left, id: "left"))\(points(.money, id: "money"))\(points(.people, id: "people"))
                """)
    }

    /// The day shown is the last of the two; it stays in the address.
    private var choosing: HTML {
        filters(to: PlanLinks.account(plan), keep: [("on", viewer.isToday ? "" : viewer.day.iso)], clear: nil, """
            \(filled.day("since", "Since the end of", account.from))\(filled.day("next", "Next meeting", account.next, required: false))
            """)
    }

    private var happened: HTML {
        guard !account.isUnchanged else { return card(nil, empty("Nothing was recorded that changed the plan between these days.")) }
        return Happening.Kind.allCases.map { kind -> HTML in
            let found = account.happenings(kind)
            guard !found.isEmpty else { return .empty }
            return card("\(kind.words) (\(found.count))", id: kind.rawValue, "<ul>\(found.map { "<li>\(sentence($0))</li>" as HTML })</ul>")
        }.joined()
    }

    private func sentence(_ happening: Happening) -> HTML {
        let link = viewer.link(Link(parts: ["plans", plan.reference.text] + happening.place))
        let stop = happening.words.endsSentence ? "" : "."
        return "<a href=\"\(link)\">\(happening.about)</a>: \(happening.words)\(stop)"
    }

    private func points(_ part: Telling.Part, id: String) -> HTML {
        let lines = telling.lines(part)
        let (plain, points) = (lines.filter { !$0.isPoint }, lines.filter(\.isPoint))
        let list: HTML = points.isEmpty ? .empty : "<ul>\(points.map { "<li>\(words($0))</li>" as HTML })</ul>"
        return lines.isEmpty ? .empty : card(part.heading, id: id, "\(plain.map { "<p>\(words($0))</p>" as HTML })\(list)")
    }

    /// A sentence in which each phrase that leads somewhere is a link.
    private func words(_ line: Telling.Line) -> HTML {
        line.pieces.map { piece -> HTML in
            piece.place.map { "<a href=\"\(Link($0))\">\(piece.words)</a>" } ?? "\(piece.words)"
        }.joined()
    }
}
