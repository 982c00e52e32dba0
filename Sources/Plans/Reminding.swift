import Kernel
public import People
import Storage

extension Plans {
    /// Of one's own actions: what is due or late, and what has been silent for a month. Of others': the days, the standings and
    /// the closures that they ask for and one may decide on.
    public static let reminders = ReminderSource { session, day in
        let views = try session.allFacts().map { PlanView($0, on: day) }
        return { reminded in
            guard PlanPolicy.reads.allows(reminded.actor) else { return [] }
            return asked(views, reminded.actor) + views.owned(by: reminded.parties).filter { !$0.isDone }.flatMap(promises)
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
