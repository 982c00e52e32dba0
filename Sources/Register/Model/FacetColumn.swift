/// One facet of all entries: for each of its values, which of them have it.
struct FacetColumn: Sendable {
    let facet: Facet
    /// In the order in which a page shows them.
    let keys: [String]
    let holders: [Bits]
    /// How many have each, when nothing narrows.
    let totals: [Int]
    private let places: [String: Int]

    init(_ facet: Facet, of entries: [PublicEntry]) {
        self.facet = facet
        var found: [String: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            for key in facet.keys(of: entry) { found[key, default: []].append(place) }
        }
        keys = facet.ordered(found.keys)
        holders = keys.map { key in
            var bits = Bits(size: entries.count)
            for place in found[key] ?? [] { bits.insert(place) }
            return bits
        }
        totals = holders.map(\.count)
        places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    /// Those that have one of the values.
    func holders(ofAny chosen: [String], size: Int) -> Bits {
        chosen.compactMap { places[$0] }.reduce(into: Bits(size: size)) { $0.formUnion(holders[$1]) }
    }

    /// How many of some entries have each value. A value that was chosen and that nobody has stands at the end, with none.
    ///
    /// - Parameter among: nil for all.
    func counts(among bits: Bits?, chosen: [String]) -> FacetCounts {
        let all = zip(keys.indices, keys).map { place, key in
            FacetCounts.Value(key: key, count: bits.map { holders[place].count(within: $0) } ?? totals[place], isChosen: chosen.contains(key))
        }
        let unknown = chosen.filter { places[$0] == nil }.map { FacetCounts.Value(key: $0, count: 0, isChosen: true) }
        return FacetCounts(facet: facet, values: all + unknown)
    }
}

/// The values of a facet with how many entries have each, among those that everything but the facet itself lets through.
///
/// A value that none has is there with 0: what can be chosen never disappears in silence.
public struct FacetCounts: Equatable, Sendable {
    public struct Value: Equatable, Sendable {
        public let key: String
        public let count: Int
        public let isChosen: Bool
    }

    public let facet: Facet
    public let values: [Value]

    public var isChosen: Bool { values.contains(where: \.isChosen) }
}
