@testable import App
import Inspections
import Kernel
import People
@testable import Quality
@testable import Storage
import TestSupport

/// What random histories do with the form, samples, checks and what is done about them.
extension Deeds {
    private var quality: Quality { Quality(neighbours: qualityNeighbours) }

    private mutating func newForm() -> NewQualityForm {
        NewQualityForm(title: text(), criteria: [QualityCriterion("one", text()), QualityCriterion("two", text(), chance(2) ? text() : nil)])
    }

    private mutating func newSample() throws -> NewSamplingPlan {
        NewSamplingPlan(
            title: text(), from: work.today.adding(days: -200), through: chance(6) ? work.today : work.today.adding(days: -1), due: work.today.adding(days: 60),
            rules: [.eachOfficer(least: 1 + (chance(2) ? 1 : 0)), chance(9) ? .type(code: "castle", percent: 5) : .all(percent: 50)], reviewers: try [party(.person).name, party(.person).name])
    }

    private mutating func newSheet(_ check: QualityCheck) throws -> QualitySheet {
        var sheet = QualitySheet()
        let form = try work.session.facts(of: check).form
        for criterion in form.criteria where !chance(9) { sheet.findings.append(QualityFinding(criterion.code, pick(QualityAnswer.self), chance(9) ? nil : text())) }
        (sheet.grade, sheet.departure, sheet.summary) = (chance(9) ? nil : pick(QualityGrade.self), chance(6) ? nil : text(), note())
        return sheet
    }

    private mutating func newRemedial() throws -> NewRemedialAction {
        NewRemedialAction(
            criterion: chance(9) ? "none" : chance(2) ? "one" : nil, kind: pick(RemedialKind.self), what: text(), owner: try chance(9) ? "Nobody" : party(.person).name, due: chance(9) ? day() : work.today.adding(days: 20))
    }

    /// All the way at once, since by single steps hardly any check comes as far.
    private static let checking: Deed = {
        let today = $0.work.today
        if try $0.work.session.qualityForm(inForceOn: today) == nil {
            let form = try $0.work.add("drafted the form") { id in
                QualityForm(id: id, edition: Int(id.number), title: "Form", criteria: [QualityCriterion("one", "One"), QualityCriterion("two", "Two")], draftedBy: "person/999", since: today)
            }
            try $0.work.saveCriteria(of: form)
            try $0.quality.adopt(form, from: today, $0.work)
        }
        let audit = try $0.one(Audit.self, "WHERE completed_on IS NOT NULL")
        let check = try $0.quality.open(NewQualityCheck(work: audit.reference.text, reviewer: $0.party(.person).name, due: today.adding(days: 30), why: $0.text()), $0.work)
        var sheet = QualitySheet()
        sheet.findings = try $0.work.session.facts(of: check).form.criteria.map { QualityFinding($0.code, .fail, "Seen") }
        (sheet.grade, sheet.departure) = (.adequate, "So it is")
        let done = try $0.quality.complete($0.quality.fill(check, sheet, $0.work), on: today, $0.work)
        let remedial = try $0.quality.remedy(done, NewRemedialAction(kind: .training, what: $0.text(), owner: $0.party(.person).name, due: today.adding(days: 9)), $0.work)
        if $0.chance(2) { try $0.quality.finish(remedial, on: today, doing: $0.text(), lookBy: nil, $0.work) }
    }

    static let qualityDeeds: [(name: String, deed: Deed)] = [
        ("drafted the form", { try $0.quality.draft($0.newForm(), $0.work) }),
        ("edited the form", {
            let form = try $0.one(QualityForm.self)
            try $0.quality.edit(form, $0.newForm(), version: $0.version(form.version), $0.work)
        }),
        ("adopted the form", { try $0.quality.adopt($0.one(QualityForm.self), from: $0.day(), $0.work) }),
        ("planned a sample", { try $0.quality.plan($0.newSample(), $0.work) }),
        ("planned a sample anew", {
            let plan = try $0.one(SamplingPlan.self)
            try $0.quality.replan(plan, $0.newSample(), version: $0.version(plan.version), $0.work)
        }),
        ("drew a sample", { try $0.quality.draw($0.one(SamplingPlan.self), seed: 7, $0.work) }),
        ("gave up a sample", { if $0.chance(4) { try $0.quality.drop($0.one(SamplingPlan.self), because: $0.text(), $0.work) } }),
        ("checked an audit", checking),
        ("checked another audit", checking),
        ("assigned a check", { try $0.quality.assign($0.one(QualityCheck.self), QualityAssignment(kind: $0.pick(QualityCheckKind.self), reviewer: $0.party(.person).name, due: $0.work.today.adding(days: 9)), $0.work) }),
        ("filled in a check", {
            let check = try $0.one(QualityCheck.self)
            try $0.quality.fill(check, $0.newSheet(check), version: $0.version(check.version), $0.work)
        }),
        ("completed a check", { try $0.quality.complete($0.one(QualityCheck.self), on: $0.work.today, $0.work) }),
        ("corrected a check", {
            let check = try $0.one(QualityCheck.self)
            try $0.quality.correct(check, $0.newSheet(check), because: $0.text(), $0.work)
        }),
        ("answered a check", { try $0.quality.reply(to: $0.one(QualityCheck.self), saying: $0.text(), $0.work) }),
        ("called off a check", { try $0.quality.callOff($0.one(QualityCheck.self), because: $0.text(), $0.work) }),
        ("asked for a remedial action", { try $0.quality.remedy($0.one(QualityCheck.self), $0.newRemedial(), $0.work) }),
        ("edited a remedial action", { try $0.quality.edit($0.one(RemedialAction.self), $0.newRemedial(), $0.work) }),
        ("did a remedial action", { try $0.quality.finish($0.one(RemedialAction.self), on: $0.work.today, doing: $0.text(), lookBy: nil, $0.work) }),
        ("looked at a remedial action", { try $0.quality.look(at: $0.one(RemedialAction.self), on: $0.work.today, outcome: $0.pick(RemedialOutcome.self), because: $0.text(), $0.work) }),
    ]
}
