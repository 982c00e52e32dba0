import Kernel

func styledCharts() -> HTML {
    """
    \(card("Where it stands", id: "stands", """
        \(stack(styledShares))\(legend(styledShares))
        \(facts([
            ("Plan ends", "31 March 2021, in 16 days"), ("Due after the end", "<a href=\"/plans\">7 of 11 actions</a>"),
            ("Moved so far", "2 dates, 61 days in all"), ("Last paper", "<a href=\"/plans\">26 February 2021</a>"),
        ]))
        """))
    \(card("Timeline", id: "timeline", timeline(rows, on: day("2021-03-15"), planEnds: day("2021-03-31"))))
    \(card("Done against due", id: "burn-up", burnUp(due: rows.compactMap(\.due), done: rows.compactMap(\.done), on: day("2021-03-15"))))
    \(card("Standing over time", id: "over-time", overTime(months)))
    \(card("A timeline of weeks", timeline(Array(rows.prefix(1)), on: day("2021-02-10"))))
    \(card("A timeline of years", timeline(years, on: day("2021-03-15"), planEnds: day("2023-03-31"))))
    """
}

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

private let link = Link("plans", "peer-review", "actions", "2.1")

private let rows = [
    TimelineRow("1.1 Communications plan", from: day("2021-01-29"), due: day("2021-02-28"), done: day("2021-02-26"), tone: .blue, standing: "Done", link: link),
    TimelineRow("2.1 Rebalance the flexi-duty rota around the officers already in post", from: day("2021-01-29"), due: day("2021-05-31"), tone: .green, standing: "On track", link: link),
    TimelineRow("2.2 Out-of-hours duty", from: day("2021-01-29"), due: day("2021-02-28"), forecast: day("2021-04-30"), tone: .red, standing: "Late", link: link),
    TimelineRow("3.1 Competence framework", from: day("2021-01-29"), due: day("2021-03-10"), tone: .red, standing: "Late", link: link),
    TimelineRow("4.1 Targets for audits", from: day("2021-02-12"), due: day("2021-03-31"), forecast: day("2021-04-12"), tone: .amber, standing: "At risk", link: link),
    TimelineRow("5.1 Restructure", from: day("2021-02-12"), due: day("2021-06-30"), tone: .green, standing: "On track", link: link),
    TimelineRow("6.1 Quality assurance", from: day("2021-01-29"), due: day("2021-02-14"), done: day("2021-03-08"), tone: .blue, standing: "Done", link: link),
    TimelineRow("7.1 Enforcement policy", due: day("2021-04-30"), tone: .green, standing: "On track"),
    TimelineRow("8.1 Engagement", due: nil, tone: .grey, standing: "No date"),
]

private let years = [
    TimelineRow("R1 Estates", from: day("2019-09-01"), due: day("2022-06-30"), tone: .green, standing: "On track"),
    TimelineRow("R2 Control room", from: day("2020-01-15"), due: day("2021-01-31"), forecast: day("2022-12-31"), tone: .red, standing: "Late"),
]

private let months = zip(["2020-12-31", "2021-01-31", "2021-02-28", "2021-03-15"], [(0, 9, 0), (1, 7, 0), (2, 5, 1), (4, 3, 2)]).map { on, counts in
    SharesOfDay(day(on), [Share(counts.0, "done", .blue), Share(counts.1, "on track", .green), Share(counts.2, "late", .red)])
}
