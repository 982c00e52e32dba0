/// A point on the earth in degrees of WGS 84 (EPSG:4326), to about a tenth of a metre.
public struct Place: Hashable, Sendable, Codable {
    /// North is positive, -90 to 90.
    public let latitude: Double
    /// East is positive, -180 to 180.
    public let longitude: Double

    /// Nil where there is no such point.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = (latitude * 1e6).rounded() / 1e6
        self.longitude = (longitude * 1e6).rounded() / 1e6
    }
}
