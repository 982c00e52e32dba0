import Kernel

/// What happened to the measures of a plan between two views of it.
struct MeasureHappenings {
    private let before: [ID<SuccessMeasure>: WatchedMeasure]
    private let now: [ID<SuccessMeasure>: WatchedMeasure]
    private let facts: PlanFacts
    private let differing: [ID<SuccessMeasure>]

    init(_ before: PlanView, _ now: PlanView) {
        let (was, holds) = (before.watched, now.watched)
        self.before = Dictionary(uniqueKeysWithValues: was.map { ($0.view.measure.id, $0) })
        self.now = Dictionary(uniqueKeysWithValues: holds.map { ($0.view.measure.id, $0) })
        facts = now.facts
        differing = Aspect.differing(was, holds).compactMap { if case .measure(let id) = $0 { id } else { nil } }.sorted()
    }

    func of(_ finding: Finding) -> [Happening] {
        told { $0.finding == finding.id }.map { kind, words, records, aspect in Happening(kind, finding, words, records, [aspect]) }
    }

    func of(_ action: Action) -> [Happening] {
        told { $0.action == action.id }.map { kind, words, records, aspect in Happening(kind, action, words, records, [aspect]) }
    }

    private typealias Told = (kind: Happening.Kind, words: String, records: [Subject], aspect: Aspect)

    private func told(_ isOwn: (SuccessMeasure) -> Bool) -> [Told] {
        differing.compactMap { id in
            let (was, holds) = (before[id], now[id])
            guard let measure = (holds ?? was)?.view.measure, isOwn(measure) else { return nil }
            let (kind, words) = change(was, holds, measure)
            return (kind, words, [holds?.view.latest?.reading?.named ?? measure.named], .measure(id))
        }
    }

    private func change(_ was: WatchedMeasure?, _ holds: WatchedMeasure?, _ measure: SuccessMeasure) -> (Happening.Kind, String) {
        guard let holds else {
            let ended = facts.measures.first { $0.id == measure.id }
            let why = ended?.endedBecause.map { ": \($0.inOneLine(atMost: 300))" } ?? ""
            return (.unwatched, "“\(measure.title)” is watched no more\(ended?.endedOn.map { " since \($0)" } ?? "")\(why)")
        }
        if holds.hasFallenSince, was?.hasFallenSince != true { return (.fallen, "\(holds.view.words): it has fallen since this was closed") }
        guard let was else { return (.watched, holds.view.latest == nil ? "“\(measure.title)” is watched: it must be \(measure.wanted)" : "is watched: \(holds.view.words)") }
        if was.hasFallenSince, !holds.hasFallenSince, holds.view.holds == true { return (.held, "\(holds.view.words): it holds again") }
        if was.view.latest != holds.view.latest {
            guard holds.view.latest != nil else {
                return (.measured, holds.view.unknown.map { "“\(measure.title)” is not known any more, since \($0)" } ?? "the readings of “\(measure.title)” were taken back")
            }
            return (holds.view.holds == true ? .measured : .missed, "\(holds.view.words): it \(holds.view.holds == true ? "holds" : "does not hold")")
        }
        guard was.view.measure.title != measure.title || was.view.measure.wanted != measure.wanted else {
            return (.measured, "\(holds.view.words), and nothing is closed on it any more")
        }
        return (.reworded, "“\(measure.title)” must be \(measure.wanted); before, “\(was.view.measure.title)” had to be \(was.view.measure.wanted)")
    }
}
