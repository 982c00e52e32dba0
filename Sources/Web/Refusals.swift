import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore
import Storage

/// Turns what a handler throws into an answer: a refusal says what was wrong, a fault says sorry and gives its number.
struct RefusalsAnswered: RouterMiddleware {
    typealias Context = PublicContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch { return context.answer(to: error, request) }
    }
}

extension PageContext {
    func answer(to error: any Error, _ request: Request) -> Response {
        if let refusal = error as? Refusal { return answer(to: refusal, request) }
        if let fault = error as? StorageFault, let outage = fault.outage {
            logger.error("outage", metadata: ["error": "\(fault)", "route": "\(endpointPath ?? "none")"])
            return answer(to: outage, request)
        }
        if let problem = error as? Problem {
            house.refusals.add(problem.code)
            return self.problem(problem, request)
        }
        if let error = error as? any HTTPResponseError, error.status.code < 500 {
            return problem(Problem(error), request)
        }
        // What went wrong is for the log; the person gets the number to quote.
        logger.error("fault", metadata: ["error": "\(String(reflecting: error).prefix(2000))", "route": "\(endpointPath ?? "none")"])
        return problem(.fault(arrival.id), request)
    }

    private func answer(to refusal: Refusal, _ request: Request) -> Response {
        house.refusals.add(refusal.code)
        if refusal.kind == .unauthenticated, !arrival.wantsJSON, request.method == .get || request.method == .head {
            return seeOther(Link("sign-in").adding("next", here.text == "/" ? nil : here.text))
        }
        return problem(Problem(refusal), request)
    }

    private func problem(_ problem: Problem, _ request: Request) -> Response {
        var response: Response
        if arrival.wantsJSON, let bytes = try? JSON.encoder.encode(problem) {
            response = Response(
                status: problem.httpStatus, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        } else {
            let isForm = request.method == .post
            let again = problem.status == 503 && isForm ? sentAgain(arrival.typed.fields) : nil
            let back = problem.status == 413 && isForm ? addressHere(request.cameFrom) : nil
            response = page(problem.page(again: again, back: back), status: problem.httpStatus)
        }
        if let wait = problem.wait { response.headers[.retryAfter] = String(wait) }
        if let challenge = problem.challenge { response.headers[.wwwAuthenticate] = challenge }
        return response
    }
}

/// Something that was not done, as RFC 9457 writes it and as a page says it.
struct Problem: Error, Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let fields: [Refusal.Field]
    let wait: Int?
    /// How a program may come in, where it did not (`WWW-Authenticate`).
    let challenge: String?

    private enum CodingKeys: CodingKey { case type, title, status, detail, fields }

    var httpStatus: HTTPResponse.Status { HTTPResponse.Status(code: status) }
    var code: String { String(type.dropFirst("/problems/".count)) }

    init(_ refusal: Refusal) {
        self.init(
            code: refusal.code, title: refusal.kind.title, status: refusal.kind.status, detail: refusal.sentence,
            fields: refusal.fields, wait: refusal.wait)
    }

    /// What the router or the reader of requests refused, in our words rather than theirs.
    init(_ error: any HTTPResponseError) {
        switch error.status {
        case .notFound: self.init(.notHere)
        case .methodNotAllowed:
            self.init(code: "method-not-allowed", title: "Not done that way", status: 405,
                      detail: "This address does not take that kind of request. Go to the page before and try from there.")
        case .contentTooLarge: self.init(Refusal("body-too-large", .tooLarge, "What was sent is larger than this page takes."))
        case .uriTooLong:
            self.init(code: "address-too-long", title: "Address too long", status: 414,
                      detail: "That address is longer than 8,192 characters. Use fewer filters.")
        default:
            self.init(code: "request-not-understood", title: "Not understood", status: error.status.code,
                      detail: "The request could not be understood. Go to the page before and try again.")
        }
    }

    static func fault(_ id: String) -> Problem {
        Problem(code: "fault", title: "Sorry, something went wrong", status: 500, detail: """
            This is a fault of ours, not of yours, and it has been noted. Nothing of what you sent was kept. \
            Try again; if it goes on, tell whoever looks after Muster, and quote \(id).
            """)
    }

    init(
        code: String, title: String, status: Int, detail: String, fields: [Refusal.Field] = [], wait: Int? = nil,
        challenge: String? = nil
    ) {
        type = "/problems/" + code
        self.title = title
        self.status = status
        self.detail = detail
        self.fields = fields
        self.wait = wait
        self.challenge = challenge
    }

    /// - Parameters:
    ///   - again: what was typed, to be sent again; nil where nothing was.
    ///   - back: the address of the page with the form, where it can't be given back.
    func page(again: HTML? = nil, back: String? = nil) -> Page {
        let list: HTML? = fields.isEmpty ? nil : "<ul>\(fields.map { "<li>\($0.sentence)</li>" as HTML })</ul>"
        let way: HTML = back.map { "<a href=\"\($0)\">Go back to the form</a>" as HTML } ?? "<a href=\"\(Link())\">Go to the first page</a>"
        return Page(title: title, hasDay: false, body: """
            \(lead(title))\(card(nil, "\(list ?? "<p>\(detail)</p>")\(again)<p>\(way)</p>"))
            """)
    }
}

extension Request {
    /// The path and query of the page that it was sent from, where the browser says.
    var cameFrom: String? {
        guard let written = headers[.referer], let host = written.firstRange(of: "://")?.upperBound else { return nil }
        return String(written[host...].drop { $0 != "/" })
    }
}

extension Refusal.Kind {
    /// The status of RFC 9110 and RFC 6585 that says the same.
    var status: Int {
        switch self {
        case .invalid: 422
        case .missing: 404
        case .forbidden: 403
        case .conflict: 409
        case .unauthenticated: 401
        case .unsupported: 415
        case .tooLarge: 413
        case .tooMany: 429
        case .unavailable: 503
        }
    }

    var title: String {
        switch self {
        case .invalid: "That can’t be done as it stands"
        case .missing: "Not found"
        case .forbidden: "That was not done"
        case .conflict: "Something changed meanwhile"
        case .unauthenticated: "Sign in first"
        case .unsupported: "Not a kind we can read"
        case .tooLarge: "Too large"
        case .tooMany: "Too many tries"
        case .unavailable: "Not just now"
        }
    }
}
