import Kernel

/// Degrees with up to six digits behind the point, never with an exponent: what every reader of CSV and JSON takes for a number.
func inDegrees(_ degrees: Double) -> String { decimal(degrees, places: 6) }
