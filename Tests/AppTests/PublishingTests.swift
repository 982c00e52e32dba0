@testable import App
import Enforcement
import Foundation
import Kernel
import People
import Premises
import Register
import Storage
import TestSupport
import Testing

/// What reaches the public register of notices that live at random: nothing internal, and never before or after the law has it.
@Suite struct PublishingTests {
    /// Stands in everything that is internal, so that any of it can be found in an entry.
    private static let secret = "SECRET"

    private static func open(_ desk: Desk, _ type: NoticeType, workers: Bool, _ dice: inout Dice) async throws -> Notice {
        let immediate = Bool.random(using: &dice)
        return try await desk.write(by: .operator) { work in
            let enforcement = Enforcement()
            let number = try work.session.count(Premises.self) + 1
            let premises = try work.add("added the premises") { id in
                Premises(id: id, reference: try Reference("P-\(number)"), name: "Harbour House", address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: .office, notes: secret, since: work.today)
            }
            let officer = try People().findOrAdd(name: "\(secret) Officer", work)
            let own = try enforcement.open(NewCase(title: secret, origin: .audit, officer: officer.name, premises: premises.reference.text, opened: work.today, summary: secret), work)
            try enforcement.find(NewCaseFinding(on: work.today, article: "14", found: secret), in: own, work)
            try enforcement.reason(NewRationale(risk: .imminent, gap: .extreme, expectation: .enforcement, dutyholder: secret, strategic: secret, conclusion: .prohibition, departure: secret), for: own, work)
            try enforcement.add(NewCaseOutcome(kind: .informal, on: work.today, words: secret, result: secret, resultOn: work.today), to: own, work)
            return try enforcement.draft(type, NewNotice(
                articles: ["14"], steps: [NoticeStep("14", secret)], recipients: [NoticeRecipient("Harbour Homes Ltd", "1 Quay Street")], substance: "Routes were blocked.", grounds: secret,
                isForWorkersOnly: workers, isImmediate: type == .prohibition && immediate, effective: type == .prohibition && !immediate ? work.today.adding(days: 20) : nil,
                complyBy: type == .enforcement ? work.today.adding(days: 60) : nil, text: secret), in: own, work)
        }
    }

    /// Approved and then moved at random, day after day; what is refused is left out.
    private static func live(_ notice: Notice, _ desk: Desk, _ clock: MovingClock, from first: Day, _ signer: Actor, _ dice: inout Dice) async throws {
        try await desk.write(by: signer) { try Enforcement().record(.approval, NewNoticeEvent(.approved, on: first, note: secret), of: notice, $0) }
        var day = first
        let serve = NewNoticeEvent(.served, on: first, who: "Harbour Homes Ltd", method: .post, note: secret)
        try await desk.write(by: .operator) { try Enforcement().record(.services, serve, of: notice, $0) }
        for step in 0..<Int.random(in: 0...5, using: &dice) {
            // The first falls within the days for an objection and an appeal.
            day = day.adding(days: Int.random(in: 1...(step == 0 ? 13 : 60), using: &dice))
            clock.set(.inBritain(day, hour: 10))
            let deed = [NoticeDeed.extensions, .appeals, .disposals, .directions, .objections, .resolutions, .inspections, .withdrawal].randomElement(using: &dice) ?? .appeals
            let new = NewNoticeEvent(
                deed.kind, on: day, who: deed.fields.contains { $0.field == .who } ? "\(secret) court" : nil,
                outcome: deed == .disposals ? NoticeHistory.Appeal.Outcome.allCases.randomElement(using: &dice) : nil,
                satisfied: deed == .inspections ? Bool.random(using: &dice) : nil, until: deed == .extensions ? day.adding(days: 90) : nil, note: secret)
            _ = try await refusal { _ = try await desk.write(by: .operator) { try Enforcement().record(deed, new, of: notice, $0) } }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing internal ever stands in an entry, and no entry where the law has none`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let first = Day(2026, 4, 15)!
            let signer = try await world.desk.write(by: .operator) { work in
                let party = try People().findOrAdd(name: "GM Signer", work)
                for type in NoticeType.allCases { try Enforcement().authorise(NewSigningAuthority(party: party.name, type: type, from: first), work) }
                return Actor(person: party.id.number, name: party.name, roles: [.approver])
            }
            var dice = Dice(seed: 1988)
            for number in 0..<60 {
                world.clock.set(.inBritain(first, hour: 10))
                let notice = try await Self.open(world.desk, NoticeType.allCases[number % 3], workers: number % 10 == 9, &dice)
                try await Self.live(notice, world.desk, world.clock, from: first, signer, &dice)
            }
            var (seen, interim) = (0, 0)
            for days in stride(from: 0, through: 1400, by: 23) {
                let day = first.adding(days: days)
                let views = try await world.desk.read { session in try session.allNotices().map { NoticeView($0, on: day) } }
                let entries = views.compactMap { PublishedParticulars($0) }.compactMap(Publishing.entry)
                let json = String(decoding: try JSONEncoder().encode(entries), as: UTF8.self)
                #expect(!json.contains(Self.secret) && !json.contains("GM Signer"), "on \(day)")
                let known = Dictionary(uniqueKeysWithValues: views.map { ($0.notice.reference.text, $0) })
                for entry in entries {
                    let view = try #require(known[entry.reference])
                    #expect(view.state != .cancelled && !view.notice.isForWorkersOnly, "\(entry.reference) on \(day)")
                    #expect(!view.isAppealPending && entry.edition >= 1, "\(entry.reference) on \(day)")
                    guard let full = entry.full else {
                        // Section 4: person, place and provisions alone, and what names the entry.
                        let members = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(entry)) as? [String: Any])
                        #expect(Set(members.keys).isSubset(of: ["reference", "edition", "extent", "persons", "premises", "address", "postcode", "articles"]), "\(entry.reference) on \(day)")
                        #expect(view.register == .interim)
                        interim += 1
                        continue
                    }
                    #expect(view.clock?.entry.map { $0.lowerBound <= full.entered && full.entered <= day } ?? false, "\(entry.reference) on \(day)")
                    #expect(full.substance != nil && full.changed >= full.entered && full.changed <= day)
                }
                seen += entries.count
            }
            #expect(seen > 200 && interim > 0, "\(seen) entries, \(interim) of them interim")
        }
    }
}
