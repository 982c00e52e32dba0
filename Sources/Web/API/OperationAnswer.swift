import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Storage

extension Operation {
    /// Holds a request against what is said of the operation, does it, and answers.
    ///
    /// - Throws: `scope-missing`, `not-acceptable`, `request-not-as-described`, `if-match-missing`, `body-not-json`,
    ///   `body-not-readable`, `body-too-large`, and what the operation refuses.
    func answer(_ request: Request, _ context: PublicContext, _ desk: Desk?) async throws -> Response {
        try checkScope(context.arrival.visit)
        try checkAccept(request)
        let parts = Dictionary(context.parameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
        try checkParameters(request, context, parts)
        let actor = context.arrival.visit?.actor ?? Actor(person: nil, name: "anyone", roles: [])
        try admits(actor)
        let (bytes, body) = try await read(request)
        let deed = HTTPField.Name(Parameter.key.name).flatMap { request.headers[$0] }.flatMap { key in
            !parameters.contains { $0.name == Parameter.key.name } ? nil : context.arrival.visit.map { visit in
                RepeatableDeed(
                    key: key, account: visit.account, method: method.rawValue, path: address(request), body: Hash(of: bytes),
                    moment: context.moment)
            }
        }
        let call = Call(
            actor: actor, working: desk, arrival: context.arrival, parts: parts, body: body, bytes: bytes,
            ifMatch: request.headers[.ifMatch], deed: deed, names: names)
        do {
            if let deed, let desk, let reply = try await desk.read({ session in try deed.reply(session) }) { return reply.response(to: request) }
            return try await handler(call).response(to: request)
        } catch let refusal as Refusal {
            // The fields of forms have names of their own.
            throw Refusal(
                refusal.code, refusal.kind, refusal.sentence,
                fields: refusal.fields.map { .init(member($0.name), $0.sentence) }, wait: refusal.wait)
        }
    }

    private func member(_ field: String) -> String {
        names.first { $0.value.contains(field) }?.key ?? field.camelCased
    }

    private func address(_ request: Request) -> String {
        request.uri.path + (request.uri.query.map { "?\($0)" } ?? "")
    }

    private func checkScope(_ visit: Visit?) throws(Problem) {
        guard case .scope(let scope) = need, visit?.scopes?.contains(scope) != true else { return }
        throw .scopeMissing(scope, of: visit?.scopes ?? [])
    }

    private func checkAccept(_ request: Request) throws(Problem) {
        guard let accept = request.headers[.accept] else { return }
        let kinds = accept.split(separator: ",").map { HeaderValue(String($0)) }.filter { $0.parameters["q"].flatMap { Double($0) } != 0 }
        let types = hands.isEmpty ? ["application/json"] : hands
        let ranges = types.map { $0.prefix { $0 != "/" } + "/*" } + ["*/*"]
        guard kinds.contains(where: { types.contains($0.value) || ranges.contains($0.value) }) else { throw .notAcceptable(types) }
    }

    private func checkParameters(_ request: Request, _ context: PublicContext, _ parts: [String: String]) throws {
        var faults: [Refusal.Field] = []
        for parameter in parameters {
            let sent: [String]
            switch parameter.place {
            case .path:
                // Nothing can stand under a name that is none.
                guard parameter.schema.faults(inAddress: parts[parameter.name] ?? "", at: parameter.name).isEmpty else { throw Refusal.notHere }
                continue
            case .query: sent = context.query.pairs.filter { $0.name == parameter.name }.map(\.value)
            case .header: sent = HTTPField.Name(parameter.name).flatMap { request.headers[$0] }.map { [$0] } ?? []
            }
            if sent.isEmpty, parameter.isRequired {
                if parameter.place == .header { throw Problem.ifMatchMissing }
                faults.append(.init(parameter.name, "“\(parameter.name)” is missing from the address."))
            }
            if sent.count > parameter.most {
                let often = parameter.most == 1 ? "once" : "\(parameter.most) times"
                faults.append(.init(parameter.name, "“\(parameter.name)” stands more than \(often) in the address."))
            }
            for value in sent.prefix(parameter.most) { faults += parameter.schema.faults(inAddress: value, at: parameter.name) }
        }
        for name in Set(context.query.pairs.map(\.name)) where !parameters.contains(where: { $0.place == .query && $0.name == name }) {
            faults.append(.init(name, "“\(name.prefix(60))” is not known here."))
        }
        if !faults.isEmpty { throw Problem.notAsDescribed(faults) }
    }

    private func read(_ request: Request) async throws -> ([UInt8], JSONNode) {
        switch body {
        case .none:
            // What is sent where nothing is asked for is not read.
            return ([], .null)
        case .json(let schema):
            guard HeaderValue(request.headers[.contentType] ?? "").value == "application/json" else { throw Refusal.bodyNotJSON }
            let bytes = try await bytes(of: request, upTo: 1 << 20)
            let node = try JSONReader.read(bytes)
            let faults = schema.faults(in: node)
            guard faults.isEmpty else { throw Problem.notAsDescribed(faults) }
            return (bytes, node)
        case .file(let limit):
            guard HeaderValue(request.headers[.contentType] ?? "").value == "application/octet-stream" else {
                throw Refusal("body-not-a-file", .unsupported, "Send the file itself here, with Content-Type: application/octet-stream.")
            }
            return (try await bytes(of: request, upTo: limit), .null)
        }
    }

    private func bytes(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) kB"
        let body = try await request.collect(
            upTo: limit, else: Refusal("body-too-large", .tooLarge, "The body is larger than \(size), the most that is taken here."))
        return Array(body.readableBytesView)
    }
}

extension Refusal {
    static let bodyNotJSON = Refusal("body-not-json", .unsupported, "Send JSON here, with Content-Type: application/json.")
}
