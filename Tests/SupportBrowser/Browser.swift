public import HTTPTypes
public import Web

/// A browser in a test: it keeps its cookies, sends the token of the last form it saw, and follows what it is told to.
public final class Browser {
    public let site: Site
    private var cookies: [String: String] = [:]
    public var token = ""
    /// What a program sends in place of cookies: `Bearer mst_…`.
    public var authorization: String?

    /// Runs `body` with a browser before a site.
    public static func open(_ site: Site, _ body: @Sendable (Browser) async throws -> Void) async throws {
        try await body(Browser(site))
    }

    public init(_ site: Site) { self.site = site }

    public struct Answer: Sendable {
        public let status: Int
        public let location: String?
        public let type: String
        public let text: String
        public let bytes: [UInt8]
        let headers: HTTPFields

        public func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    public func get(_ path: String) async throws -> Answer { try await send(.get, path, type: nil, []) }

    /// Sends a form's fields.
    public func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        let pairs = fields.map { "\(encoded($0.key))=\(encoded($0.value))" } + ["csrf=\(encoded(token))"]
        return try await send(.post, path, type: "application/x-www-form-urlencoded", Array(pairs.joined(separator: "&").utf8))
    }

    /// Sends a form with a file.
    public func upload(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], file: String, named name: String,
        type: String = "application/octet-stream", _ bytes: [UInt8]
    ) async throws -> Answer {
        let mark = "----muster-test-boundary"
        var body: [UInt8] = []
        for (key, value) in Array(fields.map { ($0.key, $0.value) }) + [("csrf", token)] {
            body += Array("--\(mark)\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--\(mark)\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n".utf8)
        body += bytes + Array("\r\n--\(mark)--\r\n".utf8)
        return try await send(.post, path, type: "multipart/form-data; boundary=\(mark)", body)
    }

    /// Sends JSON, as a program does.
    public func send(_ path: String, json: String, by method: String = "POST") async throws -> Answer {
        try await send(HTTPRequest.Method(rawValue: method) ?? .post, path, type: "application/json", Array(json.utf8))
    }

    /// Sends a file, as a program does.
    public func send(_ path: String, bytes: [UInt8]) async throws -> Answer {
        try await send(.post, path, type: "application/octet-stream", bytes)
    }

    /// Signs in by the form, as a person does.
    public func signIn(_ email: String, _ password: String) async throws {
        _ = try await get("/sign-in")
        _ = try await post("/sign-in", ["email": email, "password": password])
        _ = try await get("/")
    }

    /// What it sends of its cookies.
    public var cookie: String { cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }

    /// Sends whatever body it is given.
    public func send(_ method: HTTPRequest.Method, _ path: String, type: String?, _ body: [UInt8]) async throws -> Answer {
        var headers = HTTPFields()
        if !cookies.isEmpty { headers[.cookie] = cookie }
        if let type { headers[.contentType] = type }
        headers[.authorization] = authorization
        let reply = try await site.ask(method, path, headers, body: type == nil ? nil : body)
        for set in reply.headers[values: .setCookie] {
            let pair = set.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies[pair[0]] = pair.count == 2 && !pair[1].isEmpty ? pair[1] : nil
        }
        let text = reply.text
        if let found = text.firstMatch(of: /name="csrf" value="([^"]+)"/) { token = String(found.1) }
        return Answer(
            status: reply.status, location: reply.headers[.location], type: reply.headers[.contentType] ?? "",
            text: text, bytes: reply.bytes, headers: reply.headers)
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
