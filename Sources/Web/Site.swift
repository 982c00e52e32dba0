public import Hummingbird
public import Kernel
import Logging
import Markup

/// The whole web face, the same for the program and for its tests: it takes every request and always has an answer.
///
/// From the outside in: what a request is known by (`Arrival`), the lines of the log, headers, refusals and faults as
/// answers, other sites' forms refused, then the routes.
public struct Site: HTTPResponder {
    public typealias Context = Edge

    let house: House
    let doorkeeper: any Doorkeeper
    let clock: Clock
    private let router: RouterResponder<PublicContext>
    /// Nobody guesses 256 bits; it is a broken program that is told to slow down. Right tokens are never counted nor kept waiting,
    /// so each that could be right is looked for all the same.
    let wrongTokens = Throttle(free: 300)
    /// Every address it answers.
    public let routes: [Route]
    /// What paths begin with that pages of any site may read.
    let open: [String]
    /// Those of them that hold a token, which is not the log's to keep.
    let secretPaths: [SecretPath]
    /// What is counted of requests.
    public let watch: RequestWatch

    public init(house: House, doorkeeper: any Doorkeeper, clock: Clock, routes hang: (SiteRoutes) -> Void) {
        self.house = house
        self.doorkeeper = doorkeeper
        self.clock = clock
        let router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RefusalsAnswered())
        router.add(middleware: OtherSitesRefused())
        let members = router.group(context: MemberContext.self)
        let programs = router.group(context: ProgramContext.self)
        let list = RouteList()
        let everyone = Routes<PublicContext>(list) { path, method, handler in router.on(path, method: method, use: handler) }
        everyone.get("assets/:hash/:name") { request, context in try context.house.assets.answer(request, context) }
        hang(SiteRoutes(
            everyone: everyone,
            members: Routes<MemberContext>(list) { path, method, handler in members.on(path, method: method, use: handler) },
            programs: Routes<ProgramContext>(list) { path, method, handler in programs.on(path, method: method, use: handler) }, list: list))
        (routes, open) = (list.routes, list.open)
        secretPaths = list.routes.compactMap { SecretPath($0.path, among: list.routes) }
        watch = RequestWatch(routes)
        self.router = router.buildResponder()
    }

    public func respond(to request: Request, context edge: Edge) async throws -> Response {
        var response = Response(status: .internalServerError)
        var context: PublicContext?
        watch.begins()
        let time = await ContinuousClock().measure {
            (response, context) = await RequestID.$current.withValue(edge.id) { await answer(request, edge) }
        }
        watch.ends(request.method, context?.endpointPath, status: response.status.code, time)
        dress(&response, request, id: edge.id)
        log(request, response, time, edge)
        return response
    }

    private func answer(_ request: Request, _ edge: Edge) async -> (Response, PublicContext) {
        let (arrival, problem) = await arrive(request, edge)
        let context = PublicContext(source: arrival)
        do {
            if let problem {
                await readTyped(request, context, problem)
                throw problem
            }
            let response = try await router.respond(to: request, context: context)
            guard response.status == .notFound, context.endpointPath == "NotFound" else { return (response, context) }
            return (wrongMethod(request, context) ?? response, context)
        } catch {
            return (context.answer(to: error, request), context)
        }
    }

    /// A path that other methods have: 405 with their names, where the router only knows 404; to OPTIONS their names alone.
    private func wrongMethod(_ request: Request, _ context: PublicContext) -> Response? {
        var methods = Set(routes.filter { $0.matches(request.uri.path) }.map(\.method.rawValue))
        if methods.contains("GET") { methods.insert("HEAD") }
        guard !methods.isEmpty else { return nil }
        methods.insert("OPTIONS")
        let allowed = methods.sorted().joined(separator: ", ")
        if request.method == .options { return Response(status: .noContent, headers: [.allow: allowed]) }
        var response = context.answer(
            to: HTTPError(.methodNotAllowed, message: "This address does not take \(request.method.rawValue)."), request)
        response.headers[.allow] = allowed
        return response
    }
}
