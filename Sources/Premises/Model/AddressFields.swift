public import Kernel

extension Fields {
    /// The lines of an address, from an area with a line each or from a list: at most 8 of at most 120 characters.
    mutating func addressLines(_ name: String) -> [String] {
        let lines = lines(name)
        if lines.count > 8 { refuse(name, "An address has at most 8 lines; this one has \(lines.count).") }
        if let long = lines.first(where: { $0.count > 120 }) {
            refuse(name, "The line “\(long.prefix(30))…” is \(long.count) characters long; 120 is the most.")
        }
        return lines
    }

    mutating func postcode(_ name: String) -> Postcode? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        let postcode = Postcode(written: text)
        if postcode == nil { refuse(name, "“\(text.prefix(20))” is no postcode. One looks like NR1 2AB; leave it empty where there is none.") }
        return postcode
    }

    mutating func uprn(_ name: String) -> UPRN? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        let uprn = UPRN(written: text)
        if uprn == nil { refuse(name, "“\(text.prefix(30))” is no UPRN, which has 1 to 12 digits. Leave it empty where it is not known.") }
        return uprn
    }

    /// Read from `latitude` and `longitude`, in degrees of WGS 84.
    public mutating func place() -> Place? {
        let (north, east) = (written("latitude"), written("longitude"))
        guard !north.isEmpty || !east.isEmpty else { return nil }
        guard let latitude = Double(north), let longitude = Double(east), let place = Place(latitude: latitude, longitude: longitude) else {
            let sentence = "A place has a latitude from -90 to 90 and a longitude from -180 to 180, both in degrees: 52.6283 and 1.2967."
            refuse(Double(north).map { (-90...90).contains($0) } ?? false ? "longitude" : "latitude", sentence)
            return nil
        }
        guard place.isInTheKingdom else {
            let swapped = Place(latitude: longitude, longitude: latitude)?.isInTheKingdom == true
            refuse(Place.latitudes.contains(latitude) ? "longitude" : "latitude", swapped
                ? "\(decimal(latitude, places: 6)), \(decimal(longitude, places: 6)) is no place in the United Kingdom; it is one with the two exchanged. The latitude is about 50 to 61."
                : "\(decimal(latitude, places: 6)), \(decimal(longitude, places: 6)) is no place in the United Kingdom, where the latitude is 49 to 61.5 and the longitude -9 to 2.5.")
            return nil
        }
        return place
    }
}

extension Place {
    static let latitudes = 49...61.5
    private static let longitudes = -9...2.5

    /// With the islands and the sea around, so that only what is plainly wrong is doubted.
    var isInTheKingdom: Bool { Place.latitudes.contains(latitude) && Place.longitudes.contains(longitude) }
}
