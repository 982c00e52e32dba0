/// Every part of the look on one page, in each of its states. The program serves it in development, at `/style`.
public func stylePage() -> HTML {
    """
    \(crumbs([("Plans", Link("plans")), ("Style", nil)]))
    \(lead("Peer review response", under: "Every part of the look, in each of its states. <a href=\"#forms\">Go to the forms</a>", standing: tag("At risk", .amber), actions: [
        button("Write the board paper", to: Link("plans")), button("Export", to: Link("plans"), quiet: true),
        button("Import a newer version", to: Link("plans"), quiet: true),
    ]))
    \(styledNotices())
    \(tiles(styledShares))
    \(styledCharts())
    \(styledTables())
    \(styledForms())
    \(styledImport())
    \(beside(styledHistory(), styledFacts()))
    """
}

let styledShares = [
    Share(1, "done", .blue, link: Link("plans").adding("standing", "blue")),
    Share(4, "on track", .green, link: Link("plans").adding("standing", "green")),
    Share(3, "at risk", .amber, link: Link("plans").adding("standing", "amber")),
    Share(2, "late", .red, link: Link("plans").adding("standing", "red")),
    Share(1, "not started", .grey),
]

private func styledNotices() -> HTML {
    """
    \(notice("Your update was recorded. <a href=\"#history\">See it in the history</a>", .green))
    \(notice("This plan’s rules change on 1 April 2021; what is shown after that day is by the new ones.", .blue))
    \(notice("Two actions are due before the next board meeting and have had no update for 40 days.", .amber))
    \(notice("The plan was changed by R. Okafor while you were writing. Nothing of yours was saved.", .red))
    \(notice("This plan is withdrawn. It can be read but not changed.", .grey))
    """
}

private func styledFacts() -> HTML {
    card("Facts", id: "facts", """
        \(facts([
            ("Lead", "Group Manager, Protection"), ("Joint", "Head of Prevention"),
            ("First due", "28 February 2021"), ("Due now", "30 April 2021, moved once"),
            ("Measure", "Every call answered by a competent officer within the hour"),
        ]))
        \(disclosure("The rules that gave this standing", prose("Late when its day has passed and nobody recorded it as done.\n\nAt risk within 14 days of it\nwhen no update came for 30.")))
        """)
}
