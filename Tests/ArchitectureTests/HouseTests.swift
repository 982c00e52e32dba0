import Testing

@Suite struct `the house` {
    @Test func `follows its arrows`() {
        for source in House.sources { Arrows.breaches(in: source).forEach { $0.report() } }
    }

    @Test(arguments: Rule.all) func `keeps each rule`(rule: Rule) {
        for source in House.sources { rule.breaches(in: source).forEach { $0.report() } }
    }

    @Test func `has one idea a file`() {
        for source in House.sources + House.tests where source.lines.count > 301 {
            // The last line ends with a line feed, after which the split finds one more.
            Breach(
                path: source.path, line: 301,
                sentence: "a file has at most 300 lines and this one has \(source.lines.count - 1). Divide it by idea."
            ).report()
        }
    }

    @Test func `promises nothing for later in a comment`() {
        for source in House.sources where source.text.contains("TODO") || source.text.contains("FIXME") || source.text.contains("XXX") {
            for (index, line) in source.lines.enumerated() where line.contains(/\b(TODO|FIXME|XXX)\b/) {
                Breach(path: source.path, line: index + 1, sentence: "write it now, or file it where work is planned.").report()
            }
        }
    }

    @Test func `was read`() {
        #expect(House.sources.count > 50)
        #expect(House.sources.contains { $0.path == "Sources/Kernel/Day.swift" })
    }
}

@Suite struct `the package` {
    private let manifest = House.text("Package.swift") ?? ""

    /// The names of the targets that the manifest lists.
    private var targets: Set<String> {
        Set(manifest.matches(of: /\b(?:part|tests|library|executableTarget)\((?:name: )?"(\w+)"/).map { String($0.1) })
    }

    @Test func `has something in every target`() {
        for target in targets.sorted() {
            let folder = target.hasSuffix("Tests") ? "Tests/\(target)" : "Sources/\(target)"
            let real = House.files(under: folder, ending: ".swift").filter { file in
                Source(path: file, text: House.text(file) ?? "").code.contains { line in
                    !line.allSatisfy(\.isWhitespace) && Arrows.module(importedBy: line) == nil
                }
            } + House.files(under: folder, ending: ".modulemap")
            if real.isEmpty {
                Breach(path: "Package.swift", line: 1, sentence: "\(target) is empty. Fill \(folder) or take the target out.").report()
            }
        }
    }

    @Test func `names every folder of code`() {
        for folder in House.names(in: "Sources") where !targets.contains(folder) {
            Breach(path: "Package.swift", line: 1, sentence: "Sources/\(folder) is no target. Name it or remove it.").report()
        }
        #expect(targets.count > 15)
    }
}
