import Kernel
public import People
import Storage

extension Plans {
    /// Of one's own actions: what is due or late, and what has been silent for a month. Of others': the days, the standings and
    /// the closures that they ask for and one may decide on. Of closed plans: what one looks after and is to look at again.
    public static let reminders = ReminderSource { session, day in
        let views = try session.allFacts().map { PlanView($0, on: day) }
        return { reminded in
            guard PlanPolicy.reads.allows(reminded.actor) else { return [] }
            return asked(views, reminded.actor) + views.flatMap { reviews($0, reminded) } + views.owned(by: reminded.parties).filter { !$0.isDone }.flatMap(promises)
        }
    }

    /// What is looked after alike is one reminder, whatever the number of findings.
    private static func reviews(_ view: PlanView, _ reminded: Reminded) -> [Reminder] {
        let plan = view.facts.plan
        guard let closure = view.facts.closing.closure(on: view.day) else { return [] }
        let onward = view.findings.compactMap { item in item.closing.onward.map { (item.finding, $0) } }.filter { reminded.parties.contains($0.1.owner) }
        let whole = onward.first { !$0.1.isReviewedAlone }.flatMap { $0.1.reviewOn }.map { day in
            Reminder(.review, closure.subject, "Look again at what \(plan.title) left behind", of: plan.title, day: day, at: ["plans", plan.reference.text, "closure"])
        }
        return [whole].compactMap(\.self) + onward.filter(\.1.isReviewedAlone).compactMap { finding, onward in
            onward.reviewOn.map { day in
                Reminder(
                    .review, finding.subject, "Look again at finding \(finding.reference). \(finding.text)", of: plan.title, day: day,
                    at: ["plans", plan.reference.text, "findings", finding.reference.text])
            }
        }
    }

    private static func asked(_ views: [PlanView], _ actor: Actor) -> [Reminder] {
        let moves = views.movesAsked(of: actor).map { own, move in
            Reminder(.asked, move.subject, "Decide on another day for \(own.named)", of: "\(own.title), \(move.to.map { "to move to \($0)" } ?? "to have no day")", at: own.address)
        }
        let overrides = views.overridesAsked(of: actor).map { own, override in
            Reminder(.asked, override.subject, "Decide on another standing for \(own.named)", of: "\(own.title), \(override.colour.rawValue) until \(override.until)", at: own.address)
        }
        let closures = views.closuresAsked(of: actor).map { plan, closure in
            Reminder(.asked, closure.subject, "Decide whether the plan is closed", of: plan.facts.plan.title, at: ["plans", plan.facts.plan.reference.text, "closure"])
        }
        return moves + overrides + closures
    }

    private static func promises(_ own: OwnAction) -> [Reminder] {
        var found: [Reminder] = []
        if let due = own.item.due { found.append(Reminder(.promise, own.item.action.subject, own.named, of: own.title, day: due, at: own.address)) }
        if own.item.needsUpdate {
            let said = own.item.lastUpdate.map { "last said on \($0.asOf)" } ?? "nothing said yet"
            found.append(Reminder(.update, own.item.action.subject, own.named, of: "\(own.title), \(said)", at: own.address))
        }
        return found
    }
}

extension OwnAction {
    fileprivate var named: String { "\(item.action.reference). \(item.action.text)" }
    fileprivate var title: String { plan.facts.plan.title }
    fileprivate var address: [String] { ["plans", plan.facts.plan.reference.text, "actions", item.action.reference.text] }
}
