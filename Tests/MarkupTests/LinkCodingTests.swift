import Foundation
import Markup
import Testing

@Suite struct LinkCodingTests {
    @Test(arguments: [Link(), Link("plans", "peer review", "a/b"), Link("x").adding("q", "a&b=c d").adding("on", "2025-02-28").at("é 1"), Link("a", "")])
    func `a link is written as its address and reads back`(link: Link) throws {
        let read = try JSONDecoder().decode(Link.self, from: JSONEncoder().encode(link))
        #expect(read == link && read.adding("z", "1") == link.adding("z", "1") && read.withoutQuery == link.withoutQuery)
    }

    @Test(arguments: ["", "plans", "//elsewhere.example", "https://elsewhere.example", "/a b", "/a?b=c d", "/a\"b", "/a?b", "/a#b#c", "/a%zz#"])
    func `anything else is no link`(text: String) { #expect(Link(written: text) == nil) }
}
