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

    /// A GIN index brings all rows of a beginning together before the first is told, so words that very many have are looked for in samples
    /// of the table first. What has too few there is rare enough for the index.
    private func inGIN(_ search: SearchWords, wanted: Int, most: Int, _ session: Session) throws -> [Found] {
        func asked(_ words: [SearchWords.Word], by index: [SearchWords.Word]) throws -> [Found] {
            // They are found apart from the limit, for whose sake the planner would read the table from its beginning.
            try candidates(search, session, SQL(trusted: "(SELECT id, \(name) FROM \(table) WHERE \(name) @@ ") + Self.query(index)
                + SQL(trusted: " OFFSET 0) found JOIN \(table) ON \(table).id = found.id WHERE found.\(name) @@ ") + Self.query(words) + " LIMIT \(most)").found
        }
        guard let sample = try sample(session) else { return try asked(search.words, by: search.words) }
        let few = try candidates(search, session, sample + SQL(trusted: " WHERE \(name) @@ ") + Self.query(search.words) + " LIMIT \(most)").found
        if few.count >= wanted || search.words.count == 1 { return few.count >= wanted ? few : try asked(search.words, by: search.words) }
        var counts: SQL = "SELECT "
        for (place, word) in search.words.enumerated() {
            counts += SQL(trusted: "\(place == 0 ? "" : ", ")COUNT(*) FILTER (WHERE \(name) @@ ") + Self.query([word]) + ")"
        }
        var common: Set<String> = []
        try session.each(counts + " FROM " + sample) { row in
            // Of two thousand rows.
            for word in search.words {
                let count: Int = try row.next()
                if count > 60 { common.insert(word.text) }
            }
        }
        func found(_ words: [SearchWords.Word]) throws -> [Found] {
            // The rows that the others find are looked at for the beginnings that very many words have.
            let index = words.filter { !$0.isBeginning || !common.contains($0.text) }
            return try asked(words, by: index.isEmpty ? words : index)
        }
        // What is typed before the last word is mostly whole, and whole words are found far sooner.
        let whole = search.words.dropLast().map { SearchWords.Word(text: $0.text, isBeginning: false) } + search.words.suffix(1)
        let first = try found(whole)
        if first.count >= wanted { return first }
        let numbers = Set(first.map(\.number))
        return try first + found(search.words).filter { !numbers.contains($0.number) }
    }

    /// Words hold letters and digits alone, so they can be put together.
    private static func query(_ words: [SearchWords.Word]) -> SQL {
        "CAST(\(words.map { $0.isBeginning ? "\($0.text):*" : $0.text }.joined(separator: " & ")) AS tsquery)"
    }

    /// Eight stretches of 250 rows from all over the table, to stand after FROM; nil for a table that is small.
    private func sample(_ session: Session) throws -> SQL? {
        let last: Int64 = try session.value(SQL(trusted: "SELECT COALESCE(MAX(id), 0) FROM \(table)")) ?? 0
        guard last > 8000 else { return nil }
        var places: SQL = ""
        for start in (0..<8).map({ last / 8 * $0 }) {
            if start > 0 { places += " OR " }
            places += "id > \(start) AND id <= \(start + 250)"
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
