import Kernel
import Markup
import Web

/// The checks on a day, as far as whoever looks may read them.
struct QualityListPage {
    private static let size = 100

    let checks: [QualityCheckFacts]
    let filter: QualityFilter
    let viewer: QualityViewer
    /// Which page of the list, from 1.
    let number: Int

    private var here: Link { viewer.link(QualityLinks.checks) }

    var page: Page {
        Page(title: "Checks", crumbs: [("Quality", viewer.link(QualityLinks.overview))], section: "quality", body: """
            \(lead("Checks", under: "Which audits somebody else looked at again, and what they found.", actions: viewer.mayPlan ? [button("Have work checked", to: QualityLinks.newCheck)] : []))\
            \(narrow)\(list)
            """)
    }

    private func offering(_ options: [(value: String, label: String)]) -> [(value: String, label: String)] { [("", "Any")] + options }

    private var narrow: HTML {
        func names(_ values: [String?], _ chosen: String?) -> [(value: String, label: String)] {
            offering(Set(values.compactMap(\.self) + [chosen].compactMap(\.self)).sorted().map { ($0, $0) })
        }
        let criteria = Dictionary(checks.flatMap(\.form.criteria).map { ($0.code, $0.title) }) { first, _ in first }.sorted { $0.key < $1.key }
        return filters(
            to: QualityLinks.checks, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort ?? "")], clear: filter.isNarrow ? here : nil, """
            \(select("whose", "Whose", options: [("", "All"), (QualityFilter.Whose.toMake.rawValue, "Mine to make"), (QualityFilter.Whose.ownWork.rawValue, "Of my own work")], chosen: filter.whose?.rawValue))\
            \(select("state", "Standing", options: offering([(QualityFilter.overdueWord, "Overdue")] + QualityCheckState.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.state))\
            \(select("grade", "Grade", options: offering(QualityGrade.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.grade?.rawValue))\
            \(select("criterion", "Fault in", options: offering(criteria.map { ($0.key, $0.value) }), chosen: filter.criterion))\
            \(select("auditor", "Work of", options: names(checks.map(\.auditor), filter.auditor), chosen: filter.auditor))\
            \(select("reviewer", "Reviewer", options: names(checks.map(\.reviewer), filter.reviewer), chosen: filter.reviewer))\
            \(select("office", "Office", options: names(checks.map(\.office), filter.office), chosen: filter.office))\
            \(select("kind", "Kind", options: offering(QualityCheckKind.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.kind?.rawValue))\
            \(select("plan", "Sampling plan", options: names(checks.map { $0.sample?.reference.text }, filter.plan), chosen: filter.plan))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var list: HTML {
        let shown = filter.shown(checks, on: viewer.day, for: viewer.parties)
        guard !shown.isEmpty else {
            return empty(
                filter.isNarrow ? "No check fits these choices." : "No check is on record that you read: officers read those that are theirs to make, and those of their own work once they are completed.",
                action: filter.isNarrow ? button("Show all", to: here, quiet: true) : viewer.mayPlan ? button("Have work checked", to: QualityLinks.newCheck, quiet: true) : nil)
        }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        func column(_ title: String, _ kind: Column.Kind, _ key: QualityFilter.Order) -> Column { Column(title, kind, key: key.rawValue, in: sorting) }
        let columns = [
            column("Check", .reference, .reference), column("Work", .wide, .work), column("Work of", .text, .auditor), column("Reviewer", .text, .reviewer), column("Due and standing", .day, .due),
            column("Grade", .wide, .grade),
        ]
        let part = ListPart(shown, number, size: Self.size)
        return """
            \(small("\(counted(shown.count, "check"))."))\(takenAway { filter.link(viewer.link(QualityLinks.export($0))) })\
            \(card(nil, table(columns: columns, rows: part.rows.map(row))))\(pager(part.number, of: part.count, at: filter.link(here)))
            """
    }

    private func row(_ facts: QualityCheckFacts) -> [HTML] {
        let check = facts.check
        return [
            "\(wholeLink(check.reference.text, to: viewer.link(QualityLinks.check(check))))<span class=\"why\">\(check.kind.words)</span>",
            "\(check.place)<span class=\"why\">\(check.workReference), \(check.carriedOut)</span>", "\(facts.auditor)\(facts.office.map { "<span class=\"why\">\($0)</span>" as HTML })",
            "\(facts.reviewer)", dueCell(check, on: viewer.day), gradeCell(facts, on: viewer.day),
        ]
    }
}

/// The grade of a check, with what lay behind it.
func gradeCell(_ facts: QualityCheckFacts, on day: Day) -> HTML {
    guard let grade = facts.grade(on: day) else { return quiet("None yet") }
    let sheet = facts.check.sheet
    return tag(grade.words, grade.tone, why: "\(sheet.count(.fail)) failed, \(sheet.count(.notEvidenced)) not evidenced.")
}
