import Foundation
import Kernel

/// A part of the earth as it is drawn flat (Web Mercator), with the notices on it drawn together where they would touch.
struct MapView: Sendable {
    /// What of the earth is shown, in the proportions of the drawing.
    let box: MapBox
    let marks: [Mark]

    /// The drawing's own units; on a phone it is shown at half its size.
    static let (width, height) = (720.0, 600.0)
    /// Nearer to each other than this, two would not be told apart by a finger.
    static let nearest = 52.0

    struct Mark: Sendable {
        let x, y: Double
        /// The places in the register of those drawn here.
        var places: [Int]
    }

    private let (left, top, scale): (Double, Double, Double)

    /// - Parameter asked: what is to be seen at the least; nil for all of the points.
    init(_ points: [(place: Int, at: Place)], asked: MapBox?) {
        let longitudes = points.map(\.at.longitude), latitudes = points.map(\.at.latitude)
        let whole = MapBox(
            west: (longitudes.min() ?? -5) - 0.02, south: (latitudes.min() ?? 50) - 0.01, east: (longitudes.max() ?? 2) + 0.02, north: (latitudes.max() ?? 58) + 0.01)
        let shown = asked ?? whole ?? MapBox.britain
        // As much around it as the proportions of the drawing need.
        let (x0, x1, y0, y1) = (Mercator.x(shown.west), Mercator.x(shown.east), Mercator.y(shown.north), Mercator.y(shown.south))
        let scale = min(MapView.width / (x1 - x0), MapView.height / (y1 - y0))
        let (left, top) = ((x0 + x1) / 2 - MapView.width / scale / 2, (y0 + y1) / 2 - MapView.height / scale / 2)
        (self.left, self.top, self.scale) = (left, top, scale)
        box = MapBox(
            west: Mercator.longitude(left), south: Mercator.latitude(top + MapView.height / scale), east: Mercator.longitude(left + MapView.width / scale),
            north: Mercator.latitude(top)) ?? shown
        marks = MapView.together(points.map { point in
            (point.place, (Mercator.x(point.at.longitude) - left) * scale, (Mercator.y(point.at.latitude) - top) * scale)
        }.filter { (0...MapView.width).contains($0.1) && (0...MapView.height).contains($0.2) })
    }

    /// Points in small squares first; then the fullest squares take those near them.
    private static func together(_ points: [(place: Int, x: Double, y: Double)]) -> [Mark] {
        var squares: [Int: (x: Double, y: Double, places: [Int])] = [:]
        for point in points {
            let key = Int(point.x / 20) << 16 | Int(point.y / 20)
            squares[key, default: (0, 0, [])].places.append(point.place)
            squares[key]?.x += point.x
            squares[key]?.y += point.y
        }
        let fullest = squares.sorted { $0.value.places.count == $1.value.places.count ? $0.key < $1.key : $0.value.places.count > $1.value.places.count }
        var marks: [Mark] = []
        for (_, square) in fullest {
            let count = Double(square.places.count)
            let (x, y) = (square.x / count, square.y / count)
            if let near = marks.firstIndex(where: { ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y) < nearest * nearest }) {
                marks[near].places += square.places
            } else {
                marks.append(Mark(x: x, y: y, places: square.places))
            }
        }
        return marks
    }

    func x(_ longitude: Double) -> Double { (Mercator.x(longitude) - left) * scale }
    func y(_ latitude: Double) -> Double { (Mercator.y(latitude) - top) * scale }

    /// Metres that a unit of the drawing is, in its middle.
    var metres: Double { 40_075_016.7 / scale * cos((box.south + box.north) / 2 * .pi / 180) }

    /// The zoom of tiles of 256 pixels that come nearest to the drawing's size from below.
    var zoom: Int { min(max(Int(exactly: log2(scale / 256).rounded()) ?? 0, 0), 19) }

    /// The part of it around a point, so many times as large as what is shown.
    func part(_ factor: Double, x: Double = width / 2, y: Double = height / 2) -> MapBox? {
        let (wide, tall) = (MapView.width * factor / 2, MapView.height * factor / 2)
        return MapBox(
            west: max(-179.9, Mercator.longitude(left + (x - wide) / scale)), south: max(-84.9, Mercator.latitude(top + (y + tall) / scale)),
            east: min(179.9, Mercator.longitude(left + (x + wide) / scale)), north: min(84.9, Mercator.latitude(top + (y - tall) / scale)))
    }
}

/// The square that Web Mercator makes of the earth, 0 to 1 from the west and from the north (EPSG:3857).
enum Mercator {
    static func x(_ longitude: Double) -> Double { (longitude + 180) / 360 }
    static func y(_ latitude: Double) -> Double { (1 - asinh(tan(min(max(latitude, -85), 85) * .pi / 180)) / .pi) / 2 }
    static func longitude(_ x: Double) -> Double { x * 360 - 180 }
    static func latitude(_ y: Double) -> Double { atan(sinh(.pi * (1 - 2 * y))) * 180 / .pi }
}
