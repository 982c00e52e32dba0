import Testing

/// Every code that the program refuses with is explained, once, on a page of its own.
@Suite struct `the problems` {
    private struct Told: Hashable {
        let code: String
        /// Nil where the code is told with a status instead.
        let kind: String?
    }

    /// What a page of parts shows is made up.
    private let sources = House.sources.filter { !$0.path.hasPrefix("Sources/Markup/") }

    private func found(in text: String) -> [Told] {
        text.matches(of: /Refusal\(\s*"([a-z0-9-]+)",\s*\.(\w+)/).map { Told(code: String($0.1), kind: String($0.2)) }
            + text.matches(of: /\.(invalid|missing|forbidden|conflict)\(\s*"([a-z0-9-]+)"/).map { Told(code: String($0.2), kind: String($0.1)) }
            + text.matches(of: /\bProblem\(\s*code: "([a-z0-9-]+)"/).map { Told(code: String($0.1), kind: nil) }
    }

    @Test func `are each explained, as what they are told as`() {
        var explained: [String: String?] = [:]
        for source in sources {
            for match in source.text.matches(of: /ExplainedProblem\(\s*"([a-z0-9-]+)",\s*(?:\.(\w+)|status: \d+)/) {
                #expect(explained[String(match.1)] == nil, "\(match.1) is explained twice")
                explained[String(match.1)] = .some(match.2.map { String($0) })
            }
        }
        var told: Set<String> = []
        for source in sources {
            for problem in found(in: source.text) {
                told.insert(problem.code)
                guard let kind = explained[problem.code] else {
                    Breach(path: source.path, line: 1, sentence: "“\(problem.code)” has no page. Explain it in the slice's API folder.").report()
                    continue
                }
                if let kind, let own = problem.kind, own != kind {
                    Breach(path: source.path, line: 1, sentence: "“\(problem.code)” is told as \(own) and explained as \(kind).").report()
                }
            }
        }
        #expect(told.count > 80)
        for code in explained.keys where !told.contains(code) {
            Breach(path: "Sources", line: 1, sentence: "“\(code)” is explained and never told. Take its page out.").report()
        }
    }

    @Test func `are found where they are told`() {
        #expect(found(in: "throw Refusal(\n    \"a-b\", .tooMany, x)").map(\.code) == ["a-b"])
        #expect(found(in: ".missing(\"c-d\", y)").map(\.kind) == ["missing"])
        #expect(found(in: "Problem(code: \"e-f\")").map(\.code) == ["e-f"])
    }
}
