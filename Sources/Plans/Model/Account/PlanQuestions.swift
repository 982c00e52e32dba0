import Kernel
import People

/// What an inspector would ask about what the account claims, with what on record answers.
extension PlanAccount {
    var questions: [Telling.Question] { done + lateOnes + moved + set + undone + dueSoon + unsaid }

    private func view(_ happening: Happening) -> ActionView? { happening.subject.kind == "action" ? now.action(ID(happening.subject.number)) : nil }

    private func line(_ words: String, _ behind: [Subject], _ view: ActionView) -> Telling.Line {
        Telling.Line(words, isPoint: true, behind: behind, cites: [Telling.Cite(view.action.reference.text, place(view.action))])
    }

    private var done: [Telling.Question] {
        happenings(.completed).compactMap { happening in
            guard let view = view(happening), let done = view.completion else { return nil }
            let narrative = done.narrative.map { ": \($0.inOneLine(atMost: 200))" } ?? ""
            return Telling.Question(
                "\(view.action.reference) was completed on \(done.on)\(narrative)", "What shows that \(view.action.reference) was done, and when was that last looked at?",
                answers: view.evidence.holding.map { piece in
                    let looked = piece.lastLook?.on ?? piece.evidence.on
                    return line("Evidence for \(view.action.reference): \(piece.evidence.shows.inOneLine(atMost: 300)), last looked at on \(looked).", [piece.evidence.named], view)
                }, at: place(view.action))
        }
    }

    private var lateOnes: [Telling.Question] {
        late.map { view in
            let recent = view.lastUpdate.flatMap { $0.asOf.days(until: to) <= 60 ? $0 : nil }
            let said = recent.map { line("Said of \(view.action.reference) on \($0.asOf): \($0.narrative.inOneLine(atMost: 400)).", [$0.named], view) }
            let expected = view.forecast.flatMap { $0 >= to ? line("The owner of \(view.action.reference) expects it on \($0).", [view.action.named], view) : nil }
            return Telling.Question(
                "\(view.action.reference) is late", "Why is \(view.action.reference) late, and on which day will it be done?",
                answers: said != nil && expected != nil ? [said, expected].compactMap(\.self) : [], at: place(view.action))
        }
    }

    private var moved: [Telling.Question] {
        happenings(.moved).compactMap { happening in
            guard let view = view(happening), let move = view.dueDay.moves.last(where: { $0.isAgreed && $0.kind == .move }) else { return nil }
            return Telling.Question(
                "\(view.action.reference) was moved", "Who agreed that \(view.action.reference) may come later, and why?",
                answers: [line("\(view.action.reference): agreed on \(move.decidedOn.map { "\($0)" } ?? ""), because: \(move.because.inOneLine(atMost: 400)).", [move.named], view)],
                at: place(view.action))
        }
    }

    private var set: [Telling.Question] {
        now.actions.compactMap { view in
            guard let set = view.override else { return nil }
            return Telling.Question(
                "\(view.action.reference) stands \(set.colour.rawValue), and is computed \(view.computed.colour.rawValue)", "Who agreed to that, why, and until when?",
                answers: [line("\(view.action.reference): \(view.setWords(now.facts)). The reason: \(set.because.inOneLine(atMost: 400)).", [set.named], view)], at: place(view.action))
        }
    }

    private var undone: [Telling.Question] {
        happenings(.notImplemented).compactMap { happening in
            guard let view = view(happening), let closed = view.closing.notImplemented else { return nil }
            return Telling.Question(
                "\(view.action.reference) was closed without being done", "Who decided that \(view.action.reference) is not done, and what of the finding is left open by it?",
                answers: [line("\(view.action.reference): decided on \(closed.on) by \(now.facts.name(ofWho: closed.by)), because: \(closed.because.inOneLine(atMost: 400)).", [closed.named], view)],
                at: place(view.action))
        }
    }

    private var dueSoon: [Telling.Question] {
        dueNext.map { view in
            let recent = view.lastUpdate.flatMap { $0.asOf.days(until: to) <= 60 ? $0 : nil }
            return Telling.Question(
                "\(view.action.reference) is due on \(view.due.map { "\($0)" } ?? "")", "Will \(view.action.reference) be done in time? How do you know?",
                answers: recent.map { [line("Said of \(view.action.reference) on \($0.asOf): \($0.narrative.inOneLine(atMost: 400)).", [$0.named], view)] } ?? [],
                at: place(view.action))
        }
    }

    private var unsaid: [Telling.Question] {
        now.actions.filter { $0.action.owners.isEmpty && $0.standing.colour != .blue }.map { view in
            Telling.Question("\(view.action.reference) is in the plan", "Who answers for \(view.action.reference)?", answers: [], at: place(view.action))
        }
    }
}
