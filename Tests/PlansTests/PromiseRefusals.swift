import Kernel
import Plans
import Storage

extension RefusalTests {
    private static func override(_ colour: Colour, days: Int, _ work: Work) -> NewOverride {
        NewOverride(colour: colour, because: "x", until: work.today.adding(days: days))
    }

    /// What is refused about standings that are set and about what waits for what.
    static let promiseDeeds: [(code: String, deed: @Sendable (Scene, Work) throws -> Void)] = [
        ("override-not-found", { _ = try $1.session.override(ID(999), of: $0.action) }),
        ("override-waits-already", {
            try $0.plans.askToOverride($0.action, of: $0.plan, override(.red, days: 9, $1), $1)
            try $0.plans.askToOverride($0.action, of: $0.plan, override(.red, days: 9, $1), $1)
        }),
        ("override-decided-already", {
            let ended = try $0.plans.end($0.plans.askToOverride($0.action, of: $0.plan, override(.red, days: 9, $1), $1), in: $0.plan, $1)
            try $0.plans.end(ended, in: $0.plan, $1)
        }),
        ("override-ended-already", {
            let past = Override(
                id: ID(9), plan: $0.plan.id, action: $0.action.id, colour: .red, because: "x", until: $1.today.adding(days: -1),
                askedOn: $1.today.adding(days: -9), askedBy: "person/9", decidedOn: $1.today.adding(days: -8), decidedBy: "person/8", outcome: .agreed)
            try $0.plans.end(past, in: $0.plan, $1)
        }),
        ("override-ends-too-soon", { try $0.plans.askToOverride($0.action, of: $0.plan, override(.red, days: 0, $1), $1) }),
        ("override-too-long", { try $0.plans.askToOverride($0.action, of: $0.plan, override(.red, days: 93, $1), $1) }),
        ("no-override-to-done", { try $0.plans.askToOverride($0.action, of: $0.plan, override(.blue, days: 9, $1), $1) }),
        ("same-standing", { try $0.plans.askToOverride($0.undated, of: $0.plan, override(.grey, days: 9, $1), $1) }),
        ("action-already-done", { try $0.plans.askToOverride($0.done, of: $0.plan, override(.red, days: 9, $1), $1) }),
        ("need-not-found", { _ = try $1.session.need(ID(999), of: $0.action) }),
        ("need-ended-already", {
            let need = try $0.plans.add(NewNeed(text: "x", fte: Hundredths(50)), to: $0.action, of: $0.plan, $1)
            let ended = try $0.plans.end(need, for: $0.action, of: $0.plan, $1)
            try $0.plans.edit(ended, for: $0.action, of: $0.plan, NewNeed(text: "y", fte: Hundredths(50)), $1)
        }),
        ("dependency-not-found", { _ = try $1.session.dependency(ID(999), of: $0.action) }),
        ("waits-for-itself", { try $0.plans.makeWait($0.action, of: $0.plan, NewDependency(action: $0.action.reference.text), $1) }),
        ("dependency-there-already", {
            try $0.plans.makeWait($0.action, of: $0.plan, NewDependency(action: $0.undated.reference.text), $1)
            try $0.plans.makeWait($0.action, of: $0.plan, NewDependency(action: $0.undated.reference.text), $1)
        }),
        ("dependency-goes-in-a-circle", {
            try $0.plans.makeWait($0.action, of: $0.plan, NewDependency(action: $0.undated.reference.text), $1)
            try $0.plans.makeWait($0.undated, of: $0.plan, NewDependency(action: $0.action.reference.text), $1)
        }),
        ("dependency-ended-already", {
            let made = try $0.plans.makeWait($0.action, of: $0.plan, NewDependency(action: $0.undated.reference.text), $1)
            let ended = try $0.plans.end(made, for: $0.action, of: $0.plan, $1)
            try $0.plans.end(ended, for: $0.action, of: $0.plan, $1)
        }),
    ]
}
