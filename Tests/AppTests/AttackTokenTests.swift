@testable import App
import HTTPTypes
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Every operation of the API, tried with tokens that may not.
@Suite(.timeLimit(.minutes(10))) struct AttackTokenTests {
    /// The secret of a token of the victim's, who is a reader.
    private func token(_ world: AttackWorld, _ name: String, _ wanted: [Scope]) async throws -> String {
        try await world.app.secret(for: world.victim, named: name, scopes: wanted.map(\.rawValue))
    }

    /// Sends what the operation's own document allows.
    private func send(_ operation: Web.Operation, _ world: AttackWorld, _ secret: String) async throws -> TestBrowser.Reply {
        let parts = ["holding": world.parts["tie"] ?? "", "sequence": "1"]
        var headers: HTTPFields = [.authorization: "Bearer \(secret)"]
        if operation.matches { headers[.ifMatch] = "*" }
        let body: [UInt8]?
        switch operation.body {
        case .none: body = nil
        case .json(let schema): (body, headers[.contentType]) = (Array(schema.example.utf8), "application/json")
        case .file: (body, headers[.contentType]) = (Array("x".utf8), "application/octet-stream")
        }
        return try await world.app.muster.site.ask(operation.method, "/api/v1/" + world.path(operation.path, parts), headers, body: body)
    }

    @Test(arguments: Engine.allCases)
    func `a token with every scope but the one that is needed does nothing`(_ engine: Engine) async throws {
        try await AttackWorld.with(engine) { world in
            var tokens: [Scope: String] = [:]
            for scope in scopes.map(\.scope) {
                tokens[scope] = try await token(world, "without \(scope.rawValue)", scopes.map(\.scope).filter { $0 != scope })
            }
            let before = try await world.entries()
            for operation in world.app.muster.api.operations {
                guard case .scope(let scope) = operation.need else { continue }
                let answer = try await send(operation, world, try #require(tokens[scope]))
                #expect(answer.status == 403 && answer.text.contains("/problems/scope-missing"), "\(operation.id): \(answer.status) \(answer.text.prefix(200))")
            }
            #expect(try await world.entries() == before)
        }
    }

    /// What everybody chooses for themselves.
    private static let ofOneself: Set = ["chooseReminders", "readBoardRoom"]

    /// What is sent to these from their form alone can't be read, so that is said first.
    private static let readFirst: Set = [
        "measureFinding", "measureAction", "changeMeasure", "readMeasure", "addActionEvidence", "addFindingEvidence", "changeReview", "retractPart", "addNeed", "proposeClosure",
        "reviewDocument", "addCaseFinding", "recordNoticeConsultation", "sendBackNotice", "abandonNotice", "serveNotice", "extendNotice", "recordNoticeAppeal", "disposeOfNoticeAppeal",
        "recordCourtDirection", "recordNoticeObjection", "resolveNoticeObjection", "inspectNotice", "withdrawNotice",
        "addEnforcementObjective", "changeEnforcementObjective", "stateActivity", "correctStatedActivity",
    ]

    @Test(arguments: Engine.allCases)
    func `a reader's token changes nothing, whatever its scopes`(_ engine: Engine) async throws {
        try await AttackWorld.with(engine) { world in
            let secret = try await token(world, "everything", scopes.map(\.scope))
            let before = try await world.entries()
            var tried = 0
            for operation in world.app.muster.api.operations where operation.method != .get && !Self.ofOneself.contains(operation.id) {
                let answer = try await send(operation, world, secret)
                tried += 1
                // A document is seen by who sent it alone, so another's is not there.
                let refused = operation.path.contains("{import}") || operation.path.contains("{membership}") ? [403, 404]
                    : Self.readFirst.contains(operation.id) ? [403, 422] : [403]
                #expect(refused.contains(answer.status), "\(operation.id): \(answer.status) \(answer.text.prefix(300))")
            }
            #expect(tried > 25)
            #expect(try await world.entries() == before)
        }
    }

    @Test func `nobody who may not send a document is read a hundred megabytes of one`() async throws {
        try await AttackWorld.with(.sqlite) { world in
            let secret = try await token(world, "everything", scopes.map(\.scope))
            var headers: HTTPFields = [.authorization: "Bearer \(secret)", .contentType: "application/octet-stream", .contentLength: "999000000"]
            // Whoever were read would be told that it is too large.
            #expect(try await world.app.muster.site.ask(.post, "/api/v1/imports?name=x", headers, body: []).status == 403)
            let browser = try await world.app.browser(of: "V. Victim")
            headers = [.cookie: browser.cookie, .contentType: "multipart/form-data; boundary=x", .contentLength: "999000000"]
            #expect(try await world.app.muster.site.ask(.post, "/imports", headers, body: []).status == 403)
        }
    }
}

extension Schema {
    /// The least that the schema lets through, as JSON.
    fileprivate var example: String {
        switch shape {
        case .text(let form, _): "\"" + form.example + "\""
        case .choice(let codes): "\"\(codes[0])\""
        case .whole(let range): "\(max(1, range.lowerBound))"
        case .real(let range): "\(range.lowerBound)"
        case .flag: "true"
        case .list(let item): "[\(item.example)]"
        case .map: "{}"
        case .object(_, let members, _): "{" + members.filter { !$0.schema.isOptional }.map { "\"\($0.name)\":\($0.schema.example)" }.joined(separator: ",") + "}"
        case .anything: "null"
        }
    }
}

extension Schema.Form {
    fileprivate var example: String {
        switch self {
        case .free, .words, .visible, .link: "x"
        case .day: "2026-04-15"
        case .moment: "2026-04-15T09:00:00.000Z"
        case .reference: "x-1"
        case .email: "x@y.example"
        case .hash: String(repeating: "a", count: 64)
        case .tags: "*"
        }
    }
}
