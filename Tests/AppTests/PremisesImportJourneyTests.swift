@testable import App
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// A file of premises as people take it on pages and programs send it, on 15 April 2026.
struct PremisesImportJourneyTests {
    static let csv = """
        Site,Title,Kind,X,Y,Post code
        A1,Harbour <House>,care home,623100,308600,nr1 1aa
        A2,Quay Stores,shop,623110,308610,NR1 1AB
        A3,Mill,spaceship,,,

        """

    @Test(arguments: Engine.allCases)
    func `a manager sends a file, matches its columns, looks, and takes it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                _ = try await browser.get("/premises/import")
                #expect(try await browser.upload("/premises/import", file: "file", named: "x.pdf", Array("%PDF-1.7 x".utf8)).status == 415)
                let sent = try await browser.upload("/premises/import", file: "file", named: "sites.csv", Array(Self.csv.utf8))
                let address = try #require(sent.location, "\(sent.text)")
                let asked = try await browser.get(address).text
                #expect(asked.contains("No column holds a reference or a UPRN"))
                func fields(_ deed: String) -> KeyValuePairs<String, String> {
                    [
                        "column-0": "reference", "column-1": "name", "column-2": "type", "column-3": "easting", "column-4": "northing", "column-5": "postcode",
                        "deed": deed, "usual-type": "",
                    ]
                }
                #expect(try await browser.post(address, fields("columns")).location == address)
                let page = try await browser.get(address).text
                for words in ["3 rows: 2 added, 0 changed, 0 unchanged.", "spaceship", "Harbour &lt;House&gt;", "leaving what is doubtful open"] { #expect(page.contains(words), "\(words)") }
                let refused = try await browser.post(address, fields("take"))
                #expect(refused.status == 422 && refused.text.contains("Row 4, Kind"))
                #expect(try await browser.post(address, fields("leave")).location == "/premises/import")
                #expect(try await browser.post(address, fields("leave")).status == 404, "it is taken once")
                #expect(try await browser.get("/premises/import").text.contains("sites.csv"))
                #expect(try await browser.get("/premises/A1").text.contains("sites.csv"))
                #expect(try await browser.get("/premises?words=harb").text.contains("href=\"/premises/A1\""))
                #expect(try await browser.get("/premises?words=nothing").text.contains("No premises have words that begin so."))
                #expect(try await browser.get("/premises/search?words=nr11").text.contains("\"reference\":\"A2\""))
                let again = try await browser.upload("/premises/import", file: "file", named: "again.csv", Array("reference,name\nA2,Quay Store\n".utf8))
                let second = try #require(again.location)
                let looked = try await browser.get(second).text
                for words in ["1 on record is not in the file and stays as it is.", "Otherwise than on record", "Quay Stores</td>", "Quay Store</td>"] { #expect(looked.contains(words), "\(words)") }
                #expect(try await browser.get("/premises/import").text.contains("href=\"\(second)\""), "what was sent and not taken is found again")
                #expect(try await browser.post(second + "/discard").location == "/premises/import")
                #expect(try await browser.get(second).status == 404)
                let broken = try await browser.upload("/premises/import", file: "file", named: "broken.csv", Array("reference,name\nA2,\"Quay\nA3,Mill\n".utf8))
                if let third = broken.location {
                    let page = try await browser.get(third)
                    #expect(page.status == 200 && page.text.contains("quotation mark") && page.text.contains("\(third)/discard"), "\(page.text)")
                    #expect(try await browser.post(third + "/discard").location == "/premises/import")
                } else {
                    #expect(broken.text.contains("quotation mark"))
                }
            }
            try await world.browsing(as: "WM Adeyemi", .reader, .officer) { browser in
                for (choices, isFound) in [("words=quay&type=shop", true), ("words=quay&type=care-home", false), ("words=harb&type=care-home", true)] {
                    let (page, table) = (try await browser.get("/premises?\(choices)").text, try await browser.get("/premises/export/csv?\(choices)").text)
                    #expect(page.contains("have words that begin so") == !isFound && table.split(separator: "\r\n").count == (isFound ? 2 : 1), "\(choices)")
                }
                let (form, found) = (try await browser.get("/premises/import"), try await browser.get("/premises?words=quay"))
                #expect(form.status == 403 && found.text.contains("Quay Stores"))
            }
            #expect(try await world.desk.read { try FullCheck.make($0, of: records) }.departures == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program sends a file and proves a row`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            let secret = try await world.secret(for: account, scopes: ["premises:read", "premises:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                let refused = try await browser.send("/api/v1/premises-imports?name=sites.csv&match=reference%3DSite%3Bname%3DTitle", bytes: Array(Self.csv.utf8))
                #expect(refused.status == 422 && refused.text.contains("rows-doubtful"), "\(refused.text)")
                let sent = try await browser.send(
                    "/api/v1/premises-imports?name=sites.csv&leaveOpen=yes&match=reference%3DSite%3Bname%3DTitle%3Btype%3DKind", bytes: Array(Self.csv.utf8))
                #expect(sent.status == 201 && sent.text.contains("\"added\":2"), "\(sent.text)")
                #expect(try await browser.get("/api/v1/premises-imports").text.contains("sites.csv"))
                #expect(try await browser.get("/api/v1/premises-search?words=quay").text.contains("A2"))
                #expect(try await browser.get("/api/v1/premises/A2/proof").text.contains("Quay Stores"))
            }
        }
    }
}
