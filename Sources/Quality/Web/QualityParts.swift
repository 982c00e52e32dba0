import Kernel
import Markup
import Web

extension QualityAnswer {
    var tone: Tone {
        switch self {
        case .pass: .green
        case .fail: .red
        case .notEvidenced: .amber
        case .notApplicable: .grey
        }
    }
}

extension QualityGrade {
    var tone: Tone {
        switch self {
        case .good: .green
        case .adequate: .amber
        case .needsImprovement: .red
        }
    }
}

extension QualityCheckState {
    var tone: Tone {
        switch self {
        case .open: .blue
        case .completed: .green
        case .calledOff: .grey
        }
    }
}

extension SamplingState {
    var tone: Tone {
        switch self {
        case .planned: .blue
        case .underWay: .amber
        case .done: .green
        case .lapsed: .red
        case .dropped: .grey
        }
    }
}

extension RemedialState {
    var tone: Tone {
        switch self {
        case .open, .inPlan: .blue
        case .done: .amber
        case .worked: .green
        case .didNotWork: .red
        }
    }
}

/// How a check stands on a day, late ones among it.
func checkTag(_ check: QualityCheck, on day: Day) -> HTML {
    if check.isOverdue(on: day) { return tag("Overdue", .red, why: "Due by \(check.due).") }
    let state = check.state(on: day)
    return tag(state.words, state.tone)
}

func remedialTag(_ remedial: RemedialAction, on day: Day) -> HTML {
    if remedial.isOverdue(on: day) { return tag("Overdue", .red, why: "Due by \(remedial.due).") }
    let state = remedial.state(on: day)
    if remedial.owesLook(on: day), let by = remedial.lookBy { return tag(state.words, .red, why: "Somebody was to look by \(by).") }
    return tag(state.words, state.tone)
}

/// The day of a check in a list, with how it stands under it.
func dueCell(_ check: QualityCheck, on day: Day) -> HTML {
    let state = check.state(on: day)
    return "\(check.due)<br>\(check.isOverdue(on: day) ? tag("Overdue", .red) : tag(state.words, state.tone))"
}

/// A reference that leads to its page, on one line.
func wholeLink(_ words: String, to link: Link) -> HTML { "<a class=\"whole\" href=\"\(link)\">\(words)</a>" }

/// What stands between a check and its completion, one by one.
func qualityObstacleList(_ obstacles: [QualityObstacle]) -> HTML {
    obstacles.isEmpty ? .empty : notice("Before it can be completed:<ul>\(obstacles.map { "<li>\($0.sentence)</li>" as HTML })</ul>", .amber)
}

/// How far checks are, as cells of a table: planned, done, done in time, called off, open, overdue.
func figureCells(_ figures: PlannedAndDone) -> [HTML] {
    [
        "\(figures.planned)", "\(figures.done)\(figures.percent.map { " (\($0)%)" as HTML })", "\(figures.inTime)", "\(figures.calledOff)", "\(figures.open)",
        figures.overdue == 0 ? "0" : tag("\(figures.overdue)", .red),
    ]
}

let figureColumns = [Column("Planned", .number), Column("Done", .number), Column("In time", .number), Column("Called off", .number), Column("Open", .number), Column("Overdue", .number)]
