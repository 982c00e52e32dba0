import Foundation
import Kernel
import Testing

@testable import Register

@Suite struct PublicEntryTests {
    @Test func readsWhatItWrote() throws {
        let day = Day(2026, 1, 4)!
        let entry = PublicEntry(
            reference: "N-1", articles: ["8", "21A"], persons: [.init(name: "Harbour Lets Ltd")], premises: "Harbour House", address: ["1 Quay Street"],
            full: .init(kind: .enforcement, status: .inForce, served: day, entered: day, changed: day, retainUntil: day, premisesType: .hmo))
        var interim = entry
        interim.full = nil
        // A line without what its extent says is none: it is not taken for one that may show less.
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(PublicEntry.self, from: Data(#"{"reference":"N-1","edition":1,"extent":"full","articles":[],"persons":[],"premises":"House","address":[]}"#.utf8))
        }
        for entry in [entry, interim] { #expect(try JSONDecoder().decode(PublicEntry.self, from: JSONEncoder().encode(entry)) == entry) }
    }
}
