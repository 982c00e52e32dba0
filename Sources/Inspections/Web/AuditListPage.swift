import Kernel
import Markup
import Premises
import Web

/// The audits on a day.
struct AuditListPage {
    private static let size = 100

    private let part: ListPart<ID<Audit>>
    private let total: Int
    /// Those of the page.
    private let rows: [AuditFacts]
    private let officers: [String]
    private let offices: [String]
    private let filter: AuditFilter
    private let viewer: AuditViewer

    /// - Parameters:
    ///   - choices: what the filter offers.
    ///   - number: which page of the list, from 1.
    init(_ audits: AuditListing, _ choices: (officers: [String], offices: [String]), filter: AuditFilter, viewer: AuditViewer, number: Int) throws {
        part = ListPart(audits.ids, number, size: Self.size)
        (rows, total) = (try audits.facts(part.rows), audits.ids.count)
        officers = Set(choices.officers + [filter.officer].compactMap(\.self)).sorted()
        offices = Set(choices.offices + [filter.office].compactMap(\.self)).sorted()
        (self.filter, self.viewer) = (filter, viewer)
    }

    private var here: Link { viewer.link(AuditLinks.list) }

    var page: Page {
        let deeds = (viewer.mayPlan ? [button("Plan an audit", to: AuditLinks.new)] : [])
            + [button("National return", to: viewer.link(AuditLinks.nationalReturn), quiet: true), button("Authorisations", to: viewer.link(AuditLinks.authorisations), quiet: true)]
        return Page(title: "Audits", section: "audits", body: """
            \(lead("Audits", under: "Who looks at which premises, what was found there, and what follows.", actions: deeds))\(narrow)\(list)
            """)
    }

    private func offering(_ options: [(value: String, label: String)]) -> [(value: String, label: String)] { [("", "Any")] + options }

    private var narrow: HTML {
        filters(
            to: AuditLinks.list, keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort ?? "")], clear: filter.isNarrow ? here : nil, """
            \(select("whose", "Whose", options: [("", "All"), ("own", "My own")], chosen: filter.whose))\
            \(select("state", "Standing", options: offering([(AuditFilter.openWord, "Open")] + AuditState.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.state))\
            \(select("office", "Office", options: offering(offices.map { ($0, $0) }), chosen: filter.office))\
            \(select("officer", "Officer", options: offering(officers.map { ($0, $0) }), chosen: filter.officer))\
            \(select("type", "Premises type", options: offering(PremisesType.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.type?.rawValue))\
            \(select("kind", "Kind", options: offering(AuditKind.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.kind?.rawValue))\
            \(select("result", "Result", options: offering(AuditResult.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.result?.rawValue))\
            \(select("outcome", "What follows", options: offering(AuditOutcome.allCases.map { ($0.rawValue, $0.words) }), chosen: filter.outcome?.rawValue))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var list: HTML {
        guard total > 0 else {
            return empty(
                filter.isNarrow ? "No audit fits these choices." : "No audit was planned yet.",
                action: filter.isNarrow ? button("Show all", to: here, quiet: true) : viewer.mayPlan ? button("Plan an audit", to: AuditLinks.new, quiet: true) : nil)
        }
        let sorting = Sorting(page: filter.link(here), written: filter.sort)
        func column(_ title: String, _ kind: Column.Kind, _ key: AuditFilter.Order) -> Column { Column(title, kind, key: key.rawValue, in: sorting) }
        let columns = [
            column("Audit", .reference, .reference), column("Premises", .wide, .premises), column("Officer", .text, .officer), column("Day", .day, .day),
            column("Standing", .text, .state), column("Result and next due", .wide, .next),
        ]
        return """
            \(small("\(counted(total, "audit"))."))\(takenAway { filter.link(viewer.link(AuditLinks.export($0))) })\
            \(card(nil, table(columns: columns, rows: rows.map(row))))\(pager(part.number, of: part.count, at: filter.link(here)))
            """
    }

    private func row(_ facts: AuditFacts) -> [HTML] {
        let audit = facts.audit
        let office: HTML? = facts.offices.isEmpty ? nil : "<span class=\"why\">\(listed(facts.offices))</span>"
        return [
            "\(auditLink(audit.reference.text, to: viewer.link(AuditLinks.audit(audit))))<span class=\"why\">\(audit.kind.words)</span>",
            "\(facts.premises.name)<span class=\"why\">\(facts.premises.type.words), \(facts.premises.reference)</span>", "\(facts.officer)\(office)", "\(facts.day)",
            auditTag(audit, on: viewer.day), result(facts),
        ]
    }

    private func result(_ facts: AuditFacts) -> HTML {
        let sheet = facts.audit.sheet
        guard facts.state(on: viewer.day) == .completed, let result = sheet.result else { return quiet("None yet") }
        let next: HTML = sheet.nextDue.map { " Next due on \($0)." } ?? " Not due again."
        return tag(result.words, result.tone, why: "\(listed(sheet.outcomes.map(\.words))).\(next)")
    }
}
