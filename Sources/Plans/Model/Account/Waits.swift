import Kernel

/// An open action waits for another on a day.
struct Wait {
    let link: LinkedAction
    /// What of the other holds it up: `is 12 days late`; nil while all is well.
    let trouble: String?

    var isHeldUp: Bool { trouble != nil }
}

extension ActionView {
    /// What it waits for, while it is open: what is done or settled waits for nothing any more.
    var waits: [Wait] {
        guard completion == nil, !closing.isSettled else { return [] }
        return waitsFor.map { Wait(link: $0, trouble: troubles[$0.dependency.id]) }
    }

    /// What is asked for to be set over its standing, and not decided.
    var openOverride: Override? { overrides.last(where: \.isOpen) }
}

/// A measure as it was on a day, and whether it fell after what it belongs to was closed.
struct WatchedMeasure {
    let view: MeasureView
    let hasFallenSince: Bool

    /// What is told where it becomes another.
    var said: [String?] {
        let measure = view.measure
        return [measure.title, measure.wanted, view.latest.map { $0.reading?.id.description ?? measure.told($0) }, hasFallenSince ? "fallen" : nil]
    }
}

extension PlanView {
    /// The measures that stand on the day, each as it was then.
    var watched: [WatchedMeasure] {
        let fallen = Set(findings.flatMap(\.closing.fallen).map(\.measure.id))
        return facts.measures(on: day).map { WatchedMeasure(view: $0, hasFallenSince: fallen.contains($0.measure.id)) }
    }
}
