@testable import App
import Kernel
import People
import Plans
import Storage

extension Deeds {
    static let promiseDeeds: [(name: String, deed: Deed)] = [
        ("asked for another standing", {
            let (action, plan) = try $0.action()
            let until = $0.work.today.adding(days: .random(in: -2...100, using: &$0.dice))
            try $0.plans.askToOverride(action, of: plan, NewOverride(colour: $0.pick(Colour.self), because: $0.text(), until: until), $0.work)
        }),
        ("decided on a standing", {
            let override = try $0.one(Override.self)
            try $0.plans.decide(override, in: $0.plan(override.plan), agreed: $0.chance(2), saying: $0.note(), $0.work)
        }),
        ("ended a standing", {
            let override = try $0.one(Override.self)
            try $0.plans.end(override, in: $0.plan(override.plan), $0.work)
        }),
        ("made an action wait", {
            let (action, plan) = try $0.action()
            let (other, otherPlan) = try $0.action()
            try $0.plans.makeWait(action, of: plan, NewDependency(plan: otherPlan.reference.text, action: other.reference.text, note: $0.note()), $0.work)
        }),
        ("ended a dependency", {
            let dependency = try $0.one(Dependency.self)
            guard let action = try $0.work.session.find(dependency.action) else { return }
            try $0.plans.end(dependency, for: action, of: $0.plan(dependency.plan), $0.work)
        }),
        ("said what an action needs", {
            let (action, plan) = try $0.action()
            try $0.plans.add($0.newNeed(), to: action, of: plan, $0.work)
        }),
        ("changed a need", {
            let need = try $0.one(Need.self)
            guard let action = try $0.work.session.find(need.action) else { return }
            try $0.plans.edit(need, for: action, of: $0.plan(need.plan), $0.newNeed(), version: $0.version(need.version), $0.work)
        }),
        ("ended a need", {
            let need = try $0.one(Need.self)
            guard let action = try $0.work.session.find(need.action) else { return }
            try $0.plans.end(need, for: action, of: $0.plan(need.plan), $0.work)
        }),
    ]

    private mutating func newNeed() -> NewNeed {
        NewNeed(
            text: text(), oneOff: Hundredths(.random(in: 0...1_000_000, using: &dice)), fte: Hundredths(.random(in: 0...900, using: &dice)),
            from: someDay(), through: someDay(), isFunded: chance(2), note: note())
    }
}
