import Kernel
public import Storage

extension Session {
    /// The premises that somebody may mean by what is typed so far, the likeliest first: by the beginning of a reference, a UPRN or a
    /// postcode, and by the beginnings of words of the name and the address.
    ///
    /// - Parameter isMerged: those that were merged into others, which are left out otherwise.
    public func premises(matching typed: String, limit: Int = 20, isMerged: Bool = false) throws -> [Premises] {
        let text = String(typed.prefix(200).trimmed)
        guard !text.isEmpty, limit > 0 else { return [] }
        var found: [Premises] = []
        var known: Set<ID<Premises>> = []
        func take(_ more: [Premises]) {
            for premises in more where found.count < limit && (premises.mergedInto != nil) == isMerged && known.insert(premises.id).inserted { found.append(premises) }
        }
        if let reference = Reference(checking: text) { take(try beginning(reference.key, "reference_key", limit)) }
        if let digits = Int64(text), text.utf8.count >= 4 { take(try uprns(beginning: digits, limit)) }
        for beginning in Self.postcodes(beginning: text) where found.count < limit { take(try self.beginning(beginning, "postcode", limit)) }
        // So many digits are no word of a name or an address.
        guard found.count < limit, Int64(text) == nil || text.utf8.count < 6 else { return found }
        // Some of those found may have been merged, or be here already.
        let numbers = try Gazetteer.words.rows(matching: typed, limit: limit * 2, self)
        let byNumber = try byNumber(Premises.self, Set(numbers.map { ID($0) }))
        take(numbers.compactMap { byNumber[ID($0)] })
        return found
    }

    /// The same of those that a list shows. Where very many have the words, only the likeliest 5,000 are held against the list's choices.
    func premises(matching typed: String, among filter: PremisesFilter, on day: Day, limit: Int) throws -> [Premises] {
        let likely = try premises(matching: typed, limit: filter.isNarrow ? 5000 : limit * 2, isMerged: filter.isMerged)
        var fitting: Set<ID<Premises>> = []
        for start in stride(from: 0, to: likely.count, by: 500) {
            let part = likely[start..<min(start + 500, likely.count)].map(\.id)
            fitting.formUnion(try column("SELECT id FROM premises WHERE id IN (\(list: part)) AND \(filter.condition(on: day))", as: ID<Premises>.self))
        }
        return Array(likely.lazy.filter { fitting.contains($0.id) }.prefix(limit))
    }

    /// What comes after a beginning, in the order of an index.
    func beginning(_ text: String, _ column: String, _ limit: Int) throws -> [Premises] {
        let end = text + "\u{10FFFF}"
        return column == "postcode"
            ? try all(Premises.self, "WHERE postcode >= \(text) AND postcode < \(end) ORDER BY postcode LIMIT \(limit)")
            : try all(Premises.self, "WHERE reference_key >= \(text) AND reference_key < \(end) ORDER BY reference_key LIMIT \(limit)")
    }

    /// Numbers have no beginnings, so each length that a UPRN may have is a range of its own.
    private func uprns(beginning digits: Int64, _ limit: Int) throws -> [Premises] {
        var (found, factor): ([Premises], Int64) = ([], 1)
        guard digits > 0 else { return [] }
        while digits * factor < 1_000_000_000_000, found.count < limit {
            found += try all(Premises.self, "WHERE uprn >= \(digits * factor) AND uprn < \((digits + 1) * factor) ORDER BY uprn LIMIT \(limit - found.count)")
            factor *= 10
        }
        return found
    }

    /// What a postcode may begin with that is typed so: `NR12` may be the district or `NR1 2…`.
    static func postcodes(beginning typed: String) -> [String] {
        let signs = typed.uppercased().filter { $0 != " " }
        let letters = signs.prefix { $0.isASCII && $0.isLetter }
        guard (2...7).contains(signs.utf8.count), (1...2).contains(letters.count), signs.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
              signs.dropFirst(letters.count).first?.isNumber == true else { return [] }
        if typed.trimmed.contains(" ") {
            let parts = typed.uppercased().split(separator: " ")
            return parts.count == 2 ? [parts.joined(separator: " ")] : []
        }
        if let whole = Postcode(written: signs) { return [whole.text] }
        // Where the space may stand: after the district, of which two to four signs are typed.
        return [signs] + (2...4).filter { $0 < signs.utf8.count && signs.utf8.count - $0 <= 3 }.map { "\(signs.prefix($0)) \(signs.dropFirst($0))" }
    }
}
