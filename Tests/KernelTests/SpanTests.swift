import Kernel
import Testing

struct SpanTests {
    private let march = Day(2021, 3, 1)!

    @Test func `a span overlaps another when they share a day`() throws {
        let (open, first) = (try Span(march, nil), try Span(march.adding(days: -30), march))
        #expect(open.overlaps(first) && first.overlaps(open))
        #expect(try !open.overlaps(Span(march.adding(days: -30), march.adding(days: -1))))
        #expect(try !Span(march.adding(days: -30), march.adding(days: -1)).overlaps(open))
        #expect(try open.overlaps(Span(march.adding(days: 400), nil)))
    }

    @Test func `a span does not end before it starts`() {
        #expect(throws: Refusal.self) { try Span(march, march.adding(days: -1)) }
    }
}
