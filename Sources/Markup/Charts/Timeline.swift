public import Kernel

/// One action on a timeline.
public struct TimelineRow: Sendable, Hashable, Codable {
    public let label: String
    public let from: Day?
    public let due: Day?
    public let forecast: Day?
    public let done: Day?
    public let tone: Tone
    /// The standing as a word: `Late`.
    public let standing: String
    public let link: Link?

    public init(
        _ label: String, from: Day? = nil, due: Day?, forecast: Day? = nil, done: Day? = nil,
        tone: Tone, standing: String, link: Link? = nil
    ) {
        self.label = label
        self.from = from
        self.due = due
        self.forecast = forecast
        self.done = done
        self.tone = tone
        self.standing = standing
        self.link = link
    }

    /// What the drawing shows, for those who don't see it.
    var words: String {
        var parts = [standing]
        if let from { parts.append("from \(from)") }
        parts.append(due.map { "due \($0)" } ?? "no date")
        if let forecast { parts.append("expected \(forecast)") }
        if let done { parts.append("done \(done)") }
        return parts.joined(separator: ", ")
    }
}

/// Actions against the day shown and the plan's end: a bar to the day due, a dashed line on to the day now expected or shown,
/// a diamond on the day done. It takes the width it has; on a phone each name stands over its bar.
public func timeline(_ rows: [TimelineRow], on day: Day, planEnds: Day? = nil) -> HTML {
    guard !rows.isEmpty else { return .empty }
    let axis = timelineAxis(rows, on: day, planEnds: planEnds)
    return """
        <figure class="timeline"><div class="plot"><svg class="grid" width="100%" height="100%" aria-hidden="true">\(drawn(axis, wordsAt: 28, rules: ("34", "100%")))\
        \(planEnds.map { upright($0, axis, "ends", "plan ends") })\(upright(day, axis, "shown", day.short))</svg>\
        <ol>\(rows.mapTogether(atLeast: 40) { drawn($0, axis, day) })</ol></div>\(keys(rows))</figure>\(asTable(rows))
        """
}

func timelineAxis(_ rows: [TimelineRow], on day: Day, planEnds: Day?) -> Axis {
    let days = rows.flatMap { [$0.from, $0.due, $0.forecast, $0.done].compactMap(\.self) } + [day] + (planEnds.map { [$0] } ?? [])
    return Axis(showing: days)
}

/// What a timeline shows, in a sentence: how many stand on it, and how many ran or run beyond the day they were due.
public func words(of rows: [TimelineRow], on day: Day, planEnds: Day? = nil) -> String {
    let beyond = rows.count { ($0.done ?? day) > ($0.due ?? day) }
    let ends = planEnds.map { ", with the plan's end on \($0)" } ?? ""
    return "A timeline of \(counted(rows.count, "action")) as on \(day)\(ends): \(beyond == 0 ? "none" : "\(beyond)") beyond the day due."
}

private func drawn(_ row: TimelineRow, _ axis: Axis, _ day: Day) -> HTML {
    let name: HTML = row.link.map { "<a class=\"name\" href=\"\($0)\">\(row.label)</a>" } ?? "<span class=\"name\">\(row.label)</span>"
    return """
        <li>\(name)<svg width="100%" height="24" role="img" aria-label="\(row.words)">\(bar(row, axis, day))</svg></li>
        """
}

func bar(_ row: TimelineRow, _ axis: Axis, _ day: Day) -> HTML {
    let tone = row.tone.rawValue
    var marks = HTML.empty
    if row.due == nil, row.forecast == nil, row.done == nil {
        marks += "<text class=\"none\" x=\"\(axis.place(day).text)%\" dx=\"8\" y=\"16\">no date</text>"
    }
    if let due = row.due {
        let start = row.from.map { min($0, due) } ?? due
        marks += run("run \(tone)", axis.place(start), axis.place(due))
        let last = row.done ?? max(row.forecast ?? day, day)
        if last > due { marks += run("over \(tone)", axis.place(due), axis.place(last)) }
        let at = axis.place(due).text
        marks += "<line class=\"due \(tone)\" x1=\"\(at)%\" x2=\"\(at)%\" y1=\"4\" y2=\"20\"/>"
    }
    if let forecast = row.forecast, row.done == nil {
        if row.due == nil, let from = row.from { marks += run("over \(tone)", axis.place(from), axis.place(forecast)) }
        marks += "<circle class=\"expected \(tone)\" cx=\"\(axis.place(forecast).text)%\" cy=\"12\" r=\"5\"/>"
    }
    if let done = row.done {
        // A path has no percentages, so the diamond stands in a drawing of its own that does.
        marks += "<svg x=\"\(axis.place(done).text)%\" y=\"12\" overflow=\"visible\"><path class=\"done \(tone)\" d=\"M-7 0 0-7 7 0 0 7z\"/></svg>"
    }
    return marks
}

private func run(_ look: String, _ from: Double, _ through: Double) -> HTML {
    "<line class=\"\(look)\" x1=\"\(from.text)%\" x2=\"\(through.text)%\" y1=\"12\" y2=\"12\"/>"
}

/// A line from top to bottom with its words at the foot, on the side where there is room for them.
func upright(_ day: Day, _ axis: Axis, _ look: String, _ words: String) -> HTML {
    let at = axis.place(day)
    let side = at > 60 ? "end" : "start"
    return """
        <line class="\(look)" x1="\(at.text)%" x2="\(at.text)%" y1="34" y2="100%"/>\
        <svg y="100%" overflow="visible"><text class="\(look)" x="\(at.text)%" dx="\(at > 60 ? -5 : 5)" \
        y="\(look == "shown" ? -22 : -6)" text-anchor="\(side)">\(words)</text></svg>
        """
}

/// What each mark means, of those that are drawn.
private func keys(_ rows: [TimelineRow]) -> HTML {
    "<ul class=\"keys marks\">\(meanings(rows).map { "<li class=\"\($0.look)\">\($0.words)</li>" as HTML })</ul>"
}

func meanings(_ rows: [TimelineRow]) -> [(look: String, words: String)] {
    [
        rows.contains { $0.due != nil } ? ("due", "Due") : nil,
        rows.contains { $0.forecast != nil && $0.done == nil } ? ("expected", "Expected by its owner") : nil,
        rows.contains { $0.done != nil } ? ("done", "Done") : nil,
    ].compactMap(\.self)
}

private func asTable(_ rows: [TimelineRow]) -> HTML {
    disclosure("The dates as a table", table(
        columns: [Column("Action", .wide), Column("Due", .day), Column("Expected", .day), Column("Done", .day), Column("Standing")],
        rows: rows.mapTogether(atLeast: 40) { row in
            func day(_ day: Day?) -> HTML { day.map { "\($0)" } ?? "none" }
            return ["\(row.label)", day(row.due), day(row.forecast), day(row.done), tag(row.standing, row.tone)]
        }))
}
