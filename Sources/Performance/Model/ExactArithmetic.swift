public import Kernel

/// Sums are exact; a rate is worked out to six places, the last of them rounded half away from nought.
extension Quantity {
    /// The most that one value may be, either way, so that sums of many still add up.
    public static let mostMeasured = Quantity(1_000_000_000)

    public var isMeasurable: Bool { self <= Quantity.mostMeasured && self >= Quantity(millionths: -Quantity.mostMeasured.millionths) }

    /// What is too large to be kept comes to the most that can be: what people enter is refused long before.
    static func + (a: Quantity, b: Quantity) -> Quantity {
        let (sum, isTooLarge) = a.millionths.addingReportingOverflow(b.millionths)
        return Quantity(millionths: isTooLarge ? (a.millionths < 0 ? -Int64.max : Int64.max) : sum)
    }
    static func - (a: Quantity, b: Quantity) -> Quantity { a + Quantity(millionths: -b.millionths) }

    var magnitude: Quantity { Quantity(millionths: abs(millionths)) }

    /// So many of it for every so many of another; nil where there are none of the other.
    func rate(of whole: Quantity, times: Int) -> Quantity? {
        whole.millionths == 0 ? nil : Quantity.rounded(Int128(millionths) * Int128(times) * 1_000_000, by: Int128(whole.millionths))
    }

    /// Its share of so many parts.
    func share(_ part: Int, of whole: Int) -> Quantity { Quantity.rounded(Int128(millionths) * Int128(part), by: Int128(whole)) ?? self }

    private static func rounded(_ dividend: Int128, by divisor: Int128) -> Quantity? {
        let (size, whole) = (dividend.magnitude, divisor.magnitude)
        let (quotient, rest) = size.quotientAndRemainder(dividingBy: whole)
        guard let result = Int64(exactly: quotient + (rest * 2 >= whole ? 1 : 0)) else { return nil }
        return Quantity(millionths: (dividend < 0) == (divisor < 0) ? result : -result)
    }

    /// Rounded to so many places and written with all of them, and with commas: `1,234.50`.
    public func written(places: Int) -> String {
        let step = (0..<max(0, 6 - places)).reduce(Int128(1)) { power, _ in power * 10 }
        let rounded = Quantity.rounded(Int128(millionths), by: step)?.millionths ?? 0
        let unit = (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
        let fraction = places == 0 ? "" : "." + padded(Int(rounded.magnitude % UInt64(unit)), to: places)
        return (rounded < 0 ? "−" : "") + grouped(Int(rounded.magnitude / UInt64(unit))) + fraction
    }
}
