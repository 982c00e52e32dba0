/// Degrees with up to six digits behind the point, never with an exponent: what every reader of CSV and JSON takes for a number.
func inDegrees(_ degrees: Double) -> String {
    let millionths = Int(exactly: (degrees * 1e6).rounded()) ?? 0
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var digits = String(1_000_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (millionths < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : ".") + digits
}
