@testable import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// The whole stock: what is read in one go is what is read of each premises, and what is counted is what is listed.
@Suite struct RiskStockTests {
    private static let today = Day(2025, 1, 6)!

    /// Sixty premises of all sorts, some merged, with markers and compliance.
    private func fill(_ world: RiskWorld) async throws {
        try await world.adopted(Methods.small, on: Day(2020, 1, 1)!)
        try await world.desk.write(by: world.manager) { work in
            var dice = Dice(seed: 3)
            var made: [Premises] = []
            for number in 0..<60 {
                let facts = Methods.facts(&dice, on: Self.today, markers: ["listed", "lifeline"])
                let premises = try Gazetteer().register(
                    NewPremises(name: "Premises \(number)", type: facts.type, storeys: facts.storeys, height: facts.height, sleeping: facts.sleeping),
                    since: Day(2015, 1, 1)!.adding(days: number * 61), work)
                made.append(premises)
                if let found = facts.compliance {
                    try Risk().note(NewNotedCompliance(on: found.on, level: found.level, source: "x"), of: premises, work)
                    try Risk().note(NewNotedCompliance(on: found.on.adding(days: -400), level: 6 - found.level, source: "x"), of: premises, work)
                }
                for marker in facts.markers { try Risk().put(NewPremisesMarker(marker: marker, since: Day(2021, 1, 1)!.adding(days: number * 9), why: "x"), on: premises, work) }
            }
            for number in stride(from: 1, to: 60, by: 11) { try Gazetteer().merge(made[number], into: made[number - 1].reference.text, work) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is read of all is what is read of each`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            try await fill(world)
            for day in [Self.today, Day(2022, 6, 30)!] {
                let count = try await world.desk.read { session in
                    var count = 0
                    try RiskStock(session, on: day).each { item in
                        count += 1
                        let premises = try session.premises(item.reference)
                        #expect(try session.riskFacts(of: premises, on: day) == item.facts, "\(item.reference) on \(day)")
                    }
                    return count
                }
                #expect(count == (day == Self.today ? 54 : 45), "on \(day)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is counted is what is listed`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            try await fill(world)
            try await world.desk.read { session in
                let edition = try session.riskMethodInForce(on: Self.today)
                let tally = try session.riskStanding(edition, on: Self.today).tally
                #expect(tally.total == 54)
                for (place, band) in edition.method.bands.enumerated() {
                    var filter = RiskFilter()
                    filter.band = band.code
                    #expect(try session.scored(filter, edition, on: Self.today, limit: 100).items.count == tally.count(place))
                    filter.due = .overdue
                    let (late, count) = try session.scored(filter, edition, on: Self.today, limit: 100)
                    #expect(late.count == tally.overdue(place) && count == late.count && late.allSatisfy { $0.result.due.isOverdue(on: Self.today) })
                }
                let (all, count) = try session.scored(RiskFilter(), edition, on: Self.today, limit: 20)
                let (rest, _) = try session.scored(RiskFilter(), edition, on: Self.today, from: 20, limit: 100)
                #expect(all.count == 20 && count == 54 && all.count + rest.count == 54)
                #expect((all + rest).map(\.result.score) == (all + rest).map(\.result.score).sorted(by: >))
                var streamed = 0
                try session.eachScored(RiskFilter(), edition, on: Self.today) { scored in
                    streamed += 1
                    let explained = try #require(edition.method.score(scored.item.facts, on: Self.today))
                    #expect(explained.score == scored.score && explained.band == scored.band)
                }
                #expect(streamed == 54)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who moves between two editions is counted, listed and explained`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            try await fill(world)
            let after = RiskFactor("type", "Type", .publicLife, .type, rows: [RiskRow(PremisesType.allCases.map(\.rawValue), RiskPoints(35))])
            let (old, new) = try await world.write { risk, work in
                (try work.session.riskMethodInForce(on: work.today), try risk.add(Methods.changed(factors: Methods.small.factors.map { $0.code == "type" ? after : $0 }), work))
            }
            try await world.desk.read { session in
                let compared = try session.compared(old, new, on: Self.today).comparison
                #expect(compared.total == 54 && compared.moved > 5)
                #expect(compared.reasons.map(\.code) == ["type"] && compared.reasons[0].count == compared.moved)
                let (items, count) = try session.moved(RiskMoveFilter(), old, new, on: Self.today, limit: 200)
                #expect(count == compared.moved && items.count == count)
                for moved in items {
                    #expect(moved.move.before.band.code != moved.move.after.band.code)
                    #expect(moved.move.reasons.map(\.code) == ["type"])
                }
                var filter = RiskMoveFilter()
                (filter.from, filter.to) = ("medium", "high")
                #expect(try session.moved(filter, old, new, on: Self.today, limit: 200).count == compared.count(1, 0))
                filter = RiskMoveFilter()
                filter.cause = "height"
                #expect(try session.moved(filter, old, new, on: Self.today, limit: 200).count == 0)
                let (more, less) = compared.direction
                #expect(more + less == compared.moved)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that is kept is what ranking anew gives, before and after something was written`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            try await world.adopted(Methods.small, on: Day(2020, 1, 1)!)
            let old = Day(2020, 1, 1)!
            let shop = try await world.premises("Shop", .shop, since: old)
            _ = try await world.premises("Home", .careHome, since: old)
            let rankings = KeptRankings()
            func compare() async throws -> [String] {
                try await world.desk.read { session in
                    let edition = try session.riskMethodInForce(on: Self.today)
                    let anew = try session.ranking(RiskFilter(), edition, on: Self.today)
                    for _ in 0..<2 {
                        let kept = try rankings.ranking(RiskFilter(), edition, on: Self.today, session)
                        #expect(kept.entries.map(\.id) == anew.entries.map(\.id) && kept.entries.map(\.result) == anew.entries.map(\.result))
                        #expect(try kept.items(kept.entries).map(\.item.facts) == anew.items(anew.entries).map(\.item.facts), "what is known of them is kept along")
                    }
                    return try anew.items(anew.entries).map(\.item.name)
                }
            }
            #expect(try await compare().count == 2)
            try await world.note(5, of: shop, on: Day(2024, 7, 1)!)
            _ = try await world.premises("Hall", .otherPublic, since: old)
            #expect(try await compare().count == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a back-test goes by what was known before its period`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            try await world.adopted(Methods.small, on: Day(2020, 1, 1)!)
            let old = Day(2020, 1, 1)!
            let (shop, home, late) = (try await world.premises("Shop", .shop, since: old), try await world.premises("Home", .careHome, since: old), try await world.premises("New", .shop, since: Day(2024, 8, 1)!))
            // The home scores higher, was audited last and found poor.
            try await world.note(2, of: shop, on: Day(2024, 7, 1)!)
            try await world.note(4, of: home, on: Day(2024, 7, 31)!)
            try await world.note(4, of: late, on: Day(2024, 9, 1)!)
            let report = try await world.desk.read { session in try session.backTest(session.riskMethodInForce(on: Self.today), from: Day(2024, 7, 1)!, through: Day(2024, 9, 30)!) }
            #expect(report.test.count == 2 && report.leftOut == 1 && report.known == Day(2024, 6, 30)!)
            #expect(report.test.meanDaysEarlier == 30 && report.test.firstHalfActual == 0 && report.test.firstHalfByMethod == 1 && report.test.losers.isEmpty)
            #expect(report.stability.total == 2)
            #expect(report.names[home.id]?.name == "Home")
        }
    }
}
