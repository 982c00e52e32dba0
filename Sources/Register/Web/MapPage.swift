import Kernel
import Markup

/// The register on a map that the server draws. Each mark is a link: to the notice, or to the part of the map where many are.
struct MapPage {
    let register: Register
    let answer: RegisterAnswer
    let view: MapView
    let tiles: MapTiles?
    /// How many of those asked for have no place.
    let placeless: Int

    init(_ register: Register, _ query: RegisterQuery, tiles: MapTiles?) {
        self.register = register
        self.tiles = tiles
        answer = register.answer(query, length: 1)
        var without = query.filter
        without.box = nil
        let places = register.places(without)
        let points = places.compactMap { place in register.entries[place].place.map { (place: place, at: $0) } }
        placeless = places.count - points.count
        view = MapView(points, asked: query.box)
    }

    private var query: RegisterQuery { answer.query.filter }

    var page: PublicPage {
        let form = FilterForm(register: register, query: query, facets: answer.facets, page: RegisterLinks.map)
        return PublicPage(
            title: "Map", section: .map, filter: query, status: query.status, canonical: query.isNarrow ? nil : RegisterLinks.map, body: """
                <div class="opening"><h1>Notices on the map</h1><p>Each mark leads to a notice, or to a closer look where there are several. \
                The <a href="\(query.link())">list</a> has the same notices in words.</p>\(form.search)</div>\
                <div class="browse">\(form.side)<section class="outcome" aria-label="Map"><div id="results">\(results(form))</div></section></div>
                """)
    }

    private func results(_ form: FilterForm) -> HTML {
        let shown = view.marks.reduce(0) { $0 + $1.places.count }
        let absent: HTML? = placeless == 0 ? nil : " \(grouped(placeless)) \(placeless == 1 ? "has" : "have") no place on the map."
        let credit: HTML? = tiles.map { "<p class=\"small\">\($0.credit)</p>" }
        return """
            <p class="total" role="status">\(howMany(shown)) in sight.\(absent)</p>\(form.chips)\
            <figure class="map">\(drawing)\(key)\(controls)</figure>\(credit)<p><a class="button quiet" href="\(inSight.link())">List those in sight</a></p>
            """
    }

    private var inSight: RegisterQuery { looking(at: view.box) }

    private func looking(at box: MapBox?) -> RegisterQuery {
        var query = query
        query.box = box
        return query
    }

    private var controls: HTML {
        let (w, h) = (MapView.width, MapView.height)
        let steps: [(String, MapBox?)] = [
            ("Closer", view.part(0.5)), ("Farther", view.part(2)), ("North", view.part(1, y: 0.1 * h)), ("South", view.part(1, y: 0.9 * h)),
            ("West", view.part(1, x: 0.1 * w)), ("East", view.part(1, x: 0.9 * w)),
        ]
        let links = steps.compactMap { words, box in box.map { "<li><a class=\"button quiet\" href=\"\(looking(at: $0).link(RegisterLinks.map))\">\(words)</a></li>" as HTML } }
        return "<ul class=\"controls\" aria-label=\"Move the map\">\(links)<li><a class=\"button quiet\" href=\"\(looking(at: nil).link(RegisterLinks.map))\">All of it</a></li></ul>"
    }

    // MARK: The drawing

    private var drawing: HTML {
        """
        <svg viewBox="0 0 \(Int(MapView.width)) \(Int(MapView.height))" role="group" aria-label="Map of the notices">\(ground)\(view.marks.sorted { $0.y < $1.y }.map(mark))\(tiles == nil ? names : nil)\(scale)</svg>
        """
    }

    /// What is drawn so, of what is in sight.
    private var key: HTML {
        let alone = view.marks.filter { $0.places.count == 1 }.compactMap { register.entries[$0.places[0]].full }
        return MapKey(
            kinds: PublicEntry.Kind.allCases.filter { kind in alone.contains { $0.kind == kind } },
            statuses: PublicEntry.Status.allCases.filter { status in alone.contains { $0.status == status } }, hasMany: view.marks.contains { $0.places.count > 1 }).list
    }

    private func mark(_ mark: MapView.Mark) -> HTML {
        let (x, y) = (written(mark.x), written(mark.y))
        guard mark.places.count > 1 else {
            let entry = register.entries[mark.places[0]]
            guard let full = entry.full else { return .empty }
            let words = "\(entry.premises): \(full.kind.words.lowercased()), \(full.status.words.lowercased())"
            return """
                <a href="\(RegisterLinks.entry(entry))" aria-label="\(words)"><title>\(words)</title><circle class="reach" cx="\(x)" cy="\(y)" r="25"/>\
                \(MapKey.mark(full.kind, full.status, x: mark.x, y: mark.y))</a>
                """
        }
        let count = mark.places.count
        let words = "\(grouped(count)) notices here"
        let target = isClose(mark) ? looking(at: around(mark)).link() : looking(at: around(mark)).link(RegisterLinks.map)
        return """
            <a href="\(target)" aria-label="\(words)"><title>\(words)</title><circle class="many" cx="\(x)" cy="\(y)" r="\(count < 10 ? 17 : count < 100 ? 21 : 25)"/>\
            <text class="middle" x="\(x)" y="\(written(mark.y + 6))">\(count < 1000 ? String(count) : "\(count / 1000)k")</text></a>
            """
    }

    /// Where no closer look would part them, the list tells them apart.
    private func isClose(_ mark: MapView.Mark) -> Bool {
        view.metres < 0.3 || Set(mark.places.compactMap { register.entries[$0].place }).count == 1
    }

    private func around(_ mark: MapView.Mark) -> MapBox {
        view.part(isClose(mark) ? 0.12 : 0.4, x: mark.x, y: mark.y) ?? view.box
    }

    /// Pictures where the service has them; else the meridians and parallels.
    private var ground: HTML {
        let sheet: HTML = "<rect class=\"ground\" width=\"\(Int(MapView.width))\" height=\"\(Int(MapView.height))\"/>"
        guard let tiles else { return "\(sheet)\(net)" }
        let zoom = view.zoom
        let count = Double(1 << zoom)
        let (west, east) = (Int(Mercator.x(view.box.west) * count), Int(Mercator.x(view.box.east) * count))
        let (north, south) = (Int(Mercator.y(view.box.north) * count), Int(Mercator.y(view.box.south) * count))
        let pictures = (north...max(north, south)).flatMap { row in
            (west...max(west, east)).map { column -> HTML in
                let x = view.x(Mercator.longitude(Double(column) / count)), y = view.y(Mercator.latitude(Double(row) / count))
                let side = view.x(Mercator.longitude(Double(column + 1) / count)) - x
                return "<image href=\"\(tiles.address(zoom, column, row))\" x=\"\(written(x))\" y=\"\(written(y))\" width=\"\(written(side + 0.5))\" height=\"\(written(side + 0.5))\"/>"
            }
        }
        return "\(sheet)\(pictures)"
    }

    private var net: HTML {
        let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
        let step = steps.first { (view.box.east - view.box.west) / $0 < 8 } ?? 10
        let (west, south) = ((view.box.west / step).rounded(.up), (view.box.south / step).rounded(.up))
        let meridians = stride(from: west, through: view.box.east / step, by: 1).map { "M\(written(view.x($0 * step))) 0v\(Int(MapView.height))" }
        let parallels = stride(from: south, through: view.box.north / step, by: 1).map { "M0 \(written(view.y($0 * step)))h\(Int(MapView.width))" }
        return "<path class=\"net\" d=\"\((meridians + parallels).joined())\"/>"
    }

    /// Each area's name under the mark where most of its notices are.
    private var names: HTML {
        var largest: [String: (mark: MapView.Mark, count: Int)] = [:]
        for mark in view.marks {
            let counts = mark.places.reduce(into: [String: Int]()) { counts, place in register.entries[place].area.map { counts[$0, default: 0] += 1 } }
            for (area, count) in counts where count > largest[area]?.count ?? 0 { largest[area] = (mark, count) }
        }
        // One name a mark: the area that most of those there are in.
        let named = largest.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.reduce(into: [(name: String, x: Double, y: Double)]()) { named, next in
            let (x, y) = (next.value.mark.x, next.value.mark.y)
            if named.count < 30, !named.contains(where: { abs($0.y - y) < 24 && abs($0.x - x) < 130 }) { named.append((next.key, x, y)) }
        }
        return named.map { name, x, y -> HTML in
            // Half of its width on a phone, where letters are largest.
            let half = Double(name.count) * 8
            return "<text class=\"area middle\" x=\"\(written(min(max(x, half), MapView.width - half)))\" y=\"\(written(y + 45))\" aria-hidden=\"true\">\(name)</text>"
        }.joined()
    }

    private var scale: HTML {
        let lengths = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000]
        let length = lengths.last { Double($0) / view.metres < 180 } ?? 20
        let words = length < 1000 ? "\(length) m" : "\(length / 1000) km"
        return """
            <g class="scale"><path d="M16 \(Int(MapView.height) - 22)v6h\(written(Double(length) / view.metres))v-6"/>\
            <text x="20" y="\(Int(MapView.height) - 24)">\(words)</text></g>
            """
    }
}
