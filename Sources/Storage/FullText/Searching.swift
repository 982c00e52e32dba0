internal import Kernel

extension FullText {
    /// So many rows are looked at to find the best: whoever types a single letter means none of a hundred thousand in particular.
    private static var most: Int { 100 }

    /// The numbers (`id`) of the rows that have a word for each of those typed, the best first. Where no more have them than are asked for,
    /// all of them, the same on both engines; where more do, some of them, which each engine chooses by what it finds soonest.
    ///
    /// - Parameter typed: as it stands in the box, the last word perhaps not at its end.
    public func rows(matching typed: String, limit: Int = 20, _ session: Session) throws -> [Int64] {
        let search = SearchWords(typed)
        guard !search.isEmpty, limit > 0 else { return [] }
        let most = max(Self.most, limit)
        let found = session.dialect == .sqlite
            ? try inFTS5(search, wanted: limit, most: most, session) : try inGIN(search, wanted: limit, most: most, session)
        return found.sorted { ($0.misfit, $0.number) < ($1.misfit, $1.number) }.prefix(limit).map(\.number)
    }

    private struct Found {
        let number: Int64
        /// 0 where the words stand whole in the first column; the higher, the worse.
        let misfit: Int
    }

    /// A short beginning is read from an index of beginnings, row after row and no further than is needed. A long one would have all rows
    /// of all its words brought together first, so it is cut: who has the first six letters mostly has the rest, and who has not is left out.
    private func inFTS5(_ search: SearchWords, wanted: Int, most: Int, _ session: Session) throws -> [Found] {
        func ask(_ expression: String) throws -> (asked: Int, found: [Found]) {
            try candidates(search, session, SQL(trusted: "\(name) JOIN \(table) ON \(table).id = \(name).rowid WHERE \(name) MATCH ")
                + "\(expression) ORDER BY " + SQL(trusted: "\(name).rowid") + " LIMIT \(most)")
        }
        func expression(cut: Bool) -> String {
            search.words.map { word in
                word.isBeginning ? "\"\(cut ? String(word.text.prefix(Self.longestIndexed)) : word.text)\" *" : "\"\(word.text)\""
            }.joined(separator: " AND ")
        }
        let first = try ask(expression(cut: true))
        guard first.asked == most, first.found.count < wanted,
              search.words.contains(where: { $0.isBeginning && $0.text.utf8.count > Self.longestIndexed }) else { return first.found }
        return try ask(expression(cut: false)).found
    }

    /// A GIN index brings all rows of a beginning together before it tells the first, while of whole words it tells those that have them all at once.
    /// So words that very many have are looked for in samples of the table first; of what has too few there, each beginning is asked for as the
    /// whole words that begin so. A beginning of very many rows is then looked for in the rows that the other words find.
    private func inGIN(_ search: SearchWords, wanted: Int, most: Int, _ session: Session) throws -> [Found] {
        let typed = Self.query(search.words.map { $0.isBeginning ? "\($0.text):*" : $0.text })
        func asked(by index: [String]) throws -> [Found] {
            // They are found apart from the limit, for whose sake the planner would read the table from its beginning.
            try candidates(search, session, SQL(trusted: "(SELECT id, \(name) FROM \(table) WHERE \(name) @@ ") + Self.query(index)
                + SQL(trusted: " OFFSET 0) found JOIN \(table) ON \(table).id = found.id WHERE found.\(name) @@ ") + typed + " LIMIT \(most)").found
        }
        func sampled(_ rows: SQL) throws -> [Found] {
            try candidates(search, session, rows + SQL(trusted: " WHERE \(name) @@ ") + typed + " LIMIT \(most)").found
        }
        let last: Int64 = try session.value(SQL(trusted: "SELECT COALESCE(MAX(id), 0) FROM \(table)")) ?? 0
        let (isLong, some) = (last > 8000, sample(of: 250, upTo: last))
        if isLong {
            let few = try sampled(some)
            if few.count >= wanted { return few }
        }
        var words: [(text: String, isBroad: Bool)] = []
        for word in search.words {
            let whole = word.isBeginning ? try self.words(beginning: word.text, session) : [word.text]
            guard !whole.isEmpty else { return [] }
            words.append(whole.count > Self.mostWords ? ("\(word.text):*", true) : ("(\(whole.joined(separator: " | ")))", whole.count > 1))
        }
        guard isLong, words.count > 1, words.contains(where: \.isBroad) else { return try asked(by: words.map(\.text)) }
        let common = try common(words.filter(\.isBroad).map(\.text), among: some, session)
        let index = words.map(\.text).filter { !common.contains($0) }
        if !index.isEmpty { return try asked(by: index) }
        let more = try sampled(sample(of: 1500, upTo: last))
        return more.count >= wanted ? more : try asked(by: words.map(\.text))
    }

    /// More words than these that begin so are asked for by their beginning.
    private static var mostWords: Int { 64 }

    /// The words in the table that begin so, or one more than the most that are asked for.
    private func words(beginning text: String, _ session: Session) throws -> [String] {
        try session.column(SQL(trusted: "SELECT word FROM \(name)_word WHERE word >= ")
            + "\(text) AND word < \(text + "\u{10FFFF}") ORDER BY word LIMIT \(Self.mostWords + 1)")
    }

    /// Which of the words more than three in a hundred of the rows have.
    private func common(_ words: [String], among sample: SQL, _ session: Session) throws -> Set<String> {
        var counts: SQL = "SELECT COUNT(*)"
        for word in words { counts += SQL(trusted: ", COUNT(*) FILTER (WHERE \(name) @@ ") + Self.query([word]) + ")" }
        var common: Set<String> = []
        try session.each(counts + " FROM " + sample) { row in
            let rows: Int = try row.next()
            for word in words where try row.next() as Int * 100 > rows * 3 { common.insert(word) }
        }
        return common
    }

    /// Words hold letters and digits alone, so they can be put together.
    private static func query(_ words: [String]) -> SQL { "CAST(\(words.joined(separator: " & ")) AS tsquery)" }

    /// Eight stretches of rows from all over the table, to stand after FROM.
    private func sample(of rows: Int64, upTo last: Int64) -> SQL {
        var places: SQL = ""
        for start in (0..<8).map({ last / 8 * $0 }) {
            if start > 0 { places += " OR " }
            places += "id > \(start) AND id <= \(start + rows)"
        }
        return SQL(trusted: "(SELECT * FROM \(table) WHERE ") + places + SQL(trusted: " OFFSET 0) \(table)")
    }

    /// Those of the rows that a clause selects that do have the words, and how many it selected.
    private func candidates(_ search: SearchWords, _ session: Session, _ clause: SQL) throws -> (asked: Int, found: [Found]) {
        var (asked, found) = (0, [Found]())
        try session.each(SQL(trusted: "SELECT \((["id"] + columns).map { "\(table).\($0)" }.joined(separator: ", ")) FROM ") + clause) { row in
            asked += 1
            let number: Int64 = try row.next()
            let words = try columns.map { _ in SearchWords.split(try row.next() as String? ?? "") }
            if let misfit = misfit(search, words) { found.append(Found(number: number, misfit: misfit)) }
        }
        return (asked, found)
    }

    private func misfit(_ search: SearchWords, _ columns: [[String]]) -> Int? {
        var sum = columns.first?.first.map { first in search.words[0].fit([first]) == nil ? 1 : 0 } ?? 1
        for word in search.words {
            guard let best = columns.enumerated().compactMap({ place, words in word.fit(words).map { $0 * 2 + place } }).min() else { return nil }
            sum += best
        }
        return sum
    }
}
