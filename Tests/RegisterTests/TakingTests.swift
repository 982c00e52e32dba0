import Foundation
import Kernel
import Testing

@testable import Register

/// The files that the register is taken away as.
@Suite struct TakingTests {
    private static let day = Day(2026, 11, 27)!

    private func entry(_ reference: String, _ change: (inout PublicEntry) -> Void = { _ in }) -> PublicEntry {
        var entry = PublicEntry(
            reference: reference, edition: 2, articles: ["8", "21A"],
            persons: [.init(name: "Harbour Lets Ltd", address: "2 Quay Street"), .init(name: "A. \"Ace\" Smith")], premises: "Harbour House",
            address: ["1 Quay Street", "Seaport"], postcode: "NS1 2AB", full: .init(
                kind: .enforcement, status: .complied, served: Day(2026, 1, 4)!, entered: Day(2026, 1, 26)!, changed: Day(2026, 6, 3)!, complyBy: Day(2026, 3, 1)!,
                complied: Day(2026, 5, 30)!, retainUntil: Day(2029, 1, 4)!, uprn: UPRN(100_091_234_567), place: Place(latitude: 51.5, longitude: -0.00001),
                premisesType: .factory, area: "Seaport", substance: "Doors,\nand \"alarms\" \u{1F525}",
                events: [.init(day: Day(2026, 1, 4)!, words: "Served"), .init(day: Day(2026, 1, 25)!, words: "Last day to appeal", provision: "article 35")]))
        change(&entry)
        return entry
    }

    private func text(_ entries: [PublicEntry], as file: RegisterFile, withdrawn: [PublicEntry] = []) -> String {
        let extract = RegisterExtract(
            service: "Northshire", address: "https://a.example",
            version: RegisterVersion(day: TakingTests.day, size: 9, head: "ab", since: Moment(iso: "2026-11-26T10:00:00.000Z")!), entries: entries,
            withdrawn: withdrawn)
        return String(decoding: RegisterPieces(extract, as: file).flatMap(\.self), as: UTF8.self)
    }

    @Test func `a line of the CSV is quoted as RFC 4180 has it, and numbers are numbers`() {
        let lines = text([entry("N-1")], as: .notices).split(separator: "\r\n").map(String.init)
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("key,reference,edition,type,status,extent,served,entered,changed,"))
        #expect(lines[1].hasPrefix("N-1,N-1,2,enforcement,complied,full,2026-01-04,2026-01-26,2026-06-03,2026-03-01,2026-05-30,2029-01-04,8;21A,"))
        #expect(lines[1].contains(#""Harbour Lets Ltd; A. ""Ace"" Smith""#))
        #expect(lines[1].contains("51.5,-0.00001,factory"))
        #expect(lines[1].contains("\"Doors,\nand \"\"alarms\"\" \u{1F525}\""))
        #expect(lines[1].contains(",https://a.example/register/N-1,"))
    }

    @Test(arguments: ["=1+1", "+1+1", "-1+1", "@x", "\t=1", "\u{FF1D}1"])
    func `what a spreadsheet would run has an apostrophe before it, in CSV alone`(_ formula: String) throws {
        let entries = [entry("N-1") { $0.premises = formula }]
        #expect(text(entries, as: .notices).contains("'\(formula)"))
        #expect(text(entries, as: .national).contains("'\(formula)"))
        let json = try JSONSerialization.jsonObject(with: Data(text(entries, as: .lines).utf8)) as? [String: Any]
        #expect(json?["premises"] as? String == formula)
    }

    @Test func `an empty register is a heading, or a list of nothing`() throws {
        #expect(text([], as: .notices).split(separator: "\r\n").count == 1)
        #expect(text([], as: .lines).isEmpty)
        let json = try #require(JSONSerialization.jsonObject(with: Data(text([], as: .json).utf8)) as? [String: Any])
        #expect((json["notices"] as? [Any])?.isEmpty == true && json["count"] as? Int == 0)
    }

    @Test func `JSON holds all that there is, and reads back as the same entry`() throws {
        struct Whole: Decodable {
            let service: String, count: Int, notices: [PublicEntryPayload]
            let journal: [String: JSONScalar]
        }
        let source = PublicEntry.Source(code: "west", name: "Westmarch", page: "https://w.example/N-1", fetched: Moment(iso: "2026-11-26T09:00:00.000Z")!)
        let sparse = entry("N-2") { entry in
            entry.full?.place = nil
            entry.full?.uprn = nil
            entry.full?.substance = "\u{1}\t\\"
            entry.full?.complied = nil
        }
        let entries = [entry("N-1"), sparse, entry("N-1") { $0.source = source }, entry("N-3") { $0.full = nil }]
        let whole = try JSONDecoder().decode(Whole.self, from: Data(text(entries, as: .json).utf8))
        #expect(whole.notices == entries.map { PublicEntryPayload($0, at: "https://a.example") })
        #expect(whole.notices.map(\.key) == ["N-1", "N-2", "west~N-1", "N-3"])
        #expect(whole.notices.map(\.page) == ["https://a.example/register/N-1", "https://a.example/register/N-2", "https://w.example/N-1", "https://a.example/register/N-3"])
        #expect(whole.journal["size"] == .number(9) && whole.journal["root"] == .text("ab"))
        let lines = text(entries, as: .lines).split(separator: "\n")
        #expect(try lines.map { try JSONDecoder().decode(PublicEntryPayload.self, from: Data($0.utf8)) } == whole.notices)
    }

    @Test func `a notice is a feature of GeoJSON, east before north, and one without a place has no geometry`() throws {
        let json = try #require(JSONSerialization.jsonObject(with: Data(text([entry("N-1"), entry("N-2") { $0.full?.place = nil }], as: .map).utf8)) as? [String: Any])
        let features = try #require(json["features"] as? [[String: Any]])
        #expect(json["type"] as? String == "FeatureCollection" && features.count == 2)
        #expect((features[0]["geometry"] as? [String: Any])?["coordinates"] as? [Double] == [-0.00001, 51.5])
        #expect(features[1]["geometry"] is NSNull)
        #expect((features[0]["properties"] as? [String: Any])?["premises"] as? String == "Harbour House")
    }

    @Test func `the national register has its 11 columns, and withdrawn notices only where the service says so`() {
        let withdrawn = entry("N-2") { $0.full?.status = .withdrawn }
        let lines = text([entry("N-1")], as: .national)
        #expect(lines.hasPrefix("uprn,FRS,issue_date,notice_type,premises_type,status,address_label,responsible_person,date_complied_with,reasons,Additional Information\r\n"))
        #expect(lines.contains("100091234567,Northshire,04/01/2026,ENFORCEMENT,FACTORY WAREHOUSE,COMPLIED,\"Harbour House\r\n1 Quay Street\r\nSeaport\r\nNS1 2AB\","))
        #expect(lines.contains(",30/05/2026,\"A8,A21A\","))
        #expect(!lines.contains("WITHDRAWN"))
        #expect(text([entry("N-1")], as: .national, withdrawn: [withdrawn]).contains("WITHDRAWN"))
        #expect(!text([entry("N-1")], as: .notices, withdrawn: [withdrawn]).contains("N-2"), "it stands in no other file")
        let others = entry("N-3") {
            $0.full?.status = .withdrawn
            $0.source = .init(code: "westmarch", name: "Westmarch", fetched: Moment(milliseconds: 0))
        }
        #expect(!text([others], as: .national, withdrawn: [withdrawn]).contains("Westmarch"), "another service's is that service's to give")
    }

    @Test func `a large register is handed over in pieces that are never large`() {
        let entries = (1...3000).map { entry("N-\($0)") }
        for file in RegisterFile.allCases {
            let extract = RegisterExtract(
                service: "Northshire", address: "https://a.example", version: RegisterVersion(day: TakingTests.day, size: 9, since: Moment(milliseconds: 0)), entries: entries)
            let pieces = Array(RegisterPieces(extract, as: file))
            #expect(pieces.count > 1 && pieces.allSatisfy { $0.count < RegisterPieces.size + 4000 }, "\(file)")
        }
    }

    @Test(arguments: [(0.0, "0"), (-0.00001, "-0.00001"), (51.5, "51.5"), (-179.999999, "-179.999999"), (1e-7, "0")])
    func `degrees never have an exponent`(_ degrees: Double, _ text: String) { #expect(inDegrees(degrees) == text) }
}

/// A number or a text of JSON.
private enum JSONScalar: Decodable, Equatable {
    case number(Double), text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) { self = .number(number) } else { self = .text(try container.decode(String.self)) }
    }
}
