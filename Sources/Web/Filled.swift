public import Kernel
public import Markup

/// A form as a person left it, or as the record fills it; with what was refused.
public struct Filled: Sendable {
    public let fields: Fields?
    public let refusal: Refusal?

    public init(fields: Fields? = nil, refusal: Refusal? = nil) {
        self.fields = fields
        self.refusal = refusal
    }

    public static let fresh = Filled()

    public func value(_ name: String, _ stored: String? = nil) -> String { fields.map { $0.written(name) } ?? stored ?? "" }
    public func values(_ name: String, _ stored: [String] = []) -> [String] { fields.map { $0.all(name) } ?? stored }
    public func error(_ name: String) -> String? { refusal.about(name) }

    /// Someone else changed the record while this form was filled in.
    public var isOvertaken: Bool { refusal?.code == "changed-meanwhile" }

    public func text(_ name: String, _ label: String, _ stored: String? = nil, hint: HTML? = nil, required: Bool = true) -> HTML {
        field(name, label, value: value(name, stored), hint: hint, error: error(name), required: required)
    }

    public func day(_ name: String, _ label: String, _ stored: Day? = nil, hint: HTML? = nil, required: Bool = true) -> HTML {
        field(name, label, value: value(name, stored?.iso), hint: hint, error: error(name), kind: .date, required: required)
    }

    public func lines(
        _ name: String, _ label: String, _ stored: String? = nil, hint: HTML? = nil, rows: Int = 4, required: Bool = true
    ) -> HTML {
        area(name, label, value: value(name, stored), hint: hint, error: error(name), rows: rows, required: required)
    }

    public func choice(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ stored: String? = nil, hint: HTML? = nil,
        required: Bool = true
    ) -> HTML {
        select(name, label, options: options, chosen: value(name, stored), hint: hint, error: error(name), required: required)
    }

    /// A name on record, offered as one types.
    public func party(
        _ name: String, _ label: String, _ stored: String? = nil, from known: [String], hint: HTML? = nil, required: Bool = true
    ) -> HTML {
        suggesting(name, label, value: value(name, stored), suggestions: known, hint: hint, error: error(name), required: required)
    }
}

extension Filled {
    /// Something on record, offered as one types, from a list that several fields of the page share.
    public func suggested(
        _ name: String, _ label: String, _ stored: String? = nil, list: String, hint: HTML? = nil, required: Bool = true
    ) -> HTML {
        suggesting(name, label, value: value(name, stored), list: list, hint: hint, error: error(name), required: required)
    }
}

/// What stands now, beside a form that was overtaken by somebody else's change.
public func overtaken(_ form: Filled, _ now: [(String, HTML)]) -> HTML {
    guard form.isOvertaken else { return .empty }
    return card("As it stands now", "<p>Your entries are below, unsaved. Saving again puts them in place of these.</p>\(facts(now))")
}

/// The page of one form: its heading, what was refused, the form.
public struct FormPage {
    public let page: Page

    /// - Parameter above: what stands between what was refused and the form.
    public init(
        title: String, under: HTML? = nil, crumbs: [(String, Link)], section: String, filled: Filled, link: Link, token: String,
        multipart: Bool = false, above: HTML? = nil, body: HTML
    ) {
        page = Page(title: title, crumbs: crumbs, section: section, body: """
            \(lead(title, under: under))\(errorSummary(filled.refusal))\(above)\
            \(card(nil, form(to: link, token: token, multipart: multipart, body)))
            """)
    }
}
