import Testing

/// Every code that the program refuses with is explained, once, on a page of its own.
@Suite struct `the problems` {
    private struct Told: Hashable {
        let code: String
        /// Nil where the code is told with a status instead. A code may be told as two kinds, and is explained as one of them.
        let kind: String?
    }

    /// What a page of parts shows is made up.
    private let sources = House.sources.filter {
        !$0.path.hasPrefix("Sources/Markup/") && ["Refusal", "Problem", "Obstacle("].contains(where: $0.text.contains)
    }

    private func found(in text: String) -> [Told] {
        text.matches(of: /Refusal\(\s*"([a-z0-9-]+)",\s*\.(\w+)/).map { Told(code: String($0.1), kind: String($0.2)) }
            + text.matches(of: /\.(invalid|missing|forbidden|conflict)\(\s*"([a-z0-9-]+)"/).map { Told(code: String($0.2), kind: String($0.1)) }
            // What stands before an approval is refused as a conflict.
            + text.matches(of: /Obstacle\(\s*"([a-z0-9-]+)"/).map { Told(code: String($0.1), kind: "conflict") }
            + text.matches(of: /(?:Problem|init)\(\s*code: "([a-z0-9-]+)"/).map { Told(code: String($0.1), kind: nil) }
    }

    @Test func `are each explained, as what they are told as`() {
        var explained: [String: String?] = [:]
        for source in sources {
            for match in source.text.matches(of: /ExplainedProblem\(\s*"([a-z0-9-]+)",\s*(?:\.(\w+)|status: \d+)/) {
                #expect(explained[String(match.1)] == nil, "\(match.1) is explained twice")
                explained[String(match.1)] = .some(match.2.map { String($0) })
            }
        }
        var told: [String: Set<String?>] = [:]
        for source in sources {
            for problem in found(in: source.text) {
                told[problem.code, default: []].insert(problem.kind)
                guard explained[problem.code] == nil else { continue }
                Breach(path: source.path, line: 1, sentence: "“\(problem.code)” has no page. Explain it in the slice's API folder.").report()
            }
        }
        #expect(told.count > 80)
        for (code, kind) in explained {
            guard let kinds = told[code] else {
                Breach(path: "Sources", line: 1, sentence: "“\(code)” is explained and never told. Take its page out.").report()
                continue
            }
            if let kind { #expect(kinds.contains(kind), "“\(code)” is explained as \(kind) and never told as that") }
        }
    }

    @Test func `are found where they are told`() {
        #expect(found(in: "throw Refusal(\n    \"a-b\", .tooMany, x)").map(\.code) == ["a-b"])
        #expect(found(in: ".missing(\"c-d\", y)").map(\.kind) == ["missing"])
        #expect(found(in: "Problem(code: \"e-f\")").map(\.code) == ["e-f"])
    }
}
