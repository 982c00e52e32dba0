import Foundation
import Kernel
import Markup
import Testing

/// A chart has its colours twice: in the style sheet for a page, and in itself for paper.
@Suite struct PrintedColourTests {
    @Test(arguments: Tone.allCases) func `a tone is filled on paper as on a page in the light`(tone: Tone) throws {
        let sheet = try String(contentsOfFile: "Sources/Web/Assets/muster.css", encoding: .utf8)
        let fill = try #require(sheet.firstMatch(of: try Regex("--fill-\(tone.rawValue): (#[0-9a-f]{6})", as: (Substring, Substring).self)))
        let drawing = drawing(of: [Share(1, "so", tone)]).svg.markup
        #expect(drawing.contains(".fill.\(tone.rawValue),path.done.\(tone.rawValue){fill:\(fill.1)}"))
    }

    @Test func `everything that is drawn has its look in the picture`() throws {
        let day = try #require(Day(iso: "2025-02-28"))
        let rows = [
            TimelineRow("1", from: day.adding(days: -90), due: day.adding(days: -20), forecast: day.adding(days: 20), tone: .red, standing: "Late"),
            TimelineRow("2", due: nil, done: day, tone: .blue, standing: "Done"), TimelineRow("3", due: nil, tone: .grey, standing: "No date"),
        ]
        let days = [SharesOfDay(day.adding(days: -30), [Share(1, "late", .red)]), SharesOfDay(day, [Share(2, "done", .blue)])]
        let all = drawings(of: rows, on: day, planEnds: day.adding(days: 31))
            + [drawing(of: [Share(1, "late", .red)]), drawing(of: days), drawing(due: [day], done: [day], on: day)].compactMap(\.self)
        #expect(all.count == 4)
        for drawing in all {
            let markup = drawing.svg.markup
            let title: HTML = "<title>\(drawing.words)</title>"
            #expect(!drawing.words.isEmpty && markup.contains(title.markup), "\(drawing.words)")
            for match in markup.matches(of: /class="([^"]+)"/) {
                for name in match.1.split(separator: " ") where !["major", "minor", "figure", "keys", "lines"].contains(name) {
                    #expect(markup.contains(".\(name)"), "nothing says how \(name) looks")
                }
            }
        }
    }
}
