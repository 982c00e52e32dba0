import Kernel
import People
import Storage
import TestSupport
import Testing

@testable import Premises

/// The verbs of the gazetteer, each with what the journal says of it.
@Suite struct GazetteerVerbTests {
    @Test(arguments: Engine.allCases)
    func `premises live from their registration to what they were merged into, and back`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            let first = try await world.premises("Harbour House", .careHome)
            let again = try await world.premises("Harbour Hse", .careHome)
            #expect(first.reference.text == "P-1" && again.reference.text == "P-2")
            let homes = try await world.write { try $0.register(NewDutyHolder(kind: .company, name: "Harbour Homes Ltd", companyNumber: "01234567"), $1) }
            try await world.write { gazetteer, work in
                try gazetteer.add(NewServiceAddress(kind: .registeredOffice, lines: ["1 Quay Street", "Westmere"], from: Day(2019, 1, 1)!), to: homes, work)
                try gazetteer.name(NewResponsibility(holder: "harbour homes ltd", capacity: .owner, from: Day(2019, 4, 1)!), for: again, work)
            }
            world.set(Day(2025, 2, 3)!)
            try await world.write { try $0.merge(again, into: "p-1", $1) }
            let view = try await world.view("P-1")
            #expect(view.merged.map(\.reference.text) == ["P-2"] && view.recipients.map(\.holder.name) == ["Harbour Homes Ltd"])
            #expect(view.recipients[0].addresses.map(\.line) == ["1 Quay Street, Westmere"])
            #expect(try await world.view("P-1", on: Day(2025, 2, 2)!).recipients.isEmpty, "before the merge they were two")
            #expect(try await world.view("P-2").survivor?.reference.text == "P-1")
            let merged = try await world.desk.read { try $0.premises("P-2") }
            #expect(try await world.desk.read { try $0.recipients(of: $0.survivor(of: merged), on: Day(2025, 2, 3)!).count } == 1)
            #expect(try await world.code { try $0.edit(merged, NewPremises(name: "x", type: .shop), $1) } == "premises-merged")
            #expect(try await world.code { try $0.name(NewResponsibility(holder: "1", capacity: .employer, from: Day(2025, 1, 1)!), for: merged, $1) } == "premises-merged")
            #expect(try await world.code { try $0.merge(merged, into: "P-1", $1) } == "premises-merged")
            #expect(try await world.code { try $0.merge(first, into: "P-2", $1) } == "fields-need-attention", "nothing is merged into what counts as another")
            #expect(try await world.code { try $0.merge(first, into: "P-1", $1) } == "fields-need-attention")
            #expect(try await world.code { try $0.merge(first, into: "P-9", $1) } == "fields-need-attention")
            try await world.write { try $0.part(merged, $1) }
            #expect(try await world.code { try $0.part(work: $1) } == "premises-not-merged")
            #expect(try await world.view("P-1").recipients.isEmpty)
            #expect(try await world.desk.told(again.subject) == [
                "person/1 registered the premises", "person/1 named who answers for the premises", "person/1 merged the premises into P-1",
                "person/1 parted the premises from P-1",
            ])
            #expect(try await world.desk.told(homes.subject) == ["person/1 registered the duty holder", "person/1 added the address for service"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what can't be done is refused, and changes nothing`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            let house = try await world.premises("Harbour House")
            let (one, other) = try await world.write { gazetteer, work in
                (try gazetteer.register(NewDutyHolder(kind: .company, name: "Same Name", companyNumber: "01234567"), work),
                 try gazetteer.register(NewDutyHolder(kind: .person, name: "same name"), work))
            }
            let owns = try await world.write { try $0.name(NewResponsibility(holder: "1", capacity: .owner, from: Day(2020, 1, 1)!, through: Day(2022, 1, 1)!), for: house, $1) }
            let before = try await world.desk.read { try Journal($0).head().size }
            #expect(try await world.code { try $0.register(NewPremises(reference: Reference("p-1"), name: "x", type: .shop), $1) } == "premises-reference-taken")
            for taken in ["new", "export", "search"] {
                #expect(try await world.code { try $0.register(NewPremises(reference: Reference(taken), name: "x", type: .shop), $1) } == "reference-not-usable")
            }
            #expect(try await world.code { try $0.edit(house, NewPremises(name: "x", type: .shop), version: 9, $1) } == "changed-meanwhile")
            #expect(try await world.code { try $0.register(NewDutyHolder(kind: .company, name: "x", companyNumber: "01234567"), $1) } == "company-number-taken")
            #expect(try await world.code { try $0.edit(other, NewDutyHolder(kind: .company, name: "x", companyNumber: "01234567"), $1) } == "company-number-taken")
            func naming(_ holder: String, _ capacity: Capacity = .owner, _ from: Day = Day(2022, 1, 1)!) async throws -> String? {
                try await world.code { try $0.name(NewResponsibility(holder: holder, capacity: capacity, from: from), for: house, $1) }
            }
            #expect(try await naming("Nobody") == "fields-need-attention")
            #expect(try await naming("same name") == "fields-need-attention", "two are called so")
            #expect(try await naming("Other Name (1)") == "fields-need-attention", "the number is another's")
            #expect(try await naming("1") == "answers-already", "on the last day of the other")
            #expect(try await world.code { try $0.edit(owns, NewResponsibility(holder: "1", capacity: .owner, from: Day(2020, 1, 1)!), version: 4, $1) } == "changed-meanwhile")
            #expect(try await world.desk.read { try Journal($0).head().size } == before)
            #expect(try await naming(one.offered, .owner, Day(2022, 1, 2)!) == nil)
            #expect(try await naming("2") == nil)
            #expect(try await world.code { try $0.edit(owns, NewResponsibility(holder: "1", capacity: .owner, from: Day(2020, 1, 1)!), $1) } == "answers-already")
            // Under its own reference and number nothing is in the way.
            try await world.write { try $0.edit(house, NewPremises(reference: Reference("P-1"), name: "y", type: .shop), $1) }
            try await world.write { try $0.edit(one, NewDutyHolder(kind: .company, name: "z", companyNumber: "01234567"), $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a number that somebody chose already is passed over`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            try await world.write { try $0.register(NewPremises(reference: Reference("p-2"), name: "x", type: .shop), $1) }
            #expect(try await world.premises("y").reference.text == "P-2-2")
        }
    }

    @Test(arguments: Engine.allCases)
    func `only officers, managers and administrators keep them`(_ engine: Engine) async throws {
        try await GazetteerWorld.with(engine) { world in
            let house = try await world.premises("Harbour House")
            let holder = try await world.write { try $0.register(NewDutyHolder(kind: .person, name: "A. Person"), $1) }
            let new = NewServiceAddress(kind: .home, lines: ["1 Quay Street"], from: Day(2024, 1, 1)!)
            let address = try await world.write { try $0.add(new, to: holder, $1) }
            let answers = NewResponsibility(holder: "1", capacity: .owner, from: Day(2024, 1, 1)!)
            let owns = try await world.write { try $0.name(answers, for: house, $1) }
            let deeds: [@Sendable (Gazetteer, Work) throws -> Void] = [
                { try $0.register(NewPremises(name: "x", type: .shop), $1) }, { try $0.edit(house, NewPremises(name: "x", type: .shop), $1) },
                { try $0.merge(house, into: "x", $1) }, { try $0.part(house, $1) }, { try $0.register(NewDutyHolder(kind: .person, name: "x"), $1) },
                { try $0.edit(holder, NewDutyHolder(kind: .person, name: "x"), $1) }, { try $0.add(new, to: holder, $1) },
                { try $0.edit(address, new, $1) }, { try $0.name(answers, for: house, $1) }, { try $0.edit(owns, answers, $1) },
            ]
            for deed in deeds { #expect(try await world.code(by: world.reader, deed) == "not-allowed") }
        }
    }
}

extension Gazetteer {
    /// Parts the second premises from whatever they were merged into.
    fileprivate func part(work: Work) throws { try part(work.session.premises("P-2"), work) }
}
