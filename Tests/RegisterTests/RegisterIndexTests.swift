import Kernel
import Testing
import TestSupport

@testable import Register

/// Whatever is asked of the index is what reading every entry would give.
@Suite struct RegisterIndexTests {
    static let day = Day(2026, 11, 27) ?? Day(number: 0)
    static let register: Register = {
        var dice = Dice(seed: 3)
        return Register(RegisterContents(
            service: "Northshire", version: RegisterVersion(day: day, size: 1, since: .inBritain(day, hour: 9)),
            entries: SampleRegister.entries(300, seed: 11, on: day).shuffled(using: &dice)))
    }()

    private var register: Register { Self.register }

    /// The words that an entry is found by, read the slow way.
    private func words(_ entry: PublicEntry) -> [String] {
        let texts = [entry.premises, entry.reference, entry.postcode ?? "", entry.uprn?.description ?? "", entry.area ?? "", entry.substance ?? ""]
            + entry.persons.flatMap { [$0.name, $0.address ?? ""] } + entry.address + [entry.premisesType?.words ?? "", entry.kind?.words ?? "", entry.status?.words ?? ""]
            + entry.articles.map { "article \($0)" }
        return texts.flatMap(\.foldedWords) + [entry.reference.foldedWhole, (entry.postcode ?? "").foldedWhole]
    }

    private func passes(_ entry: PublicEntry, _ query: RegisterQuery, but ignored: Facet? = nil) -> Bool {
        if let text = query.words {
            let words = words(entry)
            guard text.foldedWords.allSatisfy({ part in words.contains { $0.hasPrefix(part) } }) else { return false }
        }
        if let box = query.box, entry.place.map(box.contains) != true { return false }
        return Facet.allCases.allSatisfy { facet in
            facet == ignored || query[facet].isEmpty || !Set(query[facet]).isDisjoint(with: facet.keys(of: entry))
        }
    }

    private func query(_ dice: inout Dice) -> RegisterQuery {
        var query = RegisterQuery()
        func rolls(_ sides: Int, _ dice: inout Dice) -> Bool { Int.random(in: 0..<sides, using: &dice) == 0 }
        for facet in Facet.allCases where rolls(3, &dice) {
            for _ in 0...1 { if let entry = register.entries.randomElement(using: &dice) { query[facet] += facet.keys(of: entry).prefix(1) } }
        }
        if rolls(2, &dice), let entry = register.entries.randomElement(using: &dice), let word = words(entry).randomElement(using: &dice) {
            query.words = String(word.prefix(Int.random(in: 1...6, using: &dice)))
        }
        if rolls(4, &dice) { query.box = MapBox(west: -1.6, south: 54.2, east: -0.9, north: 54.6) }
        query.sort = RegisterQuery.Sort.allCases.randomElement(using: &dice)
        query.isDescending = rolls(2, &dice)
        return query
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func `counts as reading every entry would`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let query = query(&dice)
        let answer = register.answer(query, length: 10)
        let expected = register.entries.filter { passes($0, query) }
        #expect(answer.total == expected.count)
        #expect(Set(register.entries(query).map(\.reference)) == Set(expected.map(\.reference)))
        for counts in answer.facets {
            let others = register.entries.filter { passes($0, query, but: counts.facet) }
            for value in counts.values {
                #expect(value.count == others.count { counts.facet.keys(of: $0).contains(value.key) }, "\(counts.facet) \(value.key)")
            }
            #expect(Set(counts.values.map(\.key)).isSuperset(of: register.entries.flatMap { counts.facet.keys(of: $0) }), "a value disappeared")
        }
        #expect(answer.rows.map(\.reference) == register.entries(query).prefix(10).map(\.reference))
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func `reads back the address that it writes`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let query = query(&dice).at(page: 3)
        #expect(RegisterQuery(query.pairs) == query)
    }

    @Test func `puts every page after the one before`() {
        var query = RegisterQuery()
        query.words = "h"
        let all = register.entries(query).map(\.reference)
        let paged = (1...register.answer(query, length: 40).pages).flatMap { register.answer(query.at(page: $0), length: 40).rows.map(\.reference) }
        #expect(paged == all && Set(all).count == all.count)
    }

    @Test(arguments: [
        ("anchor", "Anchor"), ("zoe", "Zoë"), ("drapers", "Draper’s"), ("DRAPER’S", "Draper’s"),
    ]) func `finds a name however it is typed`(typed: String, name: String) {
        var query = RegisterQuery()
        query.words = typed
        let rows = register.entries(query)
        #expect(rows.first.map { $0.premises.contains(name) || $0.persons[0].name.contains(name) } == true)
        #expect(rows.count >= register.entries.count { $0.premises.contains(name) })
    }

    @Test func `finds a reference and a postcode written together or apart`() throws {
        let entry = register.entries[41]
        let postcode = try #require(entry.postcode)
        for typed in [entry.reference, entry.reference.lowercased(), entry.reference.filter { $0 != "-" }, postcode, postcode.filter { $0 != " " }.lowercased()] {
            var query = RegisterQuery()
            query.words = typed
            #expect(register.entries(query).contains(entry), "\(typed)")
        }
    }

    @Test func `leads with what has the words in its name`() {
        var query = RegisterQuery()
        query.words = "harbour"
        let named = register.entries(query).map { ($0.premises + $0.persons[0].name).lowercased().contains("harbour") }
        #expect(named == named.sorted { $0 && !$1 })
    }

    @Test func `sorts by each key`() {
        var query = RegisterQuery()
        for (sort, key) in [
            (.served, { $0.served?.iso }), (.changed, { $0.changed?.iso }), (.reference, { $0.reference.lowercased() }), (.premises, { $0.premises.lowercased() }),
            (.comply, { $0.complyBy?.iso }), (.area, { $0.area?.lowercased() }),
        ] as [(RegisterQuery.Sort, (PublicEntry) -> String?)] {
            query.sort = sort
            query.isDescending = false
            let keys = register.entries(query).map(key)
            let sorted = keys.compactMap(\.self).sorted(), rest = keys.filter { $0 == nil }
            #expect(keys == sorted.map { $0 } + rest, "\(sort)")
            query.isDescending = true
            #expect(register.entries(query).map(key) == sorted.reversed().map { $0 } + rest, "\(sort)")
        }
    }

    @Test func `shows a value that nobody has, and one that it has never heard of, as none`() {
        var query = RegisterQuery()
        query.words = "nobody-has-these-words"
        query[.area] = ["Atlantis"]
        let answer = register.answer(query)
        #expect(answer.total == 0 && answer.pages == 1)
        #expect(answer.facets.allSatisfy { !$0.values.isEmpty && $0.values.allSatisfy { $0.count == 0 } })
        #expect(answer.facets.first { $0.facet == .area }?.values.last == .init(key: "Atlantis", count: 0, isChosen: true))
    }

    @Test func `has an empty register too`() {
        let empty = Register(RegisterContents(service: "Northshire", version: Self.register.version))
        let answer = empty.answer(RegisterQuery([(name: "words", value: "a"), (name: "page", value: "7")]))
        #expect(answer.total == 0 && answer.query.page == 1 && answer.facets.first?.values.count == 3)
    }

    @Test func `knows editions and what is gone`() {
        var second = Self.register.entries[0]
        var first = second
        (first.edition, second.edition) = (1, 2)
        let register = Register(RegisterContents(
            service: "Northshire", version: Self.register.version, entries: [second], earlier: [first], gone: [.init(reference: "N-1", day: Self.day)]))
        #expect(register.editions(of: second.reference.lowercased()).map(\.edition) == [2, 1])
        #expect(register.edition(1, of: second.reference) == first && register.edition(3, of: second.reference) == nil)
        #expect(register.gone("n-1") != nil && register.entry("N-1") == nil)
    }
}
