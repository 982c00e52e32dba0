import HTTPTypes
import Kernel

extension API {
    /// The OpenAPI 3.1 document of all operations, made from what each says of itself.
    func document(_ house: House) -> JSONNode {
        let documented = operations + [API.documentItself]
        var paths: [String: JSONNode] = [:]
        for (path, own) in Dictionary(grouping: documented, by: \.path) {
            paths[face.root + "/" + path] = .object(Dictionary(own.map { ($0.method.rawValue.lowercased(), entry($0)) }) { first, _ in first })
        }
        let schemas = documented.flatMap(\.schemas).reduce(into: Problem.schema.components) { all, schema in
            all.merge(schema.components) { first, _ in first }
        }
        let scopes = Set(operations.compactMap { if case .scope(let scope) = $0.need { scope.rawValue } else { nil } }).sorted()
        let description = face.description ?? """
            What a page can do, for programs. A token is made under “Your account” or by muster token create, and each may do what its \
            scopes name: \(scopes.joined(separator: ", ")). A problem's type is the address of a page that explains it.
            """
        var components: [String: JSONNode] = ["schemas": .object(schemas)]
        if !face.isOpen { components["securitySchemes"] = ["token": ["type": "http", "scheme": "bearer", "description": "Authorization: Bearer mst_…"]] }
        return [
            "openapi": "3.1.0",
            "info": ["title": .text(face.title(house)), "version": .text(house.version), "description": .text(description)],
            "servers": [["url": "/"]],
            "security": face.isOpen ? [] : [["token": []]],
            "paths": .object(paths),
            "components": .object(components),
        ]
    }

    private func entry(_ operation: Operation) -> JSONNode {
        var members: [String: JSONNode] = [
            "operationId": .text(operation.id), "summary": .text(operation.summary),
            "tags": [.text(operation.path.split(separator: "/").first.map(String.init) ?? "")],
            "responses": .object(responses(operation)),
        ]
        if case .scope(let scope) = operation.need { members["description"] = .text("Needs the scope \(scope.rawValue).") }
        if operation.need == .nothing { members["security"] = [] }
        if !operation.parameters.isEmpty { members["parameters"] = .list(operation.parameters.map(\.document)) }
        switch operation.body {
        case .none: break
        case .json(let schema):
            members["requestBody"] = ["required": true, "content": ["application/json": ["schema": schema.document]]]
        case .file:
            members["requestBody"] = [
                "required": true, "content": ["application/octet-stream": ["schema": ["type": "string", "format": "binary"]]],
            ]
        }
        return .object(members)
    }

    private func responses(_ operation: Operation) -> [String: JSONNode] {
        var answer: [String: JSONNode] = ["description": .text(operation.gives == nil && operation.hands.isEmpty ? "Done." : operation.summary + ".")]
        if let schema = operation.gives { answer["content"] = ["application/json": ["schema": schema.document]] }
        if !operation.hands.isEmpty {
            let file: JSONNode = ["schema": ["type": "string", "format": "binary"]]
            answer["content"] = .object(Dictionary(operation.hands.map { ($0, file) }) { first, _ in first })
        }
        var headers: [String: JSONNode] = [:]
        if operation.gives != nil || !operation.hands.isEmpty { headers["ETag"] = ["schema": ["type": "string"], "description": "Names this state of it."] }
        if operation.status == 201 { headers["Location"] = ["schema": Schema.link.document, "description": "Its address."] }
        if !headers.isEmpty { answer["headers"] = .object(headers) }
        var all: [String: JSONNode] = [String(operation.status): .object(answer)]
        if operation.method == .get { all["304"] = ["description": "It is what If-None-Match names."] }
        for (status, codes) in Dictionary(grouping: codes(of: operation), by: { status(of: $0) }) {
            all[String(status)] = [
                "description": .text(codes.sorted().map { "[\($0)](/problems/\($0))" }.joined(separator: ", ")),
                "content": ["application/problem+json": ["schema": Problem.schema.document]],
            ]
        }
        return all
    }

    /// The problems that the operation may answer with: its own, and those that come of what it is.
    func codes(of operation: Operation) -> Set<String> {
        var codes: Set = ["request-not-as-described", "not-acceptable", "address-too-long", "database-busy", "database-away", "disk-full"]
        codes.formUnion(operation.refuses)
        if face.isOpen { codes.insert("tried-too-often") }
        if operation.need != .nothing { codes.formUnion(["token-not-good", "sign-in-first", "tried-too-often", "not-allowed"]) }
        if case .scope = operation.need { codes.insert("scope-missing") }
        if operation.path.contains("{") { codes.insert("not-here") }
        if operation.parameters.contains(where: { $0.name == "on" }) { codes.insert("day-not-readable") }
        if operation.parameters.contains(where: { $0.name == "cursor" }) { codes.insert("cursor-not-usable") }
        if operation.parameters.contains(where: { $0.name == "Idempotency-Key" }) { codes.insert("idempotency-key-used-otherwise") }
        if operation.parameters.contains(where: { $0.name == "If-Match" }) { codes.insert("changed-since-read") }
        if operation.matches { codes.formUnion(["if-match-missing"]) }
        switch operation.body {
        case .none: break
        case .json: codes.formUnion(["body-not-json", "body-not-readable", "body-too-large", "fields-need-attention"])
        case .file: codes.formUnion(["body-not-a-file", "body-too-large"])
        }
        return codes
    }

    private func status(of code: String) -> Int { problems.first { $0.code == code }?.status ?? 422 }

    /// The document's own entry in itself.
    private static let documentItself = Operation.asking(
        "describeAPI", "openapi.json", "This document", .nothing, gives: Schema.map(.anything)) { _ in .done }
}

extension Operation {
    fileprivate var schemas: [Schema] {
        if case .json(let schema) = body { [schema] + [gives].compactMap(\.self) } else { [gives].compactMap(\.self) }
    }
}

extension Parameter {
    fileprivate var document: JSONNode {
        [
            "name": .text(name), "in": .text(place.rawValue), "required": .flag(isRequired),
            "schema": most > 1 ? ["type": "array", "items": schema.document, "maxItems": .integer(Int64(most))] : schema.document, "description": .text(meaning),
        ]
    }
}
