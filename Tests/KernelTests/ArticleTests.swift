import Kernel
import Testing

@Suite struct `The articles of the Order` {
    @Test(arguments: [
        ("8", "8"), ("A8", "8"), ("a13", "13"), ("art. 21a", "21A"), ("Article 9(1)(a)", "9"), (" ARTICLE 38 ", "38"), ("Art14", "14"), ("22B", "22B"), ("9 (2)", "9"),
    ])
    func `are read however they are written`(_ written: String, _ code: String) {
        #expect(Article.code(written: written) == code)
    }

    @Test(arguments: ["", "A", "article", "0", "08", "100", "8-10", "9 (1", "21AB", "R8", "eight", "٨"])
    func `are not read from what names none`(_ written: String) {
        #expect(Article.code(written: written) == nil)
    }

    @Test(arguments: [
        ("9", "2023-09-30", "in the cases"), ("9", "2023-10-01", "write all of it down"), ("11", "2006-10-01", "in the cases"), ("11", "2024-01-01", "and write them down"),
    ])
    func `are explained by the wording of the day`(_ code: String, _ day: String, _ words: String) {
        #expect(Articles.order.article(code, on: Day(iso: day)!)?.meaning.contains(words) == true)
    }

    @Test(arguments: ["21A", "22A", "22B"])
    func `of section 156 are there from the day they began`(_ code: String) {
        let (before, first) = (Day(2023, 9, 30)!, Day(2023, 10, 1)!)
        #expect(Articles.order.article(code, on: before) == nil)
        #expect(Articles.order.article(code, on: first)?.from == first)
        #expect(Articles.order.known(code, on: before)?.code == code)
    }

    @Test func `stand one wording at a time, with no gap between`() {
        let (first, later) = (Day(2006, 10, 1)!, Day(2023, 10, 1)!)
        for (code, wordings) in Dictionary(grouping: Articles.order.all, by: \.code) {
            #expect([first, later].contains(wordings[0].from), "article \(code)")
            #expect(wordings.last?.through == nil, "article \(code)")
            for (one, next) in zip(wordings, wordings.dropFirst()) { #expect(one.through?.adding(days: 1) == next.from, "article \(code)") }
            #expect(wordings.allSatisfy { $0.meaning.hasSuffix(".") && !$0.source.isEmpty }, "article \(code)")
        }
        #expect(Articles.order.article("9A", on: later) == nil, "it was not brought into force")
    }

    @Test func `that somebody cites are sorted as the Order has them, once each, and others refused`() {
        var fields = Fields(["articles": ["A14, 9", "A8;art 14", "21A"], "old": ["21A", "99"]])
        #expect(fields.articles("articles", on: Day(2024, 1, 1)!) == ["8", "9", "14", "21A"])
        #expect(fields.errors.isEmpty)
        #expect(fields.articles("old", on: Day(2020, 1, 1)!).isEmpty)
        #expect(fields.errors.map(\.name) == ["old", "old"])
    }
}
