func styledTables() -> HTML {
    let sorting = Sorting(page: Link("plans", "peer-review").adding("owner", "gm-protection"), written: "due")
    return """
        \(filters(to: Link("plans"), keep: [("on", "2021-03-15")], clear: Link("plans"), """
            \(select("owner", "Owner", options: [("", "Anyone"), ("gm", "Group Manager, Protection")], chosen: "gm"))
            \(select("standing", "Standing", options: [("", "Any"), ("red", "Late")]))
            \(select("window", "Due", options: [("", "Any time"), ("30", "In the next 30 days")]))
            \(field("q", "Words", kind: .search, required: false))
            """))
        \(findingCard("2", "Out-of-hours fire protection cover is clear and evidenced", link: Link("plans"), standing: tag("Late", .red),
            under: disclosure("Full wording, as the reviewers wrote it", "<p>Show that advice and enforcement can be had at any hour.</p>"),
            table(columns: columns(sorting), rows: [
                TableRow(["2.1", "<a href=\"/plans\">Rebalance the flexi-duty rota around the officers already in post</a>",
                 "Group Manager, Response", "<time datetime=\"2021-05-31\">31 May 2021</time>",
                 tag("On track", .green, why: "Due in 77 days, 1 of 3 milestones reached, updated 9 days ago.")], id: "action-2.1"),
                TableRow(["2.2", "<a href=\"/plans\">Set up out-of-hours duty for day-staff fire safety officers</a>",
                 "Group Manager, Protection and Head of Prevention", "<time datetime=\"2021-02-28\">28 February 2021</time>",
                 tag("Late", .red, why: "15 days past its date, not recorded as done. The owner says amber and expects 30 April.")]),
            ])))
        \(findingCard("7", "Enforcement has objectives and a stated rationale", standing: tag("Done, not yet verified", .blue),
            actions: [button("Add an action", to: Link("plans"), quiet: true)],
            table(columns: columns(nil), rows: [[
                "7.1", "<a href=\"/plans\">Revise the enforcement policy</a>", "Head of Protection", "<time datetime=\"2021-02-28\">28 February 2021</time>",
                tag("Done", .blue, why: "Done on 26 February 2021, two days early. Waiting to be verified."),
            ]])))
        \(findingCard("8", "Business engagement is planned", standing: tag("Not started", .grey),
            empty("No action answers this finding yet.", action: button("Add an action", to: Link("plans"), quiet: true))))
        \(card("Figures", table(
            columns: [Column("Year", .reference), Column("Audits", .number, key: "audits", in: sorting), Column("Satisfactory", .number, key: "due", in: sorting), Column("Note", .wide)],
            rows: [["2019/20", "1,204", "812", "As the return gave it."], ["2020/21", "640", "398", "Visits were paused from April to July."]],
            caption: "Audits by financial year")))
        \(pager(2, of: 7, at: Link("plans")))
        \(empty("No plan has been loaded yet. Bring the table you have: Word, Excel, CSV or pasted text.", action: button("Import a plan", to: Link("plans"))))
        """
}

private func columns(_ sorting: Sorting?) -> [Column] {
    guard let sorting else {
        return [Column("Ref", .reference), Column("Action", .wide), Column("Owner"), Column("Due", .day), Column("Standing", .wide)]
    }
    return [
        Column("Ref", .reference, key: "ref", in: sorting), Column("Action", .wide), Column("Owner", key: "owner", in: sorting),
        Column("Due", .day, key: "due", in: sorting), Column("Standing", .wide, key: "standing", in: sorting),
    ]
}
