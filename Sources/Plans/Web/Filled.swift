import Kernel
import Markup
import Web

/// A form as a person left it, or as the record fills it; with what was refused.
struct Filled: Sendable {
    var fields: Fields?
    var refusal: Refusal?

    static let fresh = Filled()

    func value(_ name: String, _ stored: String? = nil) -> String { fields.map { $0.written(name) } ?? stored ?? "" }
    func values(_ name: String, _ stored: [String] = []) -> [String] { fields.map { $0.all(name) } ?? stored }
    func error(_ name: String) -> String? { refusal.about(name) }

    /// Someone else changed the record while this form was filled in.
    var isOvertaken: Bool { refusal?.code == "changed-meanwhile" }

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
}

/// What stands now, beside a form that was overtaken by somebody else's change.
func overtaken(_ form: Filled, _ now: [(String, HTML)]) -> HTML {
    guard form.isOvertaken else { return .empty }
    return card("As it stands now", "<p>Your entries are below, unsaved. Saving again puts them in place of these.</p>\(facts(now))")
}

/// The page of one form: its heading, what was refused, the form.
struct FormPage {
    let title: String
    var under: HTML?
    let crumbs: [(String, Link)]
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var multipart = false
    let body: HTML

    var page: Page {
        Page(title: title, crumbs: crumbs, section: "plans", body: """
            \(lead(title, under: under))\(errorSummary(filled.refusal))\
            \(card(nil, form(to: link, token: viewer.csrf, multipart: multipart, body)))
            """)
    }
}
