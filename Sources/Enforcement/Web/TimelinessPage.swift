import Kernel
import Markup
import Web

/// For every notice that was served, when its entry was due, when it stood in the register, and how late that was.
struct TimelinessPage {
    /// The latest served first.
    let entries: [EntryTimeliness]
    let viewer: PolicyViewer
    /// Which page of the list, from 1.
    let number: Int

    var page: Page {
        Page(title: "Timeliness of the register", crumbs: PolicyLinks.crumbs(viewer), section: "enforcement", body: """
            \(lead("Timeliness of the register", under: "Whether each notice came into the public register within the days that section 3 of the Environment and Safety Information Act 1988 gives for it."))\
            \(entries.isEmpty ? empty("No notice had been served by \(viewer.day).") : "\(how)\(years)\(all)")
            """)
    }

    private var how: HTML {
        small("""
            Worked out and not ticked by anybody: an entry stands in the register from the day on which it is due by the service’s policy, or, where that was later, from the day \
            on which the last thing it rests on was recorded here. Days late are counted from the last day that the law allows.
            """)
    }

    private var years: HTML {
        let years = TimelinessOfYear.all(entries)
        guard !years.isEmpty else { return card("By year", id: "years", empty("No entry has been due yet.")) }
        return card("By year", id: "years", table(
            columns: [Column("Due in"), Column("Entries", .number), Column("In time", .number), Column("Late", .number), Column("Missing", .number), Column("In time, %", .number), Column("Most days late", .number)],
            rows: years.map { ["\($0.year)", "\($0.due)", "\($0.inTime)", "\($0.late)", "\($0.missing)", "\($0.share.map { "\($0)" } ?? "")", "\($0.worst)"] }))
    }

    private var all: HTML {
        let part = ListPart(entries, number, size: NoticeListPage.most)
        return card("Every notice", id: "notices", """
            \(takenAway { viewer.link(PolicyLinks.timelinessExport($0)) })\
            \(table(columns: [
                Column("Notice", .reference), Column("Type"), Column("Served", .day), Column("Due", .wide), Column("In the register since", .day), Column("Standing", .wide),
            ], rows: part.rows.map(row)))\(pager(part.number, of: part.count, at: viewer.link(PolicyLinks.timeliness)))
            """)
    }

    private func row(_ entry: EntryTimeliness) -> [HTML] {
        let due: HTML = entry.due.map { "\($0.lowerBound) to \($0.upperBound)<span class=\"why\">\(entry.provision?.capitalisedFirst ?? "")</span>" } ?? quiet(entry.standing == .never ? "Never" : "Not known yet")
        let late = entry.lateness.flatMap { $0 > 0 ? "\(counted($0, "day")) late" : nil }
        return [
            viewer.readsCases ? referenceLink(entry.fact.reference, to: viewer.link(PolicyLinks.notice(entry.fact.reference))) : "\(entry.fact.reference)", "\(entry.fact.history.type.words)", "\(entry.served)", due, entry.entered.map { "\($0)" } ?? quiet("Not yet"),
            "\(tag(entry.standing.words, entry.standing.tone))\(late.map { "<span class=\"why\">\($0)</span>" as HTML })",
        ]
    }
}
