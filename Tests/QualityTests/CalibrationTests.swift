import Kernel
import People
import Quality
import Storage
import TestSupport
import Testing

/// Calibrations on both engines: blind until they are closed, and what they show then.
@Suite struct CalibrationTests {
    @Test(arguments: Engine.allCases)
    func `three judge one audit blind, and see how far they agree once it is closed`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            let calibration = try await world.opened()
            #expect(calibration.reference.text == "QC-2026-0001" && calibration.work == Subject(kind: "audit", number: 2))
            try await world.answer(calibration, 0, "ppfpa")
            try await world.answer(calibration, 1, "ppfpa")
            var facts = try await world.facts(calibration)
            #expect(facts.submitted(by: world.today).count == 2 && facts.result(on: world.today) == nil, "nobody sees answers while it is open")
            try await world.answer(calibration, 2, "ppppa")
            facts = try await world.facts(calibration)
            let closed = try await world.write { try $0.close($1.session.calibration("qc-2026-0001"), concluding: "A paragraph is altered when a word is.", $1) }
            #expect(closed.state(on: world.today) == .closed && closed.state(on: world.today.adding(days: -1)) == .open)
            let result = try #require(try await world.facts(calibration).result(on: world.today))
            #expect(result.lines.map(\.isSplit) == [false, false, true, false, false])
            let agreement = try #require(result.agreement)
            // 13 of 15 pairs: 3 of 3 four times, 1 of 3 once.
            #expect(abs(agreement.share - 13.0 / 15) < 1e-12 && agreement.reviewers == 3 && agreement.questions == 5)
            // statsmodels, inter_rater.fleiss_kappa of [[3,0,0],[3,0,0],[1,2,0],[3,0,0],[0,0,3]].
            #expect(abs(try #require(agreement.kappa) - 0.7321428571428574) < 1e-12)
            #expect(result.words.hasPrefix("3 reviewers gave the same answer in 86.7% of pairs over 5 criteria."))
            #expect(try await world.desk.told(calibration.subject).contains("person/5 closed the calibration"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `answers that were handed in stay, and those that are not whole are not handed in`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            let calibration = try await world.opened()
            let amis = world.reviewers[0]
            let half = Array(TogetherWorld.findings("pf"))
            let refused = try await world.refused(by: amis) { try $0.answer($1.session.calibration(calibration.reference.text), half, submitting: true, $1) }
            #expect(refused?.code == "check-unanswered" && refused?.fields.first?.name == "answer-paragraphs")
            let saved = try await world.write(by: amis) { try $0.answer($1.session.calibration(calibration.reference.text), half, submitting: false, version: 1, $1) }
            #expect(saved.findings == half && saved.submitted == nil)
            let stale = try await world.refused(by: amis) { try $0.answer($1.session.calibration(calibration.reference.text), half, submitting: false, version: 1, $1) }
            #expect(stale?.code == "changed-meanwhile")
            try await world.answer(calibration, 0, "ppppp")
            let again = try await world.refused(by: amis) { try $0.answer($1.session.calibration(calibration.reference.text), half, submitting: false, $1) }
            #expect(again?.code == "calibration-sheet-submitted")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever did the work neither judges it nor opens it, and one alone agrees with nobody`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            let due = world.today.adding(days: 7)
            // Audits of even numbers are of WM Ferris.
            let wrong: [(work: String, reviewers: [String], says: String)] = [
                ("A-2026-0002", ["WM Ferris", "SM Amis"], "reviewer"), ("A-2026-0002", ["SM Amis"], "reviewers"), ("A-2026-0002", ["SM Amis", "SM Amis"], "reviewers"),
                ("A-2026-0002", ["SM Amis", "Nobody"], "reviewers"), ("A-2026-0999", ["SM Amis", "GM Halloran"], "work"),
            ]
            for (work, reviewers, says) in wrong {
                let refused = try await world.refused { try $0.open(NewCalibration(work: work, reviewers: reviewers, due: due), $1) }
                #expect(refused?.fields.map(\.name) == [says == "reviewer" ? "reviewers" : says] && (says == "reviewer") == (refused?.code == "reviewer-is-auditor"))
            }
            let past = try await world.refused { try $0.open(NewCalibration(work: "A-2026-0002", reviewers: ["SM Amis", "GM Halloran"], due: due.adding(days: -9)), $1) }
            #expect(past?.fields.map(\.name) == ["due"])
            let stranger = try await world.refused(by: world.officer) { try $0.open(NewCalibration(work: "A-2026-0002", reviewers: ["SM Amis", "GM Halloran"], due: due), $1) }
            #expect(stranger?.code == "not-allowed")
        }
    }

    @Test(arguments: Engine.allCases)
    func `too few answers are not closed, a reviewer who manages answers first, and what ended stays`(_ engine: Engine) async throws {
        try await TogetherWorld.with(engine) { world in
            let calibration = try await world.opened()
            @Sendable func close(_ quality: Quality, _ work: Work) throws { try quality.close(work.session.calibration(calibration.reference.text), concluding: "So", work) }
            #expect(try await world.refused(close)?.code == "not-allowed", "the manager is a reviewer and has not answered")
            try await world.answer(calibration, 2, "ppppp")
            #expect(try await world.refused(close)?.code == "calibration-too-few")
            #expect(try await world.refused(by: world.reviewers[0], close)?.code == "not-allowed")
            try await world.write { try $0.abandon($1.session.calibration(calibration.reference.text), because: "It was talked about", $1) }
            #expect(try await world.refused(close)?.code == "calibration-ended")
            let late = try await world.refused(by: world.reviewers[0]) { try $0.answer($1.session.calibration(calibration.reference.text), [], submitting: false, $1) }
            #expect(late?.code == "calibration-ended")
            #expect(try await world.facts(calibration).result(on: world.today) == nil, "nobody sees the answers of one that was abandoned")
        }
    }

    @Test func `whoever did the work reads it once it is closed, and strangers never`() async throws {
        try await TogetherWorld.with(.sqlite) { world in
            let calibration = try await world.opened()
            func mayRead(_ actor: Actor) async throws -> Bool {
                let (facts, today) = (try await world.facts(calibration), world.today)
                let parties = try await world.desk.read { try Parties($0).actedFor(by: actor, on: today) }
                return QualityPolicy.reads(facts, actingFor: parties, on: today).allows(actor)
            }
            let stranger = Actor(person: 2, name: "CC Adeyemi", roles: [.officer, .reader])
            #expect(try await mayRead(world.reviewers[0]))
            #expect(try await mayRead(world.approver))
            #expect(try await !mayRead(stranger))
            // WM Ferris did the work.
            #expect(try await !mayRead(world.officer))
            for reviewer in 0..<3 { try await world.answer(calibration, reviewer, "ppppp") }
            try await world.write { try $0.close($1.session.calibration(calibration.reference.text), concluding: "All alike", $1) }
            #expect(try await mayRead(world.officer))
            #expect(try await !mayRead(stranger))
        }
    }
}
