import Kernel
import Storage
import TestSupport
import Testing

@testable import Premises

/// The list, walked a page at a time.
@Suite struct PremisesListTests {
    /// Forty premises of a few names, types and areas, two of them merged.
    private func filled(_ engine: Engine, _ body: (GazetteerWorld, Day) async throws -> Void) async throws {
        try await GazetteerWorld.with(engine) { world in
            try await world.write { gazetteer, work in
                var dice = Dice(seed: 7)
                let holder = try gazetteer.register(NewDutyHolder(kind: .company, name: "Harbour Homes Ltd"), work)
                for number in 1...40 {
                    let premises = try gazetteer.register(NewPremises(
                        reference: Reference("R\(number * 37 % 41)"), name: ["Anchor", "anchor", "Bell", "Élan", "Crown"].randomElement(using: &dice)!,
                        area: [nil, "North", "South"].randomElement(using: &dice)!, type: [.shop, .hotel, .school].randomElement(using: &dice)!,
                        sleeping: [nil, true, false].randomElement(using: &dice)!), work)
                    if number % 5 == 0 { try gazetteer.name(NewResponsibility(holder: "\(holder.id)", capacity: .owner, from: work.today), for: premises, work) }
                }
                for number in [1, 2] { try gazetteer.merge(work.session.find(ID<Premises>(Int64(number)))!, into: work.session.find(ID<Premises>(9))!.reference.text, work) }
            }
            try await body(world, world.clock.clock.today)
        }
    }

    private static let filters: [PremisesFilter] = {
        var filters: [PremisesFilter] = []
        for order in PremisesFilter.Order.allCases {
            for isDescending in [false, true] {
                var filter = PremisesFilter()
                (filter.order, filter.isDescending) = (order, isDescending)
                filters.append(filter)
                filter.type = .hotel
                filters.append(filter)
                (filter.type, filter.area) = (nil, "North")
                filters.append(filter)
                filter.sleeping = .unknown
                filters.append(filter)
            }
        }
        return filters
    }()

    @Test(arguments: Engine.allCases)
    func `its pages are the whole list in its order, forwards and back`(_ engine: Engine) async throws {
        try await filled(engine) { world, day in
            try await world.desk.read { session in
                for filter in Self.filters {
                    let whole = try session.premises(filter, on: day, limit: 1000)
                    #expect(whole.allSatisfy { premises in
                        premises.mergedInto == nil && filter.type.map { premises.type == $0 } ?? true && filter.area.map { premises.area == $0 } ?? true
                            && filter.sleeping.map { Sleeping(premises.sleeping) == $0 } ?? true
                    })
                    #expect(try session.count(filter, on: day, upTo: 1000) == whole.count)
                    var (walked, last): ([Premises], ID<Premises>?) = ([], nil)
                    while true {
                        let page = try session.premises(filter, on: day, after: last, limit: 7)
                        walked += page
                        guard let end = page.last else { break }
                        last = end.id
                    }
                    #expect(walked == whole, "\(filter)")
                    guard let end = whole.last else { continue }
                    let back = try session.premises(filter, on: day, after: end.id, backwards: true, limit: 1000)
                    #expect(back == whole.dropLast(), "\(filter)")
                }
                let names = try session.premises(PremisesFilter(), on: day, limit: 1000)
                #expect(names.count == 38 && names.map(\.nameKey) == names.map(\.nameKey).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `it narrows by who answers, by duplicates and by the day`(_ engine: Engine) async throws {
        try await filled(engine) { world, day in
            try await world.desk.read { session in
                var filter = PremisesFilter()
                filter.holder = ID(1)
                #expect(try session.premises(filter, on: day, limit: 100).count == 8)
                #expect(try session.count(filter, on: day, upTo: 5) == 5, "it is counted no further than it is asked")
                #expect(try session.premises(filter, on: day.adding(days: -1), limit: 100).isEmpty)
                filter = PremisesFilter()
                filter.isMerged = true
                #expect(Set(try session.premises(filter, on: day, limit: 100).map(\.id.number)) == [1, 2])
                #expect(try session.areas() == ["North", "South"])
                #expect(try session.areas(limit: 1) == ["North"])
                let five = try session.find(ID<Premises>(5))!
                #expect(try session.responsible(for: [five], on: day) == [five.id: ["Harbour Homes Ltd"]])
                #expect(try session.premises(PremisesFilter(), on: day.adding(days: -1), limit: 100).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `each order walks an index and sorts nothing`(_ engine: Engine) async throws {
        guard engine == .sqlite else { return }
        try await filled(engine) { world, day in
            try await world.desk.read { session in
                let last = try session.find(ID<Premises>(9))!
                for filter in Self.filters where filter.area == nil && filter.sleeping == nil && !(filter.type != nil && filter.order != .name) {
                    let plan = try session.rows("""
                        EXPLAIN QUERY PLAN SELECT * FROM premises WHERE \(filter.condition(on: day)) AND \(filter.following(last, backwards: false))
                        \(filter.ordering(backwards: false)) LIMIT 51
                        """) { row in
                        _ = (try row.next() as Int64, try row.next() as Int64, try row.next() as Int64)
                        return try row.next() as String
                    }.joined(separator: "; ")
                    #expect(plan.contains("USING INDEX premises_by_") && !plan.contains("TEMP B-TREE"), "\(filter): \(plan)")
                }
            }
        }
    }
}
