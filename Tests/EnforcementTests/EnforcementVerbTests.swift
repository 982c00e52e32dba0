import Enforcement
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// The verbs of cases and notices, on both engines, with what the journal says of each.
@Suite struct EnforcementVerbTests {
    private static func day(_ number: Int) -> Day { Day(2025, 1, 6)!.adding(days: number) }

    @Test(arguments: Engine.allCases)
    func `a case lives from its opening to its end`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase()
            #expect(own.reference.text == "C-2025-0001")
            try await world.write { enforcement, work in
                let finding = try enforcement.find(NewCaseFinding(on: work.today, article: "14", found: "Bins on the stairs"), in: own, work)
                try enforcement.strike(finding, of: own, because: "Another building", work)
                try enforcement.find(NewCaseFinding(on: work.today, article: "9", found: "No assessment"), in: own, work)
                try enforcement.reason(NewRationale(risk: .probable, gap: .substantial, expectation: .enforcement, conclusion: .letter, departure: "Put right at once"), for: own, work)
                let outcome = try enforcement.add(NewCaseOutcome(kind: .informal, on: work.today, words: "Keep the stairs clear"), to: own, work)
                try enforcement.settle(outcome, of: own, result: "Done", on: work.today, work)
                try enforcement.edit(own, NewCase(title: "Stairs", origin: .audit, officer: "GM Halloran", premises: "P-1", opened: own.opened), work)
            }
            let changed = try await world.desk.read { try $0.enforcementCase("c-2025-0001") }
            #expect(changed.title == "Stairs" && changed.version == 2)
            #expect(try await world.code { try $0.close(changed, on: $1.today, because: "x", $1) } == "not-allowed", "somebody else leads it now")
            let closed = try await world.write(by: world.manager) { try $0.close(changed, on: $1.today, because: "All put right", $1) }
            for code in try await [
                world.code(by: world.manager) { try $0.close(closed, on: $1.today, because: "x", $1) },
                world.code(by: world.manager) { try $0.find(NewCaseFinding(on: $1.today, article: "8", found: "x"), in: closed, $1) },
                world.code(by: world.manager) { try $0.draft(.enforcement, NewNotice(), in: closed, $1) },
            ] { #expect(code == "case-closed") }
            let open = try await world.write(by: world.manager) { try $0.reopen(closed, $1) }
            #expect(try await world.code(by: world.manager) { try $0.reopen(open, $1) } == "case-not-closed")
            #expect(try await world.desk.told(own.subject) == [
                "person/1 opened the case", "person/1 recorded a finding", "person/1 struck out the finding", "person/1 recorded a finding", "person/1 recorded the rationale",
                "person/1 recorded the informal notification of deficiencies", "person/1 recorded what came of it", "person/1 edited the case", "person/3 closed the case", "person/3 reopened the case",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an enforcement notice is drafted, approved by a second person, served, extended and complied with`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase()
            let notice = try await world.write { try $0.draft(.enforcement, NewNotice(), in: own, $1) }
            #expect(notice.reference.text == "N-2025-0001")
            let approval = NewNoticeEvent(.approved, on: Self.day(0))
            #expect(try await world.refused(.approval, approval, of: notice, by: world.signer)?.code == "notice-incomplete")
            let filled = try await world.write { try $0.edit(notice, EnforcementWorld.filled(.enforcement), version: 1, $1) }
            let read = try await world.desk.read { try $0.notice("n-2025-0001") }
            #expect(read == filled && read.steps.first?.ways == ["Clear the stairs", "Build another"] && read.recipients.map(\.name) == ["Harbour Homes Ltd", "J. Owner"])
            #expect(try await world.code { try $0.edit(notice, EnforcementWorld.filled(.enforcement), version: 1, $1) } == "changed-meanwhile")
            #expect(try await world.refused(.approval, approval, of: filled, by: world.signer)?.code == "finding-missing")
            try await world.ground(own)
            try await world.record(.approval, approval, of: filled, by: world.signer)
            #expect(try await world.code { try $0.edit(filled, NewNotice(), $1) } == "notice-move-refused")
            try await world.record(.services, NewNoticeEvent(.served, on: Self.day(0), who: "harbour homes ltd", method: .byHand, note: "Receipt"), of: filled)
            #expect(try await world.view(notice).unserved.map(\.name) == ["J. Owner"])
            #expect(try await world.code { try $0.close(own, on: $1.today, because: "x", $1) } == "case-has-open-notices")
            world.set(Self.day(3))
            try await world.record(.services, NewNoticeEvent(.served, on: Self.day(3), who: "J. Owner", method: .post, note: "Tracked"), of: filled)
            #expect(try await world.view(notice).clock?.appealLimit == Self.day(24), "counted from the last service")
            world.set(Self.day(40))
            try await world.record(.extensions, NewNoticeEvent(.extended, on: Self.day(40), until: Self.day(90), note: "Parts are late"), of: filled)
            #expect(try await world.view(notice, on: Self.day(64)).complyBy == Self.day(90))
            #expect(try await world.view(notice, on: Self.day(39)).complyBy == Day(2025, 3, 10))
            world.set(Self.day(80))
            let amended = try await world.write { try $0.amend(filled, NewAmendment(on: $1.today, articles: ["14", "9"], substance: "More.", note: "The appeal court"), $1) }
            #expect(amended.articles == ["14", "9"])
            let error = try await world.record(.inspections, NewNoticeEvent(.inspected, on: Self.day(80), satisfied: true, note: "Wrong building"), of: filled)
            try await world.write { try $0.strike(error, of: filled, because: "Another notice", $1) }
            #expect(try await world.view(notice).state == .inForce)
            #expect(try await world.code { try $0.strike(error, of: filled, because: "x", $1) } == "event-not-last")
            try await world.record(.inspections, NewNoticeEvent(.inspected, on: Self.day(80), satisfied: true, note: "All clear"), of: filled)
            #expect(try await world.view(notice).clock?.complianceEntryBy == Self.day(87))
            #expect(try await world.desk.told(own.subject).suffix(6) == [
                "person/1 amended the notice", "person/1 recorded the amendment", "person/1 kept the particulars of the notice", "person/1 recorded an inspection for compliance", "person/1 struck out what was recorded",
                "person/1 recorded an inspection for compliance",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a second person with authority approves, and nobody else`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase()
            let notice = try await world.write { try $0.draft(.prohibition, EnforcementWorld.filled(.prohibition), in: own, $1) }
            let approval = NewNoticeEvent(.approved, on: Self.day(0))
            let ambitious = Actor(person: world.officer.person, name: "WM Ferris", roles: [.officer, .approver, .manager])
            let stranger = Actor(person: world.manager.person, name: "R. Okafor", roles: [.approver])
            #expect(try await world.refused(.approval, approval, of: notice, by: ambitious)?.code == "not-allowed", "who leads the case")
            #expect(try await world.refused(.approval, approval, of: notice, by: world.manager)?.code == "not-allowed", "no approver")
            #expect(try await world.refused(.approval, approval, of: notice, by: stranger)?.code == "no-signing-authority")
            #expect(try await world.refused(.approval, approval, of: notice, by: .operator)?.code == "no-signing-authority", "the operator is nobody who can sign")
            let drafted = try await world.write(by: Actor(person: world.signer.person, name: "GM Halloran", roles: [.manager, .approver])) {
                try $0.draft(.prohibition, EnforcementWorld.filled(.prohibition), in: own, $1)
            }
            #expect(try await world.refused(.approval, approval, of: drafted, by: world.signer)?.code == "not-allowed", "who drafted it")
            try await world.write(by: .operator) { enforcement, work in
                for authority in try work.session.all(SigningAuthority.self, "WHERE type = 'prohibition'") { try enforcement.end(authority, until: Day(2025, 1, 1)!, work) }
            }
            #expect(try await world.refused(.approval, approval, of: notice, by: world.signer)?.code == "no-signing-authority", "it had ended")
            #expect(try await world.code(by: world.manager) { try $0.authorise(NewSigningAuthority(party: "R. Okafor", type: .prohibition, from: $1.today), $1) } == "not-allowed")
        }
    }

    @Test(arguments: Engine.allCases)
    func `who may not is refused, and what can't be changes nothing`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let notice = try await world.approved(.enforcement)
            let hmo = try await world.approved(.prohibition, at: "P-2")
            let own = try await world.openCase()
            let before = try await world.desk.read { try Journal($0).head().size }
            for actor in [world.reader, world.signer] {
                #expect(try await world.code(by: actor) { try $0.draft(.enforcement, NewNotice(), in: own, $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.close(own, on: $1.today, because: "x", $1) } == "not-allowed")
                #expect(try await world.refused(.abandonment, NewNoticeEvent(.abandoned, on: Self.day(0), note: "x"), of: notice, by: actor)?.code == "not-allowed")
            }
            #expect(try await world.code(by: world.reader) { try $0.open(NewCase(title: "x", origin: .audit, officer: "WM Ferris", premises: "P-1", opened: $1.today), $1) } == "not-allowed")
            #expect(try await world.code { try $0.open(NewCase(title: "x", origin: .audit, officer: "WM Ferris", premises: "P-9", opened: $1.today), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.open(NewCase(title: "x", origin: .audit, officer: "WM Ferris", premises: "P-1", opened: $1.today.adding(days: 1)), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.open(NewCase(title: "x", origin: .audit, officer: "WM Ferris", premises: "P-1", opened: Day(1900, 1, 1)!), $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.add(NewCaseOutcome(kind: .caution, on: own.opened.adding(days: -1), words: "x"), to: own, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.add(NewCaseOutcome(kind: .caution, on: $1.today, words: "x", result: "x", resultOn: $1.today.adding(days: 1)), to: own, $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.draft(.alterations, NewNotice(complyBy: $1.today), in: own, $1) } == "fields-need-attention")
            let service = NewNoticeEvent(.served, on: Self.day(0), who: "J. Owner", method: .byHand, note: "x")
            #expect(try await world.refused(.services, service, of: hmo)?.sentence.contains("article 31") == true)
            #expect(try await world.refused(.services, NewNoticeEvent(.served, on: Self.day(1), who: "J. Owner", method: .byHand), of: notice)?.code == "fields-need-attention")
            #expect(try await world.desk.read { try Journal($0).head().size } == before)
            try await world.record(.consultations, NewNoticeEvent(.consulted, on: Self.day(0), who: "Borough", consultee: .housingAuthority), of: hmo)
            try await world.record(.services, service, of: hmo)
        }
    }

    @Test(arguments: Engine.allCases)
    func `references go up through a year and are never given twice`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            _ = try await world.served(.alterations)
            let second = try await world.approved(.enforcement)
            try await world.record(.abandonment, NewNoticeEvent(.abandoned, on: Self.day(0), note: "x"), of: second)
            #expect(try await world.approved(.prohibition).reference.text == "N-2025-0003")
            world.set(Day(2026, 2, 1)!)
            let last = try await world.openCase()
            #expect(last.reference.text == "C-2026-0001")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever is served is taken from the record, by name or number`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            let own = try await world.openCase()
            let (first, second) = try await world.write { _, work in
                let gazetteer = Gazetteer()
                let first = try gazetteer.register(NewDutyHolder(kind: .company, name: "Quay Lettings Ltd"), work)
                try gazetteer.add(NewServiceAddress(kind: .registeredOffice, lines: ["9 Office Road"], postcode: Postcode(written: "NR1 3AA"), from: Day(2020, 1, 1)!), to: first, work)
                let second = try gazetteer.register(NewDutyHolder(kind: .person, name: "J. Owner"), work)
                try gazetteer.name(NewResponsibility(holder: "\(first.id)", capacity: .owner, from: Day(2020, 1, 1)!), for: work.session.premises("P-1"), work)
                return (first, second)
            }
            let written = ["quay lettings ltd", second.offered, "Unknown Trading", "Harbour Homes Ltd | 1 Quay Street"]
            let notice = try await world.write { try $0.draft(.enforcement, NewNotice(recipients: written.compactMap { NoticeRecipient(written: $0) }), in: own, $1) }
            #expect(notice.recipients.map(\.written) == ["Quay Lettings Ltd | 9 Office Road, NR1 3AA", "J. Owner", "Unknown Trading", "Harbour Homes Ltd | 1 Quay Street"])
            for nobody in ["99", "Quay Lettings Ltd (99)"] {
                #expect(try await world.code { try $0.draft(.enforcement, NewNotice(recipients: [NoticeRecipient(nobody)]), in: own, $1) } == "fields-need-attention")
            }
            let twice = [NoticeRecipient("\(first.id)"), NoticeRecipient("Quay Lettings Ltd")]
            #expect(try await world.code { try $0.draft(.enforcement, NewNotice(recipients: twice), in: own, $1) } == "fields-need-attention", "the same one twice")
        }
    }

    @Test(arguments: Engine.allCases)
    func `words of premises are answered with those they may mean, and never taken`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            for (written, expected) in [("harb", "P-1 for Harbour House"), ("mill", "P-2 for 12 Mill Lane"), ("nowhere", "found in none")] {
                let refusal = try await refusal { _ = try await world.openCase(at: written) }
                let told = refusal?.fields.first { $0.name == "premises" }?.sentence ?? ""
                #expect(told.contains(expected), "\(written): \(told)")
            }
            #expect(try await world.openCase(at: "p-2").premises == ID(2))
        }
    }
}
