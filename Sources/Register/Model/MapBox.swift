public import Kernel

/// A part of the map between two meridians and two parallels, in degrees of WGS 84: `0.51,52.3,1.76,52.99` is west, south, east, north.
public struct MapBox: Hashable, Sendable {
    public let west, south, east, north: Double

    /// Its sides stand where they are written: to five digits behind the point. Nil where it has no inside then, or lies outside of the earth.
    public init?(west: Double, south: Double, east: Double, north: Double) {
        guard (-180...180).contains(west), (-180...180).contains(east), (-85...85).contains(south), (-85...85).contains(north) else { return nil }
        func kept(_ degrees: Double) -> Double { (degrees * 1e5).rounded() / 1e5 }
        (self.west, self.south, self.east, self.north) = (kept(west), kept(south), kept(east), kept(north))
        guard self.west < self.east, self.south < self.north else { return nil }
    }

    private init(_ west: Double, _ south: Double, _ east: Double, _ north: Double) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// What is shown where there is nothing to show.
    static let britain = MapBox(-6, 49.9, 2, 55.9)

    init?(written: some StringProtocol) {
        let numbers = written.split(separator: ",", omittingEmptySubsequences: false).map { Double(String($0)) }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2], let north = numbers[3] else { return nil }
        self.init(west: west, south: south, east: east, north: north)
    }

    /// Degrees with up to five digits behind the point: a metre.
    public var text: String { [west, south, east, north].map { decimal($0, places: 5) }.joined(separator: ",") }

    public func contains(_ place: Place) -> Bool {
        (west...east).contains(place.longitude) && (south...north).contains(place.latitude)
    }
}
