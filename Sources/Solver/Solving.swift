extension IntegerProgramme {
    /// The solution of least cost that is found in so many seconds: by HiGHS where its library is present, else by CBC.
    ///
    /// It takes the thread that asks for as long as it runs, so ask from one that nobody waits on.
    ///
    /// - Parameter nearEnough: a solution that costs at most so much more than the least may be is taken; none but the least when 0.
    public func solved(within seconds: Double, by solvers: [Solver] = Solver.present, nearEnough: Double = 0) throws(UnsolvedProgramme) -> SolvedProgramme {
        guard !columns.isEmpty else { return SolvedProgramme(values: [], cost: 0, bound: 0, isProven: true, solver: "none needed") }
        guard columns.allSatisfy({ $0.lower.isFinite && $0.upper.isFinite }) else { throw .failed("an unknown has no limits") }
        guard let solver = solvers.first else { throw .failed("there is no solver") }
        let found = switch solver {
        case .highs(let library): try library.solve(self, within: seconds, nearEnough)
        case .cbc: try CBC.solve(self, within: seconds, nearEnough)
        }
        let values = zip(columns, found.values).map { $0.isWhole ? $1.rounded() : $1 }
        guard breach(by: values) < 1e-5 else { throw .failed("\(found.solver) gave values that break a condition by \(breach(by: values))") }
        return SolvedProgramme(values: values, cost: cost(of: values), bound: found.bound, isProven: found.isProven, solver: found.solver)
    }
}

public enum Solver: Sendable {
    case cbc
    case highs(HiGHS)

    /// `cbc` or `highs`.
    public var name: String {
        switch self {
        case .cbc: "cbc"
        case .highs: "highs"
        }
    }

    /// Those of this machine, the fastest first.
    public static let present: [Solver] = (HiGHS.found.map { [.highs($0)] } ?? []) + [.cbc]
}
