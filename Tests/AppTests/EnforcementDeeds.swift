import Enforcement
import Kernel
import People
import Premises
import Storage
import TestSupport

/// What random histories do with cases and notices.
extension Deeds {
    private func own(_ id: ID<EnforcementCase>) throws -> EnforcementCase { try work.session.all(EnforcementCase.self, "WHERE id = \(id)")[0] }

    private mutating func newCase() throws -> NewCase {
        NewCase(
            title: text(), origin: pick(EnforcementCase.Origin.self), officer: RandomWords.name(&dice), premises: chance(6) ? "none" : try one(Premises.self).reference.text,
            opened: day(), summary: note())
    }

    private mutating func newNotice(_ type: NoticeType) -> NewNotice {
        NewNotice(
            articles: chance(5) ? [] : ["8", "14"], steps: chance(4) ? [] : [NoticeStep("14", "Clear it", "Build another")], recipients: chance(5) ? [] : [NoticeRecipient("A. Owner", "1 Quay Street")],
            substance: chance(5) ? nil : text(), grounds: chance(5) ? nil : text(), altersPremises: chance(3), isForWorkersOnly: chance(9), isImmediate: type == .prohibition && chance(2),
            complyBy: type == .enforcement || chance(9) ? someDay() : nil, text: note())
    }

    private mutating func newEvent(_ deed: NoticeDeed) -> NewNoticeEvent {
        NewNoticeEvent(
            deed.kind, on: day(), who: deed.asks(for: .who) ? "A. Owner" : nil, method: deed == .services ? pick(NoticeEvent.Method.self) : nil,
            consultee: deed == .consultations ? pick(NoticeEvent.Consultee.self) : nil, outcome: deed == .disposals ? pick(NoticeHistory.Appeal.Outcome.self) : nil,
            satisfied: deed == .inspections ? chance(2) : nil, until: deed == .extensions ? day() : deed.asks(for: .until) ? someDay() : nil, note: note())
    }

    static let enforcementDeeds: [(name: String, deed: Deed)] = [
        ("added premises to enforce at", { deeds in
            let number = try deeds.work.session.count(Premises.self) + 1
            try deeds.work.add("added the premises") { id in
                Premises(id: id, reference: try Reference("R-\(number)"), name: "House \(number)", type: number % 3 == 0 ? .hmo : .office, since: deeds.work.today)
            }
        }),
        ("opened a case", { try Enforcement().open($0.newCase(), $0.work) }),
        ("edited a case", {
            let own = try $0.one(EnforcementCase.self)
            try Enforcement().edit(own, $0.newCase(), version: $0.version(own.version), $0.work)
        }),
        ("recorded a finding", { try Enforcement().find(NewCaseFinding(on: $0.day(), article: "14", found: $0.text()), in: $0.one(EnforcementCase.self), $0.work) }),
        ("struck out a finding", {
            let finding = try $0.one(CaseFinding.self)
            try Enforcement().strike(finding, of: $0.own(finding.enforcementCase), because: $0.text(), $0.work)
        }),
        ("recorded a rationale", {
            let (expected, concluded) = ($0.pick(EnforcementMeasure.self), $0.pick(EnforcementMeasure.self))
            try Enforcement().reason(NewRationale(
                risk: $0.pick(Rationale.Risk.self), gap: $0.pick(Rationale.Gap.self), expectation: expected, dutyholder: $0.note(), conclusion: concluded,
                departure: expected == concluded || $0.chance(6) ? nil : $0.text()), for: $0.one(EnforcementCase.self), $0.work)
        }),
        ("recorded an outcome", {
            try Enforcement().add(NewCaseOutcome(kind: $0.pick(CaseOutcome.Kind.self), on: $0.day(), words: $0.text()), to: $0.one(EnforcementCase.self), $0.work)
        }),
        ("closed a case", { try Enforcement().close($0.one(EnforcementCase.self), on: $0.day(), because: $0.text(), $0.work) }),
        ("reopened a case", { try Enforcement().reopen($0.one(EnforcementCase.self), $0.work) }),
        ("drafted a notice", {
            let type = $0.pick(NoticeType.self)
            try Enforcement().draft(type, $0.newNotice(type), in: $0.one(EnforcementCase.self), $0.work)
        }),
        ("edited a notice", {
            let notice = try $0.one(Notice.self)
            try Enforcement().edit(notice, $0.newNotice(notice.type), version: $0.version(notice.version), $0.work)
        }),
        ("moved a notice", {
            let deed = $0.pick(NoticeDeed.self)
            try Enforcement().record(deed, $0.newEvent(deed), of: $0.one(Notice.self), $0.work)
        }),
        ("amended a notice", { try Enforcement().amend($0.one(Notice.self), NewAmendment(on: $0.day(), articles: ["9"], substance: $0.text(), note: $0.text()), $0.work) }),
        ("struck out an event", {
            let event = try $0.one(NoticeEvent.self)
            try Enforcement().strike(event, of: $0.work.session.all(Notice.self, "WHERE id = \(event.notice)")[0], because: $0.text(), $0.work)
        }),
        ("gave authority to sign", {
            try Enforcement().authorise(NewSigningAuthority(party: RandomWords.name(&$0.dice), type: $0.pick(NoticeType.self), from: $0.day(), until: $0.someDay()), $0.work)
        }),
    ]
}
