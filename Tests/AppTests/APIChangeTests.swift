@testable import App
import HTTPTypes
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// What a program's changes keep, empty, refuse and leave in the journal.
struct APIChangeTests {
    /// A plan with a finding and an action, and a token of a manager.
    struct Program: Sendable {
        let world: AppWorld
        let secret: String

        static func with(_ engine: Engine, _ body: @escaping @Sendable (Program) async throws -> Void) async throws {
            try await AppWorld.with(engine) { world in
                let today = world.clock.clock.today
                let secret = try await world.desk.write(by: .operator) { work in
                    let account = try People().openAccount(
                        NewAccount(name: "R. Okafor", email: "okafor@northshire.example", roles: [.reader, .owner, .manager]), work).account
                    for name in ["GM Halloran", "Control", "Head of Protection"] { _ = try People().findOrAdd(name: name, work) }
                    let plan = try Plans().begin(NewPlan(
                        reference: Reference("cover"), title: "Night cover", kind: .peerReview, source: "A peer review", from: Day(2026, 1, 1)!,
                        through: Day(2026, 12, 31)!, sponsor: "R. Okafor", rules: .monthOfGrace), work)
                    let finding = try Plans().add(
                        NewFinding(kind: .causeOfConcern, text: "Cover at night is not shown", fullText: "In full"), to: plan, work)
                    try Plans().add(NewAction(
                        text: "Publish a rota", owners: ["GM Halloran", "Control"], due: Day(2026, 9, 30), successMeasure: "It is read"),
                        to: finding, of: plan, work)
                    var fields = Fields(["name": ["checker"], "scope": scopes.map(\.scope.rawValue)])
                    let new = NewProgramToken(reading: &fields, offered: scopes, today: today)
                    try fields.finish()
                    return try People().makeToken(new, for: account.id, work).secret
                }
                try await body(Program(world: world, secret: "\(secret)"))
            }
        }

        func send(_ method: HTTPRequest.Method, _ path: String, _ json: String? = nil) async throws -> (status: Int, body: JSONNode) {
            var headers: HTTPFields = [.authorization: "Bearer \(secret)"]
            if method == .put { headers[.ifMatch] = "*" }
            if json != nil { headers[.contentType] = "application/json" }
            let reply = try await world.muster.site.ask(method, "/api/v1/\(path)", headers, body: json.map { Array($0.utf8) })
            return (reply.status, reply.bytes.isEmpty ? .null : try JSONReader.read(reply.bytes))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a change does not name stays as it is`(_ engine: Engine) async throws {
        try await Program.with(engine) { program in
            let plan = try await program.send(.put, "plans/cover", #"{"title":"Cover by night","from":"2026-01-01","through":"2026-12-31"}"#)
            #expect(plan.status == 200)
            #expect(plan.body["title"] == "Cover by night")
            #expect([plan.body["rules"], plan.body["kind"], plan.body["source"], plan.body["sponsor"]]
                == ["month-of-grace-1", "peer-review", "A peer review", "R. Okafor"])
            let finding = try await program.send(.put, "plans/cover/findings/1", #"{"text":"Cover is not shown"}"#)
            #expect([finding.body["text"], finding.body["kind"], finding.body["fullText"]] == ["Cover is not shown", "cause-of-concern", "In full"])
            let action = try await program.send(.put, "plans/cover/actions/1.1", #"{"text":"Publish the rota"}"#)
            #expect(action.body["owners"]?.members.map { $0["name"] } == ["GM Halloran", "Control"])
            #expect([action.body["due"], action.body["successMeasure"]] == ["2026-09-30", "It is read"])
            let party = try await program.send(.put, "people/2", #"{"name":"GM J Halloran"}"#)
            #expect([party.body["name"], party.body["kind"]] == ["GM J Halloran", "person"])
            let post = try await program.send(.put, "people/4", #"{"name":"Head of Fire Protection"}"#)
            #expect([post.status == 200 ? "done" : "\(post.body)", post.body["kind"]?.text] == ["done", "post"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is sent as null is emptied, and words instead of a day take its place`(_ engine: Engine) async throws {
        try await Program.with(engine) { program in
            let plan = try await program.send(
                .put, "plans/cover", #"{"title":"Night cover","from":"2026-01-01","through":"2026-12-31","source":null,"sponsor":null}"#)
            #expect(plan.body["source"] == nil && plan.body["sponsor"] == nil)
            let words = try await program.send(.put, "plans/cover/actions/1.1", #"{"text":"Publish a rota","dueWritten":"Ongoing","correction":"Nobody had agreed a day"}"#)
            #expect(words.body["due"] == nil && words.body["dueWritten"] == "Ongoing")
            let nobody = try await program.send(.put, "plans/cover/actions/1.1", #"{"text":"Publish a rota","owners":[],"successMeasure":null}"#)
            #expect(nobody.body["owners"] == [] && nobody.body["successMeasure"] == nil && nobody.body["dueWritten"] == "Ongoing")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the first of the owners leads, and one who is not on record is told of as an owner`(_ engine: Engine) async throws {
        try await Program.with(engine) { program in
            let added = try await program.send(
                .post, "plans/cover/findings/1/actions", #"{"text":"Log each call","owners":["Control","GM Halloran"]}"#)
            #expect(added.status == 201)
            #expect(added.body["owners"]?.members.map { $0["name"] } == ["Control", "GM Halloran"])
            for owners in [#"["GM Nobody"]"#, #"["Control","GM Nobody"]"#] {
                let refused = try await program.send(.put, "plans/cover/actions/1.2", #"{"text":"Log each call","owners":\#(owners)}"#)
                #expect(refused.status == 422)
                #expect("\(refused.body)".contains("GM Nobody") && !"\(refused.body)".contains("joint"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the journal holds why something was withdrawn, once`(_ engine: Engine) async throws {
        try await Program.with(engine) { program in
            let action = try await program.send(.post, "plans/cover/actions/1.1/withdrawal", #"{"because":"Done under another plan"}"#)
            #expect(action.status == 201 && action.body["because"] == "Done under another plan")
            let finding = try await program.send(.post, "plans/cover/findings/1/withdrawal", #"{"because":"Answered elsewhere"}"#)
            #expect(finding.status == 201)
            let entries = try await program.world.desk.read { try Journal($0).entries(before: nil, limit: 2) }
            #expect(entries.map(\.reason) == ["Answered elsewhere", "Done under another plan"])
            #expect(entries.map(\.verb) == ["withdrew the finding", "withdrew the action"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `changes of a newer document are taken by their keys`(_ engine: Engine) async throws {
        try await Program.with(engine) { program in
            let table = "Recommendation\tAction\tOwner\tBy when\nCover at night is not shown\tPublish a rota\tGM Halloran & Control\t31/10/2026\n"
            let sent = try await program.world.muster.site.ask(
                .post, "/api/v1/imports?name=newer.txt&plan=cover",
                [.authorization: "Bearer \(program.secret)", .contentType: "application/octet-stream"], body: Array(table.utf8))
            let held = try JSONReader.read(sent.bytes)
            let number = held["number"]?.whole ?? 0
            let keys = held["changes"]?.members.compactMap { $0["key"]?.text } ?? []
            #expect(keys.contains("action/1.1"), "\(held)")
            let taken = try await program.send(.post, "imports/\(number)/changes", #"{"keys":["action/1.1"]}"#)
            #expect(taken.status == 200, "\(taken.body)")
            let action = try await program.send(.get, "plans/cover/actions/1.1")
            // A day that was promised moves when an approver agrees, whoever asks for it.
            #expect(action.body["due"] == "2026-09-30" && action.body["moves"]?.members.map { $0["to"] } == ["2026-10-31"])
        }
    }
}
