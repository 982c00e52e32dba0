/// The 17 kinds of premises of the national fire safety return, in the order in which it lists them.
public enum PremisesType: String, Codable, Sendable, CaseIterable {
    case hospital
    case careHome = "care-home"
    case hmo
    case purposeBuiltFlats = "purpose-built-flats"
    case hostel
    case hotel
    case convertedFlats = "converted-flats"
    case otherSleeping = "other-sleeping"
    case furtherEducation = "further-education"
    case publicBuilding = "public-building"
    case licensed
    case school
    case shop
    case otherPublic = "other-public"
    case factory
    case office
    case otherWorkplace = "other-workplace"

    public var words: String {
        switch self {
        case .hospital: "Hospital"
        case .careHome: "Care home"
        case .hmo: "House in multiple occupation"
        case .purposeBuiltFlats: "Purpose-built flats"
        case .hostel: "Hostel"
        case .hotel: "Hotel"
        case .convertedFlats: "House converted to flats"
        case .otherSleeping: "Other sleeping accommodation"
        case .furtherEducation: "Further education"
        case .publicBuilding: "Public building"
        case .licensed: "Licensed premises"
        case .school: "School"
        case .shop: "Shop"
        case .otherPublic: "Other premises open to the public"
        case .factory: "Factory or warehouse"
        case .office: "Office"
        case .otherWorkplace: "Other workplace"
        }
    }

    /// Whether people sleep there by the nature of the place.
    public var isForSleeping: Bool {
        switch self {
        case .hospital, .careHome, .hmo, .purposeBuiltFlats, .hostel, .hotel, .convertedFlats, .otherSleeping: true
        case .furtherEducation, .publicBuilding, .licensed, .school, .shop, .otherPublic, .factory, .office, .otherWorkplace: false
        }
    }
}
