import Foundation
import Performance

/// Control charts of many runs of numbers, a run to a line of a file, and how long they took.
enum Charting {
    struct Told: Encodable {
        /// Of one round over all runs.
        let seconds: [Double]
        /// Mean, lower and upper limit of each run.
        let limits: [[Double]]
        /// Of each run a letter for each point: `-` for none, `o`, `t`, `w` and `r` for the four signals in their order, a capital where it is high.
        let signals: [String]
    }

    static func tell(_ path: String, rounds: Int) throws {
        let runs = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in line.split(separator: ",").compactMap { Double($0) } }
        var (seconds, charts): ([Double], [ControlChart]) = ([], [])
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            charts = runs.map { ControlChart($0, improvement: .increase) }
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        let told = Told(seconds: seconds, limits: charts.map { chart in
            chart.segments.flatMap { [$0.mean, $0.limits?.lower ?? .nan, $0.limits?.upper ?? .nan] }
        }, signals: charts.map { String($0.points.map { letter($0.signal) }) })
        FileHandle.standardOutput.write(try JSONEncoder().encode(told))
    }

    private static func letter(_ signal: ControlSignal?) -> Character {
        guard let signal else { return "-" }
        let letter: Character = switch signal.kind {
        case .outside: "o"
        case .trend: "t"
        case .twoInThree: "w"
        case .run: "r"
        }
        return signal.way == .high ? Character(letter.uppercased()) : letter
    }
}
