import Documents
import Foundation
import Kernel
import Storage
import Testing

@testable import Premises

/// Columns, cells, encodings and places of files of premises.
@Suite struct PremisesFileTests {
    static func rows(_ bytes: [UInt8], matched: [(PremisesField, heading: String)] = []) throws -> [PremisesRow] {
        let file = try PremisesFile(FileBytes(bytes, named: "x.csv"), matched: matched)
        var rows: [PremisesRow] = []
        try file.eachRow { row in
            rows.append(row)
            return true
        }
        return rows
    }

    @Test func `a file in pieces of any size reads the same`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(ImportWorld.csv.utf8)
        let whole = try Self.rows(bytes)
        #expect(whole.map(\.name) == ["Harbour House", "The \"Anchor\" Inn", "Station Works"])
        for size in 1...40 {
            let pieces = FileBytes(named: "x.csv", size: bytes.count) { body in
                for start in stride(from: 0, to: bytes.count, by: size) {
                    guard try Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes(body) else { return }
                }
            }
            var rows: [PremisesRow] = []
            try PremisesFile(pieces).eachRow { row in
                rows.append(row)
                return true
            }
            #expect(rows == whole, "pieces of \(size)")
        }
    }

    @Test func `Windows-1252 is told from UTF-8 and said`() throws {
        let text = "ref,name,type\n1,Caf\u{E9} Nord,shop\n"
        let western = Array(text.unicodeScalars.map { UInt8($0.value) })
        #expect(try Self.rows(western)[0].name == "Café Nord")
        #expect(try Self.rows(Array(text.utf8))[0].name == "Café Nord")
        #expect(try PremisesFile(FileBytes(western, named: "x")).notes.count == 1)
        #expect(try PremisesFile(FileBytes(Array(text.utf8), named: "x")).notes == [])
    }

    @Test func `a mark that is never closed is named by its row`() {
        let text = "ref,name,type\n1,One,shop\n2,\"Two,shop\n3,Three,shop\n"
        #expect { try Self.rows(Array(text.utf8)) } throws: { ($0 as? Refusal)?.code == "quotation-mark-open" && ($0 as? Refusal)?.sentence.contains("row 3") == true }
    }

    @Test func `columns are matched by what somebody says, and what lacks is told`() throws {
        let file = try ImportWorld.file("Code;Title;Kind\n1;One;shop\n", matched: [(.reference, "code"), (.name, "Title"), (.type, "kind")])
        #expect(file.columns.fields == [.reference, .name, .type])
        #expect(file.columns.lack == nil)
        #expect(throws: Refusal.self) { try ImportWorld.file("Code,Title\n1,2\n").checkColumns() }
        #expect(throws: Refusal.self) { try ImportWorld.file("Code,Title\n1,2\n", matched: [(.name, "Nmae")]) }
    }

    /// The point that the Ordnance Survey's guide to coordinate systems works through, to what the installed transformation can do.
    @Test func `the national grid is converted by PROJ`() throws {
        let grid = try BritishGrid()
        let place = try #require(grid.place(easting: 651_409.903, northing: 313_177.270))
        let tolerance = (grid.accuracy ?? 5) < 1 ? 0.000002 : 0.00006
        #expect(abs(place.latitude - 52.658008) < tolerance && abs(place.longitude - 1.716074) < tolerance * 1.7)
        #expect(grid.place(easting: 800_000, northing: 0) == nil)
        #expect(grid.place(easting: .nan, northing: 0) == nil)
    }

    @Test func `the state that is written by hand is the one the journal writes`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let strange = "a\"b\\c/d\n\t\r\u{8}\u{C}\u{1}\u{1F}é🚒\u{2028}"
        let full = Premises(
            id: ID(7), version: 3, reference: try Reference("P-7"), uprn: UPRN(100), name: strange, address: [strange, "x"], postcode: Postcode(written: "nr11aa"),
            area: strange, place: Place(latitude: 52, longitude: -0.000001), type: .careHome, storeys: 4, height: Hundredths(1250), sleeping: true, notes: strange,
            since: Day(2026, 1, 1)!, mergedInto: ID(8), mergedOn: Day(2026, 2, 1)!)
        let least = Premises(id: ID(1), reference: try Reference("x"), name: "n", type: .shop, sleeping: false, since: Day(2026, 1, 1)!)
        let placed = Premises(id: ID(1), reference: try Reference("x"), name: "n", place: Place(latitude: 51.123456, longitude: 1e-5), type: .shop, since: Day(2026, 1, 1)!)
        for premises in [full, least, placed] {
            var bytes: [UInt8] = []
            premises.writeState(onto: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: try encoder.encode(premises), as: UTF8.self))
        }
    }
}
