@testable import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// The verbs of the risk method, each with what the journal says of it.
@Suite struct RiskVerbTests {
    @Test(arguments: Engine.allCases)
    func `an edition is drafted, edited, adopted and followed by another`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            let draft = try await world.write { try $0.add(Methods.small, $1) }
            #expect(try await world.desk.read { try $0.riskEdition(inForceOn: Day(2030, 1, 1)!) } == nil, "a draft counts on no day")
            let edited = try await world.write { try $0.edit(draft, Methods.changed("2025a"), $1) }
            // The first may have been adopted before it stood here.
            let first = try await world.write { try $0.adopt(edited, on: Day(2024, 4, 1)!, $1) }
            let read = try await world.desk.read { try $0.riskEdition(inForceOn: Day(2024, 4, 1)!) }
            #expect(read == first && read?.method == Methods.changed("2025a"), "a method is read as it was kept, half points and all")
            #expect(try await world.desk.read { try $0.riskEdition(inForceOn: Day(2024, 3, 31)!) } == nil)
            let next = try await world.write { try $0.add(Methods.changed("2026"), $1) }
            #expect(try await world.code { try $0.adopt(next, on: Day(2025, 1, 5)!, $1) } == "risk-method-out-of-order")
            let newer = try await world.write { try $0.edit(next, next.method, $1) }
            #expect(try await world.code { try $0.adopt(newer, on: Day(2025, 4, 1)!, version: next.version, $1) } == "changed-meanwhile", "it was edited since it was read")
            try await world.write { try $0.adopt(newer, on: Day(2025, 4, 1)!, version: newer.version, $1) }
            let names = try await world.desk.read { session in try [Day(2025, 3, 31)!, Day(2025, 4, 1)!].map { try session.riskEdition(inForceOn: $0)?.name } }
            #expect(names == ["2025a", "2026"])
            #expect(try await world.desk.told(draft.subject) == [
                "person/1 drafted the edition of the risk method", "person/1 edited the edition of the risk method", "person/1 adopted the edition of the risk method",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was adopted stays, and only who may keeps the method`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            let edition = try await world.adopted(Methods.small)
            let premises = try await world.premises("Quay Stores")
            let before = try await world.desk.read { try Journal($0).head().size }
            #expect(try await world.code { try $0.edit(edition, Methods.changed("x"), $1) } == "risk-method-adopted")
            #expect(try await world.code { try $0.adopt(edition, on: Day(2026, 1, 1)!, $1) } == "risk-method-adopted")
            #expect(try await world.code { try $0.add(Methods.small, $1) } == "risk-edition-taken")
            #expect(try await world.code { try $0.add(Methods.changed("x", bands: []), $1) } == "risk-method-flawed")
            for actor in [world.reader, world.officer] {
                #expect(try await world.code(by: actor) { try $0.add(Methods.changed("x"), $1) } == "not-allowed")
                #expect(try await world.code(by: actor) { try $0.adopt(edition, on: Day(2026, 1, 1)!, $1) } == "not-allowed")
            }
            let (marker, found) = (NewPremisesMarker(marker: "listed", since: Day(2025, 1, 1)!, why: "On the list"), NewNotedCompliance(on: Day(2024, 1, 1)!, level: 3, source: "A file"))
            #expect(try await world.code(by: world.reader) { try $0.put(marker, on: premises, $1) } == "not-allowed")
            #expect(try await world.code(by: world.reader) { try $0.note(found, of: premises, $1) } == "not-allowed")
            #expect(try await world.desk.read { try Journal($0).head().size } == before)
            let draft = try await world.write { try $0.add(Methods.changed("y"), $1) }
            #expect(try await world.code { try $0.edit(draft, Methods.changed("y"), version: 7, $1) } == "changed-meanwhile")
        }
    }

    @Test(arguments: Engine.allCases)
    func `markers are put out of the method's list, hold from day to day, and are not put twice`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            let premises = try await world.premises("Quay Stores")
            @Sendable func new(_ marker: String, _ since: Day) -> NewPremisesMarker { NewPremisesMarker(marker: marker, since: since, why: "Seen on a visit") }
            let day = Day(2025, 1, 2)!
            #expect(try await world.code(by: world.officer) { try $0.put(new("listed", day), on: premises, $1) } == "fields-need-attention", "no edition has markers yet")
            try await world.adopted(Methods.small)
            let marker = try await world.write(by: world.officer) { try $0.put(new("listed", day), on: premises, $1) }
            #expect(try await world.code(by: world.officer) { try $0.put(new("listed", day.adding(days: 1)), on: premises, $1) } == "marker-put-already")
            #expect(try await world.code(by: world.officer) { try $0.put(new("moat", day), on: premises, $1) } == "fields-need-attention")
            #expect(try await world.code(by: world.officer) { try $0.put(new("lifeline", Day(2025, 1, 7)!), on: premises, $1) } == "fields-need-attention", "tomorrow has not come")
            #expect(try await world.code(by: world.officer) { try $0.lift(marker, of: premises, on: day.adding(days: -1), because: "x", $1) } == "fields-need-attention")
            let lifted = try await world.write(by: world.officer) { try $0.lift(marker, of: premises, on: Day(2025, 1, 5)!, because: "Taken off the list", $1) }
            #expect(try await world.code(by: world.officer) { try $0.lift(lifted, of: premises, on: Day(2025, 1, 5)!, because: "x", $1) } == "marker-ended")
            #expect(try await world.facts(premises, on: Day(2025, 1, 1)!).markers == [])
            #expect(try await world.facts(premises, on: Day(2025, 1, 4)!).markers == ["listed"])
            #expect(try await world.facts(premises, on: Day(2025, 1, 5)!).markers == [])
            try await world.write(by: world.officer) { try $0.put(new("listed", Day(2025, 1, 6)!), on: premises, $1) }
            #expect(try await world.facts(premises).markers == ["listed"])
            #expect(try await world.desk.told(premises.subject).suffix(3) == [
                "person/2 put the marker on the premises", "person/2 took the marker off the premises", "person/2 put the marker on the premises",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the latest compliance found by a day counts, and what is struck out does not`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            let premises = try await world.premises("Quay Stores")
            try await world.note(4, of: premises, on: Day(2023, 5, 1)!)
            let later = try await world.note(1, of: premises, on: Day(2024, 5, 1)!)
            try await world.note(5, of: premises, on: Day(2020, 5, 1)!)
            #expect(try await world.facts(premises, on: Day(2019, 1, 1)!).compliance == nil)
            #expect(try await world.facts(premises, on: Day(2024, 4, 30)!).compliance == KnownCompliance(level: 4, on: Day(2023, 5, 1)!))
            #expect(try await world.facts(premises).compliance == KnownCompliance(level: 1, on: Day(2024, 5, 1)!))
            let struck = try await world.write(by: world.officer) { try $0.strike(later, of: premises, because: "Of the shop next door", $1) }
            #expect(try await world.facts(premises).compliance?.level == 4)
            #expect(try await world.code(by: world.officer) { try $0.strike(struck, of: premises, because: "x", $1) } == "compliance-struck-out")
            #expect(try await world.code(by: world.officer) { try $0.note(NewNotedCompliance(on: Day(2025, 1, 7)!, level: 1, source: "x"), of: premises, $1) } == "fields-need-attention")
        }
    }
}
