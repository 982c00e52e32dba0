import Kernel

/// What the example's premises are called, by type. All of it is invented.
enum ExamplePremisesNames {
    private static let trees = [
        "Alder", "Ash", "Beech", "Birch", "Cedar", "Chestnut", "Elm", "Hawthorn", "Hazel", "Holly", "Juniper", "Larch", "Lime", "Maple", "Oak", "Rowan",
        "Sycamore", "Willow", "Yew",
    ]
    private static let birds = ["Avocet", "Bittern", "Curlew", "Dunlin", "Heron", "Kestrel", "Lapwing", "Marsh Harrier", "Osprey", "Plover", "Redshank", "Swift", "Tern", "Wren"]
    private static let surnames = [
        "Abbott", "Baxter", "Cubitt", "Dawson", "Eke", "Farrow", "Goodrum", "Howes", "Ives", "Jermy", "Kerrison", "Ling", "Mace", "Neave", "Overton",
        "Pye", "Quantrill", "Rix", "Self", "Thirkettle", "Utting", "Vincent", "Wones", "Youngs",
    ]
    private static let saints = ["St Anne’s", "St Benet’s", "St Edmund’s", "St Felix", "St Helen’s", "St Julian’s", "St Margaret’s", "St Peter’s", "St Withburga’s"]
    private static let signs = ["Anchor", "Black Horse", "Crown", "Dun Cow", "Eel’s Foot", "Feathers", "George", "Jolly Sailors", "King’s Head", "Lord Nelson", "Plough", "Railway", "Ship", "Swan", "Wherry", "White Hart"]
    private static let trades = ["Bakers", "Books", "Butchers", "Carpets", "Chemists", "Cycles", "Electrical", "Florists", "Furniture", "Hardware", "Newsagents", "Outfitters", "Pet Supplies", "Toys"]
    private static let works = ["Boatbuilders", "Cold Stores", "Engineering", "Furniture Works", "Grain Store", "Joinery", "Maltings", "Packaging", "Plastics", "Printworks", "Timber Yard", "Vehicle Repairs"]

    /// A name for premises of a type; where such have none, their number and street.
    static func name(_ type: PremisesType, at street: String, in town: ExampleCounty.Town, _ dice: inout Dice) -> String {
        let surname = dice.pick(surnames)
        return switch type {
        case .hospital: "\(dice.pick([town.name, dice.pick(saints), "\(town.name) Community"])) Hospital"
        case .careHome: "\(dice.pick(trees)) \(dice.pick(["House", "Lodge", "Court", "View"])) Care Home"
        case .hmo, .convertedFlats: street
        case .purposeBuiltFlats: "\(dice.pick(trees + birds)) \(dice.pick(["Court", "House", "Point", "Heights", "Tower"]))"
        case .hostel: "\(dice.pick(saints)) Hostel"
        case .hotel: "The \(dice.pick(signs + birds)) Hotel"
        case .otherSleeping: dice.pick(["\(surname)’s Holiday Lets", "\(dice.pick(birds)) Boarding House", "\(dice.pick(trees)) Farm Bunkhouse", "\(town.name) School Boarding House"])
        case .furtherEducation: "\(town.name) \(dice.pick(["College", "College of Art", "Sixth Form College", "Technical College"]))"
        case .publicBuilding: "\(town.name) \(dice.pick(["Library", "Town Hall", "Museum", "Leisure Centre", "Community Centre", "Assembly Rooms"]))"
        case .licensed: dice.chance(6) ? "\(surname)’s Bar" : "The \(dice.pick(signs))"
        case .school: "\(dice.pick([dice.pick(saints), town.name, "\(dice.pick(trees)) Road"])) \(dice.pick(["Primary School", "Infant School", "Junior School", "High School", "Academy"]))"
        case .shop: "\(surname) \(dice.chance(3) ? "and Daughters, " : "")\(dice.pick(trades))"
        case .otherPublic: dice.pick(["\(town.name) Picture House", "\(surname)’s Fairground Arcade", "\(dice.pick(saints)) Church", "\(town.name) Bowl", "\(surname)’s Gym"])
        case .factory: "\(surname) \(dice.pick(works))"
        case .office: dice.pick(["\(dice.pick(birds)) House", "\(surname) Chambers", "\(town.name) Business Park, Unit \(Int.random(in: 1...24, using: &dice))"])
        case .otherWorkplace: dice.pick(["\(surname)’s Riding School", "\(town.name) Depot", "\(surname) Veterinary Practice", "\(surname) Laundry"])
        }
    }

    /// Companies that own and run premises, with what they run.
    static func company(_ number: Int, _ dice: inout Dice) -> String {
        let kinds = ["Homes", "Care", "Lettings", "Inns", "Leisure", "Properties", "Retail", "Estates", "Hotels", "Holdings"]
        return "\(surnames[number % surnames.count]) \(kinds[(number / surnames.count * 3 + number) % kinds.count]) \(dice.chance(8) ? "PLC" : "Ltd")"
    }

    static func person(_ number: Int, _ dice: inout Dice) -> String {
        let first = ["Amara", "Ben", "Carys", "Dilip", "Esther", "Femi", "Grace", "Hassan", "Ines", "Jonas", "Kiran", "Leah", "Marek", "Nadia", "Owen", "Priya"]
        return "\(first[number % first.count]) \(dice.pick(surnames))"
    }

    /// Councils, trusts and other bodies.
    static let bodies = [
        "Norchester City Council", "Westmere District Council", "Saltby Coast District Council", "Thornbridge Borough Council", "Carrow and Deben District Council",
        "Northshire County Council", "Northshire Hospitals Trust", "Wensum Vale Housing Association", "Fenland Schools Trust", "Diocese of Norchester Academies",
        "University of Norchester", "Northshire Almshouse Charity",
    ]
}
