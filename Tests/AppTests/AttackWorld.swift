@testable import App
import Boards
import Enforcement
import HTTPTypes
import Inspections
import Kernel
import Library
import Papers
import People
import Plans
import Premises
@testable import Quality
import Reviews
import Storage
import TestBrowser
import TestSupport
import Web

/// A service with one of everything in it, for attacks to reach for.
struct AttackWorld: Sendable {
    let app: AppWorld
    /// What stands in an address for each of its parts.
    let parts: [String: String]
    /// The account that attacks are made on, and a sign-in of its own.
    let victim: ID<Account>

    static func with(_ engine: Engine, _ body: @escaping @Sendable (AttackWorld) async throws -> Void) async throws {
        try await AppWorld.with(engine) { app in
            let victim = try await app.account("V. Victim", .reader)
            let file = try await Intake().check(Array("A rota".utf8), named: "rota.txt")
            let world = try await app.desk.write(by: .operator) { work in
                let (plans, people) = (Plans(), People())
                var token = Fields(["name": ["A program of theirs"], "scope": ["plans:read"], "expires": ["2026-06-30"]])
                _ = try people.makeToken(NewProgramToken(reading: &token, offered: scopes, today: work.today), for: victim, work)
                let post = try people.add(NewParty(kind: .post, name: "Head of Protection"), work)
                let person = try people.add(NewParty(kind: .person, name: "O. Owner"), work)
                let holding = try people.give(post: post.id, to: person.id, from: Day(2026, 1, 1)!, work)
                func plan(_ title: String, _ number: String) throws -> PartsOfPlan {
                    let plan = try plans.begin(NewPlan(title: title, kind: .improvement, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                    func finding(_ reference: String) throws -> Finding {
                        try plans.add(NewFinding(reference: Reference(checking: reference), kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
                    }
                    let (first, gone) = (try finding(number), try finding("\(number)0"))
                    let action = try plans.add(NewAction(text: "Close it", owners: ["O. Owner"], due: Day(2026, 5, 1), since: Day(2026, 1, 1)), to: first, of: plan, work)
                    let milestone = try plans.addMilestone("Half way", due: nil, to: action, of: plan, work)
                    let move = try plans.askToMove(action, of: plan, NewDateMove(to: Day(2026, 6, 1)!, because: "Later"), work)
                    let measure = try plans.measure(action, of: plan, by: NewMeasure(title: "On time", unit: "per cent", threshold: Quantity(95)), work)
                    let reading = try plans.read(measure, of: plan, NewReading(on: work.today, value: Quantity(90)), work)
                    let next = try plans.add(NewAction(text: "Keep it closed", owners: ["O. Owner"], since: Day(2026, 1, 1)), to: first, of: plan, work)
                    let override = try plans.askToOverride(action, of: plan, NewOverride(colour: .red, because: "It is", until: work.today.adding(days: 20)), work)
                    let dependency = try plans.makeWait(action, of: plan, NewDependency(action: next.reference.text), work)
                    let need = try plans.add(NewNeed(text: "An officer", fte: Hundredths(100)), to: action, of: plan, work)
                    return PartsOfPlan(action: action, milestone: milestone, move: move, override: override, dependency: dependency, need: need, reading: reading, withdrawal: try plans.withdraw(gone, of: plan, because: "Gone", work))
                }
                let open = try plan("Open plan", "1")
                _ = try plan("Other plan", "2")
                let own = try work.session.plan("open-plan")
                let piece = try plans.show(NewEvidence(shows: "The rota"), for: open.action, of: own, file: file, naming: naming, work)
                let seen = try plans.show(NewEvidence(shows: "The gap", link: "https://a.example"), for: work.session.finding("1", in: own), of: own, naming: naming, work)
                let boards = try Boards(naming: naming).open(work)
                try Reviews(naming: naming).open(work)
                let version = try Library(naming: naming).open(work)
                try Gazetteer().open(work)
                let risk = try Risk().open(on: work.session.premises("P-1"), work)
                let aims = try EnforcementPolicies().open(work)
                let paper = try Papers(sources: paperSources).begin(NewPaper(title: "Open paper", covers: [Subject(kind: "plan", number: 1)]), work)
                let section = try work.session.facts(of: paper).sections[0]
                try Enforcement().open(work)
                try openMeasures(work)
                try Audits().open(work)
                try Quality().openAttacked(work)
                try Quality().openAttackedTogether(work)
                try Programmes().open(work)
                return AttackWorld(app: app, parts: [
                    "premises": "P-1", "responsibility": "1", "holder": "1", "address": "1",
                    "method": "\(risk.method)", "marker": "\(risk.marker)", "compliance": "\(risk.compliance)",
                    "policy": "\(aims.policy)", "objective": "\(aims.objective)", "stated": "\(aims.stated)",
                    "review": "open-review", "recommendation": "R1", "concern": "1",
                    "audit": "A-2026-0001", "check": "Q-2026-0001", "remedial": "1", "form": "1", "calibration": "open-calibration", "frequency": "quarter", "reported": "2025-26-q4", "letter": "1", "authorisation": "1", "level": "1", "programme": "P-2026", "capacity": "1", "edition": "2", "month": "2026-05",
                    "case": "C-2026-0001", "notice": "N-2026-0001", "outcome": "1", "event": "1", "authority": "1",
                    "indicator": "PM-01", "target": "1", "rebase": "1", "by": "month", "period": "2026-01",
                    "paper": "open-paper", "section": "\(section.id)", "file": "text", "template": "board-report",
                    "board": "open-board", "seat": "\(boards.seat)", "meeting": "\(boards.meeting)", "item": "\(boards.item)",
                    "decision": "\(boards.decision)", "link": "\(boards.link)", "document": "open-document", "version": "\(version)",
                    "plan": "open-plan", "finding": "1", "action": open.action.reference.text, "milestone": "\(open.milestone.id)", "move": "\(open.move.id)",
                    "measure": "\(open.reading.measure)", "reading": "\(open.reading.id)", "override": "\(open.override.id)", "dependency": "\(open.dependency.id)", "need": "\(open.need.id)",
                    "withdrawal": "\(open.withdrawal.id)", "evidence": "\(piece.id)", "evidence of a finding": "\(seen.id)", "format": "csv", "party": "\(post.id)", "tie": "\(holding.id)",
                    "account": "\(victim)", "signIn": "999999", "number": "1", "import": "1", "source": "no-such-source", "key": "no-such-notice", "token": "no-such-token", "code": "not-here", "hash": "x", "name": "y",
                ], victim: victim)
            }
            try await body(world)
        }
    }

    /// An address with its parts filled in.
    func path(_ route: String, _ other: [String: String] = [:]) -> String {
        var parts = parts
        if route.contains("findings/{finding}/evidence") { parts["evidence"] = parts["evidence of a finding"] }
        return parts.merging(other) { $1 }.reduce(route.split(separator: " ").last.map(String.init) ?? "/") { path, part in
            path.replacing("{\(part.key)}", with: part.value)
        }
    }

    /// Sends what the route would accept.
    func send(_ route: String, _ known: Known, to path: String, _ browser: Browser) async throws -> Browser.Answer {
        route.hasPrefix("GET ") ? try await browser.get(path) : try await browser.post(path, known.form)
    }

    func entries() async throws -> Int { try await app.verbs().count }
}

extension AppWorld {
    /// An account whose password is known.
    func account(_ name: String, _ roles: Role...) async throws -> ID<Account> {
        let email = AppWorld.email(name)
        let account = try await desk.write(by: .operator) { [roles] work in
            try People().openAccount(NewAccount(name: name, email: email, roles: Set(roles)), work).account
        }
        try await muster.door.setPassword(AppWorld.password, of: account.id, by: .operator)
        return account.id
    }

    static func email(_ name: String) -> String { name.lowercased().filter(\.isLetter) + "@northshire.example" }

    /// A browser of somebody who has an account already.
    func browser(of name: String) async throws -> Browser {
        let browser = Browser(muster.site)
        try await browser.signIn(AppWorld.email(name), AppWorld.password)
        return browser
    }
}

extension Boards {
    /// Two boards with one of everything in each; the numbers of the first's.
    fileprivate func open(_ work: Work) throws -> (seat: Int64, meeting: Int64, item: Int64, decision: Int64, link: Int64) {
        func board(_ name: String) throws -> (Int64, Int64, Int64, Int64, Int64) {
            let board = try begin(NewBoard(name: name, oversees: "Risk", since: Day(2026, 1, 1)!), work)
            let seat = try seat(NewSeat(party: "O. Owner", from: Day(2026, 1, 1)!), on: board, work)
            let meeting = try call(NewMeeting(on: Day(2026, 6, 1)!, title: "To come"), of: board, work)
            let item = try add(NewAgendaItem(title: "Risk"), to: meeting, of: board, work)
            let past = try call(NewMeeting(on: Day(2026, 4, 1)!, title: "Past"), of: board, work)
            let decision = try record(NewDecision(outcome: .noted, words: "Seen"), of: past, of: board, work)
            let link = try makeGuestLink(NewGuestLink(name: "A reader", expiresOn: work.today.adding(days: 30)), to: board, work).link
            return (seat.id.number, meeting.id.number, item.id.number, decision.id.number, link.id.number)
        }
        let first = try board("Open board")
        _ = try board("Other board")
        return first
    }
}

extension Reviews {
    /// Two reviews with one of everything in each.
    fileprivate func open(_ work: Work) throws {
        for (title, recommendation) in [("Open review", "R1"), ("Other review", "R2")] {
            let review = try begin(NewReview(
                title: title, kind: .inspection, reviewer: "HMICFRS", round: "round-3", scope: "Everything", commissionedOn: Day(2026, 1, 1)!,
                reportedOn: Day(2026, 3, 1)!), work)
            try judge([NewJudgment(question: "protecting", grade: .adequate)], of: review, work)
            try recommend(NewRecommendation(reference: Reference(checking: recommendation), words: "Do it"), of: review, work)
            try raise(NewConcern(kind: .causeOfConcern, words: "It falls short", issuedOn: Day(2026, 3, 1)!), of: review, work)
        }
    }
}

extension EnforcementPolicies {
    /// Two drafts with an objective each, and a stated year; the numbers of the first.
    fileprivate func open(_ work: Work) throws -> (policy: ID<EnforcementPolicy>, objective: ID<EnforcementObjective>, stated: ID<StatedActivity>) {
        func policy(_ edition: String) throws -> EnforcementObjective {
            let policy = try draft(NewEnforcementPolicy(edition: edition), work)
            return try aim(NewObjective(sentence: "In time", measure: .compliance, target: Quantity(90)), in: policy, work)
        }
        let first = try policy("Open edition")
        _ = try policy("Other edition")
        let stated = try state(NewStatedActivity(year: "2011", measure: .enforcement, count: Quantity(34), source: "FOI"), work)
        return (first.policy, first.id, stated.id)
    }
}

extension Library {
    /// Two documents with a version each; the number of the first's.
    fileprivate func open(_ work: Work) throws -> ID<DocumentVersion> {
        func document(_ title: String) throws -> ID<DocumentVersion> {
            let document = try register(NewDocument(title: title, kind: .policy, owner: "O. Owner"), work)
            return try add(NewVersion(label: "1", inForce: Day(2026, 1, 1)!, change: "x"), to: document, work).id
        }
        let first = try document("Open document")
        _ = try document("Other document")
        return first
    }
}

extension Enforcement {
    /// Two cases with one of everything in each, led by O. Owner.
    fileprivate func open(_ work: Work) throws {
        let premises = try work.add("added the premises") { id in
            Premises(id: id, reference: try Reference("enforced-premises"), name: "Harbour House", type: .office, since: work.today)
        }
        for title in ["Open case", "Other case"] {
            let own = try open(NewCase(title: title, origin: .audit, officer: "O. Owner", premises: premises.reference.text, opened: work.today), work)
            try find(NewCaseFinding(on: work.today, article: "14", found: "Blocked"), in: own, work)
            try add(NewCaseOutcome(kind: .informal, on: work.today, words: "x"), to: own, work)
            let notice = try draft(.enforcement, NewNotice(), in: own, work)
            try record(.consultations, NewNoticeEvent(.consulted, on: work.today, who: "Borough", consultee: .localAuthority), of: notice, work)
            try authorise(NewSigningAuthority(party: "O. Owner", type: .enforcement, from: work.today), work)
        }
    }
}

extension Audits {
    /// Two audits that O. Owner is to carry out, and what they are authorised for.
    fileprivate func open(_ work: Work) throws {
        try define(NewAuthorisationLevel(code: "open", name: "Open level", complexity: .complex, band: .veryHigh, sleeping: true, from: work.today), work)
        try authorise(NewAuthorisation(officer: "O. Owner", level: "open", from: work.today), work)
        for _ in 0..<2 { try plan(NewAudit(premises: "enforced-premises", officer: "O. Owner", planned: work.today), work) }
    }
}

/// One of everything that a plan holds.
struct PartsOfPlan {
    let action: Action
    let milestone: Milestone
    let move: DateMove
    let override: Override
    let dependency: Dependency
    let need: Need
    let reading: MeasureReading
    let withdrawal: Withdrawal
}

extension Gazetteer {
    /// Two premises, each with somebody who answers for them and where that one is served.
    fileprivate func open(_ work: Work) throws {
        for name in ["Open house", "Other house"] {
            let premises = try register(NewPremises(name: name, type: .shop), work)
            let holder = try register(NewDutyHolder(kind: .person, name: "Holder of \(name)"), work)
            try add(NewServiceAddress(kind: .home, lines: ["1 Quay Street"], from: Day(2026, 1, 1)!), to: holder, work)
            try self.name(NewResponsibility(holder: "\(holder.id)", capacity: .owner, from: Day(2026, 1, 1)!), for: premises, work)
        }
    }
}
