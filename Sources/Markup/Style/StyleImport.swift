import Kernel

func styledImport() -> HTML {
    """
    \(card("To answer before it is saved", id: "queries", actions: [postButton("Take every suggestion", to: Link("plans"), token: "styled")], form(to: Link("plans"), token: "styled", """
        \(queryCard(
            id: "1", place: "Table 1, row 6, By when", written: "End of Dec", sentence: "The year is not written. The plan runs into 2021, so the end of that December is likely.",
            suggestion: "31 December 2021", answer: field("answer-1", "Due", value: "2021-12-31", kind: .date)))
        \(queryCard(
            id: "2", place: "Table 1, row 9, Lead", written: "GM Response GM Protection", sentence: "Two owners seem to be run together.",
            suggestion: "GM Response and GM Protection", answered: true, answer: field("answer-2", "Owners", value: "GM Response; GM Protection")))
        \(queryCard(
            id: "3", place: "Table 1, row 11, By when", written: "", sentence: "No day is written. An action without one is never late and never done in time.",
            answer: field("answer-3", "Due", kind: .date, required: false)))
        \(buttons(submit("Save the plan"), button("Start again", to: Link("plans"), quiet: true)))
        """)))
    \(card("What the newer document changes", id: "differences", differences([
        Difference(.added, "4.2", "Publish the audit programme each April", parts: [("Owner", nil, "Head of Protection"), ("Due", nil, "30 April 2021")],
                   take: checkbox("take", "Take", value: "4.2", on: true, id: "take-4.2")),
        Difference(.changed, "2.2", "Set up out-of-hours duty", parts: [("Due", "28 February 2021", "30 April 2021")],
                   take: checkbox("take", "Take", value: "2.2", on: true, id: "take-2.2")),
        Difference(.gone, "6.2", "Buy tablets for officers", take: checkbox("take", "Take", value: "6.2", id: "take-6.2")),
        Difference(.same, "1.1", "Communications plan"),
    ])))
    """
}

func styledHistory() -> HTML {
    let first = Moment(milliseconds: 1_615_803_300_000)
    return card("History", id: "history", history([
        HistoryEntry(first, "R. Okafor", "Moved the date from 28 February 2021 to <strong>30 April 2021</strong>.", detail: "The rota could not be agreed before the spring leave period."),
        HistoryEntry(first.adding(seconds: -400_000), "T. Hale", "Said how it stood on 10 March 2021: at risk."),
        HistoryEntry(first.adding(seconds: -4_000_000), "operator", "Imported the plan from <q>response.docx</q>."),
    ]))
}
