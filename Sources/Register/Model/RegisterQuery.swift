public import Kernel

/// What of the register is asked for, as an address says it: every filtered view is an address.
///
/// Of several values of one facet any will do; of facets, words and the part of the map, all must hold.
public struct RegisterQuery: Hashable, Sendable {
    /// What the list can stand by. Without words `best` is the newest first.
    public enum Sort: String, CaseIterable, Codable, Sendable { case best, served, changed, reference, premises, area, comply }

    /// Words, numbers, a postcode, a reference: each must begin a word of the entry.
    public var words: String?
    /// Each sorted, none of them empty.
    public private(set) var chosen: [Facet: [String]] = [:]
    /// The part of the map; entries without a place are outside.
    public var box: MapBox?
    public var sort: Sort?
    public var isDescending = false
    /// From 1.
    public var page = 1

    public init() {}

    /// Reads what stands in an address; what can't be read is left out, and so is what goes past any sensible measure.
    public init(_ pairs: some Sequence<(name: String, value: String)>) {
        for (name, value) in pairs {
            let value = value.trimmed
            guard !value.isEmpty, value.utf8.count <= 400 else { continue }
            switch name {
            case "words": words = String(value.prefix(200))
            case "sort":
                isDescending = value.hasPrefix("-")
                sort = Sort(rawValue: String(isDescending ? value.dropFirst() : value))
                if sort == nil { isDescending = false }
            case "page": page = min(max(Int(value) ?? 1, 1), 1_000_000)
            case "box": box = MapBox(written: value)
            default: if let facet = Facet(rawValue: name), self[facet].count < 60 { self[facet].append(String(value)) }
            }
        }
    }

    /// The values chosen of a facet.
    public subscript(_ facet: Facet) -> [String] {
        get { chosen[facet] ?? [] }
        set { chosen[facet] = newValue.isEmpty ? nil : Set(newValue).sorted() }
    }

    /// Whether it asks for less than the whole register.
    public var isNarrow: Bool { words != nil || box != nil || !chosen.isEmpty }

    /// What stands in the address, always in the same order: equal queries have equal addresses.
    public var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let words { pairs.append(("words", words)) }
        for facet in Facet.allCases { pairs += self[facet].map { (facet.rawValue, $0) } }
        if let box { pairs.append(("box", box.text)) }
        if let sort { pairs.append(("sort", (isDescending ? "-" : "") + sort.rawValue)) }
        if page > 1 { pairs.append(("page", String(page))) }
        return pairs
    }

    /// The same with a value of a facet chosen, or chosen no more; from the first page.
    public func toggling(_ facet: Facet, _ key: String) -> RegisterQuery {
        var query = self
        query[facet] = self[facet].contains(key) ? self[facet].filter { $0 != key } : self[facet] + [key]
        query.page = 1
        return query
    }

    /// The same on another page.
    public func at(page: Int) -> RegisterQuery {
        var query = self
        query.page = page
        return query
    }

    /// What it narrows to, without order and page.
    public var filter: RegisterQuery {
        var query = self
        (query.sort, query.isDescending, query.page) = (nil, false, 1)
        return query
    }
}

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
