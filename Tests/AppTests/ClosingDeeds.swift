import Kernel
import People
import Plans
import Storage
import TestSupport

/// What random histories do to verify and close.
extension Deeds {
    private mutating func newClosure(of plan: Plan) throws -> NewPlanClosure {
        let gate = ClosingGate(PlanView(try work.session.facts(of: plan), on: work.today))
        let onto = try one(Plan.self)
        let items = gate.undecided.filter { _ in !chance(20) }.map { view -> NewPlanClosure.Item in
            let isCarried = chance(2)
            return .init(
                action: view.action.reference.text, kind: isCarried ? .carriedForward : view.completion == nil ? .notImplemented : .onItsWord, because: text(),
                onto: isCarried ? onto.reference.text : nil, due: isCarried ? day().adding(days: 300) : nil)
        }
        return NewPlanClosure(
            words: text(), residualRisk: text(), onwardOwner: try one(Party.self).name, reviewOn: work.today.adding(days: .random(in: 0...99, using: &dice)),
            decision: chance(9) ? Subject(kind: "decision", number: 9999) : nil, items: items,
            findings: try gate.findings.filter { _ in chance(2) }.map { finding in
                .init(finding: finding.reference.text, residualRisk: chance(2) ? text() : nil, onwardOwner: try one(Party.self).name, reviewOn: chance(2) ? day() : nil)
            })
    }

    static let closingDeeds: [(name: String, deed: Deed)] = [
        ("verified an action", {
            let completion = try $0.one(Completion.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(completion.action)")[0]
            let measure = try $0.chance(3) ? $0.one(SuccessMeasure.self).id : nil
            try $0.plans.accept(action, of: $0.plan(action.plan), NewAcceptance(on: $0.day(), lookedAt: $0.text(), measure: measure), $0.work)
        }),
        ("took back a verification", {
            let acceptance = try $0.one(Acceptance.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(acceptance.action)")[0]
            try $0.plans.takeBackAcceptance(of: action, in: $0.plan(action.plan), because: $0.text(), $0.work)
        }),
        ("recorded a letter", {
            let finding = try $0.one(Finding.self)
            try $0.plans.recordClosure(of: finding, in: $0.plan(finding.plan), NewInspectorateClosure(
                on: $0.day(), letter: $0.text(), author: $0.text(), words: $0.text()), $0.work)
        }),
        ("recorded a reopening", {
            let finding = try $0.one(Finding.self)
            try $0.plans.recordReopening(of: finding, in: $0.plan(finding.plan), NewReopening(on: $0.day(), because: $0.text()), $0.work)
        }),
        ("closed an action unimplemented", {
            let (action, plan) = try $0.action()
            try $0.plans.closeNotImplemented(action, of: plan, because: $0.text(), $0.work)
        }),
        ("closed a finding unimplemented", {
            let finding = try $0.one(Finding.self)
            try $0.plans.closeNotImplemented(finding, of: $0.plan(finding.plan), because: $0.text(), $0.work)
        }),
        ("reopened an action unimplemented", {
            let (action, plan) = try $0.action()
            try $0.plans.reopenNotImplemented(action, of: plan, because: $0.text(), $0.work)
        }),
        ("proposed to close a plan", {
            let plan = try $0.one(Plan.self)
            try $0.plans.proposeClosure(of: plan, $0.newClosure(of: plan), $0.work)
        }),
        ("decided on a closure", {
            let closure = try $0.one(PlanClosure.self)
            try $0.plans.decide(closure, of: $0.plan(closure.plan), agreed: !$0.chance(3), saying: $0.note(), $0.work)
        }),
        ("took a closure back", {
            let closure = try $0.one(PlanClosure.self)
            try $0.plans.takeBack(closure, of: $0.plan(closure.plan), $0.work)
        }),
        ("looked again at what a plan left behind", {
            let closure = try $0.one(PlanClosure.self)
            let finding = try $0.chance(2) ? $0.one(Finding.self).reference.text : nil
            let on = $0.day()
            try $0.plans.lookAgain(at: $0.plan(closure.plan), NewClosureLook(finding: finding, on: on, words: $0.text(), reviewOn: $0.chance(2) ? on.adding(days: 90) : nil), $0.work)
        }),
        ("reopened a plan", {
            let closure = try $0.one(PlanClosure.self)
            try $0.plans.reopen($0.plan(closure.plan), because: $0.text(), $0.work)
        }),
    ]
}
