public import HTTPTypes
public import Hummingbird
import HummingbirdCore

/// Where a slice hangs its pages on one rung of the ladder.
///
///     members.get("plans/:plan") { request, context in … }
public struct Routes<Context: PageContext> {
    public typealias Handler = @Sendable (Request, Context) async throws -> Response

    private let list: RouteList
    private let add: (RouterPath, HTTPRequest.Method, @escaping Handler) -> Void

    init(_ list: RouteList, _ add: @escaping (RouterPath, HTTPRequest.Method, @escaping Handler) -> Void) {
        self.list = list
        self.add = add
    }

    /// Answers HEAD as well.
    public func get(_ path: RouterPath, _ handler: @escaping Handler) { on(.get, path, handler) }
    public func post(_ path: RouterPath, _ handler: @escaping Handler) { on(.post, path, handler) }
    public func put(_ path: RouterPath, _ handler: @escaping Handler) { on(.put, path, handler) }
    public func patch(_ path: RouterPath, _ handler: @escaping Handler) { on(.patch, path, handler) }
    public func delete(_ path: RouterPath, _ handler: @escaping Handler) { on(.delete, path, handler) }

    func on(_ method: HTTPRequest.Method, _ path: RouterPath, _ handler: @escaping Handler) {
        list.routes.append(Route(method: method, path: path, isForMembers: Context.self == MemberContext.self))
        add(path, method) { request, context in
            var context = context
            context.coreContext.parameters = context.parameters.decoded
            return try await handler(request, context)
        }
    }
}

extension Parameters {
    /// The router hands over a path's parts with their percents; a handler gets them without.
    fileprivate var decoded: Parameters {
        guard contains(where: { $0.value.contains("%") }) else { return self }
        return Parameters(map { (key: $0.key, value: URLEncoded.decoded($0.value.utf8, plus: false)[...]) })
    }
}

/// One method of one address that the site answers.
public struct Route: Sendable {
    public let method: HTTPRequest.Method
    public let path: RouterPath
    public let isForMembers: Bool

    /// `POST /plans/:plan/findings`
    public var name: String { "\(method.rawValue) \(path.description)" }

    func matches(_ address: String) -> Bool {
        let parts = address.split(separator: "/")
        return parts.count == path.count && zip(path, parts).allSatisfy { $0 ~= $1 }
    }
}

/// What has been hung so far, while the site is being put together.
final class RouteList {
    var routes: [Route] = []
    /// What paths begin with that pages of any site may read.
    var open: [String] = []
}

/// The rungs of the ladder, for slices to hang their routes on.
public struct SiteRoutes {
    /// Anyone, signed in or not.
    public let everyone: Routes<PublicContext>
    /// Those who have signed in. Anyone else is asked to, and brought back.
    public let members: Routes<MemberContext>
    /// Programs with a token. `API` hangs every slice's operations here.
    let programs: Routes<ProgramContext>
    let list: RouteList

    /// Lets pages of any site read what is answered at paths that begin so, also where it is that something is not there or was asked wrongly.
    public func open(_ beginning: String) { list.open.append(beginning) }
}
