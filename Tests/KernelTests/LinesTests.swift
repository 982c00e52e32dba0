import Kernel
import Testing

struct LinesTests {
    @Test(arguments: ["", "one", "one\ntwo", "\n", "a\n\nb\n", "a\r\nb", "a\rb\nc", "a\u{2028}b", "a\u{85}b", "a\u{B}b\u{C}c", "it’s “so” – é\u{A8}…\nnow"])
    func `lines are those that characters part`(text: String) {
        let parted = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        #expect(text.lines == parted)
        #expect(text.hasOneLine == (parted.count == 1))
        #expect(text.dropFirst().hasOneLine == !text.dropFirst().contains(where: \.isNewline))
    }
}
