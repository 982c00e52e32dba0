import Foundation
import Kernel
import TestBrowser
import Testing

@testable import Register

/// Section 4 of the Act: while an objection about a trade secret is open, person, place and provisions alone are in the register, whichever way it is read.
@Suite struct WithholdingTests {
    private static let day = RegisterWorld.day

    /// The same three particulars each time, and everything else otherwise.
    private func entry(_ number: Int) -> PublicEntry {
        let served = Self.day.adding(days: -400 * number)
        return PublicEntry(
            reference: "N-77", articles: ["14"], persons: [.init(name: "Secret Sauce Ltd", address: "3 Vat Lane")], premises: "Sauce Works", address: ["4 Vat Lane", "Northport"],
            postcode: "NS1 2AB", full: .init(
                kind: PublicEntry.Kind.allCases[number % 3], status: number % 2 == 0 ? .inForce : .complied, served: served, entered: served.adding(days: 22),
                changed: served.adding(days: 30), complyBy: served.adding(days: 60), complied: number % 2 == 0 ? nil : served.adding(days: 50),
                retainUntil: served.adding(months: 36), uprn: UPRN(100_091_234_560 + Int64(number)), place: Place(latitude: 54.5 + Double(number) / 100, longitude: -1.1),
                premisesType: PremisesType.allCases[number], area: "Area \(number)", substance: "Vat number \(number).", more: "More \(number).",
                events: [.init(day: served, words: "Served")]))
    }

    private func others(_ count: Int = 30) -> [PublicEntry] { SampleRegister.entries(count, seed: 12, on: Self.day).filter { $0.full != nil } }

    private static let paths = [
        "/register", "/register?words=sauce", "/register?sort=-served", "/register?sort=changed", "/register?extent=three-particulars", "/register/map", "/register/statistics",
        "/register/statistics?words=sauce", "/register/N-77", "/register/N-77/editions/1", "/register/N-77/proof", "/register/changes.atom", "/register/catalogue.ttl",
        "/register/api/v1/notices", "/register/api/v1/notices/N-77", "/register/api/v1/notices/N-77/editions", "/register/api/v1/notices/N-77/proof", "/register/api/v1/facets",
        "/register/api/v1/statistics", "/register/api/v1/notices?year=not-shown&type=not-shown&status=not-shown&area=not-shown&premises=not-shown",
    ] + RegisterFile.allCases.flatMap { ["/register/export/\($0.name)", "/register/export/\($0.name)?words=sauce"] }

    @Test(arguments: paths) func `nothing that is read depends on what is withheld`(_ path: String) async throws {
        let answers = try await (1...5).asyncMap { number -> TestBrowser.Reply in
            var interim = entry(number)
            interim.full = nil
            return try await RegisterWorld(others() + [interim]).site().get(path)
        }
        #expect(answers.allSatisfy { $0.status == 200 && $0.bytes == answers[0].bytes && $0["ETag"] == answers[0]["ETag"] })
        let text = try await RegisterWorld([interimEntry]).site().get(path).text
        for secret in ["2025", "2024", "enforcement notice", "Vat number", "UPRN", "Until remedied"] where path.contains("N-77") && !path.contains("proof") {
            #expect(!text.lowercased().contains(secret.lowercased()), "\(secret)")
        }
    }

    private var interimEntry: PublicEntry {
        var interim = entry(1)
        interim.full = nil
        return interim
    }

    @Test func `an entry has no members but its three particulars, and what names it`() async throws {
        let reply = try await RegisterWorld([interimEntry]).site().get("/register/api/v1/notices/N-77")
        let object = try #require(JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
        #expect(Set(object.keys) == ["key", "reference", "edition", "extent", "articles", "persons", "premises", "address", "postcode", "events", "page"])
        #expect((object["events"] as? [Any])?.isEmpty == true)
    }

    @Test func `it counts as not shown under every side that would tell what is withheld`() {
        let register = Register(RegisterContents(service: "Northshire", version: RegisterVersion(day: Self.day, size: 1, since: .inBritain(Self.day, hour: 8)), entries: [interimEntry]))
        for counts in register.answer(RegisterQuery()).facets where [.type, .status, .premises, .area, .year].contains(counts.facet) {
            #expect(counts.values.filter { $0.count > 0 }.map(\.key) == [Facet.notShown], "\(counts.facet)")
        }
        let statistics = RegisterStatistics([interimEntry])
        #expect(statistics.total == 1 && statistics.withheld == 1 && statistics.years.isEmpty && statistics.compliance.count == 0)
    }

    @Test func `it stands last in every order that goes by a day, whichever way round`() {
        let register = Register(RegisterContents(
            service: "Northshire", version: RegisterVersion(day: Self.day, size: 1, since: .inBritain(Self.day, hour: 8)), entries: [interimEntry] + others()))
        for sort in [nil, .served, .changed, .comply, .area] as [RegisterQuery.Sort?] {
            for isDescending in [false, true] where sort != nil || !isDescending {
                var query = RegisterQuery()
                (query.sort, query.isDescending) = (sort, isDescending)
                let entries = register.entries(query)
                #expect(entries.last == interimEntry || sort == .comply && entries.last?.complyBy == nil || sort == .area && entries.last?.area == nil, "\(sort?.rawValue ?? "")")
            }
        }
    }

    @Test func `what another service sends beyond three particulars is not taken over`() throws {
        var json = JSONText()
        json.entry(entry(1), at: "https://a.example")
        let text = String(decoding: json.bytes, as: UTF8.self).replacing("\"extent\":\"full\"", with: "\"extent\":\"three-particulars\"")
        let harvest = try Harvest(Array(text.utf8), from: WebAddress("https://a.example/datapackage.json")!)
        #expect(harvest.entries.count == 1 && harvest.entries[0].full == nil && harvest.entries[0].premises == "Sauce Works")
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var all: [T] = []
        for element in self { all.append(try await transform(element)) }
        return all
    }
}
