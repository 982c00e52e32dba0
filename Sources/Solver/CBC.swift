internal import CCbc
internal import Synchronization

/// COIN-OR's branch and cut, which the program is linked with.
enum CBC {
    /// Its library keeps things of its own between calls, so one programme is solved at a time.
    private static let turn = Mutex(())

    static func solve(_ programme: IntegerProgramme, within seconds: Double, _ nearEnough: Double) throws(UnsolvedProgramme) -> SolvedProgramme {
        let result = turn.withLock { _ in Result { () throws(UnsolvedProgramme) in try solveNow(programme, within: seconds, nearEnough) } }
        return try result.get()
    }

    private static func solveNow(_ programme: IntegerProgramme, within seconds: Double, _ nearEnough: Double) throws(UnsolvedProgramme) -> SolvedProgramme {
        guard let model = Cbc_newModel() else { throw .failed("CBC gave no model") }
        defer { Cbc_deleteModel(model) }
        let (starts, indices, factors) = programme.byColumn
        let (rows, columns) = (programme.rows, programme.columns)
        Cbc_loadProblem(
            model, Int32(columns.count), Int32(rows.count), starts, indices, factors, columns.map(\.lower), columns.map(\.upper), columns.map(\.cost),
            rows.map(\.lower), rows.map(\.upper))
        for (place, column) in columns.enumerated() where column.isWhole { Cbc_setInteger(model, Int32(place)) }
        Cbc_setObjSense(model, 1)
        Cbc_setLogLevel(model, 0)
        Cbc_setMaximumSeconds(model, seconds)
        if nearEnough > 0 { Cbc_setAllowableGap(model, nearEnough) }
        Cbc_solve(model)
        if Cbc_isProvenInfeasible(model) != 0 { throw .impossible }
        let best: UnsafePointer<Double>? = UnsafePointer(Cbc_bestSolution(model))
        let last: UnsafePointer<Double>? = Cbc_getColSolution(model)
        // Where no unknown is a whole number there is a solution and no best one among several.
        guard let solution = best ?? (Cbc_isProvenOptimal(model) != 0 ? last : nil) else {
            if Cbc_isSecondsLimitReached(model) != 0 { throw .outOfTime }
            throw .failed("CBC ended with status \(Cbc_status(model))")
        }
        let cost = Cbc_getObjValue(model)
        // What is near enough it calls the best; its bound then says how near.
        let bound = Cbc_isProvenOptimal(model) != 0 && nearEnough == 0 ? cost : Cbc_getBestPossibleObjValue(model)
        let isProven = Cbc_isProvenOptimal(model) != 0 && cost - bound <= 1e-6 * max(1, abs(cost))
        return SolvedProgramme(
            values: Array(UnsafeBufferPointer(start: solution, count: columns.count)), cost: cost, bound: bound, isProven: isProven, solver: "CBC \(String(cString: Cbc_getVersion()))")
    }
}

extension IntegerProgramme {
    /// The factors column by column, as solvers take them.
    var byColumn: (starts: [Int32], rows: [Int32], factors: [Double]) {
        var counts = Array(repeating: Int32(0), count: columns.count + 1)
        for row in rows { for place in row.places { counts[Int(place) + 1] += 1 } }
        for place in 1..<max(counts.count, 1) { counts[place] += counts[place - 1] }
        let starts = counts
        var next = counts
        var indices = Array(repeating: Int32(0), count: Int(starts.last ?? 0))
        var factors = Array(repeating: 0.0, count: indices.count)
        for (number, row) in rows.enumerated() {
            for (place, factor) in zip(row.places, row.factors) {
                let at = Int(next[Int(place)])
                (indices[at], factors[at]) = (Int32(number), factor)
                next[Int(place)] += 1
            }
        }
        return (starts, indices, factors)
    }
}
