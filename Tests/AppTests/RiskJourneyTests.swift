@testable import App
import Inspections
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// The risk method and scores by their pages, as a manager, an officer and a reader use them. It is 15 April 2026.
struct RiskJourneyTests {
    @Test(arguments: Engine.allCases)
    func `a manager drafts a method, tries it beside the one in force and adopts it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                for (name, type) in [("Quay Stores", PremisesType.shop), ("Harbour House", .careHome), ("<Mill>", .factory)] { try Gazetteer().register(NewPremises(name: name, type: type), since: Day(2020, 1, 1)!, work) }
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/risk").text.contains("No edition of the risk method is adopted yet"))
                #expect(try await browser.get("/risk/methods").text.contains("There is no edition yet."))
                #expect(try await browser.get("/risk/scores").status == 404)
                _ = try await browser.get("/risk/methods/new")
                let broken = try await browser.post("/risk/methods", ["method": "{\"edition\": "])
                #expect(broken.status == 422 && broken.text.contains("It is no JSON."))
                let unfair = RiskMethodFile.text(.plain("2026")).replacing("\"fact\" : \"type\"", with: "\"fact\" : \"ethnicity\"")
                let refused = try await browser.post("/risk/methods", ["method": unfair])
                #expect(refused.status == 422 && refused.text.contains("protected characteristic (race, section 4 of the Equality Act 2010)"))
                #expect(try await browser.post("/risk/methods", ["method": RiskMethodFile.text(.plain("2026"))]).location == "/risk/methods/1")
                #expect(try await browser.get("/risk/methods/1/file").text == RiskMethodFile.text(.plain("2026")))
                #expect(try await browser.post("/risk/methods/1/adoption", ["on": "2020-01-01", "version": "7"]).text.contains("Someone else changed this since you opened it"))
                #expect(try await browser.post("/risk/methods/1/adoption", ["on": "2020-01-01", "version": "1"]).status == 303)
                #expect(try await browser.post("/risk/methods/1/edit", ["method": RiskMethodFile.text(.plain("2027")), "version": "2"]).text.contains("stays as it is"))
                let page = try await browser.get("/risk").text
                #expect(page.contains("Never audited") && page.contains("/risk/scores?band=high"))
                #expect(try await browser.post("/risk/methods", ["method": RiskMethodFile.text(.plain("2027", points: 5))]).location == "/risk/methods/2")
                let compared = try await browser.get("/risk/comparison?before=1&after=2").text
                #expect(compared.contains("3 of 3 premises move band") && compared.contains("Type: 20 to 5") && compared.contains("&lt;Mill&gt;") && !compared.contains("<Mill>"))
                #expect(try await browser.get("/risk/comparison?before=1&after=2&from=high&to=low&reason=type").text.contains("3 premises, those whose score differs most first."))
                #expect(try await browser.get("/risk/comparison?before=1&after=2&reason=none").text.contains("Nobody fits these choices."))
                #expect(try await browser.get("/risk/comparison/export/csv?before=1&after=2").text.contains("Type: 20 to 5"))
                #expect(try await browser.get("/risk/scores/export/csv").text.contains("Harbour House"))
                for path in ["/risk/scores/export/xlsx", "/risk/comparison/export/xlsx?before=1&after=2", "/risk/methods/1", "/risk/methods", "/risk/scores?band=high&due=never&sort=-score", "/risk/scores?band=none", "/risk/back-test"] {
                    #expect(try await browser.get(path).status == 200, "\(path)")
                }
                #expect(try await browser.get("/risk/comparison/export/csv?before=1&after=1").status == 404)
                #expect(try await browser.get("/risk?on=2019-06-30").text.contains("No edition of the risk method was in force on this day."))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an officer marks premises and notes what was found, and the score follows with its arithmetic`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                try Gazetteer().register(NewPremises(name: "Quay Stores", type: .shop), since: Day(2020, 1, 1)!, work)
                try Risk().adopt(Risk().add(.plain("2026"), work), on: Day(2020, 1, 1)!, work)
            }
            try await world.browsing(as: "WM Adeyemi", .reader, .officer) { browser in
                let first = try await browser.get("/risk/premises/P-1").text
                #expect(first.contains("80 × (20 + 0) ÷ 100 = 16</b>") && first.contains("Unknown counts as poor.") && first.contains("Never audited."))
                #expect(try await browser.get("/risk/premises/P-1/markers/new").text.contains("Listed building"))
                #expect(try await browser.post("/risk/premises/P-1/markers", ["marker": "listed", "since": "2026-04-01", "why": "On the list"]).location == "/risk/premises/P-1#markers")
                _ = try await browser.get("/risk/premises/P-1/compliance/new")
                #expect(try await browser.post("/risk/premises/P-1/compliance", ["on": "2026-05-01", "level": "2", "source": "x"]).status == 422)
                #expect(try await browser.post("/risk/premises/P-1/compliance", ["on": "2025-05-01", "level": "5", "source": "A file"]).status == 303)
                let page = try await browser.get("/risk/premises/P-1").text
                #expect(page.contains("80 × (20 + 10) ÷ 100 = 24") && page.contains("halves that to 12 months") && page.contains("Level 5, found on 1 May 2025"))
                #expect(page.contains("1 May 2026"))
                #expect(try await browser.get("/premises/P-1").text.contains("Score 24, with its arithmetic"), "the page of the premises tells of it")
                #expect(try await browser.get("/risk/premises/P-1?on=2026-03-31").text.contains("80 × (20 + 0) ÷ 100 = 16"))
                _ = try await browser.get("/risk/premises/P-1/compliance/1/retraction")
                #expect(try await browser.post("/risk/premises/P-1/compliance/1/retraction", ["why": "Of the shop next door"]).status == 303)
                _ = try await browser.get("/risk/premises/P-1/markers/1/ending")
                #expect(try await browser.post("/risk/premises/P-1/markers/1/ending", ["on": "2026-04-15", "why": "Taken off the list"]).status == 303)
                let last = try await browser.get("/risk/premises/P-1").text
                #expect(last.contains("80 × (20 + 0) ÷ 100 = 16") && last.contains("Struck out") && last.contains("Taken off"))
                #expect(try await browser.get("/risk/methods/new").status == 403)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/risk/premises/P-1").text
                #expect(!page.contains("Put a marker"))
                #expect(try await browser.get("/risk/premises/P-1/markers/new").status == 403)
            }
        }
    }
}
