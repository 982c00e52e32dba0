@testable import App
import Boards
import Kernel
import Papers
import People
import Plans
import Storage
import TestSupport

/// A plan that something happens to at every step: one change of each kind that a page can show, in turn.
struct ChangingPlan: Sendable {
    static let paths = [
        "/", "/work", "/plans", "/plans/kept", "/plans/kept?standing=red", "/plans/kept?on=2026-04-01", "/plans/kept?sort=due",
        "/plans/kept?words=rota", "/plans/other", "/plans/kept/history", "/plans/kept/actions/1.1", "/plans/kept/actions/1.1?on=2026-04-10",
        "/papers/progress", "/papers/progress/files/text", "/papers/progress/rehearsal",
    ]

    init(_ desk: Desk) async throws {
        try await desk.write(by: .operator) { work in
            let (people, plans) = (People(), Plans())
            let post = try people.findOrAdd(name: "Group Manager, Protection", work)
            _ = try people.findOrAdd(name: "GM Halloran", work)
            for reference in ["kept", "other"] {
                let plan = try plans.begin(NewPlan(
                    reference: Reference(reference), title: "The \(reference) plan", kind: .peerReview, from: Day(2026, 1, 1)!,
                    through: Day(2026, 6, 30)!), work)
                let finding = try plans.add(
                    NewFinding(kind: .recommendation, text: "Cover at night is clear", since: Day(2026, 1, 1)), to: plan, work)
                for place in 1...3 {
                    let action = try plans.add(NewAction(
                        text: "Publish the rota, part \(place)", owners: [post.name], due: Day(2026, 3 + place, 12),
                        since: Day(2026, 1, 1)), to: finding, of: plan, work)
                    if place == 3 { try plans.withdraw(action, of: plan, because: "It is done elsewhere", work) }
                }
            }
            try Boards(naming: naming).begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work)
            try Papers(sources: paperSources).begin(
                NewPaper(reference: Reference("progress"), covers: [work.session.plan("kept").subject], from: Day(2026, 1, 1), to: Day(2026, 4, 15)), work)
        }
    }

    /// Does what is next and says what it was.
    func change(_ desk: Desk, _ step: Int, _ dice: inout Dice) async throws -> String {
        let number = Int.random(in: 1...999, using: &dice)
        return try await desk.write(by: .operator) { work in
            let (people, plans) = (People(), Plans())
            let plan = try work.session.plan(step % 5 == 4 ? "other" : "kept")
            let action = try work.session.action("1.1", in: plan)
            switch step % 15 {
            case 0: try plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Number \(number)", stated: .amber), work)
            case 1:
                let post = try people.findOrAdd(name: "Group Manager, Protection", work)
                try people.change(post.id, version: post.version, to: NewParty(kind: .post, name: "Area Manager \(number)"), work)
            case 2: try plans.edit(action, of: plan, NewAction(text: "Publish rota \(number)", owners: ["GM Halloran"], due: Day(2026, 4, 20), since: Day(2026, 1, 1), correction: "Misread"), work)
            case 3: try plans.complete(action, of: plan, NewCompletion(on: work.today), work)
            case 4: try plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Elsewhere \(number)"), work)
            case 5: try plans.reopen(action, of: plan, work)
            case 6: try plans.addMilestone("Step \(number)", due: Day(2026, 4, 14), to: action, of: plan, work)
            case 7: try plans.withdraw(work.session.action("1.2", in: plan), of: plan, because: "Because \(number)", work)
            case 8:
                guard let gone = try work.session.first(Withdrawal.self, "WHERE plan = \(plan.id) ORDER BY id") else { break }
                try plans.restore(gone, in: plan, work)
            case 9: try plans.update(action, of: plan, NewUpdate(asOf: work.today, narrative: "Elsewhere again"), work)
            case 10:
                let team = try people.add(NewParty(kind: .team, name: "Team \(number)"), work)
                try people.join(team: team.id, person: people.findOrAdd(name: "GM Halloran", work).id, from: work.today, work)
                try plans.edit(action, of: plan, NewAction(text: action.text, owners: [team.name], due: Day(2026, 4, 20), since: Day(2026, 1, 1), correction: "Misread"), work)
            case 11: try plans.add(NewFinding(kind: .gap, text: "Finding \(number)"), to: plan, work)
            case 12: try plans.edit(plan, NewPlan(title: "Title \(number)", kind: plan.kind, from: plan.period.from, through: Day(2026, 5, 1)!), work)
            case 13:
                let paper = try work.session.paper("progress")
                guard let section = try work.session.facts(of: paper).sections.first else { break }
                try Papers(sources: paperSources).write(NewSection(heading: section.heading, words: "Number \(number)"), in: section, of: paper, work)
            default: try plans.begin(NewPlan(title: "Plan \(number)", kind: .audit, from: work.today, through: Day(2026, 12, 31)!), work)
            }
            return "step \(step)"
        }
    }
}
