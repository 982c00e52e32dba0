import Documents
import Kernel
import People
import Storage
import TestSupport
import Testing

@testable import Premises

/// A gazetteer on a real database and those who may take files into it, on 6 January 2026.
struct ImportWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager = Actor(person: 1, name: "R. Okafor", roles: [.reader, .manager])
    let reader = Actor(person: 2, name: "P. Lindqvist", roles: [.reader])

    static func with(_ engine: Engine, _ body: (ImportWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Gazetteer.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2026, 1, 6)!, hour: 10))
            try await body(ImportWorld(desk: Desk(store, clock: clock.clock), clock: clock))
        }
    }

    static let csv = """
        Ref,UPRN,Premises name,Address 1,Town,Post code,Type,X,Y,Storeys\r
        P1,100090000001,Harbour House,"1 Quay Street\nSouth side",Norwich,nr1 1aa,Care home,623100,308600,3\r
        P2,100090000002,"The ""Anchor"" Inn",2 Quay Street,Norwich,NR1 1AB,pub,623110,308610,2\r
        P3,,Station Works,"3, Station Road",Ipswich,IP1 1AA,factory,,,1\r

        """

    static func file(_ text: String, named name: String = "premises.csv", matched: [(PremisesField, heading: String)] = []) throws -> PremisesFile {
        try PremisesFile(FileBytes(Array(text.utf8), named: name), matched: matched)
    }

    @discardableResult
    func take(_ text: String, leavingOpen: Bool = false, by actor: Actor? = nil) async throws -> (PremisesImport, PremisesDifference) {
        try await desk.write(by: actor ?? manager) { work in
            let file = try Self.file(text)
            return try Gazetteer().take(
                file.eachRow, of: ImportedFile(name: file.name, size: file.size, sha256: Hash(of: Array(text.utf8)).description, columns: file.columns),
                leavingOpen: leavingOpen, work)
        }
    }

    func difference(_ text: String) async throws -> PremisesDifference {
        try await desk.read { [manager] session in
            let file = try Self.file(text)
            return try Gazetteer().difference(of: file.eachRow, columns: file.columns, by: manager, session)
        }
    }

    func code(_ body: () async throws -> Void) async throws -> String? { try await refusal { try await body() }?.code }
    func find(_ typed: String) async throws -> [String] { try await desk.read { try $0.premises(matching: typed).map(\.reference.text) } }
    func check() async throws -> FullCheck { try await desk.read { try FullCheck.make($0, of: Gazetteer.records) } }
}
