import Inspections
import Kernel
import Premises
import Storage
import TestSupport

extension RiskMethod {
    /// A method of two tables.
    static func plain(_ edition: String, points: Int = 20, bands: Int64 = 1000) -> RiskMethod {
        RiskMethod(
            edition: edition, title: "Plain", text: ["What was found, by what it is."], weights: "Chosen for a test.", combination: .product,
            factors: [
                RiskFactor("compliance", "Known compliance", .likelihood, .compliance, rows: [
                    RiskRow(["1", "2", "3"], RiskPoints(20)), RiskRow(["4", "5"], RiskPoints(80)),
                ], unknown: RiskUnknown(RiskPoints(80), "Unknown counts as poor.")),
                RiskFactor("type", "Type", .publicLife, .type, rows: [RiskRow(PremisesType.allCases.map(\.rawValue), RiskPoints(points))]),
                RiskFactor("heritage", "Heritage", .heritage, .markers, rows: [RiskRow(["listed"], RiskPoints(10))]),
            ],
            markers: [RiskMarkerKind("listed", "Listed building"), RiskMarkerKind("lifeline", "Lifeline")],
            bands: [RiskBand("high", "High", from: RiskPoints(Hundredths(bands)), months: 24), RiskBand("low", "Low", from: RiskPoints(0), months: nil)],
            poor: ["4", "5", "unknown"], effects: [ComplianceEffect(["4", "5"], .halve)], shares: [YearlyShare([.shop], percent: 10)])
    }
}

/// What random histories do with the risk method, with markers and with compliance that is noted.
extension Deeds {
    private mutating func newMethod() -> RiskMethod {
        .plain(chance(9) ? text() : "Edition \(Int.random(in: 1...9, using: &dice))", points: .random(in: 0...40, using: &dice), bands: .random(in: 0...3000, using: &dice))
    }

    private func own(_ id: ID<Premises>) throws -> Premises { try work.session.all(Premises.self, "WHERE id = \(id)")[0] }

    static let riskDeeds: [(name: String, deed: Deed)] = [
        ("drafted a method", { try Risk().add($0.newMethod(), $0.work) }),
        ("edited a method", {
            let edition = try $0.one(RiskEdition.self)
            try Risk().edit(edition, $0.newMethod(), version: $0.version(edition.version), $0.work)
        }),
        ("adopted a method", { try Risk().adopt($0.one(RiskEdition.self), on: $0.chance(2) ? $0.day() : $0.work.today, $0.work) }),
        ("put a marker", {
            let new = NewPremisesMarker(marker: $0.chance(6) ? $0.text() : $0.chance(2) ? "listed" : "lifeline", since: $0.day(), why: $0.text())
            try Risk().put(new, on: $0.one(Premises.self), $0.work)
        }),
        ("took a marker off", {
            let marker = try $0.one(PremisesMarker.self)
            try Risk().lift(marker, of: $0.own(marker.premises), on: $0.day(), because: $0.text(), $0.work)
        }),
        ("noted compliance", { try Risk().note(NewNotedCompliance(on: $0.day(), level: .random(in: 1...5, using: &$0.dice), source: $0.text()), of: $0.one(Premises.self), $0.work) }),
        ("struck compliance out", {
            let noted = try $0.one(NotedCompliance.self)
            try Risk().strike(noted, of: $0.own(noted.premises), because: $0.text(), $0.work)
        }),
    ]
}
