import Testing

@Suite struct `every record` {
    @Test func `is listed for the check that compares it with the journal`() {
        let code = House.sources.map { $0.code.joined(separator: "\n") }
        let listed = Set(code.flatMap { $0.matches(of: /RecordKind\((\w+)\.self/).map { String($0.1) } })
        var count = 0
        for source in House.sources {
            for (index, line) in source.code.enumerated() {
                guard let name = line.firstMatch(of: /\b(?:extension|struct) (\w+)(?:: |.*, )Record\b/)?.1 else { continue }
                count += 1
                if !listed.contains(String(name)) {
                    Breach(path: source.path, line: index + 1, sentence: "list RecordKind(\(name).self) among the records of its slice.").report()
                }
            }
        }
        #expect(count > 10)
    }
}
