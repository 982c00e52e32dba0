import Solver
import Testing

/// The least cost under conditions, by each solver that is there.
@Suite struct SolverTests {
    static let solvers = Solver.present

    @Test func `what the program is linked with is there`() {
        #expect(Self.solvers.contains { if case .cbc = $0 { true } else { false } })
    }

    /// Worked by hand: of a knapsack of 9 the best is the first alone, worth 7; were fractions allowed, the second and five sixths of the third would be worth 10.
    @Test func `the best whole numbers are found, not those nearest to the best fractions`() throws {
        for solver in Self.solvers {
            var programme = IntegerProgramme()
            let (first, second, third) = (programme.unknown(0...1, cost: -7), programme.unknown(0...1, cost: -5), programme.unknown(0...1, cost: -6))
            programme.require([(first, 7), (second, 4), (third, 6)], atMost: 9)
            let best = try programme.solved(within: 20, by: [solver])
            #expect(best.cost == -7)
            #expect([best[first], best[second], best[third]] == [1, 0, 0])
            #expect(best.isProven && best.bound <= -7 && best.bound > -7.001, "\(best)")
            #expect(programme.breach(by: best.values) == 0)
        }
    }

    @Test func `sums from both sides, fractions and what is below nothing are kept to`() throws {
        for solver in Self.solvers {
            var programme = IntegerProgramme()
            let (whole, part) = (programme.unknown(-5...5, cost: 1), programme.unknown(0...10, cost: 2, isWhole: false))
            programme.require([(whole, 1), (part, 1)], atLeast: 1.5, atMost: 3)
            programme.require([(whole, 1), (part, -1)], equals: -1)
            let best = try programme.solved(within: 20, by: [solver])
            #expect(best[whole] == 1 && abs(best[part] - 2) < 1e-7, "\(best)")
        }
    }

    @Test func `what no values keep is said to be impossible, and what has no limits is not asked`() {
        for solver in Self.solvers {
            var impossible = IntegerProgramme()
            let one = impossible.unknown(0...1, cost: 1)
            impossible.require([(one, 1)], atLeast: 2)
            #expect(throws: UnsolvedProgramme.impossible) { try impossible.solved(within: 20, by: [solver]) }
            var unbounded = IntegerProgramme()
            _ = unbounded.unknown(0...Double.infinity, cost: -1, isWhole: false)
            #expect(throws: UnsolvedProgramme.failed("an unknown has no limits")) { try unbounded.solved(within: 20, by: [solver]) }
        }
    }

    @Test func `a programme of no unknowns is solved, and a library that is not there is not found`() throws {
        #expect(try IntegerProgramme().solved(within: 1).values.isEmpty)
        #expect(HiGHS(at: "/nowhere/libhighs.so.1") == nil)
    }

    /// Two hundred audits to twelve officers, a few hours each, which takes long to prove: what one finds is never below what another says is the least.
    @Test func `no solver finds less than another says there can be`() throws {
        var (programme, byOfficer) = (IntegerProgramme(), Array(repeating: [(IntegerProgramme.Unknown, Double)](), count: 12))
        for audit in 0..<200 {
            var sum: [(IntegerProgramme.Unknown, Double)] = []
            for officer in 0..<12 where (audit + officer) % 3 != 0 {
                let unknown = programme.unknown(0...1, cost: Double((audit * 7 + officer * 13) % 29) - 40)
                sum.append((unknown, 1))
                byOfficer[officer].append((unknown, Double(3 + audit % 5)))
            }
            programme.require(sum, atMost: 1)
        }
        for hours in byOfficer { programme.require(hours, atMost: 60) }
        let solved = try Self.solvers.map { try programme.solved(within: 12, by: [$0]) }
        for one in solved {
            #expect(programme.breach(by: one.values) == 0 && one.cost == programme.cost(of: one.values))
            for other in solved { #expect(one.cost > other.bound - 1e-4, "\(one.solver) \(one.cost), \(other.solver) \(other.bound)") }
            #expect(one.cost < -5800, "\(one.solver) \(one.cost)")
        }
    }
}
