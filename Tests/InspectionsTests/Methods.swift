import Foundation
@testable import Inspections
import Kernel

/// Methods that tests score with.
enum Methods {
    /// A small one whose scores can be worked out in one's head.
    static let small = RiskMethod(
        edition: "2025", title: "Small", text: ["What is likely, by what it would do."], weights: "Chosen for a test.", combination: .product,
        factors: [
            RiskFactor("compliance", "Known compliance", .likelihood, .compliance, weight: 2, rows: [
                RiskRow(["1", "2"], RiskPoints(10)), RiskRow(["3"], RiskPoints(20)), RiskRow(["4", "5"], RiskPoints(Hundredths(37_50))),
            ], unknown: RiskUnknown(RiskPoints(40), "Unknown counts as poor.")),
            RiskFactor("type", "Type", .publicLife, .type, rows: [
                RiskRow(["hospital", "care-home"], RiskPoints(60)), RiskRow(PremisesType.allCases.dropFirst(2).map(\.rawValue), RiskPoints(20)),
            ]),
            RiskFactor("height", "Height", .responder, .height, rows: [
                RiskRow(from: RiskPoints(0), below: RiskPoints(18), RiskPoints(0)), RiskRow(from: RiskPoints(18), RiskPoints(10)),
            ], unknown: RiskUnknown(RiskPoints(5), "Half of what a tall building has.")),
            RiskFactor("heritage", "Heritage", .heritage, .markers, rows: [RiskRow(["listed"], RiskPoints(8))]),
        ],
        markers: [RiskMarkerKind("listed", "Listed building"), RiskMarkerKind("lifeline", "Lifeline")],
        bands: [
            RiskBand("high", "High", from: RiskPoints(40), months: 24), RiskBand("medium", "Medium", from: RiskPoints(12), months: 36),
            RiskBand("low", "Low", from: RiskPoints(5), months: 60), RiskBand("very-low", "Very low", from: RiskPoints(0), months: nil),
        ],
        poor: ["4", "5", "unknown"],
        effects: [ComplianceEffect(["4", "5"], .halve), ComplianceEffect(["1", "2"], .lengthen)],
        shares: [YearlyShare([.school, .furtherEducation], percent: 10)])

    /// The small one with some of its parts put differently.
    static func changed(
        _ edition: String = "2026", combination: RiskCombination = .product, factors: [RiskFactor]? = nil, markers: [RiskMarkerKind]? = nil, bands: [RiskBand]? = nil, poor: [String] = ["4", "5"],
        effects: [ComplianceEffect]? = nil, shares: [YearlyShare] = []
    ) -> RiskMethod {
        RiskMethod(
            edition: edition, title: small.title, text: small.text, weights: small.weights, combination: combination, factors: factors ?? small.factors,
            markers: markers ?? small.markers, bands: bands ?? small.bands, poor: poor, effects: effects ?? small.effects, shares: shares)
    }

    /// Those that come with the example service.
    static func example(_ name: String) throws -> RiskMethod {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try RiskMethodFile.read(String(contentsOf: folder.appendingPathComponent("Sources/App/Example/\(name).json"), encoding: .utf8))
    }

    /// Facts of any kind.
    static func facts(_ dice: inout Dice, on day: Day, markers: [String]) -> RiskFacts {
        func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &dice) == 0 }
        let level = Int.random(in: 0...5, using: &dice)
        return RiskFacts(
            type: PremisesType.allCases.randomElement(using: &dice) ?? .shop, storeys: chance(4) ? nil : Int.random(in: 1...20, using: &dice),
            height: chance(4) ? nil : Hundredths(Int64.random(in: 0...6000, using: &dice)), sleeping: chance(3) ? nil : chance(2),
            compliance: KnownCompliance(level: level, on: day.adding(days: -Int.random(in: 0...5000, using: &dice))), markers: markers.filter { _ in chance(4) })
    }
}
