import Kernel
import Premises
import Storage

/// The premises of the fictional service: 2,000 across the 17 types, who answers for them and where those are served. The same at every run.
enum ExamplePremises {
    /// How many there are of each type.
    private static let counts: [(PremisesType, Int)] = [
        (.hospital, 12), (.careHome, 150), (.hmo, 140), (.purposeBuiltFlats, 260), (.hostel, 20), (.hotel, 90), (.convertedFlats, 120), (.otherSleeping, 40),
        (.furtherEducation, 15), (.publicBuilding, 60), (.licensed, 160), (.school, 130), (.shop, 330), (.otherPublic, 80), (.factory, 150), (.office, 190),
        (.otherWorkplace, 53),
    ]

    /// The day from which the service's former system knew them.
    private static let since = Day(2014, 4, 1) ?? Day(number: 0)

    static func deeds(by manager: Actor) -> [ExampleDeed] {
        [ExampleDeed(.inBritain(Day(2024, 10, 1) ?? since, hour: 9, minute: 30)) { desk in
            try await desk.write(by: manager, because: "Taken over from the premises database") { work in
                var dice = Dice(seed: 2026)
                let holders = try dutyHolders(&dice, work)
                try premises(holders, &dice, work)
            }
        }]
    }

    // MARK: Duty holders

    private struct Holders {
        var companies: [DutyHolder] = []
        var bodies: [DutyHolder] = []
        var persons: [DutyHolder] = []
    }

    private static func dutyHolders(_ dice: inout Dice, _ work: Work) throws -> Holders {
        var holders = Holders()
        for number in 0..<72 {
            let name = ExamplePremisesNames.company(number, &dice)
            holders.companies.append(try holder(
                NewDutyHolder(kind: .company, name: name, companyNumber: "99\(100_000 + number * 97)", contact: "The company secretary"), .registeredOffice, &dice, work))
        }
        for name in ExamplePremisesNames.bodies {
            holders.bodies.append(try holder(NewDutyHolder(kind: .body, name: name, contact: "The estates manager"), .business, &dice, work))
        }
        for number in 0..<60 {
            holders.persons.append(try holder(NewDutyHolder(kind: .person, name: ExamplePremisesNames.person(number, &dice)), .home, &dice, work))
        }
        return holders
    }

    private static func holder(_ new: NewDutyHolder, _ kind: ServiceAddress.Kind, _ dice: inout Dice, _ work: Work) throws -> DutyHolder {
        let holder = try Gazetteer().register(new, work)
        let from = Day(number: since.number - Int.random(in: 0...2000, using: &dice))
        // One in five has moved.
        let moved = dice.chance(5) ? since.adding(days: Int.random(in: 400...3500, using: &dice)) : nil
        try Gazetteer().add(address(kind, from, moved.map { $0.adding(days: -1) }, &dice), to: holder, work)
        if let moved { try Gazetteer().add(address(kind, moved, nil, &dice), to: holder, work) }
        return holder
    }

    private static func address(_ kind: ServiceAddress.Kind, _ from: Day, _ through: Day?, _ dice: inout Dice) -> NewServiceAddress {
        let town = dice.pick(ExampleCounty.urn)
        return NewServiceAddress(
            kind: kind, lines: ["\(Int.random(in: 1...180, using: &dice)) \(dice.pick(ExampleCounty.streets))", town.name],
            postcode: ExampleCounty.postcode(in: town, &dice), from: from, through: through)
    }

    // MARK: Premises

    private static func premises(_ holders: Holders, _ dice: inout Dice, _ work: Work) throws {
        var made = 0
        for type in counts.flatMap({ Array(repeating: $0.0, count: $0.1) }).shuffled(using: &dice) {
            made += 1
            let new = new(type, made, &dice)
            let premises = try Gazetteer().register(new, since: since, work)
            // One in a hundred and sixty was on record twice.
            if made % 160 == 0 {
                var again = new
                (again.reference, again.uprn, again.name) = (nil, nil, "\(new.name) (old record)")
                try Gazetteer().merge(Gazetteer().register(again, since: since, work), into: premises.reference.text, work)
            }
            if type.isForSleeping || !dice.chance(3) { try answer(for: premises, holders, &dice, work) }
        }
    }

    private static func new(_ type: PremisesType, _ number: Int, _ dice: inout Dice) -> NewPremises {
        let town = dice.pick(ExampleCounty.urn)
        let street = "\(Int.random(in: 1...240, using: &dice)) \(dice.pick(ExampleCounty.streets))"
        let name = ExamplePremisesNames.name(type, at: street, in: town, &dice)
        let storeys = storeys(type, &dice)
        return NewPremises(
            reference: try? Reference("NS\(100_000 + number)"), uprn: dice.chance(12) ? nil : UPRN(Int64(200_004_000_000 + number * 7)), name: name,
            address: (name == street ? [] : [street]) + [town.name], postcode: ExampleCounty.postcode(in: town, &dice), area: town.area,
            place: dice.chance(25) ? nil : ExampleCounty.place(in: town, &dice), type: type, storeys: storeys,
            height: storeys.flatMap { $0 > 1 ? Hundredths(Int64($0 - 1) * 300 + 20) : nil },
            sleeping: dice.chance(20) ? nil : type.isForSleeping || type == .licensed && dice.chance(3))
    }

    private static func storeys(_ type: PremisesType, _ dice: inout Dice) -> Int? {
        if dice.chance(10) { return nil }
        return switch type {
        case .purposeBuiltFlats: dice.chance(12) ? Int.random(in: 7...16, using: &dice) : Int.random(in: 2...6, using: &dice)
        case .hospital, .hotel, .office, .furtherEducation: Int.random(in: 2...6, using: &dice)
        case .hmo, .convertedFlats, .hostel, .careHome: Int.random(in: 2...4, using: &dice)
        default: Int.random(in: 1...2, using: &dice)
        }
    }

    // MARK: Who answers

    private static func answer(for premises: Premises, _ holders: Holders, _ dice: inout Dice, _ work: Work) throws {
        let own = dice.pick(pool(premises.type, holders, &dice))
        let from = since.adding(days: -Int.random(in: 0...1500, using: &dice))
        // One in eight has changed hands.
        let sold = dice.chance(8) ? since.adding(days: Int.random(in: 300...3600, using: &dice)) : nil
        try name(own, capacity(premises.type), for: premises, from, sold.map { $0.adding(days: -1) }, work)
        if let sold { try name(dice.pick(holders.companies), capacity(premises.type), for: premises, sold, nil, work) }
        if dice.chance(6) { try name(dice.pick(holders.companies), .otherControl, for: premises, from, nil, work) }
    }

    private static func name(_ holder: DutyHolder, _ capacity: Capacity, for premises: Premises, _ from: Day, _ through: Day?, _ work: Work) throws {
        try Gazetteer().name(NewResponsibility(holder: "\(holder.id)", capacity: capacity, from: from, through: through), for: premises, work)
    }

    private static func pool(_ type: PremisesType, _ holders: Holders, _ dice: inout Dice) -> [DutyHolder] {
        switch type {
        case .hospital: [holders.bodies[6]]
        case .school, .furtherEducation: Array(holders.bodies[8...10]) + [holders.bodies[5]]
        case .publicBuilding: Array(holders.bodies[0...5])
        case .hmo, .convertedFlats: holders.persons
        case .purposeBuiltFlats: dice.chance(3) ? [holders.bodies[7]] : holders.companies
        default: dice.chance(5) ? holders.persons : holders.companies
        }
    }

    private static func capacity(_ type: PremisesType) -> Capacity {
        switch type {
        case .hmo, .convertedFlats, .purposeBuiltFlats: .owner
        case .hotel, .licensed, .otherSleeping, .hostel, .otherPublic: .personInControl
        default: .employer
        }
    }
}
