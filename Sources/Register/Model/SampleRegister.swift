public import Kernel

/// Entries that are made up, the same for the same seed: for examples, tests and measurements. Northshire and all in it are invented.
public struct SampleRegister: Sendable {
    private var dice: Dice
    private let day: Day

    /// - Parameter day: the last day on which one was served.
    public init(seed: UInt64 = 5, on day: Day) { (dice, self.day) = (Dice(seed: seed), day) }

    /// Entries of the fourteen years before the day, the earliest first.
    public static func entries(_ count: Int, seed: UInt64 = 5, on day: Day) -> [PublicEntry] {
        var sample = SampleRegister(seed: seed, on: day)
        return (0..<count).map { sample.entry($0, of: count) }
    }

    private mutating func entry(_ index: Int, of count: Int) -> PublicEntry {
        let served = day.adding(days: -5100 + (index + 1) * 5064 / max(1, count))
        let kind = pick([.enforcement, .enforcement, .enforcement, .prohibition, .prohibition, .alterations] as [PublicEntry.Kind])
        let type = PremisesType.allCases[min(roll(20), roll(17))]
        let town = SampleRegister.towns[min(roll(SampleRegister.towns.count), roll(SampleRegister.towns.count + 3))]
        let street = "\(pick(SampleRegister.streets)) \(pick(["Street", "Road", "Lane", "Quay", "Square", "Avenue"]))"
        let building = "\(pick(SampleRegister.names)) \(pick(SampleRegister.buildings(type)))"
        let postcode = "NS\(1 + roll(29)) \(1 + roll(9))\(pick(Array("ABDEFGHJLNPQRSTUWXYZ")))\(pick(Array("ABDEFGHJLNPQRSTUWXYZ")))"
        let person = "\(pick(SampleRegister.names)) \(pick(["Holdings", "Lets", "Care", "Hospitality", "Estates", "Trading"])) \(pick(["Ltd", "Limited", "LLP"]))"
        let entered = served.adding(days: 22 + roll(14))
        let complyBy = kind != .enforcement ? nil : served.adding(days: 28 + roll(12) * 14)
        let finished = served.adding(days: 20 + roll(260))
        let isComplied = kind != .alterations && finished < day && roll(10) < 8
        let isInterim = !isComplied && roll(60) == 0
        let articles = Array(Set((0..<(1 + roll(5))).map { _ in pick(SampleRegister.articles) })).sorted { Int($0) ?? 0 < Int($1) ?? 0 }
        let changed = isComplied ? max(finished.adding(days: 3), entered) : entered
        var events = [PublicEntry.Event(day: served, words: "Served"), .init(day: entered, words: "Entered in the register", provision: "section 3(1)(b)")]
        if let complyBy { events.append(.init(day: complyBy, words: "To be complied with by", provision: "article 30")) }
        if isComplied { events.append(.init(day: finished, words: "Complied with", provision: "section 3(3)")) }
        let reference = "N-\(served.parts.year)-\(padded(index + 1, to: 4))"
        let address = ["\(1 + roll(180)) \(street)", town.name]
        let full = PublicEntry.Particulars(
            kind: kind, status: isComplied ? .complied : .inForce, served: served, entered: entered, changed: changed, complyBy: complyBy,
            complied: isComplied ? finished : nil, retainUntil: served.adding(months: 36), uprn: roll(12) == 0 ? nil : UPRN(Int64(990_000_000_000 + index)),
            place: roll(25) == 0 ? nil : Place(
                latitude: town.latitude + Double(roll(2000) + roll(2000) - 2000) / 40_000, longitude: town.longitude + Double(roll(2000) + roll(2000) - 2000) / 25_000),
            premisesType: type, area: roll(80) == 0 ? nil : town.area, substance: SampleRegister.substance(kind, articles), events: events.stablySorted { $0.day })
        return PublicEntry(
            reference: reference, edition: isComplied ? 2 : 1, articles: kind == .alterations ? [] : articles,
            persons: [.init(name: person, address: "\(1 + roll(200)) \(street), \(town.name)")], premises: building, address: address, postcode: postcode,
            full: isInterim ? nil : full)
    }

    private mutating func roll(_ sides: Int) -> Int { Int(dice.next() % UInt64(sides)) }

    private mutating func pick<Element>(_ all: [Element]) -> Element { all[roll(all.count)] }
}

extension SampleRegister {
    private static let articles = ["8", "9", "10", "11", "13", "14", "15", "17", "18", "19", "21", "22"]

    private static let streets = ["Harbour", "Mill", "Castle", "Station", "Church", "Orchard", "Foundry", "Priory", "Victoria", "Saltmarsh", "Beacon", "Weavers"]
    private static let names = [
        "Anchor", "Albion", "Beaumont", "Cormorant", "Draper’s", "Ellerby", "Fairmile", "Gannet", "Hawthorn", "Imperial", "Juniper", "Kestrel",
        "Lantern", "Merrow", "Northgate", "Oakdene", "Pilgrim", "Quayside", "Rosemary", "Seaview", "Tidewater", "Upland", "Vale", "Wharf", "Zoë",
    ]
    private static let towns: [(name: String, area: String, latitude: Double, longitude: Double)] = [
        ("Northport", "Northport", 54.62, -1.12), ("Saltwick", "Saltwick Bay", 54.51, -0.71), ("Harrowby", "Harrowby", 54.34, -1.42),
        ("Castle Merrow", "Merrowdale", 54.43, -1.86), ("Ellerton Cross", "Harrowby", 54.27, -1.25), ("Whinfell", "Merrowdale", 54.55, -1.95),
        ("Gannet Head", "Saltwick Bay", 54.58, -0.86), ("Foxholes Green", "Vale of Ure", 54.16, -1.05), ("Long Beacon", "Vale of Ure", 54.19, -1.51),
    ]

    private static func buildings(_ type: PremisesType) -> [String] {
        switch type {
        case .hospital: ["Hospital", "Clinic"]
        case .careHome: ["Care Home", "Lodge", "Nursing Home"]
        case .hmo, .convertedFlats: ["House", "Villas", "Chambers"]
        case .purposeBuiltFlats: ["Court", "Heights", "Point"]
        case .hostel, .otherSleeping: ["Hostel", "Bunkhouse"]
        case .hotel: ["Hotel", "Guest House", "Inn"]
        case .furtherEducation, .school: ["School", "College", "Academy"]
        case .publicBuilding, .otherPublic: ["Hall", "Library", "Theatre"]
        case .licensed: ["Arms", "Tavern", "Club"]
        case .shop: ["Stores", "Bakery", "Furnishings"]
        case .factory: ["Works", "Warehouse", "Mill"]
        case .office, .otherWorkplace: ["House", "Offices", "Yard"]
        }
    }

    private static func substance(_ kind: PublicEntry.Kind, _ articles: [String]) -> String {
        switch kind {
        case .alterations: "The service is to be told before changes are made that may raise the risk from fire."
        case .prohibition: "The upper floors are not to be used for sleeping until the means of escape are safe to use."
        case .enforcement:
            articles.contains("14") ? "The escape routes are to be kept clear and their doors made to close by themselves."
                : articles.contains("13") ? "A fire alarm that covers the whole of the premises is to be put in and kept in order."
                : "A suitable assessment of the risk from fire is to be made, written down and kept up to date."
        }
    }
}
