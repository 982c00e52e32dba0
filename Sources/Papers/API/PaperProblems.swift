import Kernel
public import Web

extension PaperOperations {
    /// The problems of papers, in plain words.
    public static let problems = [
        ExplainedProblem("paper-not-found", .missing, "No such paper", "No paper has that reference.", do: "Look for it in the list of papers."),
        ExplainedProblem("section-not-found", .missing, "No such section", "The paper has no section of that number.", do: "Read the paper; each section has its number."),
        ExplainedProblem("template-not-found", .missing, "No such template", "No template has that reference.", do: "List the templates."),
        ExplainedProblem("paper-reference-taken", .conflict, "The reference is taken", "Another paper has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("template-reference-taken", .conflict, "The reference is taken", "Another template has that reference.", do: "Choose another, or leave it out to have one made."),
        ExplainedProblem("board-has-template", .conflict, "The board has a template", "A board’s papers have one set of headings.", do: "Edit the template that it has."),
        ExplainedProblem("template-not-readable", .invalid, "The headings can’t be read", "A template is lines: a heading begins with “# ”, and its words stand under it.", do: "Mend the line that is named."),
        ExplainedProblem("no-board-to-report-to", .conflict, "No board to report to", "There is no board on record that could receive a paper.", do: "Begin a board first."),
        ExplainedProblem("paper-issued", .conflict, "The paper was issued", "An issued paper stays as it is.", do: "Write another paper; withdraw this one where it was wrong."),
        ExplainedProblem("paper-discarded", .conflict, "The paper was discarded", "A draft that was discarded goes to no board.", do: "Write another paper."),
        ExplainedProblem("paper-asked-for", .conflict, "Asked for already", "Somebody asked for the paper to be issued before, and approvers are reminded of it.", do: "There is nothing to do until an approver issues it."),
        ExplainedProblem("paper-not-issued", .conflict, "The paper is a draft", "That is asked of issued papers only.", do: "Issue the paper first."),
        ExplainedProblem("paper-withdrawn", .conflict, "Withdrawn already", "The paper was withdrawn before.", do: "There is nothing to do."),
        ExplainedProblem("paper-of-days-to-come", .conflict, "It tells of days to come", "The paper’s last day has not come.", do: "Issue it then, or let it end on an earlier day."),
        ExplainedProblem("paper-moved-meanwhile", .conflict, "The records moved", "The records changed while the paper was being printed.", do: "Read the paper once more, then issue it."),
        ExplainedProblem("paper-has-open-questions", .conflict, "Questions stand open",
            "The paper makes claims that the records contradict or don’t answer, says what only the template says, or has words that the records have overtaken.", do: "Rehearse it. Then issue it with seen set to true."),
        ExplainedProblem("no-such-paper-format", .missing, "No such format", "Papers are taken away in a few formats only.", do: "Choose one of those that the sentence names."),
        ExplainedProblem("printer-missing", .unavailable, "Nothing prints here", "PDF and Word files are drawn by Typst, which isn’t installed where Muster runs.", do: "Have it installed with bin/setup run; read the paper as a page meanwhile."),
        ExplainedProblem("printing-took-too-long", .unavailable, "Printing took too long", "Printing was stopped when its time was up.", do: "Try again in a minute; if it happens again, print the paper in parts."),
        ExplainedProblem("printing-failed", .unavailable, "It could not be printed", "The printer ended without a file.", do: "Read the paper as a page; the log of the service has the reason."),
        ExplainedProblem("paper-not-for-guests", .missing, "Not for guests", "A guest reads the papers that were issued to the one board that the link opens.", do: "Look at the board’s page, which shows those there are."),
        ExplainedProblem("file-is-another-paper", .conflict, "Another paper", "The file is an issued paper, and not the one that was named.", do: "Compare it with the paper that it is."),
        ExplainedProblem("code-too-long", .invalid, "The code holds too much", "The square code that a telephone reads has room for 1,000 bytes.", do: "Put an address in it rather than the words themselves."),
        ExplainedProblem("paper-without-file", .conflict, "Issued without that file", "Nothing was there to print such a file when the paper was issued.", do: "Rebuild one of the files that it has."),
        ExplainedProblem("paper-rebuilt-otherwise", .conflict, "The file is not the same", "The file that was made again has another hash than the one that was issued.", do: "Use the version of Muster that issued it; its fonts and its printer must be the same."),
        ExplainedProblem("file-is-no-paper", .missing, "No issued paper", "The file is none of the files of any issued paper, byte for byte.", do: "Compare it with a file that is made again from the record."),
    ]
}
