import Foundation
import Testing

@Suite struct `the documents` {
    @Test func `describe every setting`() throws {
        let described = try #require(House.text("docs/configuration.md"))
        let settings = Settings.inProgram
        #expect(settings.count > 5, "the settings are no longer found in Sources/App; mend Settings.inProgram")
        for setting in settings.sorted() where !described.contains("`\(setting)`") {
            Breach(path: "docs/configuration.md", line: 1, sentence: "the setting `\(setting)` is not described. Add a row for it.").report()
        }
    }

    @Test func `link to files that are there`() {
        for path in House.names(in: ".").filter({ $0.hasSuffix(".md") }) + House.files(under: "docs", ending: ".md") {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            for (index, line) in (House.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for link in line.matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/).map({ String($0.1) }) {
                    let file = House.root.appending(path: folder).appending(path: link)
                    if !FileManager.default.fileExists(atPath: file.path) {
                        Breach(path: path, line: index + 1, sentence: "\(link) is not there. Mend the link.").report()
                    }
                }
            }
        }
    }
}
