@testable import App
import HTTPTypes
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Premises as a program keeps them, on 15 April 2026.
struct PremisesAPITests {
    @Test(arguments: Engine.allCases)
    func `a program keeps premises and who answers for them`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("WM Adeyemi", .reader, .officer)
            let secret = try await world.secret(for: account, scopes: ["premises:read", "premises:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                func made(_ path: String, _ json: String, _ status: Int = 201) async throws -> JSONNode {
                    let answer = try await browser.send("/api/v1/\(path)", json: json)
                    #expect(answer.status == status, "\(path): \(answer.text)")
                    return try JSONReader.read(answer.bytes)
                }
                let house = try await made("premises", #"{"name":"Harbour House","type":"care-home","address":["1 Quay Street"],"postcode":"nr12ab","latitude":52.5,"longitude":1.25,"storeys":3,"sleeping":"yes"}"#)
                #expect(house["premises"]?["reference"] == "P-1" && house["premises"]?["postcode"] == "NR1 2AB" && house["premises"]?["place"]?["latitude"] == .number(52.5))
                _ = try await made("premises", #"{"name":"Harbour Hse","type":"care-home"}"#)
                _ = try await made("duty-holders", #"{"kind":"company","name":"Harbour Homes Ltd","companyNumber":"1234567"}"#)
                _ = try await made("duty-holders/1/addresses", #"{"kind":"registered-office","address":["9 Office Road","Westmere"],"from":"2019-01-01"}"#)
                let named = try await made("premises/P-2/responsible", #"{"holder":"1","capacity":"owner","from":"2019-04-01"}"#)
                #expect(named["provision"] == "article 3" && named["addresses"]?.members.first?["address"]?.members == ["9 Office Road", "Westmere"])
                #expect(try await made("premises/P-2/merger", #"{"into":"P-1","because":"One building"}"#, 200)["premises"]?["mergedInto"] == "P-1")
                let whole = try JSONReader.read(try await browser.get("/api/v1/premises/P-1").bytes)
                #expect(whole["merged"]?.members == ["P-2"] && whole["answering"]?.members.first?["name"] == "Harbour Homes Ltd")
                #expect(try await made("premises/P-2/parting", "{}", 200)["premises"]?["mergedInto"] == nil)
                let list = try await browser.get("/api/v1/premises?sort=-name&limit=1")
                let next = try #require(try JSONReader.read(list.bytes)["next"]?.text)
                #expect(try JSONReader.read(list.bytes)["items"]?.members.map { $0["reference"] } == ["P-2"])
                #expect(try JSONReader.read(try await browser.get(next).bytes)["items"]?.members.map { $0["reference"] } == ["P-1"])
                #expect(try await browser.get("/api/v1/duty-holders?name=harb").text.contains("01234567"))
                #expect(try await browser.get("/api/v1/premises/P-1/history").text.contains("registered the premises"))
                for (path, code) in [("premises/P-9", "premises-not-found"), ("premises/P-1?on=2026-04-14", "premises-not-known-then"), ("duty-holders/9", "duty-holder-not-found"), ("premises/P-1/responsible/9", "responsibility-not-found"), ("duty-holders/1/addresses/9", "service-address-not-found")] {
                    #expect(try await browser.get("/api/v1/\(path)").text.contains(code), "\(path)")
                }
            }
        }
    }
}
