import Kernel
import Testing

@Suite struct `Exact amounts` {
    @Test(arguments: [
        ("1250", "1250.00", "£1,250", "1250"), ("£1,250.5", "1250.50", "£1,250.50", "1250.5"), ("7.6", "7.60", "£7.60", "7.6"),
        ("0.05", "0.05", "£0.05", "0.05"), ("1 000 000", "1000000.00", "£1,000,000", "1000000"), ("1002003.04", "1002003.04", "£1,002,003.04", "1002003.04"),
        ("999999999.99", "999999999.99", "£999,999,999.99", "999999999.99"),
    ])
    func `are read and written without losing a penny`(_ written: String, _ exact: String, _ pounds: String, _ plain: String) throws {
        let amount = try #require(Hundredths(written: written))
        #expect(amount.exact == exact && amount.pounds == pounds && amount.plain == plain)
        #expect(Hundredths(written: amount.exact) == amount && Hundredths(written: amount.pounds) == amount)
    }

    @Test(arguments: ["", "-1", "1.", ".5", "1.234", "1e3", "12,34.5.6", "7,5", "7,65", "1,2,3", "1,250,5", "£", "1000000000", "nan", "١٢", "99999999999999999999"])
    func `that can't be kept exactly are none`(_ written: String) {
        #expect(Hundredths(written: written) == nil)
    }

    @Test func `add up as a sum by hand does`() {
        let parts = [10, 20, 5].map { Hundredths($0) }
        #expect(parts.reduce(.zero, +).exact == "0.35" && (Hundredths(10) - Hundredths(35)).pounds == "-£0.25")
    }
}
