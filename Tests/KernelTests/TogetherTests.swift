import Kernel
import Testing

struct TogetherTests {
    @Test(arguments: [0, 1, 2, 7, 8, 9, 63, 64, 1000], [1, 2, 8, 50]) func `made together is as made one by one`(count: Int, least: Int) {
        let numbers = Array(0..<count)
        #expect(numbers.mapTogether(atLeast: least) { "\($0)" } == numbers.map { "\($0)" })
        // Within one another as well.
        #expect(numbers.mapTogether(atLeast: least) { number in [number, 1].mapTogether { $0 + 1 } } == numbers.map { [$0 + 1, 2] })
    }

    @Test func `two are made at once, each in its place`() {
        #expect(together({ 1 }, { "b" }) == (1, "b"))
        #expect(together({ nil as Int? }, { [2] }) == (nil, [2]))
    }
}
