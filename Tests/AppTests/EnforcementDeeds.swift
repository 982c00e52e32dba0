import Enforcement
import Kernel
import People
import Premises
@testable import Storage
import TestSupport

/// What random histories do with cases and notices.
extension Deeds {
    private func own(_ id: ID<EnforcementCase>) throws -> EnforcementCase { try work.session.all(EnforcementCase.self, "WHERE id = \(id)")[0] }

    private mutating func newCase(at premises: String? = nil) throws -> NewCase {
        NewCase(
            title: text(), origin: pick(EnforcementCase.Origin.self), officer: try chance(6) ? RandomWords.name(&dice) : party(.person).name,
            premises: try premises ?? (chance(9) ? "none" : one(Premises.self).reference.text), opened: day(), summary: note())
    }

    private mutating func newNotice(_ type: NoticeType) -> NewNotice {
        let ahead = work.today.adding(days: .random(in: -5...90, using: &dice))
        return NewNotice(
            articles: chance(9) ? [] : ["8", "14"], steps: chance(9) ? [] : [NoticeStep("14", "Clear it", "Build another")],
            recipients: chance(9) ? [] : [NoticeRecipient("A. Owner", "1 Quay Street")], substance: chance(9) ? nil : text(), grounds: chance(9) ? nil : text(),
            altersPremises: chance(3), isForWorkersOnly: chance(9), isImmediate: type == .prohibition && chance(2),
            complyBy: type == .enforcement || chance(9) ? ahead : nil, text: note())
    }

    private mutating func newEvent(_ deed: NoticeDeed) -> NewNoticeEvent {
        let asks = Set(deed.fields.map(\.field))
        return NewNoticeEvent(
            deed.kind, on: chance(3) ? day() : work.today, who: asks.contains(.who) ? "A. Owner" : nil,
            method: asks.contains(.method) ? pick(NoticeEvent.Method.self) : nil, consultee: asks.contains(.consultee) ? pick(NoticeEvent.Consultee.self) : nil,
            outcome: asks.contains(.outcome) ? pick(NoticeHistory.Appeal.Outcome.self) : nil, satisfied: asks.contains(.satisfied) ? chance(2) : nil,
            until: deed == .extensions ? work.today.adding(days: 120) : asks.contains(.until) ? someDay() : nil, note: chance(9) ? nil : text())
    }

    /// The same piece of work in another's hands, since nobody signs what they wrote.
    private mutating func signing(_ notice: Notice) throws {
        let signer = try party(.person)
        let work = Work(
            session: work.session, actor: Actor(person: signer.id.number, name: signer.name, roles: [.reader, .officer, .approver, .administrator]),
            moment: work.moment, reason: work.reason)
        try Enforcement().authorise(NewSigningAuthority(party: signer.name, type: notice.type, from: work.today, until: someDay()), work)
        try Enforcement().record(.approval, NewNoticeEvent(.approved, on: work.today), of: notice, work)
    }

    private static let moving: Deed = {
        let deed = $0.pick(NoticeDeed.self)
        try Enforcement().record(deed, $0.newEvent(deed), of: $0.one(Notice.self), $0.work)
    }

    /// All the way at once, since by single steps hardly any notice comes as far.
    private static let serving: Deed = {
        let (type, today) = ($0.pick(NoticeType.self), $0.work.today)
        let premises = try $0.gazetteer.register(NewPremises(name: "House", type: .hmo), $0.work)
        let own = try Enforcement().open(
            NewCase(title: $0.text(), origin: .audit, officer: $0.party(.person).name, premises: premises.reference.text, opened: today), $0.work)
        let notice = try Enforcement().draft(type, NewNotice(
            articles: ["8", "14"], steps: [NoticeStep("14", "Clear it", "Build another")], recipients: [NoticeRecipient("A. Owner", "1 Quay Street")],
            substance: "Blocked", grounds: "Seen", isImmediate: type == .prohibition, complyBy: type == .enforcement ? today.adding(days: 60) : nil), in: own, $0.work)
        try $0.signing(notice)
        try Enforcement().record(
            .services, NewNoticeEvent(.served, on: today, who: "A. Owner", method: $0.pick(NoticeEvent.Method.self), note: "Receipt"), of: notice, $0.work)
    }

    static let enforcementDeeds: [(name: String, deed: Deed)] = [
        ("opened a case at new premises", {
            let premises = try $0.gazetteer.register(NewPremises(name: "House", type: $0.chance(3) ? .hmo : .office), $0.work)
            try Enforcement().open($0.newCase(at: premises.reference.text), $0.work)
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
        ("settled an outcome", {
            let outcome = try $0.one(CaseOutcome.self)
            try Enforcement().settle(outcome, of: $0.own(outcome.enforcementCase), result: $0.text(), on: $0.day(), $0.work)
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
        ("signed a notice", { try $0.signing($0.one(Notice.self)) }),
        ("moved a notice", moving), ("moved a notice", moving), ("moved a notice", moving),
        ("served a notice", serving), ("served a notice", serving), ("served a notice", serving),
        ("amended a notice", { try Enforcement().amend($0.one(Notice.self), NewAmendment(on: $0.work.today, articles: ["9"], substance: $0.text(), note: $0.text()), $0.work) }),
        ("struck out an event", {
            let event = try $0.one(NoticeEvent.self)
            try Enforcement().strike(event, of: $0.work.session.all(Notice.self, "WHERE id = \(event.notice)")[0], because: $0.text(), $0.work)
        }),
        ("gave authority to sign", {
            try Enforcement().authorise(NewSigningAuthority(party: RandomWords.name(&$0.dice), type: $0.pick(NoticeType.self), from: $0.day(), until: $0.someDay()), $0.work)
        }),
        ("ended authority to sign", { try Enforcement().end($0.one(SigningAuthority.self), until: $0.day(), $0.work) }),
    ]
}
