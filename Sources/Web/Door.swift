import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import Storage

extension Site {
    /// Reads what every handler needs. What can't be read is a problem to answer, with all else known, so that
    /// its page has the same frame as any other.
    func arrive(_ request: Request, _ edge: Edge) async -> (Arrival, problem: (any Error)?) {
        var problem: (any Error)?
        let (moment, entries) = (clock.now, house.entries())
        let query = AddressQuery(request.uri.query ?? "")
        let path = request.uri.path
        var on: Day?
        if let written = query["on"] {
            on = Day(iso: written)
            if on == nil {
                problem = Refusal.invalid(
                    "day-not-readable", "“\(written.prefix(40))” is not a day to look at. Write it as \(moment.day.iso).")
            }
        }
        if path.utf8.count + (request.uri.query?.utf8.count ?? 0) > 8192 { problem = HTTPError(.uriTooLong) }
        let client = client(request, edge)
        var visit: Visit?
        var tokenRefused: (any Error)?
        var items: [NavigationItem] = []
        if Arrival.isForAPI(path) {
            // No cookie is looked at here, so there is no visit that another site's page could borrow.
            do { visit = try await programVisit(request, client: client, at: moment) } catch {
                if error is Refusal || error is Problem { tokenRefused = error } else { problem = error }
            }
        } else if !Arrival.isForAnybody(path) {
            do {
                if let token = HouseCookie.visit(house).value(in: request) {
                    visit = try await doorkeeper.visit(token: token, at: moment)
                }
                items = try await house.navigation(visit, on ?? moment.day)
            } catch {
                problem = error
            }
        }
        var logger = edge.logger
        if let visit { logger[metadataKey: "account"] = "\(visit.account)" }
        let arrival = Arrival(
            house: house, logger: logger, id: edge.id, moment: moment, client: client, visit: visit,
            tokenRefused: tokenRefused, on: on, path: path, isReading: request.method == .get || request.method == .head, query: query, wantsJSON: Arrival.wantsJSON(request),
            said: HouseCookie.said(house).value(in: request).map { URLEncoded.decoded($0.utf8, plus: false) },
            navigation: items, entries: max(entries, visit?.mark?.size ?? 0))
        return (arrival, problem)
    }

    /// The last address in `X-Forwarded-For` is the one that our own proxy saw; those before it are anybody's word.
    private func client(_ request: Request, _ edge: Edge) -> String {
        if house.trustsProxy, let forwarded = HTTPField.Name("X-Forwarded-For"),
           let last = request.headers[forwarded]?.split(separator: ",").last?.trimmed, !last.isEmpty {
            return String(last.prefix(64))
        }
        return edge.address ?? ""
    }
}

extension Arrival {
    static func isForAPI(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    /// What is the same for everybody, signed in or not: nobody is looked up for it, and any cache may keep it.
    static func isForAnybody(_ path: String) -> Bool {
        path.hasPrefix("/assets/") || path == "/register" || path.hasPrefix("/register/")
    }

    static func wantsJSON(_ request: Request) -> Bool {
        isForAPI(request.uri.path) || request.uri.path.hasPrefix("/register/api/") || request.headers[.accept].map {
            $0.contains("application/json") || $0.contains("application/problem+json")
        } ?? false
    }
}
