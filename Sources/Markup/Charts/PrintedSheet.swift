/// The room that a sheet of A4 has for a drawing, in CSS pixels, of which 640 are the width of an upright sheet's words.
public enum PrintedSheet: Sendable {
    case upright, across

    public var width: Int { self == .upright ? 640 : 1015 }
    /// How high a drawing may be under its caption, so that no page cuts it.
    public var height: Int { self == .upright ? 900 : 615 }
    /// How long such a pixel is, in millimetres.
    public static let pixel = 162.0 / 640
}
