import Kernel

extension PremisesType {
    /// Reads a type as files have it: its code, its words, and what is commonly written for it; nil where it is none of these.
    init?(written text: String) {
        let key = text.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let type = Self.byKey[key] else { return nil }
        self = type
    }

    private static let byKey: [String: PremisesType] = {
        var all: [String: PremisesType] = [:]
        for type in allCases {
            for words in [type.rawValue, type.words] { all[words.lowercased().filter { $0.isLetter || $0.isNumber }] = type }
        }
        let others: [PremisesType: [String]] = [
            .hospital: ["hospitals"], .careHome: ["carehomes", "residentialcarehome", "nursinghome"], .hmo: ["housesinmultipleoccupation", "houseofmultipleoccupation"],
            .purposeBuiltFlats: ["purposebuiltflat", "flats", "flat", "blockofflats", "purposebuiltflats4storeys"], .hostel: ["hostels"],
            .hotel: ["hotels", "bedandbreakfast", "guesthouse"], .convertedFlats: ["convertedflat", "houseconvertedtoflat", "housesconvertedtoflats"],
            .otherSleeping: ["othersleeping"], .furtherEducation: ["college", "university"], .publicBuilding: ["publicbuildings"],
            .licensed: ["pub", "publichouse", "nightclub", "licensedpremise"], .school: ["schools"], .shop: ["shops", "retail"],
            .otherPublic: ["otherpremisesopentopublic", "otherpublicpremises"], .factory: ["factories", "warehouse", "factoryorwarehouse", "factorieswarehouses", "factoriesorwarehouses"],
            .office: ["offices"], .otherWorkplace: ["otherworkplaces", "otherbuilding"],
        ]
        for (type, keys) in others { for key in keys { all[key] = type } }
        return all
    }()
}
