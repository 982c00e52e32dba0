import Kernel
@testable import Register
import Storage
import TestSupport

/// What random histories do with other services' registers.
extension Deeds {
    private mutating func harvest() throws -> Harvest {
        let count = Int.random(in: 1...3, using: &dice)
        let lines = (1...count).map { number in
            let entry = PublicEntry(
                reference: "N-\(number)", articles: ["8"], persons: [.init(name: "Lets")], premises: "House", address: [], full: .init(
                    kind: .prohibition, status: .inForce, served: work.today, entered: work.today, changed: work.today, retainUntil: work.today.adding(months: 36),
                    premisesType: .hotel))
            var json = JSONText()
            json.entry(entry, at: "https://a.example")
            return json.bytes
        }
        return try Harvest(Array(lines.joined(separator: [10])), from: WebAddress("https://a.example/datapackage.json")!)
    }

    static let harvestDeeds: [(name: String, deed: Deed)] = [
        ("added a source", {
            let number = Int.random(in: 1...4, using: &$0.dice)
            let package = WebAddress("https://s\(number).example/datapackage.json")!
            try Harvests().add(NewHarvestSource(name: "Service \(number)", code: $0.chance(2) ? try Reference("s\(number)") : nil, package: package), $0.work)
        }),
        ("took over a register", { try Harvests().take($0.harvest(), of: $0.one(HarvestSource.self), $0.work) }),
        ("could not take over a register", {
            try Harvests().fail($0.one(HarvestSource.self), because: "Nothing answers.", at: $0.work.moment, $0.work.session)
        }),
        ("removed a source", { if $0.chance(3) { try Harvests().remove($0.one(HarvestSource.self), $0.work) } }),
    ]
}
