import Kernel

/// Milestones, days, forecasts, updates and evidence.
extension ActionHappenings {
    private var newUpdates: [ProgressUpdate] {
        let known = Set(before.updates.map(\.id))
        return now.updates.filter { !known.contains($0.id) }
    }

    mutating func tellMilestones() {
        for milestone in now.milestones where left.contains(.milestone(milestone.id)) {
            let name = "“\(milestone.text.inOneLine())”"
            let was = before.milestones.first { $0.id == milestone.id }
            if let on = milestone.reachedOn, was?.reachedOn != on {
                tell(.reached, "milestone \(name) reached on \(on)\(milestone.due.map { $0 < on ? ", \(counted($0.days(until: on), "day")) late" : "" } ?? "")",
                     [milestone.named], [.milestone(milestone.id)])
            } else if was?.reachedOn != nil, milestone.reachedOn == nil {
                tell(.unreached, "milestone \(name) counts as reached no more", [milestone.named], [.milestone(milestone.id)])
            } else if let was {
                let day = was.due == milestone.due ? "" : ", due \(milestone.due.map { "\($0)" } ?? "on no day")"
                tell(.reworded, "milestone “\(was.text.inOneLine())” is now \(name)\(day)", [milestone.named], [.milestone(milestone.id)])
            } else {
                tell(.planned, "milestone \(name) was added\(milestone.due.map { ", due \($0)" } ?? "")", [milestone.named], [.milestone(milestone.id)])
            }
        }
        for milestone in before.milestones where left.contains(.milestone(milestone.id)) {
            tell(.dropped, "milestone “\(milestone.text.inOneLine())” was taken out", [milestone.named], [.milestone(milestone.id)])
        }
    }

    mutating func tellDay() {
        let known = Set(before.dueDay.moves.filter(\.isAgreed).map(\.id))
        let agreed = now.dueDay.moves.filter { $0.isAgreed && !known.contains($0.id) }
        if left.contains(.due) {
            let last = agreed.last { $0.kind == .move } ?? agreed.last
            let change = "from \(before.due.map { "\($0)" } ?? "no day") to \(now.due.map { "\($0)" } ?? "no day")"
            // Another day is no progress, so what comes to be on track with it is told here.
            let isOnTrack = left.contains(.standing) && now.standing.colour == .green
            let because = (isOnTrack ? ", and with that day it is on track" : "") + (last.map { ": \($0.because.inOneLine(atMost: 300))" } ?? "")
            let records = agreed.map(\.named)
            let told: Set<Aspect> = isOnTrack ? [.due, .request, .standing] : [.due, .request]
            switch last?.kind {
            case .move: tell(.moved, "moved \(change)\(because)", records, told)
            case .first: tell(.scheduled, "a first day was agreed, \(now.due.map { "\($0)" } ?? "none")\(isOnTrack ? ", and with that day it is on track" : "")", records, told)
            case .correction, nil: tell(.corrected, "its day was corrected \(change)\(because)", records, told)
            }
        }
        guard left.contains(.request) else { return }
        if let open = now.dueDay.open {
            tell(.asked, "\(open.to.map { "\($0)" } ?? "no day") is asked for instead of \(open.from.map { "\($0)" } ?? "no day"), and is not decided yet: \(open.because.inOneLine(atMost: 300))",
                 [open.named], [.request])
        } else {
            let asked = before.dueDay.open.flatMap { open in now.dueDay.moves.first { $0.id == open.id } }
            tell(.answered, "the day that was asked for was \((asked?.outcome?.words ?? "Taken back").lowercased())", [asked?.named].compactMap(\.self), [.request])
        }
    }

    mutating func tellForecast() {
        guard left.contains(.forecast) else { return }
        let said = now.updates.last { $0.forecast != nil }
        let words = said.map { ". \($0.narrative.inOneLine(atMost: 400))" } ?? ""
        let records = [said?.named].compactMap(\.self)
        guard let expected = now.forecast else {
            return tell(.advanced, "no day is expected any more", records, [.forecast, .updates])
        }
        let limit = before.forecast ?? now.due
        let beyond = now.due.flatMap { $0 < expected ? ", \(counted($0.days(until: expected), "day")) after it is due" : nil } ?? ""
        let isLater = limit.map { expected > $0 } ?? false
        tell(isLater ? .slipped : .advanced, "its owner expects it on \(expected)\(beyond)\(words)", records, [.forecast, .updates])
    }

    mutating func tellUpdates() {
        guard left.contains(.updates) else { return }
        guard let last = newUpdates.last else {
            return tell(.reported, "an update was taken out", [], [.updates])
        }
        let isFirst = before.updates.isEmpty && before.completion == nil
        let more = newUpdates.count > 1 ? ", the last of \(counted(newUpdates.count, "update"))" : ""
        tell(isFirst ? .started : .reported, "\(isFirst ? "work began" : "reported") on \(last.asOf)\(more). \(last.narrative.inOneLine(atMost: 400))",
             newUpdates.map(\.named), [.updates])
    }

    mutating func tellEvidence() {
        guard left.contains(.evidence) else { return }
        let (kind, words, records) = EvidenceChange.told(before.evidence, now.evidence)
        tell(kind, words, records, [.evidence])
    }
}

/// Evidence that came or went, of an action or of a finding.
enum EvidenceChange {
    static func told(_ before: [EvidenceView], _ now: [EvidenceView]) -> (Happening.Kind, String, [Subject]) {
        func lost(_ from: [EvidenceView], _ to: [EvidenceView]) -> [EvidenceView] {
            let there = Set(to.map(\.evidence.id))
            return from.filter { !there.contains($0.evidence.id) }
        }
        func words(_ pieces: [EvidenceView]) -> String { listed(pieces.map { "“\($0.evidence.shows.inOneLine())”" }) }
        let new = lost(now.holding, before.holding)
        guard new.isEmpty else { return (.shown, "\(counted(new.count, "piece")) of evidence put there: \(words(new))", new.map(\.evidence.named)) }
        let gone = lost(before.holding, now.holding)
        return (.lapsed, "\(counted(gone.count, "piece")) of evidence hold\(gone.count == 1 ? "s" : "") no more: \(words(gone))", gone.map(\.evidence.named))
    }
}
