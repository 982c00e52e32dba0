import HTTPTypes
import Hummingbird
public import Kernel
import Synchronization

/// What is counted of requests, by the pattern of their route: made when all routes are known, so counting takes no lock.
public final class RequestWatch: Sendable {
    private let routes: [String: [HTTPRequest.Method: RequestTally]]
    /// Addresses that are none of ours, and methods that are not taken.
    private let others = RequestTally()
    private let inFlight = Tally()

    init(_ list: [Route]) {
        var routes: [String: [HTTPRequest.Method: RequestTally]] = [:]
        for route in list {
            routes[route.path.description, default: [:]][route.method] = RequestTally()
            if route.method == .get { routes[route.path.description, default: [:]][.head] = RequestTally() }
        }
        self.routes = routes
    }

    func begins() { inFlight.add() }

    func ends(_ method: HTTPRequest.Method, _ pattern: String?, status: Int, _ time: Duration) {
        inFlight.add(-1)
        let parts = time.components
        (pattern.flatMap { routes[$0]?[method] } ?? others).add(
            status: status, nanoseconds: Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000))
    }

    /// What has been counted so far, of routes that were asked for.
    public var measures: [Measure] {
        var requests = Measure(.counter, "muster_http_requests_total", "Requests that were answered.")
        var durations = Measure(.histogram, "muster_http_request_duration_seconds", "From a request's head to its answer's.")
        let all = routes.flatMap { pattern, methods in methods.map { (pattern, $0.key.rawValue, $0.value) } }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) } + [("other", "any", others)]
        for (pattern, method, tally) in all where tally.durations.count > 0 {
            for (place, count) in tally.statuses.enumerated() where count.value > 0 {
                requests.add(count, ["route": pattern, "method": method, "status": "\(place + 1)xx"])
            }
            durations.add(tally.durations, ["route": pattern, "method": method])
        }
        var busy = Measure(.gauge, "muster_http_requests_in_flight", "Requests that are being answered.")
        busy.add(inFlight)
        return [requests, durations, busy]
    }
}

private final class RequestTally: Sendable {
    /// From 1xx to 5xx.
    let statuses = (1...5).map { _ in Tally() }
    let durations = Durations()

    func add(status: Int, nanoseconds: Int) {
        statuses[min(max(status / 100, 1), 5) - 1].add()
        durations.add(nanoseconds: nanoseconds)
    }
}

/// How often each refusal was given. Codes stand in our own code, so there are only so many.
public final class RefusalWatch: Sendable {
    private let codes = Mutex<[String: Int]>([:])

    init() {}

    func add(_ code: String) { codes.withLock { $0[code, default: 0] += 1 } }

    public var measure: Measure {
        var measure = Measure(.counter, "muster_refusals_total", "Refusals given as an answer, by their code.")
        for (code, count) in codes.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { measure.add(Double(count), ["code": code]) }
        return measure
    }
}
