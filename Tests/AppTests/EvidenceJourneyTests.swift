@testable import App
import ArgumentParser
import Foundation
import HTTPTypes
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Evidence as people put it there, look at it and take it back, on 15 April 2026.
struct EvidenceJourneyTests {
    private static let paper = Array("%PDF-1.7\nrota".utf8)

    private func planning(_ engine: Engine, _ body: @escaping @Sendable (AppWorld) async throws -> Void) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                _ = try People().findOrAdd(name: "GM Halloran", work)
                let plans = Plans()
                let plan = try plans.begin(NewPlan(
                    reference: Reference("cover"), title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try plans.add(NewFinding(kind: .gap, text: "Cover is not clear", since: Day(2026, 1, 1)!), to: plan, work)
                let action = try plans.add(NewAction(text: "Publish the rota", owners: ["GM Halloran"], due: Day(2026, 6, 1)!, since: Day(2026, 1, 1)!), to: finding, of: plan, work)
                try plans.complete(action, of: plan, NewCompletion(on: Day(2026, 4, 1)!), work)
            }
            try await body(world)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner sends a file, and what was a claim is shown`(_ engine: Engine) async throws {
        try await planning(engine) { world in
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                let page = try await browser.get("/plans/cover/actions/1.1").text
                #expect(page.contains("It is said to be done, and nothing that holds on this day shows it."))
                #expect(page.contains("Said to be done, nothing shows it, done on 1 April 2026, 61 days early, not yet verified."))
                #expect(try await browser.get("/plans/cover?evidence=bare").text.contains("Showing all 1 action"))
                let sent = try await browser.upload(
                    "/plans/cover/actions/1.1/evidence", ["shows": "The <b>rota</b>", "through": "2026-04-20"], file: "file", named: "rota.html", Self.paper)
                #expect(sent.status == 303 && sent.location == "/plans/cover/actions/1.1#evidence")
                let after = try await browser.get("/plans/cover/actions/1.1").text
                #expect(after.contains("The &lt;b&gt;rota&lt;/b&gt;") && after.contains("rota.html.pdf") && after.contains("Still shows it"))
                #expect(after.contains("Blue") || after.contains("Done on 1 April 2026"))
                #expect(!after.contains("nothing that holds on this day shows it"))
                let file = try await browser.get("/plans/cover/evidence/1/file")
                #expect(file.bytes == Self.paper && file.type == "application/pdf")
                #expect(try await browser.get("/plans/cover?evidence=bare").text.contains("No action fits these choices."))
                #expect(try await browser.get("/plans/cover/export/csv").text.contains("The <b>rota</b> (rota.html.pdf)"))

                #expect(try await browser.post("/plans/cover/actions/1.1/evidence/1/looks").status == 303)
                world.clock.set(.inBritain(Day(2026, 4, 21)!, hour: 9))
                try await browser.signIn("gmhalloran@northshire.example", AppWorld.password)
                #expect(try await browser.get("/plans/cover/actions/1.1").text.contains("Ran out"))
                let refused = try await browser.post("/plans/cover/actions/1.1/evidence/1/looks")
                #expect(refused.status == 422 && refused.text.contains("It held until 20 April 2026. Say until when it holds now."))
                #expect(try await browser.post("/plans/cover/actions/1.1/evidence/1/looks", ["through": "2026-12-31"]).status == 303)
                #expect(try await browser.post("/plans/cover/actions/1.1/evidence/1/withdrawal", ["because": ""]).status == 422)
                #expect(try await browser.post("/plans/cover/actions/1.1/evidence/1/withdrawal", ["because": "A draft"]).status == 303)
                let taken = try await browser.get("/plans/cover/actions/1.1").text
                #expect(taken.contains("Taken back: A draft") && taken.contains("nothing that holds on this day shows it"))
                #expect(taken.contains("attached the file “rota.html.pdf”") && taken.contains("took back evidence for action 1.1"))
            }
            #expect(try await world.verbs().suffix(5) == [
                "attached the file", "added evidence for the action", "looked at evidence for the action: it still shows it",
                "looked at evidence for the action: it still shows it", "took back evidence for the action",
            ])
        }
    }

    @Test func `what is refused comes back with what was written, and nothing is kept`() async throws {
        try await planning(.sqlite) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                for path in ["/plans/cover/actions/1.1/evidence", "/plans/cover/findings/1/evidence"] {
                    _ = try await browser.get("/plans/cover/actions/1.1")
                    let page = try await browser.upload(path, ["shows": "What I wrote"], file: "file", named: "a.pdf", Array("<script>alert(1)</script>".utf8))
                    #expect(page.status == 415 && page.text.contains("What I wrote") && page.text.contains("is not a kind of file that is kept here"))
                    let large = try await browser.upload(path, ["shows": "What I wrote"], file: "file", named: "a.pdf", Array(repeating: 65, count: 25 << 20 + 1))
                    #expect(large.status == 413 && large.text.contains("What I wrote") && large.text.contains("“a.pdf” is larger than 25 MB"))
                    let none = try await browser.post(path, ["shows": "What I wrote", "link": "javascript:alert(1)"])
                    #expect(none.status == 422 && none.text.contains("What I wrote") && none.text.contains("beginning with https://"))
                    let both = try await browser.upload(path, ["shows": "x", "link": "https://a.example"], file: "file", named: "a.pdf", Self.paper)
                    #expect(both.status == 422 && both.text.contains("Give one thing at a time"))
                }
                #expect(try await world.desk.read { try $0.count(Kernel.Attachment.self) } == 0)
                _ = try await world.desk.write(by: .operator) { work in
                    let plan = try work.session.plan("cover")
                    return try Plans().measure(work.session.finding("1", in: plan), of: plan, by: NewMeasure(title: "Nights <covered>", unit: "per cent", threshold: Quantity(95), since: Day(2026, 1, 1)), work)
                }
                let form = try await browser.get("/plans/cover/findings/1").text
                #expect(form.contains("<optgroup label=\"Measures of this plan\"><option value=\"measure/1\"") && form.contains("<optgroup label=\"Plans\"><option value=\"plan/1\""))
                #expect(!form.contains("<option value=\"action/1\"") && Strict.faults(in: form).isEmpty)
                let added = try await browser.post("/plans/cover/findings/1/evidence", ["shows": "The plan", "record": "plan/1"])
                #expect(added.location == "/plans/cover/findings/1#evidence")
                let finding = try await browser.get("/plans/cover/findings/1").text
                #expect(finding.contains("<a href=\"/plans/cover\">Night cover</a>"))
                #expect(try await browser.get("/plans/cover/evidence/1/file").status == 404)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/plans/cover/actions/1.1").text
                #expect(!page.contains("Add evidence"))
                #expect(try await browser.post("/plans/cover/actions/1.1/evidence", ["shows": "x", "link": "https://a.example"]).status == 403)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an update carries a photograph, which is evidence of what it says`(_ engine: Engine) async throws {
        try await planning(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("cover")
                try Plans().reopen(work.session.action("1.1", in: plan), of: plan, work)
            }
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                _ = try await browser.get("/plans/cover/actions/1.1")
                let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("JFIF".utf8)
                for (path, next) in [("updates", "/plans/cover/actions/1.1"), ("updates/new", "/work")] {
                    let refused = try await browser.upload("/plans/cover/actions/1.1/\(path)", ["narrative": "The board is up"], file: "photo", named: "a.jpg", Array("<svg/>".utf8))
                    #expect(refused.status == 415 && refused.text.contains("The board is up") && refused.text.contains("is not a kind of file that is kept here"))
                    let sent = try await browser.upload("/plans/cover/actions/1.1/\(path)", ["narrative": "The board is up"], file: "photo", named: "IMG 1.JPG", picture)
                    #expect(sent.status == 303 && sent.location == next, "\(path): \(sent.status)")
                    #expect(try await browser.post("/plans/cover/actions/1.1/\(path)", ["narrative": "And without one"]).status == 303)
                }
                let page = try await browser.get("/plans/cover/actions/1.1").text
                #expect(page.contains("IMG 1.JPG") && page.contains("Picture, 8 bytes"))
                #expect(try await browser.get("/plans/cover/evidence/2/file").bytes == picture)
            }
            let kept = try await world.desk.read { session in try (session.count(Evidence.self), session.count(ProgressUpdate.self)) }
            #expect(kept == (2, 4))
            #expect(try await world.verbs().suffix(4) == ["updated the action", "attached the file", "added evidence for the action", "updated the action"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program sends a file, looks and takes back`(_ engine: Engine) async throws {
        try await planning(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            let secret = try await world.secret(for: account, scopes: ["plans:read", "plans:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                let root = "/api/v1/plans/cover"
                let sent = try await browser.send("\(root)/actions/1.1/evidence/files?name=rota.pdf&shows=The%20rota", bytes: Self.paper)
                #expect(sent.status == 201, "\(sent.text)")
                let piece = try JSONReader.read(sent.bytes)
                #expect(piece["file"]?["name"] == "rota.pdf" && piece["file"]?["sha256"]?.text == Hash(of: Self.paper).description && piece["holds"] == true)
                #expect(try await browser.get("\(root)/evidence/1/file").bytes == Self.paper)
                #expect(try await browser.send("\(root)/findings/1/evidence/files?name=a.pdf&shows=x", bytes: Array("MZ\0".utf8)).status == 415)
                #expect(try await browser.send("\(root)/findings/1/evidence", json: #"{"shows":"The plan","record":"plan/1"}"#).status == 201)
                #expect(try await browser.send("\(root)/evidence/1/looks", json: "{}").status == 201)
                let taken = try await browser.send("\(root)/evidence/1/withdrawal", json: #"{"because":"A draft"}"#)
                #expect(try JSONReader.read(taken.bytes)["takenBackBecause"] == "A draft")
                let list = try JSONReader.read(try await browser.get("\(root)/evidence").bytes)
                #expect(list["items"]?.members.map { $0["holds"] } == [false, true])
                let action = try JSONReader.read(try await browser.get("\(root)/actions/1.1").bytes)
                #expect(action["standing"]?["colour"] == "amber" && action["evidence"]?.members.count == 1)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an operator does the same from the command line`(_ engine: Engine) async throws {
        try await planning(engine) { world in
            let folder = try TestStore.folder()
            try Data(Self.paper).write(to: URL(fileURLWithPath: folder + "/rota.pdf"))
            func run(_ words: String...) async throws {
                guard var command = try EvidenceCommand.parseAsRoot(words) as? any AsyncParsableCommand else { return }
                try await Operating.$surroundings.withValue(.init(naming: naming)) {
                    try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command.run() }
                }
            }
            try await run("add", "cover", "1.1", "--shows", "The rota", "--file", folder + "/rota.pdf", "--through", "2026-12-31")
            try await run("add", "cover", "1", "--finding", "--shows", "The plan", "--record", "plan/1", "--json")
            try await run("list", "cover")
            try await run("list", "cover", "--of", "1.1", "--json")
            try await run("look", "cover", "1", "--through", "2027-01-31")
            try await run("save", "cover", "1", "--output", folder + "/again.pdf")
            #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/again.pdf"))) == Self.paper)
            #expect(try await refusal { try await run("save", "cover", "1", "--output", folder + "/again.pdf") }?.code == "file-not-writable")
            #expect(try await refusal { try await run("save", "cover", "2", "--output", folder + "/x") }?.code == "evidence-is-no-file")
            #expect(try await refusal { try await run("add", "cover", "1.1", "--shows", "x", "--file", folder + "/none.pdf") }?.code == "file-not-readable")
            #expect(try await refusal { try await run("withdraw", "cover", "1") }?.code == "fields-need-attention")
            try await run("withdraw", "cover", "1", "--because", "A draft")
            #expect(try await world.verbs().suffix(5) == [
                "attached the file", "added evidence for the action", "added evidence for the finding",
                "looked at evidence for the action: it still shows it", "took back evidence for the action",
            ])
        }
    }
}
