import Kernel
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://www.northshire.example/policies/enforcement.pdf", "www.northshire.example"), ("http://intranet", "intranet"),
        ("HTTPS://a.example:8443?q={a|b}^`#c", "a.example:8443"), ("https://a.example/Plán ✓.pdf".replacing(" ", with: "%20"), "a.example"),
        ("https://[2001:db8::1]/x", "[2001:db8::1]"), ("https://a.example/mail@b", "a.example"),
    ]) func `an address as browsers show it is taken`(written: String, host: String) {
        let address = WebAddress(written)
        #expect(address?.text == written && address?.host == host)
    }

    @Test(arguments: [
        "", "https://", "http:///x", "https://?q", "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "a.example",
        " https://a.example", "https://a.example/a b", "https://a.example/\u{A0}", "https://a.example/\n", "https://a\u{202E}.example",
        "https://a\u{200B}.example", "https://name@a.example", "https://name:word@a.example/", "https://:80/", "https://a.example\\@b.example",
        "https://a.example/\"onclick=", "https://a.example/<b>", "https://a.example/" + String(repeating: "x", count: 2000),
    ]) func `anything else is not`(written: String) {
        #expect(WebAddress(written) == nil)
    }

    @Test func `a form takes one with blanks around it, none at all, and says what is wrong with another`() {
        var fields = Fields(["one": [" https://a.example "], "none": [""], "other": ["javascript:alert(1)"]])
        #expect(fields.optionalWebAddress("one", "Link")?.text == "https://a.example" && fields.optionalWebAddress("none", "Link") == nil)
        #expect(fields.errors.isEmpty)
        #expect(fields.optionalWebAddress("other", "Link") == nil)
        #expect(fields.errors.map(\.name) == ["other"] && fields.errors[0].sentence.contains("“javascript:alert(1)” is not a web address"))
    }

    @Test func `one that was kept is read by whichever rule then held, and never runs anything`() {
        #expect(WebAddress(kept: "https://a.example/\u{A0}")?.host == "a.example")
        for written in ["javascript:alert(1)", "https://", ""] { #expect(WebAddress(kept: written) == nil) }
    }
}
