import Kernel
import Markup
import TestSupport
import Testing

@Suite struct PartTests {
    let refusal: Refusal? = .fields([.init("due", "“32 March” is not a day."), .init("due", "Write it as 2021-03-31.")])

    @Test func `a standing is a word besides its colour`() {
        #expect(tag("Late", .red).markup == "<span class=\"tag red\">Late</span>")
    }

    @Test func `a field that was refused says so, to the eye and to a screen reader`() {
        let markup = field("due", "Due", value: "32 March", hint: "A day.", error: refusal.about("due"), kind: .date).markup
        #expect(markup.contains("<label for=\"due\">Due</label>"))
        #expect(markup.contains("aria-describedby=\"due-hint due-error\" aria-invalid=\"true\""))
        #expect(markup.contains("“32 March” is not a day. Write it as 2021-03-31."))
        #expect(markup.contains("value=\"32 March\""))
        #expect(Strict.faults(in: markup).isEmpty)
    }

    @Test func `lines to choose on by name share one list, and each has a label of its own`() {
        let markup = choosing("about", "About", options: [("plan/1", "Review <response>")], values: ["x", ""], error: "Choose one.").markup
        #expect(markup.contains("<option value=\"plan/1\">Review &lt;response&gt;</option>"))
        #expect(markup.matches(of: /list="about-list"/).count == 2 && markup.contains("aria-label=\"About, 2\""))
        #expect(markup.contains("id=\"about-1\"") && markup.contains("value=\"x\""))
        #expect(Strict.faults(in: markup).isEmpty)
    }

    @Test func `a field that was not refused says nothing of it`() {
        let markup = field("due", "Due", error: refusal.about("owner")).markup
        #expect(!markup.contains("aria-invalid") && !markup.contains("aria-describedby"))
    }

    @Test func `prose stands in a history in its paragraphs`() {
        let markup = history([HistoryEntry(day: Day(number: 0), "Jo Lane", prose("One\ntwo\n\nthree"))]).markup
        #expect(markup.contains("<p>One<br>two</p><p>three</p>"))
        #expect(Strict.faults(in: markup).isEmpty)
    }

    @Test func `an error summary leads to the fields and can be focused`() {
        let markup = errorSummary(refusal).markup
        #expect(markup.contains("role=\"alert\" tabindex=\"-1\""))
        #expect(markup.contains("<a href=\"#due\">"))
        #expect(errorSummary(nil).isEmpty)
        #expect(errorSummary(.conflict("gone", "It is gone.")).markup.contains("<p>It is gone.</p>"))
    }

    @Test func `the link of a refused choice lands on its first box`() {
        let markup = radios("stated", "How it stands", options: [("green", "On track"), ("red", "Late")], chosen: "red").markup
        #expect(markup.contains("<input id=\"stated\" type=\"radio\" name=\"stated\" value=\"green\" >"))
        #expect(markup.contains("value=\"red\" checked>"))
    }

    @Test func `a password is never sent back`() {
        #expect(!field("password", "Password", value: "hunter2", kind: .password).markup.contains("hunter2"))
    }

    @Test func `a form that changes something posts, and carries its token`() {
        let markup = form(to: Link("plans"), token: "abc", multipart: true, "").markup
        #expect(markup.contains("method=\"post\" action=\"/plans\""))
        #expect(markup.contains("enctype=\"multipart/form-data\""))
        #expect(markup.contains("<input type=\"hidden\" name=\"csrf\" value=\"abc\">"))
        #expect(postButton("Withdraw", to: Link("plans"), token: "abc").markup.contains("name=\"csrf\" value=\"abc\""))
    }

    @Test func `the first line break of a long text is not lost`() {
        #expect(area("words", "Words", value: "\nTwo").markup.contains(">\n\nTwo</textarea>"))
    }

    @Test func `a heading sorts, says how, and turns round`() {
        let due = Sorting(page: Link("plans").adding("owner", "gm"), written: "due")
        let markup = table(columns: [Column("Due", .day, key: "due", in: due), Column("Owner", key: "owner", in: due)], rows: [[HTML]]()).markup
        #expect(markup.contains("aria-sort=\"ascending\"><a class=\"sort\" href=\"/plans?owner=gm&amp;sort=-due\">Due</a>"))
        #expect(markup.contains("<th scope=\"col\" ><a class=\"sort\" href=\"/plans?owner=gm&amp;sort=owner\">Owner</a>"))
        #expect(Sorting(page: Link("plans"), written: "-due").link(by: "due").text == "/plans?sort=due")
    }

    @Test func `a cell carries its heading for a phone`() {
        let markup = table(columns: [Column("Ref", .reference), Column("Audits", .number)], rows: [["1", "204"]]).markup
        #expect(markup.contains("<td class=\"ref\">1</td><td class=\"num\" data-label=\"Audits\">204</td>"))
    }

    @Test func `filters keep the day and change nothing`() {
        let markup = filters(to: Link("plans"), keep: [("on", "2021-03-15"), ("sort", "")], "").markup
        #expect(markup.contains("method=\"get\"") && markup.contains("name=\"on\" value=\"2021-03-15\""))
        #expect(!markup.contains("name=\"sort\"") && !markup.contains("csrf"))
    }

    @Test func `pages are offered where there are some`() {
        #expect(pager(1, of: 1, at: Link("plans")).isEmpty)
        let first = pager(1, of: 3, at: Link("plans")).markup
        #expect(!first.contains("prev") && first.contains("/plans?page=2"))
        let second = pager(2, of: 3, at: Link("plans")).markup
        #expect(second.contains("rel=\"prev\" href=\"/plans\"") && second.contains("/plans?page=3"))
    }
}
