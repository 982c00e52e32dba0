import Kernel

/// The invented county in which the example's premises stand. Its postcodes begin with letters that no postcode has.
enum ExampleCounty {
    /// A town or village of it.
    struct Town: Sendable {
        let name: String
        /// The local authority's area.
        let area: String
        /// `NS1`
        let district: String
        let latitude: Double
        let longitude: Double
        /// How many of a hundred premises stand there.
        let share: Int
    }

    static let towns = [
        Town(name: "Norchester", area: "Norchester City", district: "NS1", latitude: 52.632, longitude: 1.288, share: 27),
        Town(name: "Easton Cross", area: "Norchester City", district: "NS2", latitude: 52.648, longitude: 1.321, share: 7),
        Town(name: "Westmere", area: "Westmere", district: "NS4", latitude: 52.668, longitude: 0.941, share: 12),
        Town(name: "Fenny Drayling", area: "Westmere", district: "NS5", latitude: 52.601, longitude: 0.874, share: 4),
        Town(name: "Saltby", area: "Saltby Coast", district: "NS7", latitude: 52.905, longitude: 1.214, share: 13),
        Town(name: "Cley Haven", area: "Saltby Coast", district: "NS8", latitude: 52.931, longitude: 1.043, share: 5),
        Town(name: "Thornbridge", area: "Thornbridge", district: "NS10", latitude: 52.412, longitude: 0.752, share: 11),
        Town(name: "Barrow Heath", area: "Thornbridge", district: "NS11", latitude: 52.371, longitude: 0.861, share: 5),
        Town(name: "Carrow Vale", area: "Carrow and Deben", district: "NS13", latitude: 52.356, longitude: 1.262, share: 9),
        Town(name: "Debenmouth", area: "Carrow and Deben", district: "NS14", latitude: 52.298, longitude: 1.141, share: 7),
    ]

    /// Towns, each as often as its share says.
    static let urn: [Town] = towns.flatMap { Array(repeating: $0, count: $0.share) }

    static let streets = [
        "High Street", "Station Road", "Church Lane", "Mill Road", "Alma Road", "Quay Street", "Market Place", "Victoria Road", "Chapel Street",
        "The Street", "London Road", "Priory Lane", "Ferry Road", "Orchard Way", "Kings Road", "Staithe Lane", "Bridge Street", "Gaol Hill",
        "Windmill Close", "Hall Road", "Dereham Way", "Elm Grove", "Rectory Road", "Tollgate", "Cattle Market Street", "Castle Hill", "Northgate", "Southgate",
    ]

    private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

    static func postcode(in town: Town, _ dice: inout Dice) -> Postcode? {
        Postcode(written: "\(town.district) \(Int.random(in: 1...9, using: &dice))\(dice.pick(letters))\(dice.pick(letters))")
    }

    /// Near the middle of the town, to about a mile and a half.
    static func place(in town: Town, _ dice: inout Dice) -> Place? {
        Place(
            latitude: town.latitude + Double.random(in: -0.02...0.02, using: &dice),
            longitude: town.longitude + Double.random(in: -0.03...0.03, using: &dice))
    }
}
