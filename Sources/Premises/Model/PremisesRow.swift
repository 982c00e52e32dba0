public import Kernel

/// What one row of a file says of premises, as far as it can be read.
public struct PremisesRow: Equatable, Sendable {
    /// As a spreadsheet counts them, from 1.
    public var number: Int
    public var reference: Reference?
    public var uprn: UPRN?
    public var name = ""
    public var address: [String] = []
    public var postcode: Postcode?
    public var area: String?
    public var place: Place?
    public var type: PremisesType?
    public var storeys: Int?
    public var height: Hundredths?
    public var sleeping: Bool?
    public var notes: String?
    public var doubts: [RowDoubt] = []

    public init(number: Int) { self.number = number }

    /// Whether enough could be read for the row to be taken, what is doubtful left out. What is not on record yet needs a type besides.
    public var isUsable: Bool { reference != nil && !name.isEmpty }

    /// The premises that it makes; nil where it lacks what every premises has.
    public func premises(_ id: ID<Premises>, since day: Day) -> Premises? {
        guard let reference, let type, !name.isEmpty else { return nil }
        return Premises(
            id: id, reference: reference, uprn: uprn, name: name, address: address, postcode: postcode, area: area, place: place, type: type,
            storeys: storeys, height: height, sleeping: sleeping, notes: notes, since: day)
    }

    /// The premises with what the file's columns say of it. A column that the file has not leaves its part as it is.
    public func premises(_ held: Premises, fields: Set<PremisesField>) -> Premises {
        var changed = held
        if let reference { changed.reference = reference }
        if fields.contains(.uprn) { changed.uprn = uprn }
        if !name.isEmpty { changed.name = name }
        if fields.contains(.address) { changed.address = address }
        if fields.contains(.postcode) { changed.postcode = postcode }
        if fields.contains(.area) { changed.area = area }
        if !fields.isDisjoint(with: [.easting, .latitude]) { changed.place = place }
        if fields.contains(.type), let type { changed.type = type }
        if fields.contains(.storeys) { changed.storeys = storeys }
        if fields.contains(.height) { changed.height = height }
        if fields.contains(.sleeping) { changed.sleeping = sleeping }
        if fields.contains(.notes) { changed.notes = notes }
        return changed
    }
}

/// Something in a row that somebody should look at.
public struct RowDoubt: Equatable, Sendable, Codable {
    /// The row as a spreadsheet counts it.
    public let row: Int
    /// The heading of the column.
    public let column: String
    public let sentence: String

    public init(row: Int, column: String, _ sentence: String) { (self.row, self.column, self.sentence) = (row, column, sentence) }

    /// `Row 12, UPRN: …`
    public var line: String { "Row \(row), \(column): \(sentence)" }
}
