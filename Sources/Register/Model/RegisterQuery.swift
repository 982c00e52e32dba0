import Kernel

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
    /// What stood in the address under a name that is known here, and could not be read.
    public private(set) var misread: [Misreading] = []
    /// Names in the address that mean nothing here: what other sites put behind links is of them.
    public private(set) var unknown: [String] = []

    /// A value that could not be read.
    public struct Misreading: Hashable, Sendable {
        public let name: String
        public let value: String
        /// What was wrong with it, and what would be right.
        public let sentence: String
    }

    public init() {}

    /// Reads what stands in an address. What can’t be read is left out of what is asked for, and stands in `misread` and `unknown`.
    public init(_ pairs: some Sequence<(name: String, value: String)>) {
        var seen = Set<String>()
        for (name, value) in pairs {
            let value = String(value.trimmed)
            // A field of the form that nobody filled in.
            guard !value.isEmpty else { continue }
            guard let facet = Facet(rawValue: name) else {
                if let fault = seen.insert(name).inserted ? read(name, value) : "“\(name.prefix(60))” stands twice, and takes one value." {
                    misread.append(Misreading(name: name, value: value, sentence: fault))
                }
                continue
            }
            let fault = self[facet].count < RegisterQuery.mostValues ? facet.fault(of: value) : "“\(facet.words)” takes \(RegisterQuery.mostValues) values at the most."
            if let fault { misread.append(Misreading(name: name, value: value, sentence: fault)) } else { self[facet].append(value) }
        }
    }

    private static let mostValues = 60
    private static let longestWords = 200

    /// - Returns: what is wrong with it, and what would be right.
    private mutating func read(_ name: String, _ value: String) -> String? {
        switch name {
        case "words":
            guard value.count <= RegisterQuery.longestWords else { return "What is looked for may have \(RegisterQuery.longestWords) letters, and this has \(value.count). Fewer words find more." }
            guard !value.foldedWords.isEmpty else { return "“\(value)” has no letter and no number to look for." }
            words = value
        case "sort":
            let isDescending = value.hasPrefix("-")
            guard let sort = Sort(rawValue: String(isDescending ? value.dropFirst() : value[...])) else {
                return "Nothing is sorted by “\(value.prefix(60))”. Sort by \(listed(Sort.allCases.map(\.rawValue), joinedBy: "or")), with a dash before it for the other way round."
            }
            (self.sort, self.isDescending) = (sort, isDescending)
        case "page":
            guard let page = Int(value), page > 0 else { return "“\(value.prefix(60))” is no page. Pages are numbered from 1." }
            self.page = page
        case "box":
            guard let box = MapBox(written: value) else {
                return "“\(value.prefix(60))” is no part of the map. One is west,south,east,north in degrees, such as -1.4,54.3,-0.9,54.6."
            }
            self.box = box
        default: unknown.append(name)
        }
        return nil
    }

    /// All that was not understood, for whoever gets nothing but what they asked for: files and programs.
    var faults: [Refusal.Field] {
        let names = listed(["words"] + Facet.allCases.map(\.rawValue) + ["box", "sort", "page"], joinedBy: "or")
        return misread.map { Refusal.Field($0.name, $0.sentence) }
            + unknown.map { Refusal.Field($0, "Nothing is asked for by “\($0.prefix(60))”. What stands in an address is named \(names).") }
    }

    /// The same, where there is such a page; else the last, with a word about it.
    func among(pages: Int) -> RegisterQuery {
        guard page > pages else { return self }
        var query = at(page: pages)
        query.misread.append(Misreading(name: "page", value: String(page), sentence: "There is no page \(page). This is the last, page \(pages)."))
        return query
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
