import Kernel
import People
import Plans
import Storage
import TestSupport

/// What a plan lived through in two years, told by a seeded dice.
struct Story: Sendable {
    enum Size: Sendable {
        /// 8 findings and 100 actions, each with an update every month or two until it is done.
        case usual
        /// 40 findings and 500 actions, each with ten updates.
        case large

        init?(named name: String) {
            switch name {
            case "usual": self = .usual
            case "large": self = .large
            default: return nil
            }
        }

        var findings: Int { self == .usual ? 8 : 40 }
    }

    let size: Size
    let from: Day
    let through: Day

    init(_ size: Size, from: Day, through: Day) {
        self.size = size
        self.from = from
        self.through = through
    }

    struct Event: Sendable {
        enum Kind: Sendable { case update, done, reached, withdrawn }
        let on: Day
        let action: Int
        let kind: Kind
    }

    static let owners = (1...20).map { number in
        number % 3 == 0 ? "Group Manager, Area \(number)" : number % 3 == 1 ? "A. Whitfield-\(number)" : "Team \(number), Protection"
    }

    private static let words = [
        "Agree with each station the hours in which risk visits are made and publish them beside the rota",
        "Train every crew commander in the new way of recording what was found and what was said to the occupier",
        "Bring the three registers of premises together and say who keeps each part of the whole",
        "Report to the board each quarter what was promised, what was done and what is late, with reasons",
        "Renew the agreement with neighbouring services about cover at night and at large events",
    ]

    /// The plan with its findings, actions and milestones.
    func begin(_ work: Work) throws -> [(Plan, Action)] {
        let plans = Plans()
        let plan = try plans.begin(NewPlan(
            reference: Reference("benchmark"), title: "Response to the inspection", kind: .inspection,
            source: "Answers the inspectorate’s report of two years ago.", from: from, through: through.adding(days: 120),
            sponsor: Story.owners[0]), work)
        var dice = Dice(seed: 17)
        var actions: [(Plan, Action)] = []
        for number in 1...size.findings {
            let finding = try plans.add(NewFinding(
                kind: number == 1 ? .causeOfConcern : .areaForImprovement,
                text: "The service should assure itself that part \(number) of its work is done as it says",
                fullText: number % 2 == 0 ? Story.words.joined(separator: ". ") + "." : nil), to: plan, work)
            for place in 1...(number * 2 <= size.findings ? 13 : 12) {
                let index = actions.count
                let lead = Story.owners[index % 20]
                let action = try plans.add(NewAction(
                    text: "\(Story.words[index % Story.words.count]), part \(place)",
                    owners: index % 3 == 0 ? [lead, Story.owners[(index + 7) % 20]] : [lead],
                    due: index % 17 == 16 ? nil : from.adding(days: Int.random(in: 60...840, using: &dice)),
                    dueWritten: index % 17 == 16 ? "Ongoing" : nil), to: finding, of: plan, work)
                for step in 0..<(index % 3) {
                    try plans.addMilestone(
                        "Step \(step + 1) of the work is agreed with those who do it",
                        due: from.adding(days: Int.random(in: 40...700, using: &dice)), to: action, of: plan, work)
                }
                actions.append((plan, action))
            }
        }
        return actions
    }

    /// An update a month or so for each action until it is done; a third are done by today, and two were withdrawn.
    func events(of count: Int) -> [Event] {
        var dice = Dice(seed: 18)
        var events: [Event] = []
        for action in 0..<count {
            let isDone = action % 3 == 1
            let last = isDone ? from.adding(days: Int.random(in: 300...700, using: &dice)) : through
            events += updates(before: last, &dice).map { Event(on: $0, action: action, kind: .update) }
            if action % 3 == 2 { events.append(Event(on: from.adding(days: 200 + action), action: action, kind: .reached)) }
            if isDone { events.append(Event(on: last, action: action, kind: .done)) }
        }
        events += [Event(on: through.adding(days: -20), action: 50, kind: .withdrawn), Event(on: through.adding(days: -10), action: 80, kind: .withdrawn)]
        return events.sorted { ($0.on, $0.action) < ($1.on, $1.action) }
    }

    private func updates(before last: Day, _ dice: inout Dice) -> [Day] {
        switch size {
        case .usual:
            var days: [Day] = []
            var day = from.adding(days: Int.random(in: 10...40, using: &dice))
            while day < last {
                days.append(day)
                day = day.adding(days: Int.random(in: 35...65, using: &dice))
            }
            return days
        case .large: return (1...10).map { from.adding(days: from.days(until: last) * $0 / 11) }
        }
    }

    func happen(_ event: Event, to action: (plan: Plan, action: Action), _ work: Work) throws {
        let (plan, action) = action
        let plans = Plans()
        switch event.kind {
        case .update:
            let number = event.on.number
            try plans.update(action, of: plan, NewUpdate(
                asOf: event.on, narrative: "\(Story.words[number % 5]). \(Story.words[(number + 2) % 5]), as was agreed on \(event.on).",
                stated: number % 4 == 0 ? .amber : .green,
                forecast: number % 3 == 0 ? event.on.adding(days: 30 + number % 90) : nil), work)
        case .done: try plans.complete(action, of: plan, NewCompletion(on: event.on, narrative: Story.words[2], restIsNotNeeded: true), work)
        case .reached:
            guard let milestone = try work.session.first(Milestone.self, "WHERE action = \(action.id) ORDER BY id") else { return }
            try plans.reach(milestone, on: event.on, for: action, of: plan, work)
        case .withdrawn: try plans.withdraw(action, of: plan, because: "It was done under another action", work)
        }
    }

    /// One of the other plans, of one action.
    static func other(_ number: Int, from: Day, through: Day, _ work: Work) throws -> (Plan, String) {
        let plans = Plans()
        let plan = try plans.begin(NewPlan(
            reference: Reference("other-\(number)"), title: "Improvement plan \(number)", kind: .improvement, from: from, through: through), work)
        let finding = try plans.add(NewFinding(kind: .gap, text: "The rota is not published"), to: plan, work)
        let action = try plans.add(NewAction(text: "Publish the rota", due: through), to: finding, of: plan, work)
        return (plan, action.reference.text)
    }
}
