import HTTPTypes
import Hummingbird
public import Storage
import Synchronization

/// The programs' face: every slice's operations below `/api/v1`, their document, and the pages of the problems they answer with.
///
///     API(desk: desk, operations: PlanOperations().all, problems: PlanOperations.problems).hang(on: routes)
public struct API: Sendable {
    public let operations: [Operation]
    /// Every problem that is told anywhere in the program, by code.
    public let problems: [ExplainedProblem]
    let face: APIFace
    private let desk: Desk?

    public init(desk: Desk, operations: [Operation], problems: [ExplainedProblem]) {
        self.init(desk: desk, operations: operations, problems: problems, as: .members)
    }

    /// An interface of its own beside the one for members, whose problems are explained there.
    ///
    /// - Parameter desk: nil where none of the operations asks for records.
    public init(desk: Desk?, operations: [Operation], problems: [ExplainedProblem], as face: APIFace) {
        self.face = face
        self.desk = desk
        self.operations = operations
        self.problems = (problems + API.ownProblems).sorted { $0.code < $1.code }
    }

    public func hang(on routes: SiteRoutes) {
        let (desk, face) = (desk, face)
        if face.isOpen { routes.open(face.root + "/") }
        for operation in operations {
            let path = RouterPath(face.root + "/" + operation.path)
            switch operation.need {
            case .nothing:
                routes.everyone.on(operation.method, path) { request, context in
                    do {
                        return try await face.keeping(request, context) {
                            var response = try await operation.answer(request, context, desk)
                            face.dress(&response)
                            return response
                        }
                    } catch where face.isOpen {
                        var response = context.answer(to: error, request)
                        face.dress(&response)
                        return response
                    }
                }
            case .token, .scope:
                routes.programs.on(operation.method, path) { request, context in
                    try await operation.answer(request, context.asked, desk)
                }
            }
        }
        hangDocument(on: routes.everyone)
        if !face.isOpen { hangProblems(on: routes.everyone) }
    }

    private func hangDocument(on everyone: Routes<PublicContext>) {
        let made = Mutex<Reply?>(nil)
        let face = face
        everyone.get(RouterPath(face.root + "/openapi.json")) { request, context in
            let reply = try made.withLock { made in
                if let made { return made }
                let reply = try Reply.showing(document(context.house))
                made = reply
                return reply
            }
            var response = reply.response(to: request)
            face.dress(&response)
            return response
        }
    }
}
