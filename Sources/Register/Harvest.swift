import Foundation
import Kernel
import Storage

/// What came of reading another service's file: the entries, how many lines were none, and what the file's bytes hash to.
struct Harvest: Sendable {
    /// The most that is read of one service's register, in bytes and in lines.
    static let mostBytes = 32 << 20
    static let mostLines = 100_000
    static let longestLine = 64 << 10

    let entries: [PublicEntry]
    let refused: Int
    let hash: String

    /// Reads entries, one object of JSON a line. A line that is none is left out and counted; where more than one in ten is none, the whole is not
    /// what it should be.
    ///
    /// - Parameter package: where the file was found; pages of entries are linked to only on the same host.
    /// - Throws: `Fetching.Fault`
    init(_ bytes: [UInt8], from package: WebAddress) throws(Fetching.Fault) {
        var (entries, seen, lines, refused) = ([PublicEntry](), Set<String>(), 0, 0)
        let decoder = JSONDecoder()
        for line in bytes.split(separator: 10) where !line.allSatisfy({ $0 == 13 || $0 == 32 }) {
            lines += 1
            guard lines <= Harvest.mostLines else { throw .init("The file has more than \(Harvest.mostLines) lines.") }
            guard line.count <= Harvest.longestLine, let payload = try? decoder.decode(PublicEntryPayload.self, from: Data(line)) else { refused += 1; continue }
            // What it shows of others is for those others to give.
            guard payload.source == nil else { continue }
            guard let entry = payload.harvested(from: package), seen.insert(entry.reference.lowercased()).inserted else { refused += 1; continue }
            entries.append(entry)
        }
        guard refused * 10 <= lines else { throw .init("\(refused) of the file’s \(lines) lines are no entries of a register.") }
        (self.entries, self.refused, hash) = (entries, refused, Hash(of: bytes).description)
    }
}

extension PublicEntryPayload {
    /// The entry, where everything in it is of a sensible measure: another service's words are not ours to trust.
    func harvested(from package: WebAddress) -> PublicEntry? {
        let texts = [premises, area ?? "", postcode ?? ""] + address + articles + persons.flatMap { [$0.name, $0.address ?? ""] }
            + events.flatMap { [$0.words, $0.provision ?? ""] }
        guard isReference, (1...1_000_000).contains(edition), texts.allSatisfy({ $0.utf8.count <= 2000 }), persons.count <= 100, events.count <= 500,
              articles.count <= 100, articles.allSatisfy({ $0.utf8.count <= 10 }), address.count <= 20, !premises.isEmpty,
              (substance?.utf8.count ?? 0) <= 20_000, (more?.utf8.count ?? 0) <= 20_000,
              [served, entered, changed, retainUntil, complyBy, complied].compactMap(\.self).allSatisfy(Day.entered.contains) else { return nil }
        // Of one that may show three particulars alone nothing else is taken, whatever it holds.
        let shown = extent == .full ? particulars : nil
        guard extent == .threeParticulars || shown != nil else { return nil }
        let page = WebAddress(page).flatMap { $0.host.lowercased() == package.host.lowercased() ? $0.text : nil }
        return PublicEntry(
            reference: reference, edition: edition, articles: articles, persons: persons.map { .init(name: $0.name, address: $0.address) }, premises: premises,
            address: address, postcode: postcode, source: .init(code: "", name: "", page: page, fetched: Moment(milliseconds: 0)), full: shown)
    }

    /// What stands there beyond three particulars; nil where anything is missing that a whole entry has.
    private var particulars: PublicEntry.Particulars? {
        guard let type, let status, let served, let entered, let changed, let retainUntil, let premisesType else { return nil }
        let place = latitude.flatMap { latitude in longitude.flatMap { Place(latitude: latitude, longitude: $0) } }
        return .init(
            kind: type, status: status, served: served, entered: entered, changed: changed, complyBy: complyBy, complied: complied, retainUntil: retainUntil, uprn: uprn,
            place: place, premisesType: premisesType, area: area, substance: substance, more: more,
            events: events.map { .init(day: $0.day, words: $0.words, provision: $0.provision) })
    }

    private var isReference: Bool {
        (1...60).contains(reference.utf8.count) && reference.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46 || byte == 95
        }
    }
}
