@testable import Inspections
import Kernel
import Solver
import Testing

/// A year's audits allotted, on numbers small enough to be worked out by hand.
@Suite struct ProgrammeTests {
    static func officer(_ name: String, fte: String = "1.00", kinds: Set<String> = ["full"], highest: String? = nil, at place: Place? = nil) throws -> ProgrammeOfficer {
        ProgrammeOfficer(name: name, fte: try #require(Hundredths(written: fte)), away: [60, 60, 60, 60], auditPercent: 100, kinds: kinds, highestBand: highest, base: place)
    }

    static func premises(_ number: Int, band: String = "high", type: String = "shop", kind: String = "full", due: String? = "2026-05-01", at place: Place? = nil) -> ProgrammePremises {
        ProgrammePremises(reference: "P-\(number)", type: type, band: band, kind: kind, due: due.flatMap { Day(iso: $0) }, theme: nil, place: place)
    }

    static func basis(_ officers: [ProgrammeOfficer], _ premises: [ProgrammePremises], _ targets: [ProgrammeTarget] = []) throws -> ProgrammeBasis {
        ProgrammeBasis(
            begins: try #require(Day(2026, 4, 1)), officers: officers, hours: ["full": Hundredths(740), "short": Hundredths(370)], premises: premises, targets: targets, demandPercent: 0,
            worth: ["very-high": 60, "high": 30, "medium": 10, "low": 3])
    }

    /// 65 weekdays from April to June 2026, 60 of them away: five days of 7.4 hours.
    @Test func `hours are the weekdays that are left, by full-time equivalent and the share that is audits`() throws {
        var one = try Self.officer("One", fte: "0.80")
        one.auditPercent = 50
        var basis = try Self.basis([one], [])
        #expect(one.hours(in: 0, of: basis) == Hundredths(1480))
        basis.demandPercent = 25
        #expect(one.free(in: 0, of: basis) == Hundredths(1110))
        one.away = [70, 0, 0, 0]
        #expect(one.hours(in: 0, of: basis) == .zero)
    }

    @Test func `where hours are short the higher bands come first, and what is left out is said`() throws {
        let basis = try Self.basis([Self.officer("One")], (1...8).map { Self.premises($0, band: $0 > 5 ? "very-high" : "low", due: "2027-03-01") })
        let programme = try Allotting(basis).solved(within: 20)
        #expect(programme.isBest && programme.gap == 0)
        // Due in the last quarter, they may be done there and in the quarter before: fifteen audits' hours for eight.
        #expect(programme.allotted.count == 8)
        var short = basis
        short.officers[0].away = [65, 65, 66, 61]
        let less = try Allotting(short).solved(within: 20)
        let audited = Set(less.allotted.map(\.premises))
        #expect(audited.isSuperset(of: ["P-6", "P-7", "P-8"]))
        #expect(less.left.allSatisfy { $0.reason == .noHours } && less.left.count == 8 - audited.count && !less.left.isEmpty)
        for load in less.officers { for (planned, free) in zip(load.planned, load.free) { #expect(planned <= free) } }
    }

    @Test func `nobody audits what they are not authorised for, and a target that this leaves unreached says so`() throws {
        let basis = try Self.basis(
            [Self.officer("One", highest: "medium"), Self.officer("Two", kinds: ["short"])],
            [Self.premises(1, band: "very-high"), Self.premises(2, band: "medium"), Self.premises(3, band: "medium", kind: "short")],
            [ProgrammeTarget(band: "very-high", percent: 100), ProgrammeTarget(least: 9), ProgrammeTarget(band: "medium", percent: 100)])
        let programme = try Allotting(basis).solved(within: 20)
        #expect(Dictionary(uniqueKeysWithValues: programme.allotted.map { ($0.premises, $0.officer) }) == ["P-2": "One", "P-3": "Two"])
        #expect(programme.left == [.init(premises: "P-1", reason: .nobodyAuthorised)])
        #expect(programme.targets.map(\.reached) == [0, 2, 2])
        #expect(programme.targets[0].why == "Officers are authorised for only 0 of the 1 such premises.")
        #expect(programme.targets[1].why == "There are only 3 such premises.")
        #expect(programme.targets[2].why == nil)
    }

    @Test func `a target is reached before what is worth more`() throws {
        let basis = try Self.basis(
            [Self.officer("One")], (1...40).map { Self.premises($0, band: $0 > 30 ? "low" : "very-high", due: "2026-04-10") },
            [ProgrammeTarget(band: "low", quarter: 1, least: 4)])
        let programme = try Allotting(basis).solved(within: 20)
        #expect(programme.targets[0].reached == 4)
        #expect(programme.allotted.count { $0.month < (Day(2026, 7, 1) ?? $0.month) } == 5, "five audits fill the quarter")
    }

    @Test func `who is nearest audits, and what was planned stays unless something presses`() throws {
        let (north, south) = (try #require(Place(latitude: 53, longitude: 0)), try #require(Place(latitude: 52.8, longitude: 0)))
        var basis = try Self.basis([Self.officer("North", at: north), Self.officer("South", at: south)], [Self.premises(1, at: north), Self.premises(2, at: south)])
        let first = try Allotting(basis).solved(within: 20)
        #expect(first.allotted.map { "\($0.premises) \($0.officer)" }.sorted() == ["P-1 North", "P-2 South"])
        basis.before = first.allotted.map { Allotment(premises: $0.premises, officer: $0.officer == "North" ? "South" : "North", month: $0.month) }
        let again = try Allotting(basis).solved(within: 20)
        #expect(again.kept == 2 && again.moved == 0, "a way of twenty kilometres is no reason to move anybody")
        basis.officers[0].away = [90, 90, 90, 90]
        let without = try Allotting(basis).solved(within: 20)
        #expect(without.kept == 1 && without.moved == 1)
    }

    @Test func `the months of a quarter are filled by the day that is due`() throws {
        let basis = try Self.basis([Self.officer("One")], (1...5).map { Self.premises($0, due: "2026-0\($0 < 3 ? 4 : $0 < 4 ? 5 : 6)-1\($0)") })
        let programme = try Allotting(basis).solved(within: 20)
        let months = Dictionary(uniqueKeysWithValues: programme.allotted.map { ($0.premises, $0.month.parts.month) })
        #expect(months.count == 5)
        for number in 1..<5 { #expect(months["P-\(number)"] ?? 9 <= months["P-\(number + 1)"] ?? 0) }
    }

    @Test func `a random stratum is drawn again by its seed and audited first`() throws {
        var basis = try Self.basis([Self.officer("One")], (1...60).map { Self.premises($0, band: $0 > 30 ? "very-low" : "high", due: "2026-05-01") })
        basis.samples = [ProgrammeSample(band: "very-low", count: 4, seed: 7)]
        let programme = try Allotting(basis).solved(within: 20)
        #expect(programme.sampled.count == 4)
        #expect(Set(programme.allotted.map(\.premises)).isSuperset(of: programme.sampled))
        #expect(try Allotting(basis).solved(within: 20).sampled == programme.sampled)
        basis.samples = [ProgrammeSample(band: "very-low", count: 4, seed: 8)]
        #expect(try Allotting(basis).solved(within: 20).sampled != programme.sampled)
    }

    @Test func `what no programme can be made of is refused with every fault in its place`() throws {
        var basis = try Self.basis([], [Self.premises(1, band: "huge"), Self.premises(1, kind: "long")], [ProgrammeTarget(quarter: 5), ProgrammeTarget(least: 1, percent: 2)])
        basis.demandPercent = 101
        let refusal = try #require(throws: Refusal.self) { try Allotting(basis) }
        #expect(refusal.code == "programme-basis-amiss")
        #expect(refusal.fields.map(\.name) == [
            "officers", "demandPercent", "premises[0].band", "premises[1].reference", "premises[1].kind", "targets[0]", "targets[0].quarter", "targets[1]",
        ])
    }

    @Test func `where nobody knows a place everybody who is authorised is thought of`() throws {
        let officers = try (0..<6).map { try Self.officer("O\($0)") }
        let programme = try Allotting(Self.basis(officers, (1...45).map { Self.premises($0, due: "2026-05-01") })).solved(within: 20)
        #expect(programme.allotted.count == 45, "six have ten audits each in those two quarters; three would have thirty")
        #expect(Set(programme.allotted.map(\.officer)).count > 3)
    }

    @Test func `numbers that no year has are refused, not added up`() throws {
        let basis = try Self.basis([Self.officer("One")], [], (1...4).map { ProgrammeTarget(quarter: $0, least: .max) } + [ProgrammeTarget(least: 1)])
        let refusal = try #require(throws: Refusal.self) { try Allotting(basis) }
        #expect(refusal.fields.count == 4)
    }

    @Test func `quarters that do not add up to their year are told apart`() throws {
        let parts = (1...4).map { ProgrammeTarget(band: "high", quarter: $0, least: 5) }
        let basis = try Self.basis([Self.officer("One")], [], parts + [ProgrammeTarget(band: "high", least: 21)])
        let refusal = try #require(throws: Refusal.self) { try Allotting(basis) }
        #expect(refusal.sentence.contains("ask for 20 together and the year for 21"))
    }

    @Test func `both solvers reach the same worth, and it keeps every condition`() throws {
        let officers = try (0..<3).map { try Self.officer("O\($0)", kinds: $0 == 0 ? ["full", "short"] : ["short"]) }
        let bands = ["very-high", "high", "medium", "low"]
        let basis = try Self.basis(officers, (1...120).map { Self.premises($0, band: bands[$0 % 4], kind: $0 % 3 == 0 ? "full" : "short", due: "2026-0\(4 + $0 % 6)-15") })
        let allotting = try Allotting(basis)
        let worths = try Solver.present.map { try allotting.programme.solved(within: 60, by: [$0]).cost }
        #expect(Set(worths).count == 1, "\(worths)")
    }
}
