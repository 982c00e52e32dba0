import Foundation
import Kernel
import Testing

@testable import Register

/// What is read of other services' files, and what is not.
@Suite struct HarvestReadingTests {
    private static let package = WebAddress("https://register.westmarch.example/register/datapackage.json")!

    private func line(_ reference: String = "N-1", _ more: [String: Any?] = [:]) -> String {
        var members: [String: Any] = [
            "key": reference, "reference": reference, "edition": 1, "type": "enforcement", "status": "in-force", "extent": "full", "served": "2026-01-04",
            "entered": "2026-01-26", "changed": "2026-01-26", "retainUntil": "2029-01-04", "articles": ["8"], "persons": [["name": "Lets Ltd"]], "premises": "House",
            "address": ["1 Street"], "premisesType": "hmo", "events": [], "page": "https://register.westmarch.example/register/\(reference)", "laterMember": 1,
        ]
        for (name, value) in more { members[name] = value }
        return String(decoding: (try? JSONSerialization.data(withJSONObject: members)) ?? Data(), as: UTF8.self)
    }

    private func read(_ lines: [String]) throws -> Harvest { try Harvest(Array(lines.joined(separator: "\n").utf8), from: HarvestReadingTests.package) }

    @Test func `entries are read, members that are not known are passed over, and a page elsewhere is not linked to`() throws {
        let harvest = try read([line("N-1"), line("N-2", ["page": "https://elsewhere.example/x"]), line("N-3", ["page": "javascript:alert(1)"]), ""])
        #expect(harvest.entries.map(\.reference) == ["N-1", "N-2", "N-3"] && harvest.refused == 0)
        #expect(harvest.entries.map(\.source?.page) == ["https://register.westmarch.example/register/N-1", nil, nil])
    }

    @Test func `a line that is no entry is left out and counted, and so is a reference that stood before`() throws {
        let good = (1...40).map { line("N-\($0)") }
        let harvest = try read(good + ["{", line("n-1"), line("../x"), line("N-50", ["premisesType": "castle"])])
        #expect(harvest.entries.count == 40 && harvest.refused == 4)
    }

    @Test func `what a service shows of others is not taken from it`() throws {
        let foreign: [String: Any] = ["code": "x", "name": "X", "fetched": "2026-01-01T00:00:00.000Z"]
        let harvest = try read([line("N-1"), line("N-2", ["source": foreign])])
        #expect(harvest.entries.map(\.reference) == ["N-1"] && harvest.refused == 0)
    }

    @Test func `a file that is something else is refused whole`() {
        #expect(throws: Fetching.Fault.self) { try read(["<html>", "</html>"]) }
        #expect(throws: Fetching.Fault.self) { try read((1...9).map { line("N-\($0)") } + ["x", "y"]) }
        #expect(throws: Fetching.Fault.self) { try read(Array(repeating: "x", count: Harvest.mostLines + 1)) }
    }

    @Test(arguments: [
        ["premises": String(repeating: "x", count: 3000)], ["edition": 0], ["served": "1066-10-14"], ["articles": Array(repeating: "8", count: 101)], ["premises": ""],
        ["substance": String(repeating: "x", count: 30_000)],
    ] as [[String: any Sendable]])
    func `an entry past any measure is left out`(_ more: [String: any Sendable]) throws {
        let harvest = try read((1...20).map { line("N-\($0)") } + [line("N-99", more.mapValues { $0 as Any? })])
        #expect(harvest.entries.count == 20 && harvest.refused == 1)
    }

    @Test(arguments: [
        (#"{"resources":[{"name":"notices-lines","path":"export/notices.jsonl"}]}"#, "https://register.westmarch.example/register/export/notices.jsonl"),
        (#"{"resources":[{"name":"other","path":["a","b"]},{"name":"notices-lines","path":"https://register.westmarch.example/n.jsonl"}]}"#, "https://register.westmarch.example/n.jsonl"),
        (#"{"resources":[{"name":"notices-lines","path":"https://127.0.0.1/n.jsonl"}]}"#, nil),
        (#"{"resources":[{"name":"notices-lines","path":"//elsewhere.example/n.jsonl"}]}"#, nil),
        (#"{"resources":[{"name":"notices-lines","path":"http://register.westmarch.example/n.jsonl"}]}"#, nil),
        (#"{"resources":[{"name":"notices-lines","path":"file:///etc/passwd"}]}"#, nil),
        (#"{"resources":[{"name":"notices","path":"n.csv"}]}"#, nil),
        ("[]", nil), ("", nil), (String(repeating: "[", count: 100_000), nil),
    ] as [(String, String?)])
    func `a package names a file on its own host or none`(_ text: String, _ address: String?) {
        #expect((try? HarvestPackage(Array(text.utf8)).lines(at: HarvestReadingTests.package).text) == address)
    }

    @Test func `a source that fails is left alone for longer each time, up to a day`() {
        let start = Moment.inBritain(Day(2026, 11, 27)!, hour: 9)
        func isDue(_ failures: Int, after seconds: Int) -> Bool { HarvestTry(at: start, failures: failures).isDue(at: start.adding(seconds: seconds), every: 60) }
        #expect(!isDue(0, after: 3599) && isDue(0, after: 3600))
        #expect(!isDue(2, after: 4 * 3600 - 1) && isDue(2, after: 4 * 3600))
        #expect(!isDue(60, after: 86_399) && isDue(60, after: 86_400))
    }
}
