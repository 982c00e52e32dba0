import Documents
import Kernel

/// Reads one row after the other, and says what can't be read.
struct PremisesRowReader {
    private let places: [PremisesField: Int]
    private let lines: [Int]
    private let usualType: PremisesType?
    private let grid: BritishGrid?
    private let doubts: RowDoubts
    /// A file has few words for types and very many rows.
    private var types: [String: PremisesType?] = [:]

    init(_ columns: PremisesColumns, usualType: PremisesType?) throws {
        doubts = RowDoubts(columns)
        self.usualType = usualType
        places = Dictionary(columns.fields.enumerated().compactMap { place, field in field.map { ($0, place) } }, uniquingKeysWith: { first, _ in first })
        lines = columns.fields.indices.filter { columns.fields[$0] == .address }
        grid = places[.easting] == nil ? nil : try BritishGrid()
    }

    private func text(_ field: PremisesField, _ row: FileRow) -> String { places[field].map { row.text($0) } ?? "" }

    /// The same on one line.
    private func line(_ field: PremisesField, _ row: FileRow) -> String {
        let text = text(field, row)
        return text.utf8.contains(10) ? text.asOneLine : text
    }

    mutating func read(_ row: FileRow) -> PremisesRow {
        var read = PremisesRow(number: row.number)
        doubts.begin(row.number)
        let uprn = text(.uprn, row)
        if !uprn.isEmpty {
            read.uprn = UPRN(written: uprn)
            if read.uprn == nil { doubts.add(.uprn, "“\(uprn.prefix(40))” is no UPRN, which has 1 to 12 digits.") }
        }
        // Without a column of its own the reference is the UPRN.
        let reference = places[.reference] == nil ? read.uprn?.description ?? "" : text(.reference, row)
        read.reference = Reference(checking: reference)
        if let reference = read.reference, reference.isNew || reference.isKept { read.reference = nil }
        if read.reference == nil {
            doubts.add(places[.reference] == nil ? .uprn : .reference, reference.isEmpty
                ? "There is no reference, so the row can’t be found again." : "“\(reference.prefix(60))” can’t be a reference: use 1 to 40 letters, digits, dots and dashes.")
        }
        read.name = line(.name, row)
        if read.name.isEmpty { doubts.add(.name, "There is no name.") }
        for line in lines {
            let text = row.text(line)
            if text.utf8.contains(10) { read.address += text.split(separator: "\n").map { String($0.trimmed) }.filter { !$0.isEmpty } } else if !text.isEmpty { read.address.append(text) }
        }
        let postcode = text(.postcode, row)
        if !postcode.isEmpty {
            read.postcode = Postcode(written: postcode)
            if read.postcode == nil { doubts.add(.postcode, "“\(postcode.prefix(20))” is no postcode.") }
        }
        let area = line(.area, row)
        if !area.isEmpty { read.area = area }
        let notes = text(.notes, row)
        if !notes.isEmpty { read.notes = notes }
        type(row, &read)
        place(row, &read)
        numbers(row, &read)
        read.doubts = doubts.all
        return read
    }

    private mutating func type(_ row: FileRow, _ read: inout PremisesRow) {
        let text = text(.type, row)
        // Premises on record keep their type where the file gives none; what is new has to have one.
        guard !text.isEmpty else { return read.type = usualType }
        if let known = types[text] { read.type = known } else {
            read.type = PremisesType(written: text)
            if types.count < 5000 { types[text] = .some(read.type) }
        }
        if read.type == nil { doubts.add(.type, "“\(text.prefix(60))” is none of the 17 types of premises.") }
    }

    /// Latitude and longitude go before eastings and northings, as they need no conversion.
    private func place(_ row: FileRow, _ read: inout PremisesRow) {
        let (latitude, longitude) = (text(.latitude, row), text(.longitude, row))
        if !latitude.isEmpty || !longitude.isEmpty {
            if let latitude = Double(latitude), let longitude = Double(longitude), let place = Place(latitude: latitude, longitude: longitude), place.isInTheKingdom {
                read.place = place
            } else {
                doubts.add(.latitude, "\(latitude.prefix(20)), \(longitude.prefix(20)) is no place in the United Kingdom by latitude and longitude.")
            }
            return
        }
        let (easting, northing) = (text(.easting, row), text(.northing, row))
        guard !easting.isEmpty || !northing.isEmpty else { return }
        if let easting = Double(easting), let northing = Double(northing), let place = grid?.place(easting: easting, northing: northing) {
            read.place = place
        } else {
            doubts.add(.easting, "\(easting.prefix(20)), \(northing.prefix(20)) is no place on the British National Grid, in metres.")
        }
    }

    private func numbers(_ row: FileRow, _ read: inout PremisesRow) {
        let storeys = text(.storeys, row)
        if !storeys.isEmpty {
            if let number = Int(storeys), (1...200).contains(number) { read.storeys = number } else { doubts.add(.storeys, "“\(storeys.prefix(20))” is no number of storeys from 1 to 200.") }
        }
        let height = text(.height, row)
        if !height.isEmpty {
            if let metres = Hundredths(written: height), metres.count <= 100_000 { read.height = metres } else { doubts.add(.height, "“\(height.prefix(20))” is no height in metres.") }
        }
        let sleeping = text(.sleeping, row)
        guard !sleeping.isEmpty else { return }
        switch sleeping.lowercased() {
        case "yes", "y", "true", "1": read.sleeping = true
        case "no", "n", "false", "0": read.sleeping = false
        default: doubts.add(.sleeping, "“\(sleeping.prefix(20))” says neither yes nor no.")
        }
    }
}

/// What is doubtful in the row that is being read.
private final class RowDoubts {
    private let columns: PremisesColumns
    private var row = 0
    private(set) var all: [RowDoubt] = []

    init(_ columns: PremisesColumns) { self.columns = columns }

    func begin(_ row: Int) {
        self.row = row
        if !all.isEmpty { all = [] }
    }

    func add(_ field: PremisesField, _ sentence: String) { all.append(RowDoubt(row: row, column: columns.heading(of: field), sentence)) }
}
