import Kernel

extension Quantity {
    /// Rounded half away from nought to so many places; nil where it is divided by nothing.
    func divided(by other: Quantity, places: Int) -> Quantity? {
        guard other.millionths != 0 else { return nil }
        let unit = (0..<max(0, 6 - places)).reduce(1.0) { unit, _ in unit * 10 }
        let exact = Double(millionths) / Double(other.millionths) * 1_000_000 / unit
        return Quantity(millionths: Int64((exact).rounded()) * Int64(unit))
    }

    /// A share in per cent, to one place; nil where there is no whole.
    static func percent(_ part: Int, of whole: Int) -> Quantity? { Quantity(part * 100).divided(by: Quantity(whole), places: 1) }

    /// The one in the middle, or half way between the two that are; nil of none.
    static func median(_ numbers: [Int]) -> Quantity? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return Quantity(low + high).divided(by: Quantity(2), places: 1)
    }
}
