import Kernel
import Markup
import People
import Web

/// Sending a document that holds a plan, or pasting its table.
struct NewImportPage {
    let into: Plan?
    let open: [(id: Int64, fileName: String, at: Moment)]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let title = into.map { "Import a newer version of \($0.title)" } ?? "Import a plan"
        let form = FormPage(
            title: title,
            under: "Word (.docx), Excel (.xlsx), CSV or text. You see the plan it would make, and what is doubtful, before anything is saved.",
            crumbs: [("Plans", PlanLinks.list)], section: "plans", filled: filled, link: PlanLinks.imports, token: viewer.csrf, multipart: true, body: """
                \(hidden("plan", into?.reference.text ?? ""))\
                \(either(
                    fileField("file", "Document", accept: ".docx,.xlsx,.xlsm,.csv,.tsv,.txt,.md", most: Form.largeFiles, error: filled.error("file"), required: false),
                    filled.lines("pasted", "Or paste the table", hint: "Copied from Word, Excel or a web page, with its heading row.", rows: 4, required: false)))\
                \(filled.text("sheet", "Sheet", hint: "The one sheet of a workbook to read. Every sheet that looks like a plan when left empty.", required: false))\
                \(buttons(submit("Read the document"), button("Cancel", to: PlanLinks.list, quiet: true)))
                """).page
        guard !open.isEmpty else { return form }
        let rows = open.map { ["<a href=\"\(PlanLinks.draft($0.id))\">\($0.fileName)</a>", "\($0.at)"] as [HTML] }
        return Page(title: form.title, crumbs: form.crumbs, section: form.section, body: """
            \(form.body)\(card("Not finished yet", table(columns: [Column("Document", .wide), Column("Read")], rows: rows)))
            """)
    }
}

/// The plan that a document would make: its queries to answer, its columns to correct, and the whole of it to look at.
struct ImportPage {
    let held: PlanImport
    /// The draft with the answers given so far.
    let draft: PlanDraft
    /// Every query the document raises, answered or not.
    let queries: [Query]
    let takeover: Plans.Takeover
    let into: Plan?
    let changes: [PlanChange]
    let filled: Filled
    let viewer: Viewer

    private var open: Set<String> { Set(draft.queries.map(\.key)) }

    var page: Page {
        let count = "\(counted(draft.findings.count, "finding")) and \(counted(draft.actions.count, "action"))"
        return Page(title: "Import \(held.fileName)", crumbs: [("Plans", PlanLinks.list), ("Import", PlanLinks.newImport)], section: "plans", body: """
            \(lead("Import \(held.fileName)", under: "\(count). Nothing is saved until you say so.", actions: [
                postButton("Discard the document", to: PlanLinks.draft(held.id, "discard"), token: viewer.csrf)]))\(errorSummary(filled.refusal))\
            \(form(to: PlanLinks.draft(held.id), token: viewer.csrf, """
                <button class="unseen" type="submit" name="deed" value="answers" tabindex="-1" aria-hidden="true"></button>\
                \(questions)\(into == nil ? finish : differencesToTake)\(columns)
                """))\(notes)\(preview)
            """)
    }

    // MARK: Queries

    private var questions: HTML {
        guard !queries.isEmpty else { return notice("Every cell was read without a doubt.", .green) }
        let left = draft.queries.count
        let head: HTML = left == 0
            ? "<p>\(queries.count == 1 ? "The query is" : "All \(queries.count) are") answered. An answer can still be changed.</p>"
            : "<p>\(counted(left, "query is", "queries are").capitalisedFirst) open. What stays open is left empty in the plan, with what was written kept beside it.</p>"
        let all: HTML = queries.contains { $0.suggestion != nil && open.contains($0.key) }
            ? buttons(submit("Accept every suggestion", name: "deed", value: "suggestions")) : .empty
        return card("Queries", id: "queries", """
            \(head)\(all)\(queries.enumerated().map(question))\(buttons(submit("Save these answers", name: "deed", value: "answers", quiet: true)))
            """)
    }

    /// A suggestion is taken by its own button, never by a field that was left as it was found.
    private func question(_ index: Int, _ query: Query) -> HTML {
        let isOpen = open.contains(query.key)
        let answer = field(
            query.key, "Answer", value: filled.refusal == nil ? held.choices.answers[query.key] ?? "" : filled.value(query.key), hint: hint(query),
            error: filled.error(query.key), required: false, id: "answer-\(index)")
        let accept: HTML? = isOpen ? query.suggestion.map {
            submit("Accept \(shown($0))", name: "deed", value: "accept/\(query.key)", quiet: true)
        } : nil
        return queryCard(
            id: String(index), place: query.location.capitalisedFirst, written: query.written, sentence: query.sentence,
            suggestion: query.suggestion.map(shown), answered: !isOpen, answer: "\(answer)\(accept)")
    }

    private func hint(_ query: Query) -> HTML? {
        if query.code.hasPrefix("day") || query.code.hasPrefix("year") { return "A day as 2026-03-31. Leave it empty to leave the cell empty." }
        if query.code.hasPrefix("owner") { return "Names, with a semicolon between them." }
        return nil
    }

    private func shown(_ suggestion: String) -> String { Day(iso: suggestion).map(\.description) ?? suggestion }

    // MARK: Finishing

    private var finish: HTML {
        card("Make the plan", id: "finish", """
            \(filled.text("title", "Title", takeover.title))\
            <div class="pair">\(filled.choice("kind", "Kind", Plan.Kind.allCases.map { ($0.rawValue, $0.words) }, takeover.kind.rawValue))\
            \(filled.choice("findings", "Its findings are", Finding.Kind.allCases.map { ($0.rawValue, $0.words) }, takeover.findings.rawValue))</div>\
            \(filled.lines("source", "Whose findings it answers", takeover.source, rows: 2, required: false))\
            <div class="pair">\(filled.day("from", "First day", takeover.from, hint: "Proposed from the document’s own days."))\
            \(filled.day("through", "Last day", takeover.through))\
            \(filled.day("as-of", "The day the document speaks of", takeover.asOf, hint: "Statuses become updates as of this day."))</div>\
            \(filled.choice("rules", "How its standing is computed", RuleSet.Name.allCases.map { ($0.rawValue, RuleSet.named($0).title) }, takeover.rules.rawValue))\
            \(filled.text("reference", "Reference", hint: "Stands in its address. Made from the title when left empty.", required: false))\
            \(buttons(submit("Make the plan", name: "deed", value: "plan")))
            """)
    }

    private var differencesToTake: HTML {
        let real = changes.filter { $0.kind != .unchanged }
        let same = changes.count - real.count
        guard !real.isEmpty else {
            return notice("This document and the plan agree: there is nothing to change.", .green)
        }
        let list = real.enumerated().map { index, change in
            Difference(
                Change(change.kind), change.reference, "\(change.text)",
                parts: change.fields.map { ($0.label, $0.from.map(shown), $0.to.map(shown)) },
                take: checkbox("take", "Take", value: change.key, on: change.kind != .gone, id: "take-\(index)"))
        }
        return card("What changed", id: "changes", """
            <p>\(counted(real.count, "difference").capitalisedFirst), \(same) the same. Take the tick away from what should stay as it is. \
            What the document no longer holds stays too, unless you tick it: then it is withdrawn, and can be put back.</p>\
            \(differences(list))\(buttons(submit("Take these changes", name: "deed", value: "changes")))
            """)
    }

    // MARK: What was read

    private var columns: HTML {
        guard !draft.columns.isEmpty else { return .empty }
        let tables = draft.columns.enumerated().map { number, map -> HTML in
            let fields = map.headings.indices.map { index in
                select(
                    "column-\(number)-\(index)", map.headings[index].isEmpty ? "Column \(index + 1)" : map.headings[index],
                    options: ColumnMap.Field.allCases.map { ($0.rawValue, $0.label) }, chosen: map.fields[index].rawValue)
            }
            return "<h3>\(map.place.capitalisedFirst)</h3><div class=\"pair\">\(fields)</div>"
        }
        return card(nil, disclosure(
            "How the columns were understood", "\(tables)\(buttons(submit("Read it again this way", name: "deed", value: "columns", quiet: true)))"))
    }

    private var notes: HTML {
        let undated = draft.actions.filter { $0.statedStatus == Colour.blue.rawValue && $0.completedOn == nil }.count
        let complete = undated == 0 ? [] : [
            "\(counted(undated, "action is", "actions are").capitalisedFirst) complete with no day of its own, and will stand as done on the day the document speaks of."]
        let all = draft.notes + complete
        guard !all.isEmpty else { return .empty }
        return card("What was left out or taken for granted", "<ul>\(all.map { "<li>\($0)</li>" as HTML })</ul>")
    }

    private var preview: HTML {
        let findings = draft.findings.map { finding -> HTML in
            let full: HTML? = finding.fullText.map { text in
                disclosure("Full wording\(finding.matchConfidence.map { $0 < 0.95 ? ", matched with \(Int(($0 * 100).rounded()))% confidence" : "" } ?? "")", prose(text))
            }
            let rows = finding.actions.map { action -> [HTML] in
                let stated = action.statedStatus.flatMap(Colour.init)
                let due: HTML = action.due.map { "\($0)" } ?? quiet("\(action.dueWritten.isEmpty ? "None" : "“\(action.dueWritten)”")")
                let owners: HTML = action.owners.isEmpty ? quiet("Nobody named") : "\(listed(action.owners))"
                return ["\(action.reference)", "\(action.text)", owners, due, stated.map { tag($0.words, $0.tone) } ?? "None given"]
            }
            return findingCard(
                finding.reference, finding.text, under: full,
                rows.isEmpty ? empty("No action answers this finding.") : table(
                    columns: [Column("Ref", .reference), Column("Action", .wide), Column("Owner"), Column("Due", .day), Column("Status")], rows: rows))
        }
        return "<h2 id=\"preview\">The plan as it would be</h2>\(findings)"
    }
}

extension Change {
    init(_ kind: PlanDifference.Kind) {
        self = switch kind {
        case .added: .added
        case .changed: .changed
        case .gone: .gone
        case .unchanged: .same
        }
    }
}

extension PlanDifference.FieldChange {
    /// What a person calls the field.
    var label: String {
        switch field {
        case "text": "Text"
        case "fullText": "Full wording"
        case "owners": "Owners"
        case "due": "Due day"
        case "statedStatus": "Status"
        case "finding": "Finding"
        default: field
        }
    }
}
