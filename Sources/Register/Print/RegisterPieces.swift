import Documents
import Kernel
import Markup

/// A file of the register as pieces of bytes, each made when it is asked for: however large the register is, no more than one piece is in memory.
struct RegisterPieces: Sequence, IteratorProtocol, Sendable {
    /// About how large a piece is, in bytes.
    static let size = 65_536

    private let extract: RegisterExtract
    private let file: RegisterFile
    private var place = 0
    private var hasEnded = false
    private var json = JSONText()
    private var csv: [UInt8] = []

    init(_ extract: RegisterExtract, as file: RegisterFile) {
        (self.extract, self.file) = (extract, file)
        begin()
    }

    mutating func next() -> [UInt8]? {
        guard !hasEnded else { return nil }
        while place < extract.entries.count, json.bytes.count + csv.count < RegisterPieces.size {
            add(extract.entries[place])
            place += 1
        }
        if place == extract.entries.count {
            end()
            hasEnded = true
        }
        defer { csv.removeAll(keepingCapacity: true) }
        return csv.isEmpty ? json.take() : csv
    }

    private mutating func begin() {
        switch file {
        case .notices: CSV.append(NoticeColumn.all.map(\.name), to: &csv)
        case .recipients: CSV.append(["notice", "place", "name", "address"], to: &csv)
        case .events: CSV.append(["notice", "place", "day", "words", "provision"], to: &csv)
        case .national: CSV.append(NationalRow.columns, to: &csv)
        case .lines: break
        case .json:
            json.open(nil, "{")
            preamble()
            json.open("notices", "[")
        case .map:
            json.open(nil, "{")
            json.text("type", "FeatureCollection")
            preamble()
            json.open("features", "[")
        }
    }

    /// What a file says of itself before its entries.
    private mutating func preamble() {
        let extract = extract
        json.text("service", extract.service)
        json.text("register", extract.address + RegisterLinks.list.text)
        json.day("day", extract.version.day)
        if extract.version.hasJournal {
            json.object("journal") { one in
                one.number("size", Int(extract.version.size))
                one.text("root", extract.version.head)
                one.text("at", extract.version.since.iso)
            }
        }
        json.list("asked") { list in
            for (name, value) in extract.asked {
                list.object { one in
                    one.text("name", name)
                    one.text("value", value)
                }
            }
        }
        json.number("count", extract.entries.count)
    }

    private mutating func add(_ entry: PublicEntry) {
        switch file {
        case .notices: CSV.append(NoticeColumn.all.map { $0.value(entry, extract.address) }, to: &csv)
        case .recipients:
            for (place, person) in entry.persons.enumerated() { CSV.append([entry.key, String(place + 1), person.name, person.address ?? ""], to: &csv) }
        case .events:
            for (place, event) in entry.events.enumerated() {
                CSV.append([entry.key, String(place + 1), event.day.iso, event.words, event.provision ?? ""], to: &csv)
            }
        case .national: if extract.isNational(entry) { CSV.append(NationalRow(entry: entry, service: extract.service).cells, to: &csv) }
        case .json: json.entry(entry, at: extract.address)
        case .lines:
            json.entry(entry, at: extract.address)
            json.lineFeed()
        case .map: json.feature(entry, at: extract.address)
        }
    }

    private mutating func end() {
        if file == .national { for entry in extract.withdrawn { add(entry) } }
        guard file == .json || file == .map else { return }
        json.close("]")
        json.close("}")
        json.lineFeed()
    }
}

extension JSONText {
    /// An entry as a feature of GeoJSON; one whose place is not known has no geometry (RFC 7946, section 3.2).
    mutating func feature(_ entry: PublicEntry, at address: String) {
        object { feature in
            feature.text("type", "Feature")
            feature.text("id", entry.key)
            if let place = entry.place {
                feature.object("geometry") { point in
                    point.text("type", "Point")
                    point.list("coordinates") { list in
                        list.degrees(nil, place.longitude)
                        list.degrees(nil, place.latitude)
                    }
                }
            } else {
                feature.null("geometry")
            }
            feature.object("properties") { $0.members(of: entry, at: address) }
        }
    }
}
