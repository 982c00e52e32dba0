import Kernel
import Markup
import TestSupport
import Testing

@Suite struct DocumentTests {
    func frame(on day: Day, today: Day) -> PageFrame {
        PageFrame(
            title: "Plan & <work>", service: "Northshire \"Fire\"",
            assets: PageAssets(style: Link("assets", "muster.css"), script: Link("assets", "muster.js"), icon: Link("assets", "favicon.svg")),
            navigation: [NavigationItem("Plans", Link("plans"), count: "3", isCurrent: true), NavigationItem("People", Link("people"))],
            person: "R. O’Kafor", token: "abc", on: day, today: today,
            here: Link("plans").adding("owner", "gm").adding("on", day.iso), version: "0.1", journalHead: "9f31", said: "Saved.")
    }

    let day = Day(number: 18_701), today = Day(number: 18_800)

    @Test func `the style page is strictly well formed`() {
        let markup = document(frame(on: day, today: today), stylePage()).markup
        #expect(Strict.faults(in: markup) == [])
        #expect(markup.utf8.count > 20_000)
    }

    @Test func `a bare page is strictly well formed, with one heading`() {
        let markup = bareDocument(frame(on: day, today: day), card(nil, "")).markup
        #expect(Strict.faults(in: markup) == [])
        #expect(markup.components("<h1") == 1)
    }

    @Test func `a page that looks back says so, and leads to today`() {
        let back = document(frame(on: day, today: today), "").markup
        #expect(back.contains("You are looking back") && back.contains("<a href=\"/plans?owner=gm\">Show today</a>"))
        #expect(document(frame(on: today, today: day), "").markup.contains("You are looking ahead"))
        #expect(!document(frame(on: today, today: today), "").markup.contains("class=\"band\""))
    }

    @Test func `the day control keeps what else is in the address`() {
        let markup = document(frame(on: day, today: day), "").markup
        #expect(markup.contains("method=\"get\" action=\"/plans\"><input type=\"hidden\" name=\"owner\" value=\"gm\">"))
        #expect(markup.contains("name=\"on\" value=\"\(day.iso)\""))
        var dayless = frame(on: day, today: today)
        dayless.hasDay = false
        let plain = document(dayless, "").markup
        #expect(!plain.contains("name=\"on\"") && !plain.contains("class=\"band\""))
    }

    @Test func `the list at the side says where we are`() {
        let markup = document(frame(on: day, today: day), "").markup
        #expect(markup.contains("<a href=\"/plans\" aria-current=\"page\">Plans <span class=\"count\">3</span></a>"))
        #expect(markup.contains("<a href=\"/people\" >People</a>"))
        #expect(markup.contains("<a class=\"skip\" href=\"#main\">"))
    }

    @Test(arguments: [
        ("<p><div></div></p>", 1), ("<b><i></b></i>", 2), ("<p>", 1), ("<p class=x></p>", 1), ("a & b", 1), ("<p id=\"a\"></p><p id=\"a\"></p>", 1),
        ("<label for=\"x\"></label>", 1), ("<p style=\"color:red\"></p>", 1), ("<a href=\"/\"><a href=\"/\"></a></a>", 1), ("<br><p>a &amp; b</p>", 0),
    ])
    func `the checker sees what is wrong`(_ markup: String, _ count: Int) {
        // A tag closed out of turn stays open, so it may be told of more than once.
        #expect(count == 0 ? Strict.faults(in: markup).isEmpty : Strict.faults(in: markup).count >= count)
    }
}
