import Kernel

/// The register of a day, ready to be looked through: a value that never changes, made anew for each version.
///
/// Whatever is asked of it is answered from memory: a filter with the counts of all facets among 100,000 entries takes about a millisecond.
public struct Register: Sendable {
    public private(set) var contents: RegisterContents
    /// The latest served first.
    public let entries: [PublicEntry]
    private let columns: [FacetColumn]
    private let words: WordIndex
    /// The places of all entries, by what the list can be sorted by.
    private let orders: [RegisterQuery.Sort: Order]
    private let places: [String: Int]
    private let earlier: [String: [PublicEntry]]
    private let gone: [String: GoneEntry]
    /// The names of the services that entries were taken from, by their codes.
    public let sources: [String: String]

    public init(_ contents: RegisterContents) {
        let entries = contents.entries.stablySorted { Newest($0) }
        self.entries = entries
        self.contents = contents
        // The words take as long as all the rest.
        (words, (columns, orders)) = together { WordIndex(entries) } _: {
            (Facet.allCases.map { FacetColumn($0, of: entries) }, Dictionary(uniqueKeysWithValues: RegisterQuery.Sort.allCases.map { ($0, $0.order(entries)) }))
        }
        places = Dictionary(entries.enumerated().map { ($1.key.lowercased(), $0) }) { first, _ in first }
        earlier = Dictionary(grouping: contents.earlier) { $0.key.lowercased() }
        gone = Dictionary(contents.gone.map { ($0.reference.lowercased(), $0) }) { first, _ in first }
        sources = Dictionary(entries.compactMap(\.source).map { ($0.code, $0.name) }) { first, _ in first }
    }

    public var service: String { contents.service }
    public var version: RegisterVersion { contents.version }

    /// The same with newer contents: what has not changed is not indexed again.
    public func becoming(_ newer: RegisterContents) -> Register {
        guard newer.entries == contents.entries, newer.earlier == contents.earlier, newer.gone == contents.gone, newer.withdrawn == contents.withdrawn else { return Register(newer) }
        var register = self
        register.contents = newer
        return register
    }

    /// An entry by its key, in letters of either size.
    public func entry(_ key: String) -> PublicEntry? { places[key.lowercased()].map { entries[$0] } }

    /// An edition of an entry: the one that stands, or an earlier one that may still be read.
    public func edition(_ number: Int, of key: String) -> PublicEntry? {
        editions(of: key).first { $0.edition == number }
    }

    /// All its editions that may be read, the newest first.
    public func editions(of key: String) -> [PublicEntry] {
        ((entry(key).map { [$0] } ?? []) + (earlier[key.lowercased()] ?? [])).sorted { $0.edition > $1.edition }
    }

    /// What is known of an entry that stands here no more.
    public func gone(_ reference: String) -> GoneEntry? { gone[reference.lowercased()] }

    /// What a value of a facet is called here.
    public func words(of facet: Facet, _ key: String) -> String {
        guard facet == .service else { return facet.words(of: key) }
        return key == Facet.own ? service : sources[key] ?? key
    }

    // MARK: Asking

    /// A page of what is asked for, with the counts of every facet.
    ///
    /// - Parameter length: how many entries a page has.
    public func answer(_ query: RegisterQuery, length: Int = 25) -> RegisterAnswer {
        let found = Found(query, words: words, columns: columns, entries: entries)
        let all = found.bits()
        let facets = columns.enumerated().map { place, column in
            column.counts(among: found.chosen[place] == nil ? all : found.bits(without: place), chosen: query[column.facet])
        }
        let total = all?.count ?? entries.count
        let pages = max(1, (total + length - 1) / length)
        let page = min(query.page, pages)
        let places = listed(query, among: all, named: found.named, from: (page - 1) * length, atMost: length)
        return RegisterAnswer(query: query.at(page: page), total: total, pages: pages, rows: places.map { entries[$0] }, facets: facets)
    }

    /// The places in `entries` of all that are asked for, in the order asked for.
    public func places(_ query: RegisterQuery) -> [Int] {
        let found = Found(query, words: words, columns: columns, entries: entries)
        return listed(query, among: found.bits(), named: found.named, from: 0, atMost: .max)
    }

    /// All that are asked for, in the order asked for.
    public func entries(_ query: RegisterQuery) -> [PublicEntry] { places(query).map { entries[$0] } }

    private func listed(_ query: RegisterQuery, among bits: Bits?, named: Bits?, from: Int, atMost most: Int) -> [Int] {
        let sort = query.sort ?? .best
        guard let order = orders[sort] else { return [] }
        var (skipped, places) = (0, [Int]())
        func take(_ bits: Bits?) {
            var index = 0
            while index < order.places.count, places.count < most {
                let place = order.place(index, isDescending: query.isDescending)
                index += 1
                guard bits?.contains(place) ?? true else { continue }
                if skipped < from { skipped += 1 } else { places.append(place) }
            }
        }
        // What has the words in its name leads, the newest first; then what has them elsewhere.
        if sort == .best, let named, let bits, !query.isDescending {
            var (first, rest) = (bits, bits)
            first.formIntersection(named)
            rest.subtract(named)
            take(first)
            take(rest)
        } else {
            take(bits)
        }
        return places
    }
}

/// What the words, the part of the map and the facets of a query let through.
private struct Found {
    /// What words and map let through; nil where there are neither.
    private var base: Bits?
    /// Those that have the words in their names; nil without words.
    private(set) var named: Bits?
    /// Of each facet those that have one of the values chosen; nil where none is.
    let chosen: [Bits?]

    init(_ query: RegisterQuery, words: WordIndex, columns: [FacetColumn], entries: [PublicEntry]) {
        chosen = columns.map { column in query[column.facet].isEmpty ? nil : column.holders(ofAny: query[column.facet], size: entries.count) }
        if let text = query.words {
            let matching = words.matching(text)
            (base, named) = (matching.all, matching.named)
        }
        guard let box = query.box else { return }
        var inside = Bits(size: entries.count)
        for (place, entry) in entries.enumerated() where entry.place.map(box.contains) == true { inside.insert(place) }
        base.narrow(to: inside)
    }

    /// What all of it lets through, as if nothing were chosen of one of the facets; nil for every entry.
    func bits(without facet: Int? = nil) -> Bits? {
        chosen.enumerated().reduce(into: base) { bits, next in
            if next.offset != facet, let holders = next.element { bits.narrow(to: holders) }
        }
    }
}

extension Bits? {
    /// Nil stands for all of them.
    fileprivate mutating func narrow(to other: Bits) { if self == nil { self = other } else { self?.formIntersection(other) } }
}

/// The latest served first, then by reference; last those whose day may not be told, since a place among the others would tell it.
private struct Newest: Comparable {
    let served: Day?
    let reference: String

    init(_ entry: PublicEntry) { (served, reference) = (entry.served, entry.reference) }

    static func < (a: Newest, b: Newest) -> Bool {
        guard a.served != b.served else { return a.reference < b.reference }
        guard let one = a.served, let other = b.served else { return a.served != nil }
        return one > other
    }
}

/// The places of all entries in an order: first those that have what it goes by, and the rest last whichever way round it is.
struct Order: Sendable {
    let places: [Int32]
    let having: Int

    fileprivate func place(_ index: Int, isDescending: Bool) -> Int { Int(places[isDescending && index < having ? having - 1 - index : index]) }
}

extension RegisterQuery.Sort {
    /// The places of the entries in this order; those that are the same in it stay the newest first.
    fileprivate func order(_ entries: [PublicEntry]) -> Order {
        func sorted<Key: Comparable>(_ key: (PublicEntry) -> Key?) -> Order {
            let keys = entries.enumerated().compactMap { place, entry in key(entry).map { (place: Int32(place), key: $0) } }
            let having = keys.stablySorted(by: \.key).map(\.place)
            guard having.count < entries.count else { return Order(places: having, having: having.count) }
            return Order(places: having + entries.indices.filter { key(entries[$0]) == nil }.map { Int32($0) }, having: having.count)
        }
        return switch self {
        case .best: Order(places: entries.indices.map { Int32($0) }, having: entries.count)
        case .served: sorted { $0.served }
        case .changed: sorted { $0.changed }
        case .reference: sorted { $0.reference.lowercased() }
        case .premises: sorted { $0.premises.lowercased() }
        case .area: sorted { $0.area?.lowercased() }
        case .comply: sorted { $0.complyBy }
        }
    }
}

/// A page of the register with what stands beside it.
public struct RegisterAnswer: Sendable {
    /// What was asked for; its page is one that there is.
    public let query: RegisterQuery
    /// How many entries are asked for, on all pages.
    public let total: Int
    public let pages: Int
    public let rows: [PublicEntry]
    /// One for each facet, in the order of `Facet`; each counts as if nothing of its own were chosen.
    public let facets: [FacetCounts]
}
