import HTTPTypes
import Hummingbird
import Kernel

/// Refuses what another site's page sends in a person's name, before any handler: signing in included.
///
/// A browser says where a request came from in `Sec-Fetch-Site`, or at least in `Origin`. A program that sends
/// neither acts for nobody but itself.
struct OtherSitesRefused: RouterMiddleware {
    typealias Context = PublicContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard [.get, .head, .options].contains(request.method) || isOurs(request, context.house) else {
            throw Refusal.forbidden(
                "sent-from-another-site", "This was sent from another site, so nothing was done. Open the page here and send it again.")
        }
        return try await next(request, context)
    }

    private func isOurs(_ request: Request, _ house: House) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = origin.firstRange(of: "://").map({ origin[$0.upperBound...].lowercased() }) else { return false }
        let ours = house.address.firstRange(of: "://").map { house.address[$0.upperBound...].prefix { $0 != "/" }.lowercased() }
        return host == request.head.authority?.lowercased() || host == ours
    }
}
