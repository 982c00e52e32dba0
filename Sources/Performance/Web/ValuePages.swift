import Documents
import Kernel
import Markup
import Web

/// Sending values in a file, or pasted from one.
struct ValueFileForm {
    let measures: [PerformanceMeasure]
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        let list = measures.filter(viewer.mayRecord).map { measure -> HTML in "<li>\(measure.reference) \(measure.title), \(measure.frequency.adverb.lowercased())</li>" }
        return FormPage(
            title: "Take values from a file", under: "What is in it is shown first: what is new, what takes another’s place and what can’t be taken.", crumbs: crumbs(nil, viewer), section: "performance",
            filled: filled, link: PerformanceLinks.preview, token: viewer.csrf, multipart: true, body: """
                \(fileField("file", "A file", accept: ".csv,.xlsx,.txt", most: Form.mostFields, hint: "CSV or an Excel workbook, with the columns measure, period and value; for a rate numerator and denominator; and, if there are any, status (final or provisional) and note.", error: filled.error("file"), required: false))\
                \(filled.lines("rows", "Or the rows", hint: "Pasted, with their headings in the first line.", rows: 8, required: false))\
                \(buttons(submit("Look through it"), button("Cancel", to: PerformanceLinks.scorecard, quiet: true)))
                """ + (list.isEmpty ? .empty : disclosure("Measures whose values you record", "<ul>\(list)</ul>"))).page
    }
}

/// What a file of values would do, before it does it.
struct ValuePreviewPage {
    let preview: ValuePreview
    /// The rows as they are sent again when they are taken.
    let text: String
    let viewer: PerformanceViewer

    private var taken: Int { preview.count(\.isTaken) }
    private var wrong: Int { preview.count(\.isWrong) }

    var page: Page {
        Page(title: "Values from a file", crumbs: crumbs(nil, viewer) + [("Take values from a file", PerformanceLinks.values)], section: "performance", hasDay: false, body: """
            \(lead("Values from a file", under: "\(sentence)"))\(deed)\(card(nil, table(columns: [
                Column("Row", .number), Column("Measure"), Column("Period"), Column("Value"), Column("What it is", .wide),
            ], rows: preview.rows.map(row))))
            """)
    }

    private var sentence: String {
        guard !preview.rows.isEmpty else { return "There is no row below the headings." }
        let parts = [("new", "is new", "are new"), ("revised", "revises another", "revise others"), ("same", "is as recorded", "are as recorded"), ("wrong", "can’t be taken", "can’t be taken")].compactMap { code, one, many -> String? in
            let count = preview.count { $0.code == code }
            return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        return "Of \(counted(preview.rows.count, "row")), \(listed(parts))."
    }

    private var deed: HTML {
        if wrong > 0 { return notice("Nothing is taken while a row is wrong. Put it right in the file, and <a href=\"\(PerformanceLinks.values)\">send it again</a>.", .red) }
        guard taken > 0 else { return notice("There is nothing to take: <a href=\"\(PerformanceLinks.scorecard)\">back to the scorecard</a>.") }
        return form(to: PerformanceLinks.values, token: viewer.csrf, "\(hidden("rows", text))\(buttons(submit("Take \(counted(taken, "value"))"), button("Cancel", to: PerformanceLinks.values, quiet: true)))")
    }

    private func row(_ line: ValuePreview.Line) -> [HTML] {
        let tone: Tone = switch line.outcome {
        case .new: .green
        case .revised: .blue
        case .same: .grey
        case .wrong: .red
        }
        let what: HTML = line.outcome.isWrong ? tag("Wrong", .red, why: "\(line.outcome.words)") : tag(line.outcome.words, tone)
        let value: HTML = line.value.map { new in new.denominator.map { "\(new.numerator.description) of \($0.description)" } ?? "\(new.numerator.description)" } ?? "\(line.row.entries["numerator"]?.first)"
        return [
            "\(line.row.number)", line.measure.map { "\($0.reference) \($0.title)" } ?? "\(line.row.measure)", line.period.map { "\($0.words)" } ?? "\(line.row.entries["period"]?.first)", value, what,
        ]
    }
}

extension Array where Element == ValueRow {
    /// The rows as a table that is read again when they are taken.
    var asCSV: String {
        CSV.write(header: ["measure", "period", "numerator", "denominator", "standing", "note"], rows: map { row in
            [row.measure] + ["period", "numerator", "denominator", "standing", "note"].map { row.entries[$0]?.first ?? "" }
        }, guarded: false)
    }
}
