import Kernel
import Markup
import Web

/// The programmes of all years.
struct ProgrammeListPage {
    /// The latest year first.
    let progress: [ProgrammeProgress]
    let viewer: ProgrammeViewer

    var page: Page {
        Page(title: "Programme", section: "programme", body: """
            \(lead("Programme", under: "The audits of each year from April: what is to be reached, who goes where and when, and how far it is.", actions: viewer.mayKeep ? [button("Begin a programme", to: ProgrammeLinks.new)] : []))\
            \(list)
            """)
    }

    private var list: HTML {
        guard !progress.isEmpty else {
            return empty("No year has a programme yet.", action: viewer.mayKeep ? button("Begin a programme", to: ProgrammeLinks.new, quiet: true) : nil)
        }
        let columns = [Column("Programme", .reference), Column("Year", .text), Column("Standing", .text), Column("Audits planned", .number), Column("Due by now", .number), Column("Done", .number)]
        return card(nil, table(columns: columns, rows: progress.map(row)))
    }

    private func row(_ own: ProgrammeProgress) -> [HTML] {
        let (facts, programme) = (own.facts, own.facts.programme)
        let latest = facts.plans.last
        let isDraft = facts.inForce == nil
        return [
            "<a class=\"whole\" href=\"\(viewer.link(ProgrammeLinks.programme(programme)))\">\(programme.reference)</a>", "\(programme.span.description)",
            latest.map { plan in tag((facts.inForce ?? plan).number == plan.number ? facts.standing(of: plan).words : "Adopted, another drafted", facts.standing(of: facts.inForce ?? plan).tone) } ?? tag("No plan yet", .amber),
            isDraft ? quiet("None adopted") : "\(grouped(own.planned))", isDraft ? "" : "\(grouped(own.due))", isDraft ? "" : "\(grouped(own.done.count))",
        ]
    }
}
