import Kernel
import Foundation
import Testing

struct QuantityTests {
    @Test(arguments: [
        ("7.6", 7_600_000, "7.6"), ("7.60", 7_600_000, "7.6"), ("-0.25", -250_000, "-0.25"), ("1,850", 1_850_000_000, "1850"), ("0", 0, "0"),
        (" 12 ", 12_000_000, "12"), ("0.000001", 1, "0.000001"), ("−3", -3_000_000, "-3"), ("-0", 0, "0"),
        ("999999999999.999999", 999_999_999_999_999_999, "999999999999.999999"),
    ])
    func `what is written is read exactly and written the shortest way`(_ written: String, _ millionths: Int64, _ shortest: String) {
        let quantity = Quantity(written)
        #expect(quantity?.millionths == millionths && quantity?.description == shortest)
    }

    @Test(arguments: ["", "-", ".", ".5", "5.", "1.2.3", "1e3", "12 000", "1,85", "1,8500", "½", "٣", "0.0000001", "1234567890123", "82%", "--1"])
    func `what is no decimal number is none`(_ written: String) {
        #expect(Quantity(written) == nil)
    }

    @Test func `a program reads it as text, so that nothing rounds it`() throws {
        let json = try JSONEncoder().encode([Quantity(millionths: 100_000)])
        #expect(String(decoding: json, as: UTF8.self) == #"["0.1"]"#)
        #expect(try JSONDecoder().decode([Quantity].self, from: json)[0] == Quantity("0.1"))
    }
}
