@testable import App
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import People
import Plans
import Premises
import Register
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

struct APITests {
    /// The example service with a token that may do everything its person may.
    private func programming(_ engine: Engine, _ body: @escaping @Sendable (AppWorld, Browser) async throws -> Void) async throws {
        try await AppWorld.withExample(engine) { world in
            let today = world.clock.clock.today
            let secret = try await world.desk.write(by: .operator) { work in
                var fields = Fields(["name": ["checker"], "scope": scopes.map(\.scope.rawValue)])
                let new = NewProgramToken(reading: &fields, offered: scopes, today: today)
                try fields.finish()
                return try People().makeToken(new, for: Accounts(work.session).get(email: ExampleService.email).id, work).secret
            }
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                try await body(world, browser)
            }
        }
    }

    /// `GET /api/v1/plans/{}`: what tells one route from another, whatever its parts are called.
    private func pattern(_ method: String, _ path: String) -> String {
        method.uppercased() + " /" + path.split(separator: "/").map { $0.hasPrefix("{") || $0.hasPrefix(":") ? "{}" : $0 }.joined(separator: "/")
    }

    @Test func `every route below the API's root is in the document, and the reverse`() async throws {
        try await AppWorld.with(.sqlite) { world in
            let routes = Set(world.muster.site.routes.map { pattern($0.method.rawValue, $0.path.description) }.filter { $0.contains(" /api/") })
            try await Browser.open(world.muster.site) { browser in
                let document = try JSONReader.read(Array(try await browser.get("/api/v1/openapi.json").bytes))
                guard case .object(let paths) = document["paths"] else { Issue.record("no paths"); return }
                let told = paths.flatMap { path, methods -> [String] in
                    guard case .object(let methods) = methods else { return [] }
                    return methods.keys.map { pattern($0, path) }
                }
                #expect(Set(told) == routes)
                #expect(routes.count > 50)
            }
            let ids = world.muster.api.operations.map(\.id)
            #expect(Set(ids).count == ids.count, "an operation's id is used twice")
            let known = Set(world.muster.api.problems.map(\.code))
            for operation in world.muster.api.operations {
                #expect(world.muster.api.codes(of: operation).isSubset(of: known), "\(operation.id) refuses with what is explained nowhere")
            }
        }
    }

    /// One name for two shapes would let the document describe one of them wrongly.
    @Test func `a schema's name stands for one shape`() async throws {
        try await AppWorld.with(.sqlite) { world in
            var shapes: [String: JSONNode] = [:]
            for operation in world.muster.api.operations {
                var schemas = [operation.gives].compactMap(\.self)
                if case .json(let schema) = operation.body { schemas.append(schema) }
                for (name, shape) in schemas.flatMap(\.components) {
                    #expect(shapes[name] == nil || shapes[name] == shape, "\(name) has two shapes")
                    shapes[name] = shape
                }
            }
        }
    }

    /// Premises that came in by a file.
    private func importing(_ reference: String, into world: AppWorld) async throws {
        var row = PremisesRow(number: 2)
        (row.reference, row.name, row.type) = (try Reference(reference), "Imported House", .office)
        let (columns, imported) = (PremisesColumns(headings: ["Reference", "Name", "Type"]), row)
        try await world.desk.write(by: .operator) { work in
            try Gazetteer().take({ _ = try $0(imported) }, of: ImportedFile(name: "one.csv", size: 1, sha256: String(repeating: "0", count: 64), columns: columns), work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is answered is what the document says, on two days`(_ engine: Engine) async throws {
        try await programming(engine) { world, browser in
            let premises = try await world.desk.read { session in
                try session.find(ID<Responsibility>(1)).flatMap { try session.find($0.premises) }?.reference.text ?? ""
            }
            let parts = ["premises": premises, "responsibility": "1", "holder": "1", "address": "1", "plan": "peer-review-response", "finding": "1", "action": "1.1", "party": "1", "account": "1", "sequence": "3", "format": "csv",
                         "paper": "closure-inspection-response", "section": "1", "file": "text", "template": "board-report",
                         "measure": "1", "evidence": "1", "board": "performance-board", "review": "round-2-inspection", "recommendation": "R1", "concern": "1", "seat": "6", "meeting": "2", "item": "1", "decision": "2", "document": "enforcement-policy", "version": "1",
                         "case": "C-2016-0001", "audit": "A-2023-0001", "programme": "P-2026", "letter": "1", "notice": "N-2016-0001", "policy": "1", "source": "westmarch", "method": "1", "indicator": "PM-01", "by": "quarter", "period": "2026-27-q2", "calibration": "QC-2025-0001", "check": "Q-2025-0001", "remedial": "1", "form": "1", "frequency": "quarter", "reported": "2025-26-q4"]
            try await importing("IMPORTED-1", into: world)
            let package = try #require(WebAddress("https://a.example/datapackage.json"))
            _ = try await world.desk.write(by: .operator) { try Harvests().add(NewHarvestSource(name: "Westmarch", package: package), $0) }
            for operation in world.muster.api.operations where operation.method == .get && !operation.path.contains("{import}") {
                // The sheet of a calibration is its reviewer’s alone.
                if operation.id == "showCalibrationSheet" { continue }
                let other = operation.id == "provePremises" ? ["premises": "IMPORTED-1"] : operation.path.hasPrefix("quality/plans") ? ["plan": "QS-2025-0001"] : [:]
                let parts = parts.merging(other) { $1 }
                // What came on record later is shown on a later day.
                let earlier = operation.path.hasPrefix("programme") || operation.path.hasPrefix("quality/remedials") ? "?on=2026-10-31" : "?on=2025-06-30"
                let path = operation.path.split(separator: "/").map { part in
                    part.hasPrefix("{") ? parts[String(part.dropFirst().dropLast())] ?? "?" : String(part)
                }.joined(separator: "/")
                let days = operation.parameters.contains { $0.name == "on" } ? ["", earlier] : [""]
                for day in days {
                    let query = switch operation.id {
                    case "proveConsistency": "?older=5"
                    case "listDecisionsAbout", "listMentions": "?about=plan/1" + day.replacing("?", with: "&")
                    default: day
                    }
                    let answer = try await browser.get("/api/v1/\(path)\(query)")
                    #expect(answer.status == 200, "\(operation.id): \(answer.text.prefix(200))")
                    let faults = try operation.gives.map { $0.faults(in: try JSONReader.read(answer.bytes)) } ?? []
                    #expect(faults.isEmpty, "\(operation.id): \(faults.prefix(3))")
                }
            }
        }
    }

    /// Nobody's token lets them do what their role does not.
    @Test func `a reader's token changes nothing`() async throws {
        try await programming(.sqlite) { world, browser in
            let today = world.clock.clock.today
            let secret = try await world.desk.write(by: .operator) { work in
                var fields = Fields(["name": ["reader"], "scope": scopes.map(\.scope.rawValue)])
                let new = NewProgramToken(reading: &fields, offered: scopes, today: today)
                return try People().makeToken(new, for: Accounts(work.session).get(email: "p.lindqvist@northshire.example").id, work).secret
            }
            browser.authorization = "Bearer \(secret)"
            let before = try await world.verbs().count
            for (path, body) in [
                ("plans", #"{"title":"X","from":"2026-01-01","through":"2026-02-01"}"#), ("people", #"{"name":"X"}"#),
                ("plans/peer-review-response/findings", #"{"text":"X"}"#),
                ("plans/peer-review-response/actions/1.1/updates", #"{"narrative":"X"}"#),
                ("plans/peer-review-response/actions/1.1/evidence", #"{"shows":"X","link":"https://a.example"}"#),
                ("plans/peer-review-response/evidence/1/withdrawal", #"{"because":"X"}"#),
                ("boards", #"{"name":"X","oversees":"X","since":"2026-01-01"}"#), ("boards/performance-board/seats", #"{"party":"AM Desai","from":"2026-01-01"}"#),
                ("premises", #"{"name":"X","type":"shop"}"#), ("duty-holders", #"{"name":"X"}"#),
                ("documents", #"{"title":"X"}"#), ("documents/enforcement-policy/versions", #"{"label":"9","change":"X"}"#),
                ("documents/enforcement-policy/reviews", #"{"on":"2026-11-01","next":"2027-11-01"}"#),
                ("boards/performance-board/meetings", #"{"on":"2026-12-01","title":"X"}"#),
                ("boards/performance-board/meetings/2/decisions", #"{"outcome":"noted","words":"X"}"#),
                ("reviews", #"{"title":"X","kind":"peer-review","reviewer":"X","scope":"X","commissionedOn":"2026-01-01"}"#),
                ("reviews/westmarch-peer-review/recommendations", #"{"words":"X"}"#),
                ("accounts", #"{"name":"X","email":"x@y.example","roles":["reader"]}"#),
            ] {
                let answer = try await browser.send("/api/v1/\(path)", json: body)
                #expect(answer.status == 403, "\(path): \(answer.text)")
                #expect(answer.text.contains("/problems/not-allowed"))
            }
            #expect(try await browser.get("/api/v1/accounts").status == 403)
            #expect(try await browser.get("/api/v1/journal/entries").status == 403)
            #expect(try await browser.get("/api/v1/journal/head").status == 200)
            #expect(try await world.verbs().count == before)
        }
    }

    /// What keeps people is not what keeps accounts: a lost token for the one opens none of the other.
    @Test func `a token for people sees no account, and none makes a link to one`() async throws {
        try await programming(.sqlite) { world, browser in
            let everything = browser.authorization
            let secret = try await world.desk.write(by: .operator) { work in
                var fields = Fields(["name": ["people"], "scope": ["people:read", "people:write"]])
                let new = NewProgramToken(reading: &fields, offered: scopes, today: work.today)
                return try People().makeToken(new, for: Accounts(work.session).get(email: ExampleService.email).id, work).secret
            }
            browser.authorization = "Bearer \(secret)"
            #expect(try await browser.get("/api/v1/people").status == 200)
            for answer in [
                try await browser.get("/api/v1/accounts"), try await browser.get("/api/v1/accounts/1"),
                try await browser.send("/api/v1/accounts", json: #"{"name":"X","email":"x@y.example","roles":["administrator"]}"#),
                try await browser.send("/api/v1/accounts/1/roles", json: #"{"roles":["reader"]}"#, by: "PUT"),
            ] {
                #expect(answer.status == 403 && answer.text.contains("/problems/scope-missing"), "\(answer.text)")
            }
            browser.authorization = everything
            #expect(try await browser.get("/api/v1/accounts").status == 200)
            #expect(try await browser.send("/api/v1/accounts/1/links", json: "{}").status == 404)
        }
    }

    /// What fails must show in the journal as the person's own doing, through the program.
    @Test func `a document sent by a program becomes a plan`() async throws {
        try await programming(.sqlite) { world, browser in
            let table = "Recommendation\tAction\tOwner\tBy when\nCover at night\tPublish a rota\tGM Halloran\t31//10/2026\n"
            let sent = try await browser.send("/api/v1/imports?name=plan.txt", bytes: Array(table.utf8))
            #expect(sent.status == 201, "\(sent.text)")
            let held = try JSONReader.read(sent.bytes)
            let schema = try #require(world.muster.api.operations.first { $0.id == "showImport" }?.gives)
            #expect(schema.faults(in: held).isEmpty, "\(schema.faults(in: held))")
            let query = try #require(held["draft"]?["queries"]?.members.first)
            let key = "\(query["location"]?.text ?? "")|\(query["code"]?.text ?? "")"
            let address = try #require(sent.location)
            let answered = try await browser.send(address + "/answers", json: "{\"\(key)\":\"2026-10-31\"}", by: "PUT")
            #expect(try JSONReader.read(answered.bytes)["draft"]?["queries"] == [])
            let made = try await browser.send(address + "/plan", json: #"{"title":"Night cover","from":"2026-01-01","through":"2026-12-31"}"#)
            #expect(made.status == 201, "\(made.text)")
            #expect(made.location == "/api/v1/plans/night-cover")
            let action = try await browser.get("/api/v1/plans/night-cover/actions/1.1")
            #expect(try JSONReader.read(action.bytes)["due"] == "2026-10-31")
            #expect(try await browser.get(address).status == 404)
            let whos = try await world.desk.read { try Journal($0).entries(before: nil, limit: 1).map(\.who) }
            #expect(whos == ["person/1 through program_token/1"])
        }
    }
}
