import Kernel
import Markup
import Storage
import Web

/// A form as a person left it, or as the record fills it; with what was refused.
struct Filled: Sendable {
    var fields: Fields?
    var refusal: Refusal?

    static let fresh = Filled()

    func value(_ name: String, _ stored: String? = nil) -> String { fields.map { $0.written(name) } ?? stored ?? "" }
    func values(_ name: String, _ stored: [String] = []) -> [String] { fields.map { $0.all(name) } ?? stored }
    func error(_ name: String) -> String? { refusal.about(name) }

    func text(_ name: String, _ label: String, _ stored: String? = nil, hint: HTML? = nil, required: Bool = true) -> HTML {
        field(name, label, value: value(name, stored), hint: hint, error: error(name), required: required)
    }

    func day(_ name: String, _ label: String, _ stored: Day? = nil, hint: HTML? = nil, required: Bool = true) -> HTML {
        field(name, label, value: value(name, stored?.iso), hint: hint, error: error(name), kind: .date, required: required)
    }

    func lines(_ name: String, _ label: String, _ stored: String? = nil, hint: HTML? = nil, rows: Int = 4, required: Bool = true) -> HTML {
        area(name, label, value: value(name, stored), hint: hint, error: error(name), rows: rows, required: required)
    }

    func choice(_ name: String, _ label: String, _ options: [(value: String, label: String)], _ stored: String? = nil,
                hint: HTML? = nil, required: Bool = true) -> HTML {
        select(name, label, options: options, chosen: value(name, stored), hint: hint, error: error(name), required: required)
    }

    /// A name on record, offered as one types.
    func party(_ name: String, _ label: String, _ known: [String], hint: HTML? = nil, required: Bool = true) -> HTML {
        suggesting(name, label, value: value(name), suggestions: known, hint: hint, error: error(name), required: required)
    }

    /// Any of the things on record that boards can speak of; nothing where there are none.
    func about(_ offered: [(subject: Subject, name: Name)], _ stored: [Subject] = []) -> HTML {
        guard !offered.isEmpty else { return .empty }
        return checkboxes(
            "about", "About", options: offered.map { ("\($0.subject)", $0.name.words) }, chosen: Set(values("about", stored.map(\.description))),
            error: error("about"), required: false)
    }
}

/// The page of one form: its heading, what was refused, what stands now where somebody else was quicker, the form.
struct FormPage {
    let title: String
    var under: HTML?
    /// The board it belongs to, and the meeting; nil for a board that is not there yet.
    var board: Board?
    var meeting: Meeting?
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var now: [(String, HTML)] = []
    let body: HTML

    var page: Page {
        var crumbs = [("Boards", BoardLinks.list)]
        if let board { crumbs.append((board.name, BoardLinks.board(board))) }
        if let board, let meeting { crumbs.append((meeting.title, BoardLinks.meeting(meeting, board))) }
        return Page(title: title, crumbs: crumbs, section: "boards", body: """
            \(lead(title, under: under))\(errorSummary(filled.refusal))\(overtaken)\
            \(card(nil, form(to: link, token: viewer.csrf, body)))
            """)
    }

    private var overtaken: HTML {
        guard filled.refusal?.code == "changed-meanwhile" else { return .empty }
        return card("As it stands now", "<p>Your entries are below, unsaved. Saving again puts them in place of these.</p>\(facts(now))")
    }
}
