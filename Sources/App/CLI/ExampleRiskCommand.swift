import ArgumentParser
import Foundation
import Inspections
import Kernel
import People
import Premises

extension ExampleCommand {
    /// `muster example risk`: made-up premises, scored by the example's method.
    struct ExampleRiskScores: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "risk", "Score so many made-up premises by the example’s risk method, and say how long the arithmetic took.",
            examples: "muster example risk --premises 1000000", "muster example risk --premises 1000 --file scored.csv --json")
        @Option(help: "How many premises, up to 5,000,000.") var premises = 100_000
        @Option(help: "The same seed makes the same premises.") var seed: UInt64 = 5
        @Option(help: "Which method: harms or shares.") var method = "harms"
        @Option(help: "Where the premises are written with their scores, as CSV; nowhere when left out.", completion: .file()) var file: String?

        @OptionGroup var output: OutputOptions

        func validate() throws {
            if !(1...5_000_000).contains(premises) { throw ValidationError("--premises takes a number from 1 to 5,000,000.") }
            if !["harms", "shares"].contains(method) { throw ValidationError("--method takes harms or shares.") }
        }

        func run() async throws {
            let day = Day(number: 20_784)
            let method = try RiskMethodFile.read(String(decoding: Data(contentsOf: ExampleDeed.folder.appendingPathComponent("risk-\(self.method).json")), as: UTF8.self))
            guard let compiled = CompiledRiskMethod(method) else { return }
            var dice = Dice(seed: seed)
            let facts = (0..<premises).map { _ in Self.facts(&dice, on: day, markers: method.markers.map(\.code)) }
            let clock = ContinuousClock()
            let start = clock.now
            let results = compiled.results(facts, on: day)
            let took = (clock.now - start).components
            let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
            if let file { try FileOnDisk.write(Self.rows(facts, results, on: day, markers: method.markers.map(\.code)), to: file) }
            let bands = Dictionary(method.bands.enumerated().map { place, band in (band.code, results.count { $0.band == place }) }) { first, _ in first }
            let scored = Scored(premises: premises, seconds: seconds, sum: results.reduce(0) { $0 + $1.score }, overdue: results.count { $0.due.isOverdue(on: day) }, bands: bands)
            try output.show(scored, "\(grouped(premises)) premises were scored in \(decimal(seconds, places: 3)) s: " + method.bands.map { "\(bands[$0.code] ?? 0) \($0.title.lowercasedFirst)" }.joined(separator: ", ") + ".")
        }

        private struct Scored: Encodable {
            let premises: Int
            let seconds: Double
            /// Of all scores, in hundredths of a point, so that others can be seen to have come to the same.
            let sum: Int64
            let overdue: Int
            let bands: [String: Int]
        }

        private static func facts(_ dice: inout Dice, on day: Day, markers: [String]) -> RiskFacts {
            let type = dice.pick(PremisesType.allCases)
            let storeys = dice.chance(8) ? nil : Int.random(in: 1...12, using: &dice)
            let level = Int.random(in: 0...5, using: &dice)
            return RiskFacts(
                type: type, storeys: storeys, height: dice.chance(6) ? nil : storeys.map { Hundredths(Int64($0 - 1) * 310) }, sleeping: dice.chance(9) ? nil : type.isForSleeping,
                compliance: KnownCompliance(level: level, on: day.adding(days: -Int.random(in: 0...4500, using: &dice))), markers: dice.chance(12) ? [dice.pick(markers)] : [])
        }

        /// Empty where something is not known, and a column for each marker.
        private static func rows(_ facts: [RiskFacts], _ results: [RiskResult], on day: Day, markers: [String]) -> [UInt8] {
            var text = (["type,storeys,height,sleeping,compliance,days"] + markers + ["score,band"]).joined(separator: ",") + "\n"
            text.reserveCapacity(facts.count * 48)
            for (facts, result) in zip(facts, results) {
                let sleeping = facts.sleeping.map { $0 ? "1" : "0" } ?? ""
                text += "\(facts.type.rawValue),\(facts.storeys.map { "\($0)" } ?? ""),\(facts.height.map { "\($0.count)" } ?? ""),\(sleeping),"
                text += facts.compliance.map { "\($0.level),\($0.on.days(until: day))" } ?? ","
                for marker in markers { text += facts.markers.contains(marker) ? ",1" : ",0" }
                text += ",\(result.score),\(result.band)\n"
            }
            return Array(text.utf8)
        }
    }
}
