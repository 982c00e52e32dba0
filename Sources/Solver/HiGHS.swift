internal import Glibc

/// The HiGHS solver, where its shared library is on the machine: it is looked for by name, or where `HIGHS_LIBRARY` says.
public struct HiGHS: Sendable {
    // Functions of a library that is never unloaded.
    private typealias Create = @Sendable @convention(c) () -> UnsafeMutableRawPointer?
    private typealias Of = @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Void
    private typealias Run = @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private typealias Double1 = @Sendable @convention(c) (UnsafeMutableRawPointer?) -> Double
    private typealias SetBool = @Sendable @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>, Int32) -> Int32
    private typealias SetDouble = @Sendable @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>, Double) -> Int32
    private typealias GetDouble = @Sendable @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>, UnsafeMutablePointer<Double>) -> Int32
    private typealias Version = @Sendable @convention(c) () -> UnsafePointer<CChar>?
    private typealias Pass = @Sendable @convention(c) (
        UnsafeMutableRawPointer?, Int32, Int32, Int32, Int32, Int32, Double, UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>,
        UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Int32>, UnsafePointer<Int32>, UnsafePointer<Double>, UnsafePointer<Int32>) -> Int32
    private typealias Solution = @Sendable @convention(c) (
        UnsafeMutableRawPointer?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?) -> Int32

    private let create: Create
    private let destroy: Of
    private let pass: Pass
    private let run: Run
    private let status: Run
    private let solution: Solution
    private let setBool: SetBool
    private let setDouble: SetDouble
    private let getDouble: GetDouble
    private let version: String

    static let found = HiGHS(at: getenv("HIGHS_LIBRARY").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "libhighs.so.1")

    /// - Returns: nil where no such library is there, or not all that is asked of it.
    public init?(at path: String) {
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func function<F>(_ name: String, as type: F.Type) -> F? { dlsym(library, name).map { unsafeBitCast($0, to: type) } }
        guard let create = function("Highs_create", as: Create.self), let destroy = function("Highs_destroy", as: Of.self),
              let pass = function("Highs_passMip", as: Pass.self), let run = function("Highs_run", as: Run.self),
              let status = function("Highs_getModelStatus", as: Run.self), let solution = function("Highs_getSolution", as: Solution.self),
              let setBool = function("Highs_setBoolOptionValue", as: SetBool.self), let setDouble = function("Highs_setDoubleOptionValue", as: SetDouble.self),
              let getDouble = function("Highs_getDoubleInfoValue", as: GetDouble.self), let version = function("Highs_version", as: Version.self) else { return nil }
        (self.create, self.destroy, self.pass, self.run, self.status) = (create, destroy, pass, run, status)
        (self.solution, self.setBool, self.setDouble, self.getDouble) = (solution, setBool, setDouble, getDouble)
        self.version = version().map { String(cString: $0) } ?? "of an unknown version"
    }

    func solve(_ programme: IntegerProgramme, within seconds: Double, _ nearEnough: Double) throws(UnsolvedProgramme) -> SolvedProgramme {
        guard let model = create() else { throw .failed("HiGHS gave no model") }
        defer { destroy(model) }
        _ = setBool(model, "output_flag", 0)
        _ = setDouble(model, "time_limit", seconds)
        _ = setDouble(model, "mip_rel_gap", 0)
        if nearEnough > 0 { _ = setDouble(model, "mip_abs_gap", nearEnough) }
        let (starts, indices, factors) = programme.byColumn
        let (rows, columns) = (programme.rows, programme.columns)
        func limited(_ value: Double) -> Double { min(max(value, -1e30), 1e30) }
        // By columns (1), the least (1); numbers as `HighsInt` has them in PyPI's build, 32 bits wide.
        guard pass(model, Int32(columns.count), Int32(rows.count), Int32(indices.count), 1, 1, 0, columns.map(\.cost), columns.map { limited($0.lower) },
                   columns.map { limited($0.upper) }, rows.map { limited($0.lower) }, rows.map { limited($0.upper) }, starts, indices, factors,
                   columns.map { $0.isWhole ? 1 : 0 }) >= 0 else { throw .failed("HiGHS did not take the programme") }
        guard run(model) >= 0 else { throw .failed("HiGHS failed") }
        let status = status(model)
        // Its words for how it ended: 7 the best was found, 8 no solution, 13 the time was up.
        if status == 8 { throw .impossible }
        var (cost, bound) = (Double.infinity, -Double.infinity)
        _ = getDouble(model, "objective_function_value", &cost)
        if status == 7, nearEnough == 0 { bound = cost } else { _ = getDouble(model, "mip_dual_bound", &bound) }
        var values = Array(repeating: 0.0, count: columns.count)
        guard status == 7 || status == 13, solution(model, &values, nil, nil, nil) >= 0, cost.isFinite, cost < 1e29 else {
            if status == 13 { throw .outOfTime }
            throw .failed("HiGHS ended with status \(status)")
        }
        return SolvedProgramme(values: values, cost: cost, bound: bound, isProven: status == 7 && cost - bound <= 1e-6 * max(1, abs(cost)), solver: "HiGHS \(version)")
    }
}
