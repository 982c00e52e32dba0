import Documents
import Kernel
import Storage
import TestSupport
import Testing

@testable import Premises

/// Files of premises taken into the gazetteer, on both engines.
@Suite struct PremisesImportTests {
    @Test(arguments: Engine.allCases)
    func `a file is one entry, and its rows are premises that are found and proven`(_ engine: Engine) async throws {
        try await ImportWorld.with(engine) { world in
            let (record, difference) = try await world.take(ImportWorld.csv)
            #expect(difference.line == "3 rows: 3 added, 0 changed, 0 unchanged.")
            #expect(record.taken.added == 3)
            #expect(record.columns.contains("easting=X"))
            let all = try await world.desk.read { try $0.all(Premises.self, "ORDER BY id") }
            #expect(all.map(\.line) == [
                "Harbour House, 1 Quay Street, South side, Norwich, NR1 1AA", "The \"Anchor\" Inn, 2 Quay Street, Norwich, NR1 1AB",
                "Station Works, 3, Station Road, Ipswich, IP1 1AA",
            ])
            #expect(all.map(\.type) == [.careHome, .licensed, .factory])
            #expect(all[2].uprn == nil && all[2].place == nil && all[1].storeys == 2)
            #expect(try await world.desk.read { try Journal($0).size() } == 1)
            let check = try await world.check()
            #expect(check.departures == [])
            #expect(try await world.desk.read { try $0.importProof(of: all[1]) }.holds)
            for (typed, found) in [
                ("harb", ["P1"]), ("quay", ["P1", "P2"]), ("p", ["P1", "P2", "P3"]), ("nr11", ["P1", "P2"]), ("nr1 1ab", ["P2"]), ("NR1", ["P1", "P2"]),
                ("10009", ["P1", "P2"]), ("100090000002", ["P2"]), ("norw anch", ["P2"]), ("ip1 station", ["P3"]), ("zzz", []), ("", []),
            ] { #expect(try await world.find(typed) == found, "\(typed)") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a file that comes again tells what differs, and changes only that`(_ engine: Engine) async throws {
        try await ImportWorld.with(engine) { world in
            try await world.take(ImportWorld.csv)
            #expect(try await world.code { try await world.take(ImportWorld.csv) } == "nothing-to-take")
            let again = ImportWorld.csv.replacing("Harbour House", with: "Harbour Court").replacing("P2,", with: "P4,").replacing("The \"\"Anchor\"\" Inn", with: "The Bell")
            let difference = try await world.difference(again)
            #expect(difference.line == "3 rows: 1 added, 1 changed, 1 unchanged. 1 on record is not in the file and stays as it is.")
            #expect(difference.goneReferences == ["P2"])
            #expect(difference.firstAdded == ["P4, The Bell, 2 Quay Street, Norwich, NR1 1AB"])
            #expect(difference.firstChanged.map(\.line) == ["P1, Harbour House: name Harbour House → Harbour Court"])
            world.clock.set(.inBritain(Day(2026, 2, 6)!, hour: 10))
            let (record, done) = try await world.take(again)
            #expect(done == difference)
            #expect(record.taken.first == 4 && record.taken.changed == 1)
            let first = try #require(try await world.desk.read { try $0.find(ID<Premises>(1)) })
            #expect(first.name == "Harbour Court" && first.version == 2 && first.since == Day(2026, 1, 6)!)
            #expect(try await world.find("harb") == ["P1"])
            #expect(try await world.find("house") == [])
            let before = try await world.desk.read { try Journal($0).state(of: first.id, asKnownAt: .inBritain(Day(2026, 1, 20)!, hour: 0)) }
            #expect(before?.name == "Harbour House")
            // Columns that a file has not leave what is known.
            try await world.take("reference,name\nP1,Harbour Place\n")
            #expect(try await world.desk.read { try $0.find(ID<Premises>(1)) }?.postcode?.text == "NR1 1AA")
            // Nor does a cell that can’t be read take away what is on record.
            try await world.take("reference,name,postcode\nP1,Harbour Yard,NR11\n", leavingOpen: true)
            let kept = try await world.desk.read { try $0.find(ID<Premises>(1)) }
            #expect(kept?.name == "Harbour Yard" && kept?.postcode?.text == "NR1 1AA")
            #expect(try await world.check().departures == [])
        }
    }

    static let doubtful = """
        reference,name,type,uprn,postcode,latitude,longitude
        A1,One,shop,12345,NR1 1AA,52.6,1.3
        A2,,shop,,,,
        A3,Three,spaceship,,,,
        a1,Four,shop,,,,
        A5,Five,office,12x,NR11,95,1

        """

    @Test(arguments: Engine.allCases)
    func `doubtful rows are named, nothing is saved, and may be left open`(_ engine: Engine) async throws {
        try await ImportWorld.with(engine) { world in
            let difference = try await world.difference(Self.doubtful)
            #expect(difference.unusable == 3 && difference.doubtfulCells == 3)
            #expect(difference.doubts.map { "\($0.row) \($0.column)" } == ["3 name", "4 type", "5 reference", "6 uprn", "6 postcode", "6 latitude"])
            #expect(try await world.code { try await world.take(Self.doubtful) } == "rows-doubtful")
            #expect(try await world.desk.read { try ($0.count(Premises.self), Journal($0).size()) } == (0, 0))
            let (record, _) = try await world.take(Self.doubtful, leavingOpen: true)
            #expect(record.leftOut == 3 && record.leftEmpty == 3 && record.taken.added == 2)
            #expect(try await world.code { try await world.take(ImportWorld.csv, by: world.reader) } == "not-allowed")
            #expect(try await world.code { try await world.take("reference,name\nA9,Nine\n") } == "rows-doubtful", "what is new needs a type")
        }
    }
}
