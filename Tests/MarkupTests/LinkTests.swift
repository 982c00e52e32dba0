import Kernel
import Markup
import Testing

@Suite struct LinkTests {
    @Test func `what stands between slashes can't add any`() {
        #expect(Link("plans", "../a b/?#&").text == "/plans/..%2Fa%20b%2F%3F%23%26")
    }

    @Test func `a query is encoded, and escaped where it stands in a page`() {
        let link = Link("plans").adding("q", "a&b=c é").adding("on", "2021-03-15").at("top")
        #expect(link.text == "/plans?q=a%26b%3Dc%20%C3%A9&on=2021-03-15#top")
        #expect(("<a href=\"\(link)\">" as HTML).markup == "<a href=\"/plans?q=a%26b%3Dc%20%C3%A9&amp;on=2021-03-15#top\">")
    }

    @Test func `a piece of query stands once, and goes when it is empty`() {
        let link = Link("plans").adding("on", "2021-03-15").adding("on", "2021-03-16")
        #expect(link.text == "/plans?on=2021-03-16")
        #expect(link.adding("on", nil).text == "/plans")
        #expect(link.adding("on", "").text == "/plans")
        #expect(link.withoutQuery.text == "/plans")
    }

    @Test func `the parts of a request's path make the same link`() {
        #expect(Link(parts: ["plans", "a b"]) == Link("plans", "a b"))
        #expect(Link().text == "/")
    }
}
