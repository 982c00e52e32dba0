public import HTTPTypes
public import Kernel
public import Storage

/// One thing that a program can ask for: what the document says of it, and what does it.
///
///     .reading("showPlan", "plans/{plan}", "One plan on a day", .scope(.plansRead), takes: [.day],
///              gives: PlanPayload.schema, refuses: ["plan-not-found"]) { call, session in
///         try .showing(PlanPayload(PlanView(session.facts(of: session.plan(call.part("plan"))), on: call.day)))
///     }
public struct Operation: Sendable {
    /// Whom it answers.
    public enum Need: Sendable, Equatable {
        /// Everybody.
        case nothing
        /// Any token in force.
        case token
        /// A token with the scope.
        case scope(Scope)
    }

    enum Body: Sendable {
        case none
        case json(Schema)
        /// A file as it is, of at most so many bytes.
        case file(atMost: Int)
    }

    /// Its name in the document, for programs that are made from it: `showPlan`.
    public let id: String
    public let method: HTTPRequest.Method
    /// Below `/api/v1`: `plans/{plan}/actions`.
    public let path: String
    let summary: String
    let need: Need
    let parameters: [Parameter]
    let body: Body
    /// Nil where nothing is shown.
    let gives: Schema?
    let status: Int
    /// Whether a change must say which version it saw.
    let matches: Bool
    /// The codes of what it may refuse, besides those that every operation has.
    let refuses: [String]
    /// The fields of the forms that members of the body stand for, where their names differ: `owners` stands for `lead` and `joint` too.
    var names: [String: [String]] = [:]
    /// Refuses whoever may not send a body at all, before it is read.
    var admits: @Sendable (Actor) throws -> Void = { _ in }
    /// The media types of the file it hands over, one of them at a time; none where it answers in JSON.
    var hands: [String] = []
    let handler: @Sendable (Call) async throws -> Reply

    /// The same operation, with members of its body under other names than the form's fields. A member goes to the first
    /// field; what is said of any of them is said of the member.
    public func calling(_ names: [String: [String]]) -> Operation {
        var operation = self
        operation.names = names
        return operation
    }

    /// Shows something, from one unchanging view of the data.
    public static func reading(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], gives: Schema,
        refuses: [String] = [], _ show: @escaping @Sendable (Call, Session) throws -> Reply
    ) -> Operation {
        asking(id, path, summary, need, takes: takes, gives: gives, refuses: refuses) { call in
            try await call.desk.read { session in try show(call, session) }
        }
    }

    /// Hands out a list page by page.
    public static func listing(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], of item: Schema,
        refuses: [String] = [], _ show: @escaping @Sendable (Call, Session) throws -> Reply
    ) -> Operation {
        reading(id, path, summary, need, takes: takes + [.limit, .cursor], gives: .page(of: item), refuses: refuses, show)
    }

    /// Shows something that takes more than the database to find.
    public static func asking(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], gives: Schema,
        refuses: [String] = [], _ handler: @escaping @Sendable (Call) async throws -> Reply
    ) -> Operation {
        Operation(
            id: id, method: .get, path: path, summary: summary, need: need, parameters: parameters(path, takes) + [.ifNoneMatch],
            body: .none, gives: gives, status: 200, matches: false, refuses: refuses, handler: handler)
    }

    /// Hands over a file.
    ///
    /// - Parameter types: the media types it may be of.
    public static func handing(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], types: [String],
        refuses: [String] = [], _ handler: @escaping @Sendable (Call) async throws -> Reply
    ) -> Operation {
        var operation = Operation(
            id: id, method: .get, path: path, summary: summary, need: need, parameters: parameters(path, takes) + [.ifNoneMatch],
            body: .none, gives: nil, status: 200, matches: false, refuses: refuses, handler: handler)
        operation.hands = types.map { HeaderValue($0).value }
        return operation
    }

    /// Adds something. It may be sent again under its `Idempotency-Key`.
    public static func adding(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], from: Schema, gives: Schema,
        refuses: [String] = [], _ add: @escaping @Sendable (Call, Work) throws -> Reply
    ) -> Operation {
        doing(.post, id, path, summary, need, takes: takes, from: from, gives: gives, status: 201, refuses: refuses) { call in
            try await call.write { work in try add(call, work) }
        }
    }

    /// Changes a record; the request names the version that it saw, by `If-Match`.
    public static func changing(
        _ id: String, _ path: String, _ summary: String, _ need: Need, by method: HTTPRequest.Method = .put,
        takes: [Parameter] = [], from: Schema? = nil, gives: Schema,
        refuses: [String] = [], _ change: @escaping @Sendable (Call, Work) throws -> Reply
    ) -> Operation {
        Operation(
            id: id, method: method, path: path, summary: summary, need: need, parameters: parameters(path, takes) + [.ifMatch],
            body: from.map { .json($0) } ?? .none, gives: gives, status: 200, matches: true, refuses: refuses
        ) { call in try await call.write { work in try change(call, work) } }
    }

    /// Does something that no version matters to.
    public static func doing(
        _ method: HTTPRequest.Method, _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [],
        from: Schema? = nil, gives: Schema?, status: Int = 200, refuses: [String] = [],
        _ handler: @escaping @Sendable (Call) async throws -> Reply
    ) -> Operation {
        Operation(
            id: id, method: method, path: path, summary: summary, need: need,
            parameters: parameters(path, takes) + (method == .post ? [.key] : []),
            body: from.map { .json($0) } ?? .none, gives: gives, status: gives == nil ? 204 : status, matches: false,
            refuses: refuses, handler: handler)
    }

    /// Takes a file, sent as the body.
    ///
    /// - Parameter admits: asked before the file is read; throws what whoever may not send one is told.
    public static func taking(
        _ id: String, _ path: String, _ summary: String, _ need: Need, takes: [Parameter] = [], atMost limit: Int,
        from admits: @escaping @Sendable (Actor) throws -> Void, gives: Schema,
        refuses: [String] = [], _ handler: @escaping @Sendable (Call) async throws -> Reply
    ) -> Operation {
        Operation(
            id: id, method: .post, path: path, summary: summary, need: need, parameters: parameters(path, takes) + [.key],
            body: .file(atMost: limit), gives: gives, status: 201, matches: false, refuses: refuses, admits: admits, handler: handler)
    }

    /// A part of the path that `takes` says nothing of is a reference.
    private static func parameters(_ path: String, _ takes: [Parameter]) -> [Parameter] {
        let parts = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        let named = parts.filter { part in !takes.contains { $0.place == .path && $0.name == part } }
        return named.map { .part($0, .reference, "The reference of the \($0).") } + takes
    }
}
