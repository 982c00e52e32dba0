import Kernel
import Markup
import People
import Premises
import Web

/// What a plan has otherwise than the one before it.
struct YearPlanChangesPage {
    private static let most = 300

    let facts: ProgrammeFacts
    /// Nil where there is no plan before it.
    let compared: ComparedPlans?
    let premises: [ID<Premises>: Premises]
    let viewer: ProgrammeViewer

    var page: Page {
        let programme = facts.programme
        let crumbs = [("Programmes", viewer.link(ProgrammeLinks.list)), (programme.reference.text, viewer.link(ProgrammeLinks.programme(programme)))]
        guard let compared else {
            return Page(title: "What changed", crumbs: crumbs, section: "programme", body: "\(lead("What changed"))\(empty("There is no plan before this one to compare it with."))")
        }
        let changes = compared.changes
        return Page(title: "What plan \(compared.after.number) changed", crumbs: crumbs, section: "programme", body: """
            \(lead("What plan \(compared.after.number) changed", under: "Against plan \(compared.before.number): \(changes.words)."))\
            \(changes.isEmpty ? notice("Every audit stays with its officer in its month.", .green) : .empty)\
            \(moved(changes.moved))\(cards("Added", changes.added))\(cards("Dropped", changes.dropped))
            """)
    }

    private func name(_ entry: YearPlanEntry) -> HTML {
        premises[entry.premises].map { "<a href=\"\(viewer.link(Link("premises", $0.reference)))\">\($0.name)</a><span class=\"why\">\($0.reference)</span>" } ?? "\(entry.premises)"
    }

    private func who(_ entry: YearPlanEntry) -> String { entry.officer.flatMap { facts.names[$0] } ?? "" }

    private func moved(_ moved: [YearPlanChanges.Moved]) -> HTML {
        guard !moved.isEmpty else { return .empty }
        let rows = moved.prefix(Self.most).map { one -> [HTML] in
            [
                name(one.after), one.isOtherOfficer ? "\(who(one.before)) to \(who(one.after))" : "\(who(one.after))",
                one.before.month == one.after.month ? "\(one.after.month?.monthName)" : "\(one.before.month?.monthName) to \(one.after.month?.monthName)",
            ]
        }
        return card("Moved", id: "moved", "\(table(columns: [Column("Premises", .wide), Column("Officer", .wide), Column("Month", .wide)], rows: Array(rows)))\(more(moved.count))")
    }

    private func cards(_ title: String, _ entries: [YearPlanEntry]) -> HTML {
        guard !entries.isEmpty else { return .empty }
        let rows = entries.prefix(Self.most).map { [name($0), "\(who($0))", "\($0.month?.monthName)", "\($0.band.words)"] as [HTML] }
        return card(title, id: title.lowercased(), "\(table(columns: [Column("Premises", .wide), Column("Officer"), Column("Month"), Column("Risk")], rows: Array(rows)))\(more(entries.count))")
    }

    private func more(_ count: Int) -> HTML { count > Self.most ? small("The first \(Self.most) of \(grouped(count)) are shown.") : .empty }
}
