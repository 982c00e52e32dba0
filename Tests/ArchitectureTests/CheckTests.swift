import Testing

/// The checks themselves, tried on code that breaks the rules.
@Suite struct `a check` {
    private func source(_ path: String, _ text: String) -> Source { Source(path: path, text: text) }

    private func broken(_ path: String, _ text: String) -> [Breach] {
        Rule.all.flatMap { $0.breaches(in: source(path, text)) } + Arrows.breaches(in: source(path, text))
    }

    @Test(arguments: [
        "let page = HTML(trusted: text)", "let query = SQL(trusted: text)", "let now = Date()", "let id = UUID()",
        "let start = ContinuousClock.now", "wait(until: .now)", "fatalError(\"no\")", "let n = try! read()", "let a = b as! C",
        "print(total)", "nonisolated(unsafe) var x = 1", "struct PlanManager {}", "enum PlanDTO {}",
        "log(\"at \\(Date())\")",
    ]) func `finds`(line: String) {
        #expect(broken("Sources/Plans/Plans.swift", "\n\(line)\n").map(\.line) == [2])
    }

    @Test(arguments: [
        "let moment = clock.now", "let moment = desk.clock.now", "row($0.was, $0.now)", "/// Never `Date()` here.", "let text = \"Date() and try! it\"",
        "let words = #\"a \" quote, then UUID()\"#", "try? read()", "imprint(page)", "struct Manager {}", "/* print(1) */ let x = 1",
        "let text = \"\"\"\n    fatalError(\"in text\")\n    \"\"\"",
    ]) func `lets pass`(line: String) {
        #expect(broken("Sources/Plans/Plans.swift", line).isEmpty)
    }

    @Test(arguments: [
        ("Sources/Kernel/Day.swift", "import Storage"),
        ("Sources/Markup/HTML.swift", "public import Hummingbird"),
        ("Sources/Plans/Model/Plan.swift", "import Foundation"),
        ("Sources/Plans/Model/Plan.swift", "public import Storage"),
        ("Sources/Plans/Plans.swift", "import Premises"),
        ("Sources/Plans/Records/Schema.swift", "import Web"),
        ("Sources/Plans/Web/PlanPage.swift", "import ArgumentParser"),
        ("Sources/Plans/Import/Reader.swift", "import Storage"),
        ("Sources/People/Model/Party.swift", "internal import struct Plans.Plan"),
        ("Sources/muster/Muster.swift", "import Plans"),
        ("Sources/Plans/Shared/Thing.swift", "import Kernel"),
    ]) func `refuses the arrow`(path: String, line: String) {
        #expect(broken(path, line).count == 1)
    }

    @Test(arguments: [
        ("Sources/Plans/Model/Plan.swift", "public import Kernel"),
        ("Sources/Plans/Model/Plan.swift", "public import People"),
        ("Sources/Plans/Records/Schema.swift", "@preconcurrency public import Storage"),
        ("Sources/Plans/Web/PlanPage.swift", "import Hummingbird"),
        ("Sources/Plans/CLI/PlanCommand.swift", "import ArgumentParser"),
        ("Sources/Plans/Import/Reader.swift", "import Foundation"),
        ("Sources/App/Start.swift", "import Plans"),
    ]) func `allows the arrow`(path: String, line: String) {
        #expect(broken(path, line).isEmpty)
    }
}
