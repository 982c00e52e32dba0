import HTTPTypes
import Hummingbird
public import Storage
import Synchronization

/// The programs' face: every slice's operations below `/api/v1`, their document, and the pages of the problems they answer with.
///
///     API(desk: desk, operations: PlanOperations().all, problems: PlanOperations.problems).hang(on: routes)
public struct API: Sendable {
    static let root = "/api/v1"

    public let operations: [Operation]
    /// Every problem that is told anywhere in the program, by code.
    public let problems: [ExplainedProblem]
    private let desk: Desk

    public init(desk: Desk, operations: [Operation], problems: [ExplainedProblem]) {
        self.desk = desk
        self.operations = operations
        self.problems = (problems + API.ownProblems).sorted { $0.code < $1.code }
    }

    public func hang(on routes: SiteRoutes) {
        let desk = desk
        for operation in operations {
            let path = RouterPath(API.root + "/" + operation.path)
            switch operation.need {
            case .nothing:
                routes.everyone.on(operation.method, path) { request, context in
                    try await operation.answer(request, context, desk)
                }
            case .token, .scope:
                routes.programs.on(operation.method, path) { request, context in
                    try await operation.answer(request, context.asked, desk)
                }
            }
        }
        hangDocument(on: routes.everyone)
        hangProblems(on: routes.everyone)
    }

    private func hangDocument(on everyone: Routes<PublicContext>) {
        let made = Mutex<Reply?>(nil)
        everyone.get(RouterPath(API.root + "/openapi.json")) { request, context in
            let reply = try made.withLock { made in
                if let made { return made }
                let reply = try Reply.showing(document(context.house))
                made = reply
                return reply
            }
            return reply.response(to: request)
        }
    }
}
