import Kernel
import Markup
import Testing

@Suite struct EscapingTests {
    let nasty = "<b>\"Tom\" & 'Ann'</b>"
    let tamed = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;"

    @Test func `text is escaped however it comes`() {
        #expect(("<p>\(nasty)</p>" as HTML).markup == "<p>\(tamed)</p>")
        #expect(("<p>\(nasty[...])</p>" as HTML).markup == "<p>\(tamed)</p>")
        #expect(("<p>\(Optional(nasty))</p>" as HTML).markup == "<p>\(tamed)</p>")
        #expect(("<p>\(String?.none)</p>" as HTML).markup == "<p></p>")
    }

    @Test func `an attribute can't be left by its value`() {
        let value = "x\" onclick=\"alert(1)"
        #expect(("<p \(attribute: "id", value)>" as HTML).markup == "<p id=\"x&quot; onclick=&quot;alert(1)\">")
        #expect(("<p title=\"\(value)\">" as HTML).markup == "<p title=\"x&quot; onclick=&quot;alert(1)\">")
    }

    @Test func `an attribute without a value is left out`() {
        #expect(("<p \(attribute: "id", nil)>" as HTML).markup == "<p >")
        #expect(("<option \(flag: "selected", true)>" as HTML).markup == "<option selected>")
        #expect(("<option \(flag: "selected", false)>" as HTML).markup == "<option >")
    }

    @Test func `markup in markup stays as it is`() {
        let part: HTML = "<b>\("&")</b>"
        #expect(("<p>\(part)\([part, part])\(HTML?.none)\(Optional(part))</p>" as HTML).markup == "<p>" + String(repeating: "<b>&amp;</b>", count: 4) + "</p>")
        #expect([part, part].joined(by: ", ").markup == "<b>&amp;</b>, <b>&amp;</b>")
        #expect((part + part).markup == "<b>&amp;</b><b>&amp;</b>")
    }

    @Test func `letters beyond ASCII pass, and control characters don't`() {
        #expect(("\("Ynys Môn – “fire” 🔥")" as HTML).markup == "Ynys Môn – “fire” 🔥")
        #expect(("\("a\u{0}b\u{1b}c\td\n")" as HTML).markup == "a\u{FFFD}b\u{FFFD}c\td\n")
    }

    @Test func `values of ours say themselves`() throws {
        let day = try #require(Day(2021, 2, 28))
        #expect(("\(day)" as HTML).markup == "<time datetime=\"2021-02-28\">28 February 2021</time>")
        let moment = try #require(Moment(iso: "2021-07-01T08:15:00Z"))
        #expect(("\(moment)" as HTML).markup == "<time datetime=\"2021-07-01T08:15:00.000Z\">1 July 2021, 09:15</time>")
        #expect(("\(try Reference("2.1")) \(ID<Int>(7)) \(-3)" as HTML).markup == "2.1 7 -3")
    }

    @Test func `typed text keeps its paragraphs and loses its markup`() {
        #expect(prose("One\r\ntwo\n\n\n<three>\n").markup == "<p>One<br>two</p><p>&lt;three&gt;</p>")
        #expect(prose("").isEmpty)
    }
}
