import Kernel
import Markup
import People
import Web

/// Who looks at the risk method and the scores, from which day, and what they may do there.
struct RiskViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day

    var mayKeep: Bool { isToday && RiskPolicy.keeps.allows(actor) }
    var mayMark: Bool { isToday && RiskPolicy.marks.allows(actor) }

    /// The day, where another than today is looked at, for a form that gets.
    var kept: [(name: String, value: String)] { [("on", isToday ? "" : day.iso)] }
    /// The way to the pages below the first.
    var crumbs: [(String, Link)] { [("Risk", link(RiskLinks.risk))] }
    var methodCrumbs: [(String, Link)] { crumbs + [("Methods", link(RiskLinks.methods))] }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func riskViewer() throws -> RiskViewer {
        try RiskPolicy.reads.check(actor)
        return RiskViewer(actor: actor, csrf: csrf, on: on, today: today)
    }
}

extension RiskMethod {
    /// The colour of a band by its place, from the most urgent on.
    func tone(_ place: Int) -> Tone {
        let tones: [Tone] = [.red, .amber, .blue, .green]
        return place == bands.count - 1 ? .grey : tones[min(place, tones.count - 1)]
    }

    func tag(_ band: RiskBand) -> HTML { Markup.tag(band.title, tone(bands.firstIndex { $0.code == band.code } ?? bands.count - 1)) }
}

extension RiskDue {
    /// - Parameter band: by which premises without an interval are looked at.
    func cell(on day: Day, _ band: RiskBand) -> HTML {
        switch self {
        case .atOnce: tag("Now", .red, why: "Never audited.")
        case .by(let due): due < day ? tag("Overdue", .red, why: "Since \(due).") : "\(due)"
        case .sample: quiet("\(band.months == nil ? band.interval : "By sample")")
        }
    }
}
