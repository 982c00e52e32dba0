import Kernel
import Markup
import TestSupport
import Testing

@Suite struct ChartTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test func `a bar says its shares in words, and none that is empty`() {
        let markup = stack([Share(1, "done", .blue), Share(0, "at risk", .amber), Share(3, "late", .red)]).markup
        #expect(markup.contains("aria-label=\"1 done and 3 late, of 4 actions\""))
        #expect(markup.contains("x=\"25%\" width=\"75%\"") && !markup.contains("amber"))
        #expect(stack([]).markup.contains("aria-label=\"No actions\""))
    }

    @Test func `a timeline says of each action what it draws`() throws {
        let row = TimelineRow(
            "2.2 Out-of-hours duty", from: try day("2021-01-29"), due: try day("2021-02-28"), forecast: try day("2021-04-30"),
            tone: .red, standing: "Late", link: Link("plans"))
        let markup = timeline([row], on: try day("2021-03-15"), planEnds: try day("2021-03-31")).markup
        #expect(markup.contains("aria-label=\"Late, from 29 January 2021, due 28 February 2021, expected 30 April 2021\""))
        #expect(markup.contains("15 Mar 2021") && markup.contains("plan ends"))
        #expect(Strict.faults(in: markup).isEmpty)
        #expect(timeline([], on: try day("2021-03-15")).isEmpty)
    }

    @Test(arguments: ["2021-02-10", "2021-03-05", nil])
    func `what is late runs on to the day shown, whatever was expected before it`(_ forecast: String?) throws {
        let shown = try day("2021-03-15")
        let due = try day("2021-02-28")
        let row = TimelineRow(
            "2.2", from: try day("2021-01-29"), due: due, forecast: try forecast.map(day), tone: .red, standing: "Late")
        let markup = timeline([row], on: shown).markup
        let line = try #require(markup.firstMatch(of: /class="over red" x1="([0-9.]+)%" x2="([0-9.]+)%"/))
        let upright = try #require(markup.firstMatch(of: /class="shown" x1="([0-9.]+)%"/))
        #expect(Double(line.1)! < Double(line.2)!)
        #expect(line.2 == upright.1)
    }

    @Test(arguments: [("2021-03-20", "8 Mar"), ("2021-12-31", "Jun"), ("2023-12-31", "Jul"), ("2033-12-31", "2028")])
    func `the marks of an axis suit its length`(_ end: String, _ mark: String) throws {
        let row = TimelineRow("R", from: try day("2021-02-01"), due: try day(end), tone: .green, standing: "On track")
        let markup = timeline([row], on: try day("2021-02-15")).markup
        #expect(markup.contains(">\(mark)</text>"))
        #expect(markup.components("<line class=\"rule\"") <= 19)
    }

    @Test func `done against due says the gap`() throws {
        let due = [try day("2021-01-31"), try day("2021-02-28"), try day("2021-06-30")]
        let shown = try day("2021-03-15")
        #expect(burnUp(due: due, done: [try day("2021-02-10")], on: shown).markup
            .contains("By 15 March 2021, 2 of 3 actions were due and 1 is said to be done: 1 behind."))
        #expect(burnUp(due: due, done: due.map { $0.adding(days: -60) }, on: shown).markup.contains("2 of 3 actions were due and 2 are said to be done: neither behind nor ahead."))
        #expect(burnUp(due: [], done: [], on: shown).isEmpty)
    }

    @Test func `what stood over time is drawn to one scale and told as a table, the newest first`() throws {
        let days = [
            SharesOfDay(try day("2021-01-31"), [Share(0, "done", .blue), Share(2, "on track", .green)]),
            SharesOfDay(try day("2021-02-28"), [Share(1, "done", .blue), Share(2, "on track", .green), Share(1, "late", .red)]),
        ]
        let markup = overTime(days).markup
        #expect(markup.contains("aria-label=\"On 28 February 2021: 1 done, 2 on track and 1 late.\""))
        #expect(markup.contains("class=\"fill green\"") && markup.contains("y=\"50%\" height=\"50%\""))
        #expect(markup.contains("y=\"75%\" height=\"25%\"") && markup.contains("y=\"0%\" height=\"25%\""))
        let told = try #require(markup.firstRange(of: "<table"))
        #expect(markup[told.lowerBound...].contains(/28 February 2021.*31 January 2021/.dotMatchesNewlines()))
        #expect(Strict.faults(in: markup).isEmpty)
        #expect(overTime(Array(days.prefix(1))).isEmpty && overTime([]).isEmpty)
    }
}

extension String {
    /// How often a piece stands in it.
    func components(_ piece: String) -> Int { ranges(of: piece).count }
}

/// Words of a chart don't lie on each other, or on its lines.
@Suite struct ChartRoomTests {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    @Test(arguments: ["2021-12-31", "2022-06-30", "2023-03-31", "2024-11-27", "2026-11-27", "2027-01-20"])
    func `the years of an axis have room beside each other where a page is narrow`(_ end: String) throws {
        let markup = burnUp(due: [try day("2021-02-10"), try day("2021-05-31")], done: [], on: try day(end)).markup
        let years = markup.matches(of: /class="year( after)?" x="([0-9.]+)%"/).map { match in
            (start: (Double(match.2) ?? 0) * 2.8 + (match.1 == nil ? 4 : -34), isAfter: match.1 != nil)
        }
        #expect(!years.isEmpty)
        for (year, next) in zip(years, years.dropFirst()) { #expect(next.start - year.start >= 30) }
        #expect(years.allSatisfy { $0.start + 30 <= 282 })
    }

    @Test func `the most that slipped is written over its line`() throws {
        let (january, may) = (try day("2026-01-01"), try day("2026-05-01"))
        let markup = slippage([Slip(january, agreed: 297, expected: 0), Slip(may, agreed: 297, expected: 297)], on: may).markup
        let foot = try #require(markup.firstMatch(of: /class="figure" x="0" y="([0-9]+)">297 days/))
        let top = try #require(markup.firstMatch(of: /<svg y="([0-9]+)" width="100%"/))
        #expect((Int(foot.1) ?? 99) < (Int(top.1) ?? 0))
    }

    @Test(arguments: [PrintedSheet.upright, .across]) func `names on paper end after a whole word, and nothing is higher than a sheet`(sheet: PrintedSheet) throws {
        let due = try day("2021-02-10")
        let name = "1.1 Write the sampling criteria and train four reviewers who have no part in the audits they will read"
        let rows = (0..<50).map { _ in TimelineRow(name, due: due, tone: .green, standing: "On track") }
        let drawn = drawings(of: rows, on: due, planEnds: due.adding(days: 30), on: sheet)
        #expect(drawn.count > 1 && drawn.allSatisfy { $0.height <= sheet.height && $0.width == sheet.width })
        for drawing in drawn {
            let markup = drawing.svg.markup
            let cut = try #require(markup.firstMatch(of: /class="name"[^>]*>([^<]+)…</))
            #expect(name.hasPrefix(String(cut.1) + " "))
            #expect(markup.contains(">Due</text>") && markup.contains(">2021</text>") && markup.contains(">plan ends</text>"))
        }
    }

    @Test func `parts of a whole are told apart in black and white`() throws {
        let parts = [Share(2, "done", .blue), Share(1, "on track", .green), Share(1, "at risk", .amber), Share(3, "late", .red)]
        let markup = drawing(of: parts).svg.markup
        for tone in ["blue", "green", "amber"] {
            #expect(markup.contains("<pattern id=\"\(tone)\"") && markup.components("class=\"hatch \(tone)\"") == 2)
        }
    }
}
