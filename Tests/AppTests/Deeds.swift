@testable import App
@testable import Storage
import Boards
import Kernel
import Library
import People
import Plans
import Premises
import Reviews
import TestSupport

/// One person's work within one transaction, with the dice that choose what it is about.
struct Deeds {
    let work: Work
    var dice: Dice
    let people = People()
    let plans = Plans()
    let boards = Boards(naming: naming)
    let reviews = Reviews(naming: naming)
    let library = Library(naming: naming)
    let gazetteer = Gazetteer()

    init(work: Work, dice: Dice) {
        self.work = work
        self.dice = dice
    }

    typealias Deed = @Sendable (inout Deeds) throws -> Void

    /// Every verb, those that make more to work on more often.
    static let all: [(name: String, deed: Deed)] = peoplesDeeds
        + plansDeeds
        + plansDeeds
        + measuresDeeds
        + closingDeeds
        + promiseDeeds
        + boardsDeeds
        + boardsDeeds
        + reviewsDeeds
        + reviewsDeeds
        + libraryDeeds
        + libraryDeeds
        + premisesDeeds
        + papersDeeds
        + remindersDeeds

    // MARK: What it is about

    /// One of the newest of a kind; nothing is done where there is none.
    mutating func one<R: Record>(_ type: R.Type, _ clause: SQL = "") throws -> R {
        guard let record = try work.session.all(type, clause + " ORDER BY id DESC LIMIT 12").randomElement(using: &dice) else {
            throw Refusal.missing("nothing-there", "There is no \(R.table.name) yet.")
        }
        return record
    }

    mutating func party(_ kind: PartyKind) throws -> Party {
        try chance(10) ? one(Party.self) : one(Party.self, "WHERE kind = \(kind)")
    }

    mutating func action() throws -> (Action, Plan) {
        let action = try one(Action.self)
        return (action, try plan(action.plan))
    }

    func plan(_ id: ID<Plan>) throws -> Plan { try work.session.all(Plan.self, "WHERE id = \(id)")[0] }

    mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &dice) == 0 }
    mutating func text() -> String { RandomWords.text(&dice) }
    mutating func note() -> String? { RandomWords.optionalText(&dice) }
    mutating func day() -> Day { RandomWords.day(&dice, near: work.today) }
    mutating func someDay() -> Day? { RandomWords.optionalDay(&dice, near: work.today) }
    mutating func pick<T: CaseIterable>(_ type: T.Type) -> T { Array(T.allCases).randomElement(using: &dice)! }
    /// The version that was read, and now and then another.
    mutating func version(_ right: Int) -> Int { chance(10) ? right + .random(in: -1...1, using: &dice) : right }
}

extension Deeds {
    private mutating func newParty() throws -> NewParty {
        try NewParty(kind: pick(PartyKind.self), name: RandomWords.name(&dice), email: chance(3) ? "a.b@northshire.example" : nil)
    }

    private mutating func email() -> String { "P\(Int.random(in: 1...20, using: &dice))@Northshire.example" }

    private mutating func roles() -> Set<Role> { Set(Role.allCases.filter { _ in Bool.random(using: &dice) }) }

    static let peoplesDeeds: [(name: String, deed: Deed)] = [
        ("added a party", { try $0.people.add($0.newParty(), $0.work) }),
        ("named a party", { _ = try $0.people.findOrAdd(name: RandomWords.name(&$0.dice), $0.work) }),
        ("changed a party", {
            let party = try $0.one(Party.self)
            try $0.people.change(party.id, version: $0.version(party.version), to: $0.newParty(), $0.work)
        }),
        ("left", {
            let party = try $0.one(Party.self)
            try $0.people.leave(party.id, version: $0.version(party.version), on: $0.day(), $0.work)
        }),
        ("came back", {
            let party = try $0.one(Party.self)
            try $0.people.comeBack(party.id, version: $0.version(party.version), $0.work)
        }),
        ("gave a post", { try $0.people.give(post: $0.party(.post).id, to: $0.party(.person).id, from: $0.day(), through: $0.someDay(), $0.work) }),
        ("ended a holding", { try $0.people.endHolding($0.one(Holding.self).id, through: $0.day(), $0.work) }),
        ("joined a team", { try $0.people.join(team: $0.party(.team).id, person: $0.party(.person).id, from: $0.day(), through: $0.someDay(), $0.work) }),
        ("ended a membership", { try $0.people.endMembership($0.one(Membership.self).id, through: $0.day(), $0.work) }),
        ("opened an account", {
            _ = try $0.people.openAccount(NewAccount(name: RandomWords.name(&$0.dice), email: $0.email(), roles: $0.roles()), $0.work)
        }),
        ("made a link", { _ = try $0.people.makeLink(for: $0.one(Account.self).id, $0.work) }),
        ("set roles", {
            let account = try $0.one(Account.self)
            try $0.people.setRoles($0.roles(), of: account.id, version: $0.version(account.version), $0.work)
        }),
        ("set an e-mail", {
            let account = try $0.one(Account.self)
            try $0.people.setEmail($0.email(), of: account.id, version: $0.version(account.version), $0.work)
        }),
        ("suspended", {
            let account = try $0.one(Account.self)
            try $0.people.suspend(account.id, version: $0.version(account.version), $0.work)
        }),
        ("made a token", {
            let account = try $0.one(Account.self)
            var fields = Fields([
                "name": ["Program \(Int.random(in: 1...6, using: &$0.dice))"], "scope": [scopes[0].scope.rawValue],
                "expires": [$0.work.today.adding(days: .random(in: -5...90, using: &$0.dice)).iso],
            ])
            let new = NewProgramToken(reading: &fields, offered: scopes, today: $0.work.today)
            try fields.finish()
            let token = try $0.people.makeToken(new, for: account.id, $0.work).token
            // No two secrets are the same, and the copies of both databases must be.
            try $0.work.session.run("UPDATE program_secret SET secret_hash = \("of \(token.id)") WHERE token = \(token.id)")
        }),
        ("revoked a token", { try $0.people.revokeToken($0.one(ProgramToken.self).id, $0.work) }),
        ("let in again", {
            let account = try $0.one(Account.self)
            try $0.people.restore(account.id, version: $0.version(account.version), $0.work)
        }),
    ]
}

extension Deeds {
    private mutating func newPlan() -> NewPlan {
        NewPlan(
            reference: RandomWords.reference(&dice), title: text(), kind: pick(Plan.Kind.self), source: note(), from: day(), through: day().adding(days: 430),
            sponsor: chance(3) ? RandomWords.name(&dice) : nil, rules: pick(RuleSet.Name.self))
    }

    private mutating func newFinding() -> NewFinding {
        NewFinding(reference: RandomWords.reference(&dice), kind: pick(Finding.Kind.self), text: text(), fullText: note(), since: someDay())
    }

    private mutating func newAction() throws -> NewAction {
        var owners: [String] = []
        while owners.count < 3, Bool.random(using: &dice) { owners.append(try chance(6) ? RandomWords.name(&dice) : one(Party.self).name) }
        return NewAction(
            reference: RandomWords.reference(&dice), text: text(), owners: owners, due: someDay(), dueWritten: note(),
            successMeasure: note(), since: someDay(), correction: note())
    }

    private mutating func draft() -> PlanDraft {
        PlanDraft(title: text(), findings: (0..<Int.random(in: 0...2, using: &dice)).map { number in
            FindingDraft(reference: "\(number + 1)", text: text(), actions: [
                ActionDraft(reference: "\(number + 1).1", text: text(), owners: [RandomWords.name(&dice)], due: someDay()),
                ActionDraft(reference: "\(number + 1).2", text: "Publish it", statedStatus: pick(Colour.self).rawValue),
            ])
        })
    }

    static let plansDeeds: [(name: String, deed: Deed)] = [
        ("took over a document", {
            let work = $0.work
            try $0.plans.takeOver($0.draft(), as: Plans.Takeover(
                title: $0.text(), kind: $0.pick(Plan.Kind.self), from: work.today.adding(days: -200), through: work.today.adding(days: 200),
                asOf: $0.day()), work)
        }),
        ("took a newer document", {
            let (plan, draft) = (try $0.one(Plan.self), $0.draft())
            let view = PlanView(try $0.work.session.facts(of: plan), on: $0.work.today)
            let keys = PlanChange.all(from: view, to: draft).map(\.key).sorted()
            let wanted = Set(keys.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
            _ = try $0.plans.take(wanted, from: draft, into: plan, named: "newer.docx", $0.work)
        }),
        ("began a plan", { try $0.plans.begin($0.newPlan(), $0.work) }),
        ("edited a plan", {
            let plan = try $0.one(Plan.self)
            try $0.plans.edit(plan, $0.newPlan(), version: $0.version(plan.version), $0.work)
        }),
        ("added a finding", { try $0.plans.add($0.newFinding(), to: $0.one(Plan.self), $0.work) }),
        ("edited a finding", {
            let finding = try $0.one(Finding.self)
            try $0.plans.edit(finding, of: $0.plan(finding.plan), $0.newFinding(), version: $0.version(finding.version), $0.work)
        }),
        ("added an action", {
            let finding = try $0.one(Finding.self)
            try $0.plans.add($0.newAction(), to: finding, of: $0.plan(finding.plan), $0.work)
        }),
        ("added an action", {
            let finding = try $0.one(Finding.self)
            try $0.plans.add(NewAction(text: "Publish it"), to: finding, of: $0.plan(finding.plan), $0.work)
        }),
        ("edited an action", {
            let (action, plan) = try $0.action()
            try $0.plans.edit(action, of: plan, $0.newAction(), version: $0.version(action.version), $0.work)
        }),
        ("moved a finding", {
            let finding = try $0.one(Finding.self)
            try $0.plans.move(finding, $0.pick(Plans.Step.self), in: $0.plan(finding.plan), $0.work)
        }),
        ("moved an action", {
            let (action, plan) = try $0.action()
            try $0.plans.move(action, $0.pick(Plans.Step.self), in: plan, $0.work)
        }),
        ("withdrew a finding", {
            let finding = try $0.one(Finding.self)
            try $0.plans.withdraw(finding, of: $0.plan(finding.plan), because: $0.text(), $0.work)
        }),
        ("withdrew an action", {
            let (action, plan) = try $0.action()
            try $0.plans.withdraw(action, of: plan, because: $0.text(), $0.work)
        }),
        ("put back", {
            let withdrawal = try $0.one(Withdrawal.self)
            try $0.plans.restore(withdrawal, in: $0.plan(withdrawal.plan), $0.work)
        }),
        ("updated an action", {
            let (action, plan) = try $0.action()
            try $0.plans.update(action, of: plan, NewUpdate(
                asOf: $0.day(), narrative: $0.text(), stated: $0.chance(2) ? $0.pick(Colour.self) : nil, forecast: $0.someDay(),
                reached: $0.chance(2) ? [$0.one(Milestone.self, "WHERE action = \(action.id)").id] : []), $0.work)
        }),
        ("completed an action", {
            let (action, plan) = try $0.action()
            try $0.plans.complete(action, of: plan, NewCompletion(on: $0.day(), narrative: $0.note(), restIsNotNeeded: $0.chance(2)), $0.work)
        }),
        ("reopened an action", {
            let (action, plan) = try $0.action()
            try $0.plans.reopen(action, of: plan, $0.work)
        }),
        ("asked for another day", {
            let (action, plan) = try $0.action()
            try $0.plans.askToMove(action, of: plan, NewDateMove(to: $0.day(), because: $0.text()), $0.work)
        }),
        ("decided on a day", {
            let move = try $0.one(DateMove.self)
            try $0.plans.decide(move, in: $0.plan(move.plan), agreed: $0.chance(2), saying: $0.note(), $0.work)
        }),
        ("took a day back", {
            let move = try $0.one(DateMove.self)
            try $0.plans.takeBack(move, in: $0.plan(move.plan), $0.work)
        }),
        ("showed an action by a link", {
            let (action, plan) = try $0.action()
            let new = NewEvidence(shows: $0.text(), link: "https://northshire.example/\(Int.random(in: 1...9, using: &$0.dice))", through: $0.someDay())
            try $0.plans.show(new, for: action, of: plan, naming: naming, $0.work)
        }),
        ("showed an action by a file", {
            let (action, plan) = try $0.action()
            let bytes = Array("File \(Int.random(in: 1...3, using: &$0.dice))".utf8)
            let file = CheckedFile(name: "file.txt", kind: .txt, isScanned: false, sha256: Hash(of: bytes).description, bytes: bytes)
            try $0.plans.show(NewEvidence(shows: $0.text(), through: $0.someDay()), for: action, of: plan, file: file, naming: naming, $0.work)
        }),
        ("showed a finding by a plan", {
            let (finding, other) = (try $0.one(Finding.self), try $0.one(Plan.self))
            try $0.plans.show(NewEvidence(shows: $0.text(), record: other.subject), for: finding, of: $0.plan(finding.plan), naming: naming, $0.work)
        }),
        ("looked at evidence", {
            let piece = try $0.one(Evidence.self)
            try $0.plans.look(at: piece, in: $0.plan(piece.plan), through: $0.someDay(), $0.work)
        }),
        ("took back evidence", {
            let piece = try $0.one(Evidence.self)
            try $0.plans.takeBack(piece, in: $0.plan(piece.plan), because: $0.text(), $0.work)
        }),
        ("added a milestone", {
            let (action, plan) = try $0.action()
            try $0.plans.addMilestone($0.text(), due: $0.someDay(), to: action, of: plan, $0.work)
        }),
        ("reached a milestone", {
            let milestone = try $0.one(Milestone.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(milestone.action)")[0]
            try $0.plans.reach(milestone, on: $0.day(), for: action, of: $0.plan(action.plan), $0.work)
        }),
        ("corrected a milestone", {
            let milestone = try $0.one(Milestone.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(milestone.action)")[0]
            try $0.plans.correct(milestone, NewMilestone(text: $0.text(), due: $0.someDay()), for: action, of: $0.plan(action.plan), $0.work)
        }),
        ("withdrew a milestone", {
            let milestone = try $0.one(Milestone.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(milestone.action)")[0]
            try $0.plans.withdraw(milestone, because: $0.text(), for: action, of: $0.plan(action.plan), $0.work)
        }),
        ("took back a milestone", {
            let milestone = try $0.one(Milestone.self)
            let action = try $0.work.session.all(Action.self, "WHERE id = \(milestone.action)")[0]
            try $0.plans.unreach(milestone, for: action, of: $0.plan(action.plan), $0.work)
        }),
    ]
}
