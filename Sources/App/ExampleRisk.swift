import Foundation
import Inspections
import Kernel
import Premises
import Storage

/// The risk method of the fictional service in two editions, markers that officers put on its premises, and what was found of compliance before audits were kept here. The same
/// at every run.
enum ExampleRisk {
    private static let began = Day(2024, 10, 1) ?? Day(number: 0)
    /// The last day on which audits were noted by hand, a year and a half after the first.
    private static let ended = Day(2026, 9, 30) ?? Day(number: 0)

    static func deeds(by manager: Actor) throws -> [ExampleDeed] {
        let (harms, shares) = (try method("risk-harms.json"), try method("risk-shares.json"))
        return [
            ExampleDeed(.inBritain(began, hour: 10)) { desk in
                try await desk.write(by: manager, because: "The method in use before, as the authority approved it") { work in
                    try Risk().adopt(Risk().add(harms, work), on: Day(2024, 4, 1) ?? began, work)
                }
                try await desk.write(by: manager, because: "Taken over from the premises database") { work in
                    var dice = Dice(seed: 2027)
                    try markers(&dice, work)
                    try before(&dice, work)
                }
            },
            ExampleDeed(.inBritain(ended.adding(days: 5), hour: 14)) { desk in
                try await desk.write(by: manager, because: "Results of the audits since April 2025") { work in
                    var dice = Dice(seed: 2028)
                    try audits(&dice, work)
                }
                try await desk.write(by: manager, because: "To be tried beside the method in force") { work in try Risk().add(shares, work) }
            },
        ]
    }

    private static func method(_ file: String) throws -> RiskMethod {
        try RiskMethodFile.read(String(decoding: Data(contentsOf: ExampleDeed.folder.appendingPathComponent(file)), as: UTF8.self))
    }

    private static func premises(_ work: Work) throws -> [Premises] { try work.session.all(Premises.self, "WHERE merged_into IS NULL ORDER BY id") }

    private static func markers(_ dice: inout Dice, _ work: Work) throws {
        let reasons = [
            "listed-building": "On the national list", "hazardous-materials": "Stores told to the service by the operator", "hard-to-reach": "Narrow lane; the nearest hydrant is far",
            "watercourse": "Drains run to the river", "lifeline": "The only one for miles",
        ]
        for premises in try premises(work) where dice.chance(14) {
            let likely = switch premises.type {
            case .factory: ["hazardous-materials", "watercourse"]
            case .publicBuilding, .otherPublic, .licensed, .hotel: ["listed-building"]
            case .hospital, .school, .shop: ["lifeline"]
            default: ["listed-building", "hard-to-reach"]
            }
            let marker = dice.pick(likely)
            let since = began.adding(days: -Int.random(in: 30...3000, using: &dice))
            try Risk().put(NewPremisesMarker(marker: marker, since: since, why: reasons[marker] ?? ""), on: premises, work)
        }
    }

    /// What the former system knew: of half of all premises.
    private static func before(_ dice: inout Dice, _ work: Work) throws {
        for premises in try premises(work) where dice.chance(2) {
            let found = began.adding(days: -Int.random(in: 60...3400, using: &dice))
            try note(level(premises.type, poor: nil, &dice), of: premises, on: found, "The former premises database", work)
        }
    }

    /// A year and a half of audits, which met more of what was known to be poor, and not all of it.
    private static func audits(_ dice: inout Dice, _ work: Work) throws {
        for premises in try premises(work) {
            let wasPoor = try work.session.riskFacts(of: premises, on: work.today).compliance?.isPoor
            guard dice.chance(wasPoor == true ? 3 : premises.type.isForSleeping ? 5 : 9) else { continue }
            let found = ended.adding(days: -Int.random(in: 0...547, using: &dice))
            try note(level(premises.type, poor: wasPoor, &dice), of: premises, on: found, "Audit form", work)
        }
    }

    private static func note(_ level: Int, of premises: Premises, on day: Day, _ source: String, _ work: Work) throws {
        try Risk().note(NewNotedCompliance(on: day, level: level, source: source), of: premises, work)
    }

    /// More often poor where it was so before, and where people sleep in what was made for something else.
    private static func level(_ type: PremisesType, poor: Bool?, _ dice: inout Dice) -> Int {
        let badly = switch type {
        case .hmo, .convertedFlats, .licensed, .otherSleeping: 45
        case .hotel, .careHome, .shop, .hostel: 30
        default: 20
        }
        let chance = badly + (poor == true ? 25 : poor == false ? -10 : 0)
        if Int.random(in: 0..<100, using: &dice) < chance { return dice.chance(4) ? 5 : 4 }
        return dice.pick([1, 2, 2, 3, 3])
    }
}
