public import Kernel

/// What was to be done by each day against what was done: two lines that rise in steps, and the gap between them in words.
///
/// - Parameters:
///   - due: the day each is due; what has no day is left out.
///   - done: the day each was done; days after the one shown are left out.
///   - day: the day shown, where the line of what is done ends.
public func burnUp(due: [Day], done: [Day], on day: Day, from: Day? = nil, planEnds: Day? = nil, of noun: String = "action") -> HTML {
    // Nobody knows the width of a page, so the lines are drawn on a square that is stretched.
    guard let lines = BurnUpLines(due: due, done: done, on: day, from: from, planEnds: planEnds, width: 100, height: 100) else { return .empty }
    let words = words(ofDue: due, done: done, on: day, of: noun)
    let (head, room) = (BurnUpLines.head, BurnUpLines.room)
    return """
        <figure class="burnup"><p class="words">\(words)</p>\
        <svg width="100%" height="170" role="img" aria-label="\(words)"><title>\(words)</title>\(lines.frame())\
        <svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\(lines.paths)</svg>\(lines.shown)</svg>\
        <ul class="keys"><li class="due">Due</li><li class="done">Done</li></ul></figure>\(lines.asTable)
        """
}

/// What the lines show, in a sentence.
public func words(ofDue due: [Day], done: [Day], on day: Day, of noun: String = "action") -> String {
    let done = done.filter { $0 <= day }
    guard !due.isEmpty || !done.isEmpty else { return "No \(noun)s" }
    let dueNow = due.count { $0 <= day }
    let gap = dueNow - done.count
    let verdict = gap > 0 ? "\(gap) behind" : gap < 0 ? "\(-gap) ahead" : "neither behind nor ahead"
    return "By \(day), \(dueNow) of \(counted(due.count, noun)) \(dueNow == 1 ? "was" : "were") due and \(done.count) \(done.count == 1 ? "is" : "are") said to be done: \(verdict)."
}

/// The parts of the drawing, for a page and for paper alike.
struct BurnUpLines {
    /// Where the drawing starts under the top, and how high it is, in pixels; the words of the axis stand under it.
    static let head = 8
    static let room = 120

    private let due: [Day]
    private let done: [Day]
    private let day: Day
    private let axis: Axis
    private let top: Int
    private let size: (width: Int, height: Int)

    /// Nil where there is nothing to draw.
    init?(due: [Day], done: [Day], on day: Day, from: Day?, planEnds: Day?, width: Int, height: Int) {
        self.due = due.sorted()
        self.done = done.filter { $0 <= day }.sorted()
        self.day = day
        top = max(self.due.count, self.done.count)
        guard top > 0 else { return nil }
        axis = Axis(showing: self.due + self.done + [day] + [from, planEnds].compactMap(\.self))
        size = (width, height)
    }

    /// The axis, and the levels on round numbers.
    ///
    /// - Parameter width: in pixels; nil on a page.
    func frame(_ width: Int? = nil) -> HTML {
        let (head, room) = (BurnUpLines.head, BurnUpLines.room)
        return "\(drawn(axis, wordsAt: head + room + 36, rules: ("\(head)", "\(head + room)"), width: width))\(levels(top))"
    }

    var paths: HTML {
        let (promised, kept) = (steps(due, until: axis.through), steps(done, until: day))
        return """
            <path class="area" d="\(kept)V\(size.height)H0z"/><path class="due" d="\(promised)"/><path class="done" d="\(kept)"/>
            """
    }

    /// The line of the day shown.
    var shown: HTML {
        let at = axis.place(day).text
        return "<line class=\"shown\" x1=\"\(at)%\" x2=\"\(at)%\" y1=\"\(BurnUpLines.head)\" y2=\"\(BurnUpLines.head + BurnUpLines.room)\"/>"
    }

    /// A line that rises by one on each day, as the d of a path.
    private func steps(_ days: [Day], until last: Day) -> String {
        func x(_ day: Day) -> String { (axis.place(day) * Double(size.width) / 100).text }
        var path = "M0 \(size.height)"
        for (index, day) in days.enumerated() where index + 1 == days.count || days[index + 1] != day {
            path += "H\(x(day))V\(((100 - percent(index + 1, of: top)) * Double(size.height) / 100).text)"
        }
        return path + "H\(x(last))"
    }

    var asTable: HTML {
        let days = (axis.marks.map(\.day) + [day]).sorted()
        return disclosure("The figures as a table", table(
            columns: [Column("By"), Column("Due", .number), Column("Done", .number)],
            rows: days.map { each in
                ["\(each)", "\(due.count { $0 <= each })", each <= day ? "\(done.count { $0 <= each })" : "not yet known"]
            }))
    }
}

/// Three or four levels on round numbers, each with its figure on its line.
func levels(_ top: Int) -> HTML {
    let step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].first { top / $0 <= 4 } ?? max(1, top / 4)
    return stride(from: 0, through: top, by: step).map { level -> HTML in
        let y = Double(BurnUpLines.head) + Double(BurnUpLines.room) * (1 - Double(level) / Double(top))
        return """
            <line class="\(level == 0 ? "base" : "level")" x1="0" x2="100%" y1="\(y.text)" y2="\(y.text)"/>\
            \(level == 0 ? nil : "<text class=\"figure\" x=\"0\" y=\"\((y + 13).text)\">\(level)</text>" as HTML)
            """
    }.joined()
}
