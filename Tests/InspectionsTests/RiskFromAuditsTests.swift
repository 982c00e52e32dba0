@testable import Inspections
import Kernel
import Premises
import Storage
import TestSupport
import Testing

/// What audits find is what the risk method knows of compliance.
@Suite struct RiskFromAuditsTests {
    @Test(arguments: Engine.allCases)
    func `the worst that a completed audit found counts from the day it was completed, beside what was noted`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            let premises = try await world.desk.read { try $0.premises("P-1") }
            func known(on day: Day) async throws -> KnownCompliance? { try await world.desk.read { try $0.riskFacts(of: premises, on: day).compliance } }
            let audit = try await world.planned()
            let filled = try await world.write { try $0.fill(audit, AuditWorld.sheet(.four), $1) }
            #expect(try await known(on: world.today) == nil, "it is not completed")
            world.set(Day(2025, 1, 9)!)
            _ = try await world.write { try $0.complete(filled, on: $1.today, $1) }
            #expect(try await known(on: Day(2025, 1, 8)!) == nil)
            #expect(try await known(on: world.today) == KnownCompliance(level: 4, on: AuditWorld.first))
            let noted = try #require(Day(2025, 1, 7))
            try await world.desk.write(by: world.officer) { work in try Risk().note(NewNotedCompliance(on: noted, level: 2, source: "A visit"), of: premises, work) }
            #expect(try await known(on: world.today) == KnownCompliance(level: 2, on: noted), "what was found last counts")
            let stock = try await world.desk.read { session in
                var levels: [Int] = []
                try session.eachKnownCompliance(by: Day(2025, 1, 9)!) { id, known in if id == premises.id { levels.append(known.level) } }
                return levels
            }
            #expect(stock == [4, 2])
            #expect(try await world.desk.read { try $0.auditCounts(by: Day(2025, 1, 8)!) }.isEmpty)
            #expect(try await world.desk.read { try $0.auditCounts(by: Day(2025, 1, 9)!) } == [AuditCount(month: Day(2025, 1, 1)!, result: .unsatisfactory, count: 1)])
        }
    }
}

extension AuditWorld {
    fileprivate static func sheet(_ level: ComplianceLevel) -> AuditSheet { sheet(on: first, level) }
}
