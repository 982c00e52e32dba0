import Kernel
public import People
import Storage

extension Plans {
    /// Of one's own actions: what is due or late, and what has been silent for a month. Of others': the days, the standings and
    /// the closures that they ask for and one may decide on; what one may verify; what has fallen since it was closed;
    /// and of closed plans what one looks after and is to look at again.
    public static let reminders = ReminderSource { session, day in
        let open = try OpenInPlans(session.allFacts().map { PlanView($0, on: day) }, session)
        return { open.reminders(for: $0) }
    }
}

/// What plans have to remind people of on a day.
struct OpenInPlans {
    private let views: [PlanView]
    private let unverified: [OwnAction]
    private let past: PastOwners
    /// Names of those who ask, by how the journal names them.
    private let names: [String: String]

    init(_ views: [PlanView], _ session: Session) throws {
        self.views = views
        unverified = views.unverified
        past = try PastOwners(of: unverified.map(\.item.action), session)
        names = try Parties(session).names(ofWhos: views.flatMap { plan in
            plan.actions.flatMap { [$0.dueDay.open?.askedBy, $0.overrides.last(where: \.isOpen)?.askedBy].compactMap(\.self) }
                + [plan.facts.closing.proposed(on: plan.day)?.askedBy].compactMap(\.self)
        })
    }

    func reminders(for reminded: Reminded) -> [Reminder] {
        guard PlanPolicy.reads.allows(reminded.actor) else { return [] }
        return asked(reminded.actor) + fallen(reminded) + promises(reminded) + verifications(reminded) + reviews(reminded)
    }

    // MARK: Asked of somebody

    private func asked(_ actor: Actor) -> [Reminder] {
        let moves = views.movesAsked(of: actor).map { own, move in
            Reminder(
                .asked, move.subject, "Decide on another day for \(own.named)",
                of: "\(own.title), \(move.from.map { "from \($0) " } ?? "")\(move.to.map { "to \($0)" } ?? "to no day")", because: reason(move, move.because),
                at: own.address, part: PartOfAction.dueDay.rawValue, deeds: decisions(own.address + ["moves", "\(move.id)", "decision"]))
        }
        let overrides = views.overridesAsked(of: actor).map { own, override in
            // What would have ended by now can only be declined.
            let deeds = decisions(own.address + ["overrides", "\(override.id)", "decision"])
            return Reminder(
                .asked, override.subject, "Decide on another standing for \(own.named)",
                of: "\(own.title), \(override.colour.rawValue) until \(override.until), computed \(own.item.computed.colour.rawValue)",
                because: reason(override, override.because), at: own.address, part: PartOfAction.standing.rawValue,
                deeds: override.until < own.plan.day ? Array(deeds.suffix(1)) : deeds)
        }
        let closures = views.closuresAsked(of: actor).map { plan, closure in
            let address = ["plans", plan.facts.plan.reference.text, "closure"]
            return Reminder(
                .asked, closure.subject, "Decide whether the plan is closed", of: plan.facts.plan.title, because: reason(closure, closure.words),
                at: address, deeds: [Reminder.Deed("Decide", at: address)])
        }
        return moves + overrides + closures
    }

    private func reason(_ asked: some Asked, _ words: String) -> String {
        "\(names[asked.askedBy] ?? asked.askedBy), on \(asked.askedOn): \(words)"
    }

    private func decisions(_ address: [String]) -> [Reminder.Deed] {
        [Reminder.Deed("Agree", at: address, sending: .init("agreed", "yes")), Reminder.Deed("Decline", at: address, sending: .init("agreed", "no"))]
    }

    // MARK: One's own, and others'

    private func promises(_ reminded: Reminded) -> [Reminder] {
        views.owned(by: reminded.parties).filter { !$0.isDone }.flatMap { own in
            var found: [Reminder] = []
            let deeds = PlanPolicy.reports(on: own.item.action, actingFor: reminded.parties).allows(reminded.actor)
                ? [Reminder.Deed("Update", at: own.address + ["updates", "new"])] : []
            let standing = own.item.standing.sentence
            if let due = own.item.due {
                found.append(Reminder(.promise, own.item.action.subject, own.named, of: own.title, day: due, because: standing, at: own.address, deeds: deeds))
            }
            if own.item.needsUpdate {
                let said = own.item.lastUpdate.map { "last said on \($0.asOf)" } ?? "nothing said yet"
                found.append(Reminder(
                    .update, own.item.action.subject, own.named, of: "\(own.title), \(said)", because: own.item.due == nil ? standing : nil, at: own.address, deeds: deeds))
            }
            return found
        }
    }

    private func verifications(_ reminded: Reminded) -> [Reminder] {
        unverified.compactMap { own in
            guard let done = own.item.completion,
                  PlanPolicy.verifies(done, ownedBy: past(own.item.action), actingFor: reminded.parties).allows(reminded.actor) else { return nil }
            return Reminder(
                .verification, own.item.action.subject, own.named, of: "\(own.title), done on \(done.on)", at: own.address, part: PartOfAction.verification.rawValue)
        }
    }

    private func fallen(_ reminded: Reminded) -> [Reminder] {
        views.fallen(for: reminded.actor, actingFor: reminded.parties).map { plan, finding in
            Reminder(
                .fallen, finding.finding.subject, "\(finding.finding.reference). \(finding.finding.text)", of: plan.facts.plan.title,
                because: finding.closing.fallen.map(\.words).joined(separator: "; ").capitalisedFirst + ".",
                at: ["plans", plan.facts.plan.reference.text, "findings", finding.finding.reference.text], part: "closure")
        }
    }

    // MARK: What closed plans left behind

    /// What is looked after alike is one reminder, whatever the number of findings.
    private func reviews(_ reminded: Reminded) -> [Reminder] {
        views.flatMap { view -> [Reminder] in
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
    }
}

extension OwnAction {
    fileprivate var named: String { "\(item.action.reference). \(item.action.text)" }
    fileprivate var title: String { plan.facts.plan.title }
    fileprivate var address: [String] { ["plans", plan.facts.plan.reference.text, "actions", item.action.reference.text] }
}
