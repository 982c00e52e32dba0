import Kernel
import Markup
import Web

/// The forms of a report of quality.
struct QualityReportForms {
    let view: QualityReportView
    let filled: Filled
    let viewer: QualityViewer

    private var back: Link { QualityLinks.report(view.period) }

    private func form(_ title: String, _ part: String, under: HTML? = nil, now: [(String, HTML)] = [], above: HTML? = nil, send: String, _ body: HTML) -> Page {
        QualityFormPage(
            title: title, under: under, crumbs: [("Reports", QualityLinks.reports), (view.period.words, back)], filled: filled, link: QualityLinks.report(view.period, part), back: back,
            viewer: viewer, now: now, above: above, send: send, body: "\(hidden("version", filled.value("version", view.report.map { String($0.version) } ?? "")))\(body)").page
    }

    var commentary: Page {
        form(
            "Commentary on \(view.period.words)", "commentary", under: "What the lines can’t say: why, what is being done, and what the board should know.",
            now: view.report?.commentary.map { [("Commentary", "\($0)")] } ?? [], send: "Save", filled.lines("commentary", "Commentary", view.report?.commentary ?? view.opening, rows: 14))
    }

    var signing: Page {
        let obstacles = view.obstacles(on: viewer.today)
        return form(
            "Sign the report of \(view.period.words)", "signature", under: "It keeps what it says now, and its words can’t be changed any more. What moves later is shown beside it.",
            now: view.report?.commentary.map { [("Commentary", "\($0)")] } ?? [],
            above: obstacles.isEmpty ? nil : notice("Before it can be signed:<ul>\(obstacles.map { "<li>\($0)</li>" as HTML })</ul>", .amber), send: "Sign it", hidden("seen", view.mark))
    }
}

extension QualityReportView {
    /// What a commentary starts from.
    var opening: String {
        func line(_ code: String) -> String { lines.first { $0.code == code }?.written ?? "none" }
        let out = lines.filter { $0.section == .standsOut && $0.code != "judged" }
        let standing = out.isEmpty ? "Nobody lies beyond what chance allows." : out.map { "\($0.title): \($0.written)" }.joined(separator: " ")
        return "Of the checks that were due, \(line("checks-done")) were done. \(line("checks-of-period")) checks are of work done in \(period.words). \(standing)"
    }
}
