import Kernel
import TestSupport
import Testing

@testable import Register

@Suite struct MapViewTests {
    @Test(arguments: 0..<20 as Range<UInt64>) func `draws every point once, and no two marks too near`(seed: UInt64) {
        let entries = SampleRegister.entries(200, seed: seed, on: RegisterWorld.day)
        let points = entries.enumerated().compactMap { place, entry in entry.place.map { (place: place, at: $0) } }
        let view = MapView(points, asked: nil)
        #expect(view.marks.flatMap(\.places).sorted() == points.map(\.place))
        for (index, mark) in view.marks.enumerated() {
            #expect((0...MapView.width).contains(mark.x) && (0...MapView.height).contains(mark.y))
            for other in view.marks.dropFirst(index + 1) {
                #expect((mark.x - other.x) * (mark.x - other.x) + (mark.y - other.y) * (mark.y - other.y) >= MapView.nearest * MapView.nearest)
            }
        }
    }

    @Test func `goes there and back`() throws {
        for (longitude, latitude) in [(-1.1, 54.6), (0, 0), (179, -80)] {
            #expect(abs(Mercator.longitude(Mercator.x(longitude)) - longitude) < 1e-9 && abs(Mercator.latitude(Mercator.y(latitude)) - latitude) < 1e-9)
        }
        // EPSG:3857 of 54.6 north, 1.1 west, by PROJ: -122451.44, 7281889.30 of 20037508.34.
        #expect(abs(Mercator.x(-1.1) * 40_075_016.68 - 20_037_508.34 + 122_451.44) < 0.1)
    }

    @Test func `has something to show where there is nothing`() {
        let view = MapView([], asked: nil)
        #expect(view.marks.isEmpty && view.box.west < -5.9 && view.box.north > 55.8)
        #expect(view.part(2) != nil && view.zoom > 3)
    }

    @Test(arguments: ["0,0,1e-300,1e-300", "0,0,1e-6,1e-6", "nan,0,1,1", "0,0,inf,1", "1,1,1,1"])
    func `takes no part of the earth that has no inside`(box: String) {
        #expect(MapBox(written: box) == nil)
    }

    @Test func `leads from the least part that there is to no lesser one`() throws {
        let least = try #require(MapBox(written: "-1.1,54.6,-1.09999,54.60001"))
        #expect(MapBox(written: least.text) == least)
        let view = MapView([], asked: least)
        #expect(view.zoom == 19)
        for part in [view.part(0.01), view.part(0.5), view.part(2), view.part(1, y: 0)].compactMap(\.self) { #expect(MapBox(written: part.text) == part) }
        #expect(view.part(0.01, x: 100) == nil && written(.infinity) == "0" && written(.nan) == "0")
    }
}
