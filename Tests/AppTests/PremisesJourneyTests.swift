@testable import App
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// Premises as people keep them on pages, on 15 April 2026.
struct PremisesJourneyTests {
    @Test(arguments: Engine.allCases)
    func `an officer registers premises, names who answers for them, and merges a duplicate`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "WM Adeyemi", .reader, .officer) { browser in
                #expect(try await browser.get("/premises").text.contains("No premises are on record yet."))
                _ = try await browser.get("/premises/new")
                let refused = try await browser.post("/premises", ["name": "<House>", "type": "", "postcode": "nowhere"])
                #expect(refused.status == 422 && refused.text.contains("&lt;House&gt;") && refused.text.contains("href=\"#type\"") && refused.text.contains("href=\"#postcode\""))
                let made = try await browser.post("/premises", [
                    "name": "Harbour <House>", "address": "1 Quay Street\r\nWestmere", "postcode": "nr12ab", "type": "care-home", "sleeping": "yes", "area": "Westmere",
                ])
                #expect(made.location == "/premises/P-1", "\(made.text)")
                #expect(try await browser.post("/duty-holders", ["kind": "company", "name": "Harbour Homes Ltd", "contact": "Ms Contact"]).location == "/duty-holders/1")
                let address = try await browser.post("/duty-holders/1/addresses", ["address": "9 Office Road", "kind": "registered-office", "from": "2019-01-01"])
                #expect(address.location == "/duty-holders/1#addresses")
                let named = try await browser.post("/premises/P-1/responsible", ["holder": "Harbour Homes Ltd (1)", "capacity": "owner", "from": "2019-04-01"])
                #expect(named.location == "/premises/P-1#responsible")
                for holder in ["1", "harbour+homes+ltd", "Harbour+Homes+Ltd+%281%29"] {
                    let theirs = try await browser.get("/premises?holder=\(holder)").text
                    #expect(theirs.contains("1 premises that") && theirs.contains("value=\"Harbour Homes Ltd (1)\""), "\(holder)")
                }
                let page = try await browser.get("/premises/P-1").text
                for words in ["Harbour &lt;House&gt;", "1 Quay Street<br>Westmere<br>NR1 2AB", "9 Office Road", "<span class=\"why\">Article 3</span>", "Name who answers for it"] {
                    #expect(page.contains(words), "\(words)")
                }
                #expect(try await browser.get("/premises/P-1?on=2026-04-14").status == 404, "it was not on record")
                _ = try await browser.post("/premises", ["name": "Harbour Hse", "type": "care-home", "postcode": "NR1 2AB"])
                #expect(try await browser.get("/premises/P-2/merger").text.contains("<option value=\"P-1\">"), "what stands at the same postcode is offered")
                #expect(try await browser.post("/premises/P-2/merger", ["into": "P-1", "because": "", "version": "1"]).status == 422)
                #expect(try await browser.post("/premises/P-2/merger", ["into": "P-1", "because": "One building", "version": "1"]).location == "/premises/P-2")
                #expect(try await browser.get("/premises/P-2").text.contains("It counts as <a href=\"/premises/P-1\">"))
                #expect(try await browser.get("/premises/P-1").text.contains("Merged into it"))
                #expect(try await browser.get("/premises").text.contains("/premises/P-2\"") == false)
                #expect(try await browser.get("/premises?merged=yes").text.contains("/premises/P-2\""))
                #expect(try await browser.post("/premises/P-2/parting").status == 303)
                let history = try await browser.get("/premises/P-2/history").text
                for sentence in ["WM Adeyemi merged the premises into P-1.", "Because: One building", "WM Adeyemi parted the premises from P-1."] { #expect(history.contains(sentence), "\(sentence)") }
                _ = try await browser.post("/premises/P-1/edit", ["name": "First", "type": "care-home", "version": "1"])
                let late = try await browser.post("/premises/P-1/edit", ["name": "Second", "type": "care-home", "version": "1"])
                #expect(late.status == 409 && late.text.contains("As it stands now") && late.text.contains("value=\"Second\""))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees who answers, and neither where they are served nor how they are reached`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let gazetteer = Gazetteer()
                let premises = try gazetteer.register(NewPremises(name: "Harbour House", type: .shop), work)
                let holder = try gazetteer.register(NewDutyHolder(kind: .person, name: "A. Person", email: "a.person@home.example", phone: "01632 960001"), work)
                try gazetteer.add(NewServiceAddress(kind: .home, lines: ["7 Private Road"], from: Day(2020, 1, 1)!), to: holder, work)
                try gazetteer.name(NewResponsibility(holder: "1", capacity: .owner, from: Day(2020, 1, 1)!), for: premises, work)
            }
            let account = try await world.account("P. Reader", .reader)
            let secret = try await world.secret(for: account, scopes: ["premises:read"])
            let browser = try await world.browser(of: "P. Reader")
            let program = Browser(world.muster.site)
            program.authorization = "Bearer \(secret)"
            let answers = [
                try await browser.get("/premises").text, try await browser.get("/premises/P-1").text, try await browser.get("/premises/P-1/history").text,
                try await browser.get("/duty-holders").text, try await browser.get("/duty-holders/1").text, try await browser.get("/premises/export/csv").text,
                try await program.get("/api/v1/premises").text, try await program.get("/api/v1/premises/P-1").text, try await program.get("/api/v1/duty-holders/1").text,
            ]
            for answer in answers {
                #expect(answer.contains("A. Person"))
                for private_ in ["7 Private Road", "a.person@home.example", "01632 960001"] { #expect(!answer.contains(private_), "\(private_)") }
            }
            #expect(try await browser.get("/duty-holders/1/history").status == 403)
            #expect(try await program.get("/api/v1/duty-holders/1/history").status == 403)
            #expect(try await program.get("/api/v1/duty-holders/1/addresses/1").status == 403)
            for deed in ["Register premises", ">Edit<", "Merge", "Name who answers"] { #expect(!answers[1].contains(deed), "a reader is offered “\(deed)”") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a long list is walked page by page, narrowed, sorted and taken away`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                for number in 101...220 {
                    try Gazetteer().register(NewPremises(name: "House \(number)", area: number % 2 == 0 ? "North" : "South", type: number % 3 == 0 ? .hotel : .shop), work)
                }
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                func names(_ text: String) -> [Int] { text.matches(of: />House (\d+)<\/a>/).map { Int($0.1)! } }
                func link(_ relation: String, _ text: String) -> String? {
                    (try? Regex("rel=\"\(relation)\" href=\"([^\"]+)\"").firstMatch(in: text)?.output[1].substring).map { String($0).replacing("&amp;", with: "&") }
                }
                var (text, walked, ways) = (try await browser.get("/premises?sort=-name").text, [Int](), [String]())
                while true {
                    walked += names(text)
                    guard let next = link("next", text) else { break }
                    ways.append(next)
                    text = try await browser.get(next).text
                }
                #expect(walked == (101...220).reversed() && ways.count == 2)
                let back = try #require(link("prev", text))
                #expect(names(try await browser.get(back).text) == Array((121...170).reversed()), "back from the last page is the one before")
                let narrow = try await browser.get("/premises?type=hotel&area=North").text
                #expect(narrow.contains("20 premises") && names(narrow).count == 20 && names(narrow).allSatisfy { $0 % 6 == 0 })
                #expect(try await browser.get("/premises?type=nonsense&area=Nowhere&sort=z&after=x&holder=9999").status == 200)
                let nobody = try await browser.get("/premises?holder=Nobody+Ltd").text
                #expect(nobody.contains("“Nobody Ltd” is no duty holder on record") && names(nobody).isEmpty)
                #expect(try await browser.get("/premises/export/csv?type=hotel&area=North").text.split(separator: "\r\n").count == 21)
                #expect(try await browser.get("/premises/export/xlsx").bytes.starts(with: Array("PK".utf8)))
                #expect(try await browser.get("/premises/export/pdf").status == 404)
            }
        }
    }
}
