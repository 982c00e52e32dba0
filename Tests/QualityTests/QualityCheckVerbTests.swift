import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// Checks on both engines: what each verb keeps and what it refuses, on 5 January 2026 and after.
@Suite struct QualityCheckVerbTests {
    @Test(arguments: Engine.allCases)
    func `a check is opened, made, completed, answered and corrected, and the journal tells it`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let check = try await world.opened()
            #expect(check.reference.text == "Q-2026-0001" && check.workReference == "A-2025-0001" && check.place == "Premises 1" && check.work == Subject(kind: "audit", number: 1))
            let facts = try await world.facts(check)
            #expect(facts.office == "North" && facts.auditor == "FF Ash" && facts.reviewer == "SM Clay" && facts.form.edition == 1)
            let begun = try await world.write(by: world.clay) { try $0.fill(check, QualityWorld.sheet([.pass], grade: nil), $1) }
            #expect(begun.sheet.findings.count == 1 && begun.version == 2)
            #expect(try await world.write(by: world.clay) { try $0.fill(begun, begun.sheet, $1) } == begun, "what has not changed is kept once")
            world.set(QualityWorld.first.adding(days: 3))
            let done = try await world.write(by: world.clay) { try $0.complete($0.fill(begun, QualityWorld.sheet(), $1), on: $1.today, $1) }
            #expect(done.state(on: world.today) == .completed && done.state(on: QualityWorld.first) == .open)
            let answered = try await world.write(by: world.ash) { try $0.reply(to: done, saying: "The clerk was ill", $1) }
            #expect(answered.reply == "The clerk was ill" && answered.replied == world.today)
            let corrected = try await world.write(by: world.clay) { try $0.correct(answered, QualityWorld.sheet([.pass, .pass, .notEvidenced], grade: .good), because: "The letter was found", $1) }
            #expect(corrected.correction == "The letter was found" && corrected.reply == "The clerk was ill" && corrected.sheet.count(.fail) == 0)
            #expect(try await world.desk.read { try $0.qualityCheck("q-2026-0001") } == corrected)
            let verbs = try await world.desk.read { try Journal($0).entries(within: check.subject).map(\.verb) }
            #expect(verbs == ["opened the check", "filled in the check", "filled in the check", "completed the check", "answered the check", "corrected the check"])
            #expect(try await world.desk.read { try Journal($0).verify().isWhole })
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody checks their own work, by name or by the post that they hold`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            func open(_ work: String, _ reviewer: String) async throws -> String? {
                try await world.refused { try $0.open(NewQualityCheck(work: work, reviewer: reviewer, due: QualityWorld.first, why: "x"), $1) }?.code
            }
            #expect(try await open("A-2025-0001", "FF Ash") == "reviewer-is-auditor")
            #expect(try await open("A-2025-0001", "The North Auditor") == "reviewer-is-auditor", "the post is held by the auditor")
            #expect(try await open("A-2025-0004", "FF Ash") == "reviewer-is-auditor", "the auditor is a post, and the reviewer holds it")
            #expect(try await open("A-2025-0001", "North") == "reviewer-is-auditor", "the team has the auditor in it")
            let check = try await world.opened("A-2025-0004")
            let refused22 = try await world.refused { try $0.assign(check, QualityAssignment(kind: .desktop, reviewer: "FF Ash", due: QualityWorld.first), $1) }
            #expect(refused22?.code == "reviewer-is-auditor")
            // Whoever comes to the post later is no outsider either.
            try await world.desk.write(by: .operator) { work in
                let parties = Parties(work.session)
                try People().give(post: parties.named("The North Auditor", field: "x").id, to: parties.named("SM Clay", field: "x").id, from: work.today, work)
            }
            let refused23 = try await world.refused(by: world.clay) { try $0.fill(check, QualityWorld.sheet(), $1) }
            #expect(refused23?.code == "not-allowed")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a manager gives an open check to somebody else, and calls it off for a reason`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let check = try await world.opened()
            let due = world.today.adding(days: 60)
            let given = try await assigned(check, .revisit, by: due, world)
            #expect(given.kind == .revisit && given.due == due)
            let stale = try await refusal { _ = try await assigned(check, .desktop, by: due, world) }
            #expect(stale?.code == "changed-meanwhile")
            let past = try await refusal { _ = try await assigned(given, .desktop, by: QualityWorld.first.adding(days: -1), world) }
            #expect(past?.code == "fields-need-attention")
            let stray = try await world.refused(by: world.clay) { try $0.fill(given, QualityWorld.sheet(), $1) }
            #expect(stray?.code == "not-allowed", "it is not theirs any more")
            let gone = try await calledOff(given, world)
            #expect(gone.state(on: world.today) == .calledOff)
            let refused24 = try await callOffRefused(gone, world)
            #expect(refused24?.code == "check-called-off")
            let refused25 = try await world.refused(by: world.birch) { try $0.fill(gone, QualityWorld.sheet(), $1) }
            #expect(refused25?.code == "check-called-off")
        }
    }

    @Test func `what can't be done is refused with its code`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            let check = try await world.opened()
            let today = world.today
            func opening(_ work: String, due: Day = QualityWorld.first, by actor: Actor? = nil) async throws -> String? {
                try await world.refused(by: actor) { try $0.open(NewQualityCheck(work: work, reviewer: "SM Clay", due: due, why: "x"), $1) }?.code
            }
            #expect(try await opening("A-2025-0001") == "work-under-check")
            #expect(try await opening("A-1999-0001") == "fields-need-attention")
            #expect(try await opening("A-2025-0002", due: today.adding(days: -1)) == "fields-need-attention")
            #expect(try await opening("A-2025-0002", by: world.clay) == "not-allowed")
            var silent = QualityWorld.sheet()
            silent.findings[1] = QualityFinding("letter-sent", .fail)
            #expect(try await world.completing(check, QualityWorld.sheet([.pass])) == "check-unanswered")
            #expect(try await world.completing(check, silent) == "fault-without-note")
            #expect(try await world.completing(check, QualityWorld.sheet(grade: nil)) == "check-not-graded")
            #expect(try await world.completing(check, QualityWorld.sheet(grade: .good)) == "grade-without-reason")
            #expect(try await world.completing(check, QualityWorld.sheet(), on: today.adding(days: 1)) == "fields-need-attention")
            #expect(try await world.completing(check, QualityWorld.sheet(), on: today.adding(days: -1)) == "fields-need-attention")
            for (actor, deed) in [(world.ash, "answer"), (world.clay, "correct"), (world.manager, "remedy")] {
                #expect(try await world.refused(by: actor) { quality, work in
                    switch deed {
                    case "answer": try quality.reply(to: check, saying: "x", work)
                    case "correct": try quality.correct(check, QualityWorld.sheet(), because: "x", work)
                    default: try quality.remedy(check, NewRemedialAction(kind: .coaching, what: "x", owner: "SM Clay", due: today), work)
                    }
                }?.code == "check-not-completed", "\(deed)")
            }
            let done = try await world.write(by: world.clay) { try $0.complete($0.fill(check, QualityWorld.sheet(), $1), on: today, $1) }
            let refused26 = try await world.refused(by: world.clay) { try $0.fill(done, QualityWorld.sheet(), $1) }
            #expect(refused26?.code == "check-completed")
            let refused27 = try await world.refused { try $0.callOff(done, because: "x", $1) }
            #expect(refused27?.code == "check-completed")
            let refused28 = try await world.refused(by: world.clay) { try $0.reply(to: done, saying: "x", $1) }
            #expect(refused28?.code == "not-allowed", "who checked does not answer themselves")
            #expect(try await refusal { try await world.desk.read { _ = try $0.qualityCheck("Q-1") } }?.code == "quality-check-not-found")
        }
        try await QualityWorld.with(.sqlite, formless: true) { world in
            let refusal = try await world.refused { try $0.open(NewQualityCheck(work: "A-2025-0001", reviewer: "SM Clay", due: QualityWorld.first, why: "x"), $1) }
            #expect(refusal?.code == "no-quality-form")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an edition is adopted by somebody else, and a check keeps the one that it was begun with`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            let check = try await world.opened()
            let next = try await world.write { try $0.draft(QualityWorld.form(["letter-sent | Was it sent"]), $1) }
            #expect(next.edition == 2)
            let edited = try await world.write { try $0.edit(next, QualityWorld.form(["letter-sent | Was it sent in time"]), version: 1, $1) }
            #expect(try await world.desk.read { try $0.qualityForm("2").criteria.map(\.title) } == ["Was it sent in time"])
            let refused29 = try await world.refused { try $0.edit(next, QualityWorld.form(), version: 1, $1) }
            #expect(refused29?.code == "changed-meanwhile")
            let refused30 = try await world.refused { try $0.adopt(edited, from: QualityWorld.first, $1) }
            #expect(refused30?.code == "not-allowed", "who drafted it does not adopt it")
            let refused31 = try await world.refused(by: world.approver) { try $0.adopt(edited, from: QualityWorld.first, $1) }
            #expect(refused31?.code == "quality-form-out-of-order")
            let day = QualityWorld.first.adding(days: 1)
            let adopted = try await world.write(by: world.approver) { try $0.adopt(edited, from: day, $1) }
            let refused32 = try await world.refused { try $0.edit(adopted, QualityWorld.form(), $1) }
            #expect(refused32?.code == "quality-form-adopted")
            #expect(try await world.desk.read { try $0.qualityForm(inForceOn: QualityWorld.first)?.edition } == 1)
            #expect(try await world.desk.read { try $0.qualityForm(inForceOn: day)?.edition } == 2)
            world.set(day)
            #expect(try await world.facts(check).form.edition == 1)
            #expect(try await world.facts(world.opened("A-2025-0002")).form.edition == 2)
            #expect(try await refusal { try await world.desk.read { _ = try $0.qualityForm("9") } }?.code == "quality-form-not-found")
        }
    }

    private func assigned(_ check: QualityCheck, _ kind: QualityCheckKind, by due: Day, _ world: QualityWorld) async throws -> QualityCheck {
        try await world.write { try $0.assign(check, QualityAssignment(kind: kind, reviewer: "WM Birch", due: due), version: check.version, $1) }
    }

    private func calledOff(_ check: QualityCheck, _ world: QualityWorld) async throws -> QualityCheck {
        try await world.write { try $0.callOff(check, because: "The officer has left", $1) }
    }

    private func callOffRefused(_ check: QualityCheck, _ world: QualityWorld) async throws -> Refusal? {
        try await world.refused { try $0.callOff(check, because: "x", $1) }
    }
}
