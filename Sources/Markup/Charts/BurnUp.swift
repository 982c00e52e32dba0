public import Kernel

/// What was to be done by each day against what was done: two lines that rise in steps, and the gap between them in words.
///
/// - Parameters:
///   - due: the day each is due; what has no day is left out.
///   - done: the day each was done; days after the one shown are left out.
///   - day: the day shown, where the line of what is done ends.
public func burnUp(due: [Day], done: [Day], on day: Day, from: Day? = nil, planEnds: Day? = nil, of noun: String = "action") -> HTML {
    let (due, done) = (due.sorted(), done.filter { $0 <= day }.sorted())
    let top = max(due.count, done.count)
    guard top > 0 else { return .empty }
    let axis = Axis(showing: due + done + [day] + [from, planEnds].compactMap(\.self))
    let words = standing(due, done, day, noun)
    let (promised, kept) = (steps(due, axis, until: axis.through, top), steps(done, axis, until: day, top))
    let at = axis.place(day).text
    return """
        <figure class="burnup"><p class="words">\(words)</p>\
        <svg width="100%" height="170" role="img" aria-label="\(words)"><title>\(words)</title>\(drawn(axis, wordsAt: 164, rules: ("\(head)", "\(head + room)")))\
        \(levels(top))<svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\
        <path class="area" d="\(kept)V100H0z"/><path class="due" d="\(promised)"/><path class="done" d="\(kept)"/></svg>\
        <line class="shown" x1="\(at)%" x2="\(at)%" y1="\(head)" y2="\(head + room)"/></svg>\
        <ul class="keys"><li class="due">Due</li><li class="done">Done</li></ul></figure>\(asTable(due, done, axis, day))
        """
}

/// Where the drawing starts under the top, and how high it is, in pixels; the words of the axis stand under it.
private let head = 8
private let room = 120

/// What the lines show, in a sentence.
public func words(ofDue due: [Day], done: [Day], on day: Day, of noun: String = "action") -> String {
    due.isEmpty && done.isEmpty ? "No \(noun)s" : standing(due, done.filter { $0 <= day }, day, noun)
}

private func standing(_ due: [Day], _ done: [Day], _ day: Day, _ noun: String) -> String {
    let dueNow = due.count { $0 <= day }
    let gap = dueNow - done.count
    let verdict = gap > 0 ? "\(gap) behind" : gap < 0 ? "\(-gap) ahead" : "neither behind nor ahead"
    return "By \(day), \(dueNow) of \(counted(due.count, noun)) \(dueNow == 1 ? "was" : "were") due and \(done.count) \(done.count == 1 ? "is" : "are") done: \(verdict)."
}

/// A line that rises by one on each day, as the d of a path in a square of 100 by 100.
private func steps(_ days: [Day], _ axis: Axis, until last: Day, _ top: Int) -> String {
    var path = "M0 100"
    for (index, day) in days.enumerated() where index + 1 == days.count || days[index + 1] != day {
        path += "H\(axis.place(day).text)V\((100 - percent(index + 1, of: top)).text)"
    }
    return path + "H\(axis.place(last).text)"
}

/// Three or four levels on round numbers, each with its figure on its line.
func levels(_ top: Int) -> HTML {
    let step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].first { top / $0 <= 4 } ?? max(1, top / 4)
    return stride(from: 0, through: top, by: step).map { level -> HTML in
        let y = Double(head) + Double(room) * (1 - Double(level) / Double(top))
        return """
            <line class="\(level == 0 ? "base" : "level")" x1="0" x2="100%" y1="\(y.text)" y2="\(y.text)"/>\
            \(level == 0 ? nil : "<text class=\"figure\" x=\"0\" y=\"\((y + 13).text)\">\(level)</text>" as HTML)
            """
    }.joined()
}

private func asTable(_ due: [Day], _ done: [Day], _ axis: Axis, _ shown: Day) -> HTML {
    let days = (axis.marks.map(\.day) + [shown]).sorted()
    return disclosure("The figures as a table", table(
        columns: [Column("By"), Column("Due", .number), Column("Done", .number)],
        rows: days.map { day in
            ["\(day)", "\(due.count { $0 <= day })", day <= shown ? "\(done.count { $0 <= day })" : "not yet known"]
        }))
}
